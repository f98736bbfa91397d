from __future__ import annotations

import pytest

from triopenai._sansio.cursor import next_query


def test_cursor_of_a_whole_list_is_none():
    assert next_query("page", {"has_more": True, "next_page": "x", "last_id": "y"}, "z") is None


def test_cursor_is_the_last_items_id():
    assert next_query("cursor", {"has_more": True, "last_id": "other"}, "id_9") == {"after": "id_9"}


@pytest.mark.parametrize("kind", ["cursor", "conversation_cursor", "next_cursor", "token"])
def test_cursor_ends_where_the_server_says_so(kind):
    assert next_query(kind, {"has_more": False, "last_id": "a", "next": "b"}, "a") is None


def test_cursor_goes_on_over_an_empty_page():
    assert next_query("cursor", {"has_more": True, "last_id": "id_9"}, None) == {"after": "id_9"}
    assert next_query("conversation_cursor", {"has_more": True, "last_id": "id_9"}, None) == {"after": "id_9"}


def test_cursor_ends_at_an_empty_page_that_leads_nowhere():
    assert next_query("cursor", {"has_more": True}, None) is None
    assert next_query("cursor", {"has_more": True, "last_id": None}, None) is None


@pytest.mark.parametrize("more", [{}, {"has_more": None}])
def test_cursor_without_has_more_goes_on_until_an_empty_page(more):
    assert next_query("cursor", more, "id_2") == {"after": "id_2"}
    assert next_query("cursor", {**more, "last_id": "id_2"}, None) is None


def test_cursor_of_a_conversation_is_its_last_id_or_that_of_the_last_item():
    assert next_query("conversation_cursor", {"has_more": True, "last_id": "l"}, "i") == {"after": "l"}
    assert next_query("conversation_cursor", {"has_more": True}, "i") == {"after": "i"}


def test_cursor_named_by_the_envelope():
    assert next_query("next_cursor", {"has_more": True, "next": "n"}, "i") == {"after": "n"}
    assert next_query("token", {"next": "n"}, "i") == {"page": "n"}


@pytest.mark.parametrize("kind", ["next_cursor", "token"])
@pytest.mark.parametrize("value", [None, "", 3])
def test_cursor_named_by_nothing_ends_the_list(kind, value):
    assert next_query(kind, {"has_more": True, "next": value}, "i") is None
    assert next_query(kind, {"has_more": True}, "i") is None

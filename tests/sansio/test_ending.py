"""Where streams whose events are not folded may end."""

from __future__ import annotations

from types import SimpleNamespace as Event

import pytest

from triopenai._sansio.ending import new_ending


def test_images_end_with_their_last_event() -> None:
    ending = new_ending(":ImageGenStreamEvent")
    assert ending is not None
    ending.take(Event(type="image_generation.partial_image"))
    assert not ending.has_come
    assert ending.lack == "with no image_generation.completed at their end"
    ending.take(Event(type="image_generation.completed"))
    assert ending.has_come


@pytest.mark.parametrize("event", [Event(), Event(type=[]), Event(type="new", session=None), {}])
def test_session_stays_where_it_is_with_events_that_do_not_tell(event: object) -> None:
    ending = new_ending("beta:AgentSessionEvent")
    assert ending is not None
    for kind, rests in (("in_progress", False), ("completed", True)):
        ending.take(Event(type=f"agent.session.turn.{kind}", turn=Event(subagent_id=None)))
        ending.take(event)
        assert ending.has_come is rests


def test_streams_of_other_events_may_end_anywhere() -> None:
    assert new_ending("audio:SpeechStreamEvent") is None

"""Conversations, and responses that belong to one."""

from __future__ import annotations

import pytest

from triopenai import BadRequestError, NotFoundError


async def test_conversation_is_made_changed_and_deleted(client):
    made = await client.conversations.create(metadata={"topic": "cats"})
    assert (await client.conversations.retrieve(made.id)).to_dict() == made.to_dict()
    changed = await client.conversations.update(made.id, metadata={"topic": "dogs"})
    assert changed.metadata == {"topic": "dogs"}
    gone = await client.conversations.delete(made.id)
    assert (gone.id, gone.deleted) == (made.id, True)
    with pytest.raises(NotFoundError, match=made.id):
        await client.conversations.retrieve(made.id)
    with pytest.raises(NotFoundError, match=made.id):
        await client.conversations.items.list(made.id)


async def test_conversation_items_are_added_listed_and_deleted(client):
    hello = {"type": "message", "role": "user", "content": "Hello"}
    made = await client.conversations.create(items=[hello])
    added = await client.conversations.items.create(made.id, items=[hello, {**hello, "content": "Anyone?"}])
    assert [item.content[0].text for item in added.data] == ["Hello", "Anyone?"]
    newest = [item.id async for item in client.conversations.items.list(made.id, limit=2)]
    assert newest == [item.id async for item in client.conversations.items.list(made.id)]
    assert newest[:2] == [added.last_id, added.first_id]
    oldest = await client.conversations.items.list(made.id, order="asc", after=newest[-1], limit=1)
    assert ([item.id for item in oldest.data], oldest.has_more) == ([added.first_id], True)
    found = await client.conversations.items.retrieve(added.last_id, conversation_id=made.id)
    assert found.to_dict() == added.data[1].to_dict()
    assert (await client.conversations.items.delete(added.last_id, conversation_id=made.id)).id == made.id
    with pytest.raises(NotFoundError, match=added.last_id):
        await client.conversations.items.retrieve(added.last_id, conversation_id=made.id)


async def test_response_goes_on_with_its_conversation(client):
    conversation = await client.conversations.create()
    first = await client.responses.create(model="gpt-5", input="Hello", conversation=conversation.id)
    assert first.conversation.id == conversation.id
    second = await client.responses.create(model="gpt-5", input="And?", conversation={"id": conversation.id})
    items = [item async for item in client.conversations.items.list(conversation.id, order="asc")]
    assert [item.role for item in items] == ["user", "assistant", "user", "assistant"]
    assert items[1].content[0].text == first.output_text
    assert items[3].content[0].text == second.output_text
    said = [item.id async for item in client.responses.input_items.list(second.id, order="asc")]
    assert said == [item.id for item in items[:3]]


async def test_conversation_refuses_what_cannot_be(client):
    with pytest.raises(NotFoundError, match="conv_x"):
        await client.responses.create(model="gpt-5", input="Hello", conversation="conv_x")
    made = await client.conversations.create()
    with pytest.raises(BadRequestError, match="previous_response_id"):
        await client.responses.create(
            model="gpt-5", input="Hello", conversation=made.id, previous_response_id="resp_x"
        )
    hello = {"type": "message", "role": "user", "content": "Hello"}
    with pytest.raises(BadRequestError, match="20"):
        await client.conversations.items.create(made.id, items=[hello] * 21)
    with pytest.raises(BadRequestError, match="after"):
        await client.conversations.items.list(made.id, after="msg_x")

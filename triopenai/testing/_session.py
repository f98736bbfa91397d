"""A session of an agent: turns, their items, and what the agent waits for.

Theory of operation: a session is idle until it gets a message, which begins a turn. The turn is queued for a
second and works for two more, unless a stream hurries it (see `_course`). An agent with functions calls each
of them once in a turn; one with MCP servers or a computer asks for leave. Until it has all results, the turn
waits and the session requires action. Then it answers with a message, which it also writes to a file if it
has an environment. An agent that may use others has one of them take a turn of its own first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._collections import Collection, Entry, EntryT
from triopenai.testing._course import Course
from triopenai.testing._schema import schema_text
from triopenai.testing._session_events import asked_text, usage, wanted_actions, write
from triopenai.testing._text import count_tokens, tokens
from triopenai.testing._usage import note_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import Event, JsonObject, JsonValue
    from triopenai.testing._store import Store

__all__ = [
    "ARTIFACTS",
    "ITEMS",
    "SESSIONS",
    "SUBAGENTS",
    "SUBAGENT_ITEMS",
    "SUBAGENT_TURNS",
    "TRACES",
    "TURNS",
    "Item",
    "Session",
    "Turn",
]

_STARTS = 1.0
_WORKS = 2.0


@final
class Turn(Entry):
    """A turn."""


@final
class Item(Entry):
    """An item of a turn."""


@final
class Trace(Entry):
    """What happened in a turn, for an observer."""


@final
class Subagent(Entry):
    """Another agent that helps."""


@final
@attrs.define(eq=False)
class Artifact(Entry):
    """A file that a turn left."""

    content: bytes


@final
@attrs.define(eq=False, kw_only=True)
class Session(Entry):
    """A session.

    Attributes:
        store: Gives ids and texts, and keeps what belongs to the session.
        course: What happens.
        begun: Number of the first event of the last turn.
        idempotency: Keys of the input that it had.
    """

    store: Store
    course: Course = attrs.field(factory=Course, init=False)
    begun: int = attrs.field(default=0, init=False)
    idempotency: set[str] = attrs.field(factory=set[str], init=False)
    _asked: list[JsonObject] = attrs.field(factory=list["JsonObject"], init=False)
    _index: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        """Begin, with nothing to do."""
        self.course.say(self._session("created"))

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.about["id"])

    @property
    def status(self) -> str:
        """Its state."""
        return str(self.about["status"])

    @property
    def pending(self) -> bool:
        """Whether a turn goes on by itself."""
        return self.status == "in_progress"

    @property
    def required(self) -> list[JsonObject]:
        """What it waits for."""
        return cast("list[JsonObject]", self.about["required_actions"])

    @property
    def turn(self) -> JsonObject:
        """The last turn."""
        return next(reversed(self._of(TURNS).values())).about

    def state(self) -> Event:
        """An event that tells how it is."""
        return self._session(self.status)

    def begin(self, turn_id: str, messages: list[JsonObject]) -> None:
        """Begin a turn with what the user says."""
        self.begun, self._index, self._asked = len(self.course.log), 0, messages
        turn = self._new_turn(turn_id)
        self._of(TURNS)[turn_id] = Turn(turn)
        self.course.say(self._turn("created"), self._move("in_progress"))
        for message in messages:
            self.course.say(self._add(message, None))
        self.course.plan(_STARTS, self._start())
        self.course.plan(_STARTS + _WORKS, self._act())

    def resolve(self, action: JsonObject, item: JsonObject) -> None:
        """Take the result of an action, which is an item; go on when it was the last."""
        rest = [one for one in self.required if one is not action]
        self.about["required_actions"] = cast("JsonValue", rest)
        self.course.say(self._add({"id": self.store.new_id("item_"), **item}, self._next_index()))
        if not rest:
            self.course.say(self._move("in_progress"))
            self.course.plan(0, self._start())
            self.course.plan(_WORKS, self._answer())

    def cancel(self) -> None:
        """End the turn without an answer."""
        self.course.clear()
        self.about["required_actions"] = []
        self.turn.update(status="cancelled", completed_at=self.store.now())
        self.course.say(self._turn("cancelled"), self._move("idle"))

    def _of(self, parts: Collection[EntryT], **ids: str) -> dict[str, EntryT]:
        """What the session has of something."""
        return parts.of(self.store, session_id=self.id, **ids)

    def _write(self, kind: str, cost: int = 0, /, **fields: JsonValue) -> Event:
        named: JsonObject = {"session_id": self.id, "turn_id": self.turn["id"], **fields}
        return write(self.store, f"agent.session.{kind}", named, cost)

    def _session(self, kind: str) -> Event:
        return write(self.store, f"agent.session.{kind}", {"session": self.about})

    def _move(self, status: str) -> Event:
        self.about |= {"status": status, "last_active_at": self.store.now()}
        return self._session(status)

    def _turn(self, kind: str, **more: JsonValue) -> Event:
        return self._write(f"turn.{kind}", turn=self.turn, **more)

    def _new_turn(self, id_: str, subagent: JsonValue = None) -> JsonObject:
        return {
            "id": id_,
            "object": "agent.session.turn",
            "agent_id": cast("JsonObject", self.about["agent"])["id"],
            "session_id": self.id,
            "subagent_id": subagent,
            "status": "queued",
            "created_at": self.store.now(),
            "started_at": None,
            "completed_at": None,
            "error": None,
            "usage": None,
            "prompt_cache_options": self.about["prompt_cache_options"],
        }

    def _moment(self) -> int:
        return self.store.unix(self.course.moment)

    def _next_index(self) -> int:
        self._index += 1
        return self._index - 1

    def _add(self, item: JsonObject, index: int | None) -> Event:
        self._of(ITEMS)[str(item["id"])] = Item(item)
        return self._write("turn.item.added", item=item, output_index=index)

    def _start(self) -> Iterator[Event]:
        turn = self.turn
        turn |= {"status": "in_progress", "started_at": turn["started_at"] or self._moment()}
        yield self._turn("in_progress")

    def _act(self) -> Iterator[Event]:
        agent = cast("JsonObject", self.about["agent"])
        actions = wanted_actions(agent, str(self.turn["id"]), self.store)
        if not actions:
            yield from self._answer()
            return
        for action in actions:
            if action["type"] == "function_call":
                item = {"id": self.store.new_id("item_"), **action, "status": "completed"}
                index = self._next_index()
                yield self._add(item, index)
                yield self._write("turn.item.done", item=item, output_index=index)
        self.turn["status"] = "waiting"
        self.about["required_actions"] = cast("JsonValue", actions)
        yield self._move("requires_action")

    def _message(self, turn_id: JsonValue) -> JsonObject:
        return {
            "id": self.store.new_id("item_"),
            "type": "message",
            "role": "assistant",
            "phase": "final_answer",
            "status": "in_progress",
            "content": [],
            "turn_id": turn_id,
        }

    def _text(self, asked: str) -> str:
        wanted = cast("JsonObject", cast("JsonObject", self.about["agent"])["text"])["format"]
        wanted = cast("JsonObject", wanted)
        if wanted["type"] == "json_schema":
            return schema_text(cast("JsonObject", wanted["schema"]), asked)
        return self.store.reply(asked, 0)

    def _answer(self) -> Iterator[Event]:
        if cast("JsonObject", cast("JsonObject", self.about["agent"])["multi_agent"])["enabled"]:
            yield from self._delegate()
        asked = asked_text(self._asked)
        text = self._text(asked)
        index, message = self._next_index(), self._message(self.turn["id"])
        where: JsonObject = {"item_id": message["id"], "output_index": index, "content_index": 0}
        yield self._add(message, index)
        part: JsonObject = {"type": "output_text", "text": ""}
        yield self._write("turn.content_part.added", part=part, **where)
        for piece in tokens(text):
            yield self._write("turn.output_text.delta", 1, delta=piece, **where)
        part["text"] = text
        message |= {"status": "completed", "content": [part]}
        yield self._write("turn.output_text.done", text=text, **where)
        yield self._write("turn.content_part.done", part=part, **where)
        yield self._write("turn.item.done", item=message, output_index=index)
        read, written = count_tokens(asked), count_tokens(text)
        model = cast("JsonObject", self.about["agent"])["model"]
        note_use(self.store, "completions", model, input_tokens=read, output_tokens=written)
        yield from self._end(text, usage(read, written))

    def _end(self, text: str, used: JsonObject) -> Iterator[Event]:
        end = self._moment()
        if cast("JsonObject", self.about["environment"])["type"] != "none":
            self._leave_file(text, end)
        trace: JsonObject = {
            "id": self.store.new_id("trace_"),
            "object": "agent.session.trace",
            "created_at": end,
            "session_id": self.id,
            "otlp": {"resourceSpans": []},
        }
        self._of(TRACES)[str(trace["id"])] = Trace(trace)
        self.turn.update(status="completed", completed_at=end, usage=used)
        self.about["usage"] = used
        yield self._turn("completed", usage=used)
        control = cast("JsonObject | None", self.about["spend_control"])
        if control is not None:
            consumed = cast("int", control["consumed"] or 0) + cast("int", used["total_tokens"])
            control["consumed"] = consumed
            if control["limit"] is not None and cast("int", control["limit"]) <= consumed:
                yield self._move("budget_reached")
                return
        yield self._move("idle")

    def _leave_file(self, text: str, end: int) -> None:
        artifact: JsonObject = {
            "id": self.store.new_id("artifact_"),
            "object": "agent.session.artifact",
            "created_at": end,
            "environment_id": cast("JsonObject", self.about["environment"])["id"],
            "path": "/outputs/answer.txt",
            "session_id": self.id,
            "size_bytes": len(text.encode()),
            "turn_id": self.turn["id"],
        }
        made = Artifact(artifact, text.encode())
        self._of(ARTIFACTS)[str(artifact["id"])] = made

    def _delegate(self) -> Iterator[Event]:
        """Another agent takes a turn and is done."""
        now = self._moment()
        id_ = self.store.new_id("subagent_")
        about: JsonObject = {
            "id": id_,
            "object": "agent.session.subagent",
            "session_id": self.id,
            "parent_agent_id": cast("JsonObject", self.about["agent"])["id"],
            "name": "helper",
            "instructions": None,
            "opened_at": now,
            "closed_at": None,
            "status": "active",
        }
        self._of(SUBAGENTS)[id_] = Subagent(about)
        for kind in ("created", "active"):
            yield write(self.store, f"agent.session.subagent.{kind}", {"subagent": about})
        turn = self._new_turn(self.store.new_id("turn_"), id_)
        turn |= {"status": "completed", "started_at": now, "completed_at": now}
        self._of(SUBAGENT_TURNS, subagent_id=id_)[str(turn["id"])] = Turn(turn)
        said: JsonObject = {"type": "output_text", "text": self.store.reply(asked_text(self._asked), 1)}
        message = {**self._message(turn["id"]), "status": "completed", "content": [said]}
        self._of(SUBAGENT_ITEMS, subagent_id=id_)[str(message["id"])] = Item(message)
        about |= {"status": "closed", "closed_at": now}
        yield write(self.store, "agent.session.subagent.closed", {"subagent": about})


_SESSION = "/agents/sessions/{session_id}"
_SUBAGENT = f"{_SESSION}/subagents/{{subagent_id}}"
SESSIONS = Collection(_SESSION, "session", Session, deleted="agent.session.deleted")
TURNS = Collection(f"{_SESSION}/turns/{{turn_id}}", "turn", Turn, parent=SESSIONS)
ITEMS = Collection(f"{_SESSION}/items/{{item_id}}", "item", Item, parent=SESSIONS, shown=False)
TRACES = Collection(f"{_SESSION}/traces/{{trace_id}}", "trace", Trace, parent=SESSIONS, shown=False)
ARTIFACTS = Collection(
    f"{_SESSION}/artifacts/{{artifact_id}}",
    "artifact",
    Artifact,
    parent=SESSIONS,
    filters=("environment_id",),
    deleted="agent.session.artifact.deleted",
)
SUBAGENTS = Collection(_SUBAGENT, "subagent", Subagent, parent=SESSIONS)
SUBAGENT_TURNS = Collection(f"{_SUBAGENT}/turns/{{turn_id}}", "turn", Turn, parent=SUBAGENTS)
SUBAGENT_ITEMS = Collection(f"{_SUBAGENT}/items/{{item_id}}", "item", Item, parent=SUBAGENTS, shown=False)

"""Text that is always the same for the same question."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonValue

__all__ = ["Reply", "compose", "content_text", "count_tokens", "digest", "tokens"]

#: Makes the text of an answer from the text of the question and the number of the choice.
Reply: TypeAlias = Callable[[str, int], str]

_TOKEN = re.compile(r"\s*\S{1,8}|\s+")
_SUBJECTS = (
    "The old lighthouse", "A patient gardener", "The night train", "My neighbour's parrot", "The river",
    "A young cartographer", "The last bookshop", "Every clock in town", "The quiet engineer", "A paper boat",
)  # fmt: skip
_VERBS = (
    "waits for", "remembers", "follows", "quietly repairs", "sings about", "draws a map of",
    "looks after", "travels with", "writes letters to", "keeps the secret of",
)  # fmt: skip
_OBJECTS = (
    "the first snow", "a borrowed bicycle", "the harbour lights", "three small stars", "a kettle of tea",
    "the road to the sea", "an unfinished song", "the morning post", "a garden of glass", "the far hills",
)  # fmt: skip
_OPENERS = (
    "Here is a thought:", "In short:", "Let me put it this way.", "Gladly.", "That is a good question.",
    "Of course.", "Briefly:", "Here is what I can say.",
)  # fmt: skip
_STORY_SENTENCES = 12


def digest(*parts: object) -> int:
    """A number that is the same for the same parts, on every machine and in every run."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big")


def _sentence(seed: int) -> str:
    subject = _SUBJECTS[seed % len(_SUBJECTS)]
    verb = _VERBS[seed // 16 % len(_VERBS)]
    what = _OBJECTS[seed // 256 % len(_OBJECTS)]
    return f"{subject} {verb} {what}."


def compose(question: str, choice: int) -> str:
    """The usual answer: a few plain sentences, more when a story is asked for.

    Args:
        question: The text that is answered.
        choice: Number of the choice; other choices read differently.
    """
    seed = digest(question, choice)
    story = "story" in question.lower()
    count = _STORY_SENTENCES if story else 1 + seed % 3
    sentences = [_sentence(digest(question, choice, number)) for number in range(count)]
    opener = "Once upon a time." if story else _OPENERS[seed // 8 % len(_OPENERS)]
    return " ".join([opener, *sentences])


def tokens(text: str) -> list[str]:
    """The text in the pieces that it is streamed in; joined they give the text again."""
    return _TOKEN.findall(text)


def content_text(content: JsonValue) -> str:
    """The text of a message's content, which is a string, a part, or a list of such."""
    if isinstance(content, str):
        return content
    if isinstance(content, Mapping):
        text = content.get("text")
        return text if isinstance(text, str) else ""
    return " ".join(filter(None, map(content_text, content))) if isinstance(content, list) else ""


def count_tokens(text: str) -> int:
    """How many tokens the sandbox counts for a text."""
    return len(tokens(text))

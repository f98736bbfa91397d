"""``triopenai chat``: one question, and its answer as it comes."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from triopenai._api import open_client

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

__all__ = ["chat", "read_prompt"]


def read_prompt(words: Sequence[str], stdin: TextIO) -> str:
    """Put the question together from the command line and from what is piped in.

    Raises:
        ValueError: There is nothing to ask.
    """
    parts = [" ".join(words).strip()]
    if _is_piped(stdin):
        parts.append(stdin.read().strip())
    prompt = "\n\n".join(part for part in parts if part)
    if not prompt:
        msg = "nothing to ask: give a PROMPT, or pipe text in"
        raise ValueError(msg)
    return prompt


def _is_piped(stdin: TextIO) -> bool:
    try:
        mode = os.fstat(stdin.fileno()).st_mode
    except (OSError, ValueError):  # no file at all
        return not stdin.isatty()
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


async def chat(prompt: str, *, model: str, base_url: str | None = None) -> None:
    """Ask `prompt`, and write the answer to standard output as it comes.

    Raises:
        OpenAIError: No key was given, or the call failed.
        ValueError: `base_url` is no URL.
    """
    begun = False
    try:
        async with open_client(base_url=base_url) as client:
            stream = await client.chat.completions.create(
                model=model, messages=[{"role": "user", "content": prompt}], stream=True
            )
            async with stream:
                async for chunk in stream:
                    for choice in chunk.choices:
                        text = choice.delta.content or choice.delta.refusal or ""
                        begun = begun or bool(text)
                        sys.stdout.write(text)
                        sys.stdout.flush()
    finally:
        if begun:
            sys.stdout.write("\n")
            sys.stdout.flush()

from __future__ import annotations

from typing import TYPE_CHECKING

import trio

from triopenai import open_client

if TYPE_CHECKING:
    from triopenai.types.chat import ChatCompletionMessageParam


async def main() -> None:
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "You answer briefly."},
    ]
    async with open_client() as client:
        for question in ("What is a nursery?", "And a cancel scope?"):
            messages.append({"role": "user", "content": question})
            completion = await client.chat.completions.create(model="gpt-4", messages=messages)
            answer = completion.choices[0].message.content or ""
            messages.append({"role": "assistant", "content": answer})
            print(f"{question} {answer}")
            if completion.usage:
                print(f"({completion.usage.total_tokens} tokens)")


if __name__ == "__main__":
    trio.run(main)

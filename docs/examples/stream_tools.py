from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import trio

from triopenai import open_client

if TYPE_CHECKING:
    from triopenai.types.chat import ChatCompletionToolParam

CLOCK: ChatCompletionToolParam = {
    "type": "function",
    "function": {
        "name": "get_time",
        "parameters": {"type": "object", "properties": {"zone": {"type": "string"}}, "required": ["zone"]},
    },
}


async def main() -> None:
    names: dict[int, str] = {}
    arguments: defaultdict[int, str] = defaultdict(str)
    async with open_client() as client:
        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "What time is it in Tokyo?"}],
            tools=[CLOCK],
            tool_choice="required",
            stream=True,
        )
        async with stream:
            async for chunk in stream:
                for choice in chunk.choices:
                    for call in choice.delta.tool_calls or ():
                        if call.function and call.function.name:
                            names[call.index] = call.function.name
                        if call.function and call.function.arguments:
                            arguments[call.index] += call.function.arguments
    for index, name in names.items():
        print(f"{name}({arguments[index]})")


if __name__ == "__main__":
    trio.run(main)

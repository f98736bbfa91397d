from __future__ import annotations

import json
from typing import TYPE_CHECKING

import trio

from triopenai import open_client

if TYPE_CHECKING:
    from triopenai.types.chat import ChatCompletionToolParam

WEATHER: ChatCompletionToolParam = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather in a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
            "additionalProperties": False,
        },
    },
}


async def main() -> None:
    async with open_client() as client:
        completion = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "How is the weather in Lisbon?"}],
            tools=[WEATHER],
            tool_choice="required",
        )
        for call in completion.choices[0].message.tool_calls or ():
            if call.type == "function":
                arguments = json.loads(call.function.arguments)
                print(f"{call.function.name} was asked for {sorted(arguments)}")


if __name__ == "__main__":
    trio.run(main)

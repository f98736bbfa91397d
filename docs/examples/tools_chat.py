from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pydantic
import trio

from triopenai import open_client
from triopenai.tools import tool

if TYPE_CHECKING:
    from triopenai.types.chat import ChatCompletionMessageParam


class SendMessage(pydantic.BaseModel):
    """Sends a message to somebody."""

    to: str
    text: str

    async def __call__(self) -> str:
        return f"sent to {self.to}"


def get_orders(store: dict[str, list[str]], customer: str) -> list[str]:
    """The orders of a customer."""
    return store.get(customer, [])


async def main() -> None:
    store = {"Ada": ["a lamp", "two books"]}
    messages: list[ChatCompletionMessageParam] = [
        {"role": "user", "content": "Look at the orders, then send a message to Ada"}
    ]
    orders = tool(functools.partial(get_orders, store), timeout=5)  # the model gives the customer alone
    send = tool(SendMessage, name="send_message")
    async with (
        open_client() as client,
        client.chat.completions.run_tools(model="gpt-4", messages=messages, tools=[orders, send]) as run,
    ):
        completion = await run.get_final_completion()
    for result in run.steps[0].results:
        print(f"{result.name}: {result.value}")
    print(completion.choices[0].message.content)


if __name__ == "__main__":
    trio.run(main)

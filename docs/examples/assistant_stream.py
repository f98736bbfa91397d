import warnings

import trio

from triopenai import AsyncAssistantEventHandler, open_client
from triopenai.types.beta.threads import Text, TextDelta
from triopenai.types.beta.threads.runs import ToolCall

warnings.filterwarnings("ignore", "beta.* is deprecated by the API")


class Printing(AsyncAssistantEventHandler):
    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        print(f"{len(snapshot.value)} characters, the last: {delta.value!r}")

    async def on_text_done(self, text: Text) -> None:
        print(text.value)

    async def on_tool_call_done(self, tool_call: ToolCall) -> None:
        print("it calls", tool_call.type)


async def main() -> None:
    async with open_client() as client:
        assistant = await client.beta.assistants.create(model="gpt-4")
        thread = await client.beta.threads.create(messages=[{"role": "user", "content": "How are you?"}])
        async with client.beta.threads.runs.stream(
            thread_id=thread.id, assistant_id=assistant.id, event_handler=Printing()
        ) as stream:
            run = await stream.get_final_run()
            messages = await stream.get_final_messages()
        print(run.status, len(messages))


if __name__ == "__main__":
    trio.run(main)

import trio

from triopenai import open_client
from triopenai.concurrency import open_task_group


async def main() -> None:
    async with open_client() as client:
        async with open_task_group() as group:
            pros = group.start_soon(client.responses.create, model="gpt-5", input="Arguments for tea")
            cons = group.start_soon(client.responses.create, model="gpt-5", input="Arguments against tea")
        # The block has ended, so both are done.
        print(pros.result.output_text)
        print(cons.result.output_text)


if __name__ == "__main__":
    trio.run(main)

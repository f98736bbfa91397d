import trio

import triopenai
from triopenai import open_client

QUESTIONS = ["What is a nursery?", "What is a cancel scope?", "What is a checkpoint?"]


async def main() -> None:
    async with open_client(max_retries=3) as client:

        async def ask(question: str) -> str:
            completion = await client.chat.completions.create(
                model="gpt-4",
                messages=[{"role": "user", "content": question}],
            )
            return completion.choices[0].message.content or ""

        try:
            with trio.fail_after(30):
                for answer in await client.map(ask, QUESTIONS, limit=2):
                    print(answer)
        except triopenai.RateLimitError as error:
            print(f"too many requests: {error}")
        except trio.TooSlowError:
            print("not within 30 seconds")


if __name__ == "__main__":
    trio.run(main)

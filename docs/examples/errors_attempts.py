import trio

from triopenai import APIStatusError, open_client


async def main() -> None:
    async with open_client(max_retries=2) as client:
        try:
            await client.models.retrieve("gpt-4")
        except APIStatusError as error:
            for number, attempt in enumerate(error.attempts, 1):
                print(f"attempt {number}: status {attempt.status}, then {attempt.wait:.1f} s of waiting")


if __name__ == "__main__":
    trio.run(main)

import trio

import triopenai
from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        try:
            await client.chat.completions.create(
                model="no-such-model",
                messages=[{"role": "user", "content": "Hello!"}],
            )
        except triopenai.RateLimitError as error:
            print(f"slow down: {error.headers.get('retry-after')}")
        except triopenai.APIStatusError as error:
            print(f"status {error.status_code}, code {error.code}")
            print(f"of {error.operation}, request id {'known' if error.request_id else 'unknown'}")
        except triopenai.APIConnectionError as error:
            print(f"no answer ({error.phase}): {error}")


if __name__ == "__main__":
    trio.run(main)

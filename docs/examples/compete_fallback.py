from functools import partial

import trio

from triopenai import APIConnectionError, InternalServerError, NotFoundError, RateLimitError, open_client

BUSY = (APIConnectionError, InternalServerError, RateLimitError, NotFoundError)


async def main() -> None:
    async with open_client() as client:
        spare = client.with_options(max_retries=0)  # or another base_url, or another key
        reply = await client.fallback(
            partial(client.responses.create, model="no-such-model", input="Hello"),
            partial(spare.responses.create, model="gpt-5-mini", input="Hello"),
            on=BUSY,
        )
        print(reply.model)


if __name__ == "__main__":
    trio.run(main)

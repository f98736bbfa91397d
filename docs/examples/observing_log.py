import logging
import sys

import trio

from triopenai import open_client


async def main() -> None:
    logger = logging.getLogger("triopenai")
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.StreamHandler(sys.stdout))
    async with open_client() as client:
        await client.responses.create(model="gpt-5", input="Hello")


if __name__ == "__main__":
    trio.run(main)

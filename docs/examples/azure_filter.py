from typing import Any

import trio

from triopenai import BadRequestError, open_azure_client


async def main() -> None:
    async with open_azure_client() as client:
        try:
            await client.completions.create(model="gpt-4", prompt="Something that the filter refuses.")
        except BadRequestError as error:
            if error.code != "content_filter":
                raise
            body: Any = error.body
            for kind, found in body["innererror"]["content_filter_result"].items():
                if found["filtered"]:
                    print(f"{kind}: {found['severity']}")


if __name__ == "__main__":
    trio.run(main)

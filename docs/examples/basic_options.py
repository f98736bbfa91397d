import trio

from triopenai import Timeout, open_client, raw


async def main() -> None:
    async with open_client() as client:
        # For one call.
        model = await client.models.retrieve(
            "gpt-4",
            timeout=Timeout(connect=2, read=10),
            max_retries=5,
            extra_headers={"X-Trace": "docs"},
        )
        print(model.id)

        # For every call through this view of the client.
        patient = client.with_options(timeout=120, max_retries=10)
        print((await patient.models.retrieve("gpt-4o")).id)

        # The same call, with status, headers and attempts.
        reply = await raw(client.models.retrieve)("gpt-5")
        print(reply.status_code, reply.headers["content-type"], reply.retries_taken)
        print(reply.parse().id)


if __name__ == "__main__":
    trio.run(main)

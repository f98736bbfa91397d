import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        # The body is read, and the reply tells what came with it.
        reply = await client.models.with_raw_response.retrieve("gpt-4")
        print(reply.status_code, reply.request_id is not None, reply.retries_taken)
        print(reply.parse().id, len(reply.text) == len(reply.content))

        # The body is read when it is asked for; the end of the block closes what is left of it.
        async with client.models.with_streaming_response.retrieve("gpt-4o") as opened:
            print(opened.headers["content-type"])
            async for line in opened.iter_lines():
                print(line[:9])
                break


if __name__ == "__main__":
    trio.run(main)

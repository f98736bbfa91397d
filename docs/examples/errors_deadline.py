import trio

from triopenai import open_client


async def main() -> None:
    async with open_client() as client:
        with trio.move_on_after(0.2) as scope:
            response = await client.responses.create(model="gpt-5", input="Take your time.")
            print(response.output_text)
        if scope.cancelled_caught:
            print("no answer in time")


if __name__ == "__main__":
    trio.run(main)

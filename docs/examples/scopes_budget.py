import trio

from triopenai import BudgetExceeded, open_client

TOPICS = ["rivers", "bridges", "lighthouses", "canals", "harbours", "tunnels"]


async def main() -> None:
    async with open_client() as client:

        async def tell(topic: str) -> str:
            response = await client.responses.create(
                model="gpt-5", input=f"Tell me of {topic}.", max_output_tokens=200
            )
            return response.output_text

        try:
            async with client.scope(deadline=60, max_tokens=100_000, max_requests=4):
                await client.map(tell, TOPICS, limit=2)
        except BudgetExceeded as error:
            print(f"stopped: {error}")
            print(f"{error.ledger.requests} requests, {error.ledger.tokens} tokens")
        except trio.TooSlowError:
            print("stopped: a minute was not enough")


if __name__ == "__main__":
    trio.run(main)

import trio

from triopenai import Limits, open_client


async def main() -> None:
    small = Limits(requests_per_minute=30_000, tokens_per_minute=10_000_000)  # one limit for two names
    limits = Limits(
        concurrency=50,  # of all models that are not named
        by_model={
            "gpt-5": Limits(requests_per_minute=5_000, tokens_per_minute=1_000_000),
            "gpt-5-mini": small,
            "gpt-5-mini-2025-08-07": small,
        },
    )
    async with open_client(limits=limits) as client:
        for model in ("gpt-5", "gpt-5-mini", "gpt-4.1"):
            response = await client.responses.create(model=model, input="Hello!")
            print(f"{model}: {response.output_text}")


if __name__ == "__main__":
    trio.run(main)

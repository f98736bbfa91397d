import trio
from outcome import Error

from triopenai import Limits, open_client
from triopenai.concurrency import Progress
from triopenai.types.responses import Response

PROMPTS = [f"What is {number} squared?" for number in range(1_000)]


def show(progress: Progress) -> None:
    ended = progress.done + progress.failed
    if ended % 250 == 0:
        print(f"{ended} of {len(PROMPTS)}, {progress.failed} failed, {progress.tokens} tokens so far")


async def main() -> None:
    limits = Limits(requests_per_minute=100_000, tokens_per_minute=50_000_000)
    async with open_client(limits=limits) as client:

        async def ask(prompt: str) -> Response:
            return await client.responses.create(model="gpt-5-mini", input=prompt)

        results = await client.map(ask, PROMPTS, limit=100, on_error="outcome", on_progress=show)
        lost = [prompt for prompt, result in zip(PROMPTS, results, strict=True) if isinstance(result, Error)]
        print(f"{len(lost)} to ask again")


if __name__ == "__main__":
    trio.run(main)

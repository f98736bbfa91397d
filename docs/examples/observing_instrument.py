from collections import Counter

import trio

from triopenai import AttemptRecord, Instrument, open_client


class Totals(Instrument):
    """Counts what becomes of attempts."""

    def __init__(self) -> None:
        self.ends: Counter[str] = Counter()
        self.tokens = 0

    def done(self, record: AttemptRecord) -> None:
        self.ends["done"] += 1
        self.tokens += record.tokens or 0

    def failed(self, record: AttemptRecord, error: Exception | None, retry_in: float | None) -> None:
        what = "cut short" if error is None else type(error).__name__
        again = "" if retry_in is None else ", tried again"
        self.ends[f"{record.operation}: {what}{again}"] += 1


async def main() -> None:
    totals = Totals()
    async with open_client(instruments=[totals]) as client:
        await client.responses.create(model="gpt-5", input="Hello")
        await client.responses.create(model="gpt-5", input="Hello again")
    print(f"{totals.ends['done']} done, {totals.ends.total()} in all, {totals.tokens} tokens")


if __name__ == "__main__":
    trio.run(main)

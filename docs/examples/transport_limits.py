import trio

from triopenai import PoolLimits, Timeout, open_client


async def main() -> None:
    limits = PoolLimits(max_connections=2, max_keepalive=2, keepalive_expiry=30)
    async with open_client(pool_limits=limits, timeout=Timeout(pool=60)) as client:
        models = ["gpt-4", "gpt-4o", "gpt-5", "gpt-5-mini", "o3", "o4-mini"]
        await client.map(client.models.retrieve, models, limit=6)
        print(client.statistics())


if __name__ == "__main__":
    trio.run(main)

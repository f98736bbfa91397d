import trio

from triopenai import ConnectionPool, Request, Response, Timeout, Transport, TransportStatistics, open_client


class Logged(Transport):
    """Prints what goes over another transport."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner

    async def send(
        self,
        request: Request,
        timeout: Timeout,  # noqa: ASYNC109  # bounds each wait, not the call
    ) -> Response:
        response = await self._inner.send(request, timeout)
        print(f"{request.method} {request.target} -> {response.status}")
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()

    def statistics(self) -> TransportStatistics:
        return self._inner.statistics()


async def main() -> None:
    async with open_client(transport=Logged(ConnectionPool())) as client:
        await client.models.retrieve("gpt-4")
        await client.models.retrieve("gpt-5")


if __name__ == "__main__":
    trio.run(main)

from pathlib import Path
from tempfile import TemporaryDirectory

from triopenai import ConnectionPool, open_client
from triopenai.recording import record, replay
from triopenai.testing import open_sandbox


async def test_an_answer_is_replayed() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answer.jsonl"
        async with open_sandbox() as sandbox:  # in its place you would have the API
            transport = record(path, ConnectionPool(network=sandbox.network))
            async with open_client(
                transport=transport, base_url=sandbox.base_url, api_key=sandbox.api_key
            ) as client:
                recorded = await client.responses.create(model="gpt-5", input="Hello")

        async with open_client(transport=replay(path), api_key="none") as client:
            replayed = await client.responses.create(model="gpt-5", input="Hello")
    assert replayed == recorded

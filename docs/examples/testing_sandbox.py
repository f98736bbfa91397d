import json

from triopenai import open_client
from triopenai.testing import open_sandbox


async def test_greeting_asks_the_model() -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        completion = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Hello!"}],
        )

    assert completion.choices[0].message.role == "assistant"
    (request,) = sandbox.requests.to("/chat/completions")
    assert json.loads(request.body)["model"] == "gpt-4"
    assert sandbox.connections.open == 0

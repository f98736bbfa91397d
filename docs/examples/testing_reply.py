from triopenai import open_client
from triopenai.testing import open_sandbox


def capital(question: str, choice: int) -> str:
    """What the sandbox answers, in place of its made-up sentences."""
    del choice
    return "Paris" if "France" in question else "I do not know."


async def test_capital_of_france() -> None:
    async with open_sandbox(reply=capital) as sandbox, open_client(**sandbox.client_options) as client:
        response = await client.responses.create(model="gpt-5", input="What is the capital of France?")
    assert response.output_text == "Paris"

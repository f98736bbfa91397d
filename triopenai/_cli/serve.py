"""``triopenai sandbox``: the sandbox for other programs, in any language."""

from __future__ import annotations

from triopenai.testing import open_sandbox

__all__ = ["serve"]

_REMEMBERED = 100  # requests; nobody looks at them here, and a server may run for long

_GREETING = """\
The sandbox serves the OpenAI API at

    {base_url}

It makes its answers up, and takes this key and no other:

    export OPENAI_BASE_URL={base_url}
    export OPENAI_API_KEY={api_key}

Try it:

    curl {base_url}/chat/completions \\
      -H "Authorization: Bearer {api_key}" \\
      -H "Content-Type: application/json" \\
      -d '{{"model": "gpt-4", "messages": [{{"role": "user", "content": "Hello!"}}]}}'

Ctrl-C stops it."""


async def serve(*, host: str, port: int, latency: float, tokens_per_second: float | None) -> None:
    """Serve the sandbox on a port until cancelled, and say how to reach it.

    Raises:
        OSError: The port cannot be served.
        ValueError: `latency` or `tokens_per_second` makes no sense.
    """
    async with open_sandbox(
        host=host, port=port, latency=latency, tokens_per_second=tokens_per_second
    ) as sandbox:
        greeting = _GREETING.format(base_url=sandbox.base_url, api_key=sandbox.api_key)
        print(greeting, flush=True)
        while True:
            await sandbox.requests.wait(_REMEMBERED)
            sandbox.requests.clear()

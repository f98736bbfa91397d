import httpx
import trio

from triopenai.testing import open_sandbox


async def main() -> None:
    async with open_sandbox(port=0) as sandbox, httpx.AsyncClient() as http:
        answer = await http.get(
            f"{sandbox.base_url}/models/gpt-4",
            headers={"Authorization": f"Bearer {sandbox.api_key}"},
        )
        print(answer.json()["id"])


if __name__ == "__main__":
    trio.run(main)

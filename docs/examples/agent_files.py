from pathlib import Path

import trio

from triopenai import open_client

HERE = Path(__file__).parent


async def main() -> None:
    async with open_client() as client:
        files = client.beta.agents.environments.files
        prepared = await files.prepare_directory(
            HERE, destination="/workspace/examples", include=["agent_*.py"]
        )
        environment = await client.beta.agents.environments.create(
            environment={"type": "openai_hosted", "files": prepared.files}
        )
        staged = await files.upload(environment.id, file=b"a,b\n1,2\n", path="/workspace/data.csv")
        print(len(prepared.files), staged.file.path)
        for uploaded in (*prepared.uploaded_file_ids, staged.uploaded_file_id):
            await client.files.delete(uploaded)


if __name__ == "__main__":
    trio.run(main)

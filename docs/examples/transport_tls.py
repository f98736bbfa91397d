import ssl

import trio

from triopenai import open_client


async def main() -> None:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # context.load_verify_locations("company-ca.pem")
    # context.load_cert_chain("client.pem")
    async with open_client(ssl_context=context) as client:
        print((await client.models.retrieve("gpt-4")).id)


if __name__ == "__main__":
    trio.run(main)

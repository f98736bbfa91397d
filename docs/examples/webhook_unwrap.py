from __future__ import annotations

import base64
import hashlib
import hmac
import time

import trio

from triopenai import InvalidWebhookSignatureError, open_client

SECRET = "whsec_" + base64.b64encode(b"the signing secret of the endpoint").decode()
BODY = '{"id": "evt_1", "created_at": 1, "type": "response.completed", "data": {"id": "resp_1"}}'


def sign(body: str) -> dict[str, str]:
    """The headers that OpenAI sends with a body."""
    now = str(int(time.time()))
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"wh_1.{now}.{body}".encode(), hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": "wh_1", "webhook-timestamp": now, "webhook-signature": signature}


async def main() -> None:
    async with open_client(webhook_secret=SECRET) as client:
        event = client.webhooks.unwrap(BODY, sign(BODY))
        if event.type == "response.completed":
            print(f"{event.data.id} is done")
        try:
            client.webhooks.unwrap(BODY + " ", sign(BODY))
        except InvalidWebhookSignatureError as error:
            print(f"refused: {error}")


if __name__ == "__main__":
    trio.run(main)

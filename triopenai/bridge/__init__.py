"""The client in asyncio programs, and in synchronous ones.

- `open_bridge` opens a client in an asyncio program; Trio runs as a guest of its loop, in the same thread.
- `open_client_sync` opens one whose calls block; Trio runs in a thread of its own.
- `open_bridge_to` and `open_sync` do so for what else is opened: ``open_azure_client``, the sandbox.
- `blocking`, `enter` and `iterate` tell type checkers what the calls, blocks and iterators of a synchronous
  program's client are.
"""

from __future__ import annotations

from triopenai.bridge._open import open_bridge as open_bridge
from triopenai.bridge._open import open_bridge_to as open_bridge_to
from triopenai.bridge._open import open_client_sync as open_client_sync
from triopenai.bridge._open import open_sync as open_sync
from triopenai.bridge._typed import blocking as blocking
from triopenai.bridge._typed import enter as enter
from triopenai.bridge._typed import iterate as iterate

__all__ = [
    "blocking",
    "enter",
    "iterate",
    "open_bridge",
    "open_bridge_to",
    "open_client_sync",
    "open_sync",
]

"""The client in asyncio programs and in synchronous ones."""

from __future__ import annotations

from triopenai.bridge._open import open_bridge as open_bridge
from triopenai.bridge._open import open_bridged as open_bridged

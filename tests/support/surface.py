"""The facts of the official client's methods (`tests/data/surface.jsonl`).

A row is the dotted name, the verb, the path, the path parameters, the keywords, those that must be given, the
result, and what else there is to say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data" / "surface.jsonl"
ROWS: list[list[Any]] = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
# Those that are no other's alias.
OWN_ROWS = [row for row in ROWS if "alias_of" not in row[7]]
# Our class for each kind of page.
PAGES = {
    "page": "AsyncPage",
    "cursor": "AsyncCursorPage",
    "conversation_cursor": "AsyncConversationCursorPage",
    "next_cursor": "AsyncNextCursorPage",
    "token": "AsyncTokenPage",
}
# The official package has this name in a submodule only.
UNEXPORTED = {
    "types.beta.chatkit.chatkit_thread_item_list.Data": "types.beta.chatkit._models.ChatKitThreadItemListData"
}

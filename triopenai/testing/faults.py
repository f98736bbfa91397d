"""What can go wrong, as values for `Sandbox.faults`.

::

    sandbox.faults.add(faults.rate_limited(retry_after=1), times=2)
    sandbox.faults.add(faults.stall_stream(after_events=3), path="/chat/completions")

Each function gives a `Fault` that befalls a request once it is added to the plan. Requests that meet one are
logged like all others.
"""

from __future__ import annotations

from triopenai.testing._fault_answers import (
    answer,
    body,
    change_fields,
    drop_fields,
    empty,
    events,
    html_error,
    insufficient_quota,
    not_json,
    overloaded,
    rate_limited,
    redirect,
    server_error,
    status,
)
from triopenai.testing._fault_socket import close_socket, reset_socket, stall_socket
from triopenai.testing._fault_streams import (
    garbage,
    half_event,
    never_end_after_done,
    no_done,
    pings,
    reset,
    stall,
    stall_stream,
    stream_error,
    truncate,
    unnamed_events,
)
from triopenai.testing._fault_wire import (
    close_after,
    delay,
    disconnect_idle,
    gzip,
    huge_header,
    late_terminator,
    raw,
    slow_bytes,
    split,
    sse,
    truncated_gzip,
    wrong_content_type,
)
from triopenai.testing._plan import Fault

__all__ = [
    "Fault",
    "answer",
    "body",
    "change_fields",
    "close_after",
    "close_socket",
    "delay",
    "disconnect_idle",
    "drop_fields",
    "empty",
    "events",
    "garbage",
    "gzip",
    "half_event",
    "html_error",
    "huge_header",
    "insufficient_quota",
    "late_terminator",
    "never_end_after_done",
    "no_done",
    "not_json",
    "overloaded",
    "pings",
    "rate_limited",
    "raw",
    "redirect",
    "reset",
    "reset_socket",
    "server_error",
    "slow_bytes",
    "split",
    "sse",
    "stall",
    "stall_socket",
    "stall_stream",
    "status",
    "stream_error",
    "truncate",
    "truncated_gzip",
    "unnamed_events",
    "wrong_content_type",
]

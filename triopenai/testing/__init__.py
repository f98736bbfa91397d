"""The testing kit: the API in the process, and everything that can go wrong with it."""

from __future__ import annotations

from triopenai.testing import faults
from triopenai.testing._plan import Fault, FaultPlan
from triopenai.testing._record import ConnectionRecord, Connections, ReceivedRequest, RequestLog
from triopenai.testing.sandbox import AzureOptions, ClientOptions, Sandbox, open_sandbox
from triopenai.testing.transport_contract import check_transport

__all__ = [
    "AzureOptions",
    "ClientOptions",
    "ConnectionRecord",
    "Connections",
    "Fault",
    "FaultPlan",
    "ReceivedRequest",
    "RequestLog",
    "Sandbox",
    "check_transport",
    "faults",
    "open_sandbox",
]

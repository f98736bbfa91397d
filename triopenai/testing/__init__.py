"""The testing kit: the API in the process, and everything that can go wrong with it."""

from __future__ import annotations

from triopenai.testing import faults as faults
from triopenai.testing._plan import Fault as Fault
from triopenai.testing._plan import FaultPlan as FaultPlan
from triopenai.testing._record import (
    ConnectionRecord as ConnectionRecord,
)
from triopenai.testing._record import (
    Connections as Connections,
)
from triopenai.testing._record import (
    ReceivedRequest as ReceivedRequest,
)
from triopenai.testing._record import (
    RequestLog as RequestLog,
)
from triopenai.testing.sandbox import (
    ClientOptions as ClientOptions,
)
from triopenai.testing.sandbox import (
    Sandbox as Sandbox,
)
from triopenai.testing.sandbox import (
    open_sandbox as open_sandbox,
)
from triopenai.testing.transport_contract import (
    check_transport as check_transport,
)

__all__ = [
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

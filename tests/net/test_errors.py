from __future__ import annotations

import inspect
import pickle

import pytest

from triopenai._base.headers import Headers
from triopenai._net import errors
from triopenai._net.errors import (
    ConnectError,
    ReadError,
    RemoteProtocolError,
    TransportClosed,
    TransportError,
    TransportTimeout,
    WriteError,
)

EXAMPLES = [
    ConnectError("no", phase="tls"),
    WriteError("no", phase="write", sent=True),
    ReadError("no", phase="read", sent=True),
    RemoteProtocolError("no", headers=Headers([(b"X-A", b"b")])),
    TransportTimeout("no", phase="pool"),
    TransportClosed(),
]


def test_tree_in_the_docstring_is_the_tree_in_the_code():
    drawn = {
        line.partition("-- ")[2].split()[0] for line in (errors.__doc__ or "").splitlines() if "-- " in line
    }
    classes = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, TransportError) and value is not TransportError
    }
    assert drawn == classes == {type(error).__name__ for error in EXAMPLES}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_are_plain_data_that_can_be_pickled(error):
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (str(copy), copy.phase, copy.sent) == (str(error), error.phase, error.sent)
    if isinstance(error, RemoteProtocolError):
        assert copy.headers == error.headers

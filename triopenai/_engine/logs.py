"""Logging: an instrument that writes what happens to the logger ``triopenai``."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, final

from triopenai._base.redact import redact_text
from triopenai._engine.instruments import LOGGER, Instrument

if TYPE_CHECKING:
    from triopenai._base.ledger import Cause
    from triopenai._engine.instruments import AttemptRecord

__all__ = ["LogInstrument", "find_logging"]

LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}
FORMAT: Final = "[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s"


def find_logging(asked: str | None) -> tuple[Instrument, ...]:
    """The instrument that logs, if the logger wants to have what it would write.

    Args:
        asked: What the environment asks for: ``"debug"`` or ``"info"`` turn the logger on, and give it a
            handler if it has none. Anything else changes nothing.
    """
    level = LEVELS.get((asked or "").strip().lower())
    if level is not None:
        LOGGER.setLevel(level)
        if not LOGGER.hasHandlers():
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter(FORMAT, "%Y-%m-%d %H:%M:%S"))
            LOGGER.addHandler(handler)
    return (LogInstrument(),) if LOGGER.isEnabledFor(logging.INFO) else ()


@final
class LogInstrument(Instrument):
    """Writes calls to the logger ``triopenai``: answers and retries as info, the rest as debug."""

    def waited(self, record: AttemptRecord, cause: Cause, seconds: float) -> None:
        """See `Instrument.waited`."""
        LOGGER.debug("%s waited %.3f s (%s)", _name(record), seconds, cause)

    def sent(self, record: AttemptRecord) -> None:
        """See `Instrument.sent`."""
        LOGGER.debug(
            "%s: %s %s, model %r", _name(record), record.method, redact_text(record.url), record.model
        )

    def answered(self, record: AttemptRecord) -> None:
        """See `Instrument.answered`."""
        LOGGER.info(
            "%s %s: %s after %.3f s, request id %s",
            record.method,
            redact_text(record.url),
            record.status,
            record.seconds,
            record.request_id,
        )

    def first_event(self, record: AttemptRecord) -> None:
        """See `Instrument.first_event`."""
        LOGGER.debug("%s: first event after %.3f s", _name(record), record.seconds)

    def done(self, record: AttemptRecord) -> None:
        """See `Instrument.done`."""
        LOGGER.debug("%s: done after %.3f s, %s tokens", _name(record), record.seconds, record.tokens)

    def failed(self, record: AttemptRecord, error: Exception | None, retry_in: float | None) -> None:
        """See `Instrument.failed`."""
        if error is None:
            LOGGER.debug("%s: cut short after %.3f s", _name(record), record.seconds)
            return
        LOGGER.log(
            logging.WARNING if retry_in is None else logging.INFO,
            "%s: %s, status %s, request id %s, after %.3f s; %s: %s",
            _name(record),
            "gives up" if retry_in is None else f"tries again in {retry_in:.3f} s",
            record.status,
            record.request_id,
            record.seconds,
            type(error).__name__,
            redact_text(str(error)),
        )


def _name(record: AttemptRecord) -> str:
    return f"{record.operation} (call {record.call}, attempt {record.attempt})"

import pytest
import trio
from trio.testing import MockClock

from triopenai import open_client
from triopenai.testing import faults, open_sandbox


async def test_a_minute_of_back_off(autojump_clock: MockClock) -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.rate_limited(retry_after=30), times=2)
        started = autojump_clock.current_time()
        await client.models.retrieve("gpt-4")
        assert autojump_clock.current_time() - started >= 60


async def test_a_deadline_ends_the_wait(autojump_clock: MockClock) -> None:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        sandbox.faults.add(faults.stall())
        started = autojump_clock.current_time()
        with pytest.raises(trio.TooSlowError), trio.fail_after(20):
            await client.models.retrieve("gpt-4")
        assert autojump_clock.current_time() - started == 20
        await sandbox.connections.wait_closed()

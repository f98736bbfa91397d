"""Every example of the documentation, run as its reader would run it: settings come from the environment."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trio

from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    import logging
    from collections.abc import AsyncIterator
    from types import ModuleType

    from pydantic import JsonValue
    from trio.testing import MockClock

    from triopenai.testing import Fault, Sandbox

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SENTENCE = r"[A-Z][^\n]+[.?:!]"

# What each example prints. A pattern has to match somewhere in the output.
PRINTED = {
    "agent_files": [r"^2 /workspace/data\.csv$"],
    "agent_session": [r"^\S.+$", r"^completed$"],
    "assistant_stream": [r"^\d+ characters, the last: ' \S+'$", r"^completed 1$"],
    "azure_chat": [rf"^{SENTENCE}$"],
    "azure_filter": [r"^hate: high$"],
    "azure_token": [r"^gpt-4$"],
    "azure_v1": [rf"^{SENTENCE}$"],
    "basic_conversation": [r"What is a nursery\? \S+", r"And a cancel scope\? \S+", r"\(\d+ tokens\)"],
    "basic_more": [r"2 vectors of \d+ numbers", r'training\.jsonl: \{"messages": \[\]\}'],
    "basic_options": [r"^gpt-4$", r"^gpt-4o$", r"^200 application/json\S* 0$", r"^gpt-5$"],
    "basic_paths": [r"^gpt-4$", r"^chat\.completion$"],
    "basic_raw": [r"^200 True 0$", r"^gpt-4 True$", r"^application/json", r"^\{"],
    "basic_responses": [rf"^{SENTENCE}$"],
    "basic_tools": [r"^get_weather was asked for \['city'\]$"],
    "best_practices": [r"Why does sleep matter\? \S+", r"Why does silence matter\? \S+"],
    "bridge_asyncio": [rf"^{SENTENCE}$", r"^gpt-4$"],
    "bridge_sync": [rf"^{SENTENCE}$", r"^Lima: \S+", r"^\d+$"],
    "bridge_typed": [rf"^{SENTENCE}$", r"^Once upon a time\. \S+"],
    "bridge_tasks": [r"^Lima: \S+", r"^Perth: \S+", r"^6 answers$"],
    "client_block": [r"a task failed: .*no-such-model"],
    "client_rotating_key": [r"^gpt-4$"],
    "client_shared": [r"^Moby-Dick: \S+", r"^Emma: \S+"],
    "coming_from": [rf"^{SENTENCE}$"],
    "combine_broadcast": [r"^\d+ events$", rf"^{SENTENCE}$"],
    "combine_merge": [rf"^gpt-5: {SENTENCE}$", rf"^gpt-5-mini: {SENTENCE}$"],
    "compete_fallback": [r"^gpt-5-mini$"],
    "compete_hedge": [rf"^{SENTENCE}$", r"^HedgeStatistics\(calls=5, hedges=0, won=0, delay=None\)$"],
    "compete_race": [rf"^{SENTENCE}$"],
    "concurrent_gather": [rf"^gpt-5\n{SENTENCE}$"],
    "concurrent_progress": [r"^6 of 6 done, \d+ tokens, \d+\.\d a second$"],
    "concurrent_map": [r"^Lisbon: \S+", r"^Perth: \S+"],
    "concurrent_map_each": [r"^1: \S+"],
    "concurrent_nursery": [r"^Who wrote Faust\? \S+", r"^Who built the Eiffel Tower\? \S+"],
    "concurrent_tasks": [rf"^{SENTENCE}$"],
    "errors_attempts": [r"^attempt 1: status 503, then", r"^attempt 3: status 503, then 0\.0 s"],
    "errors_deadline": [r"^no answer in time$"],
    "errors_handle": [
        r"^status 404, code model_not_found$",
        r"^of chat\.completions\.create, request id known$",
    ],
    "errors_timeout": [r"^the read wait ran out$"],
    "files_parts": [r"^completed files_parts\.py$"],
    "files_send": [r"^files_send\.py\nupload\nnotes\.txt\nnotes\.bin$"],
    "limits_by_model": [r"^gpt-5: \S+", r"^gpt-4\.1: \S+"],
    "limits_governor": [r"^fetched 0$", r"^fetched 9$", r"^let in again$"],
    "limits_statistics": [r"^gpt-5: 1 answered, 0 refused, 0 waiting$"],
    "limits_told": [r"^What is 1 times 1\? \S+", r"^What is 12 times 12\? \S+"],
    "observing_instrument": [r"^2 done, 2 in all, \d+ tokens$"],
    "observing_log": [r"^POST http://\S+/v1/responses: 200 after \d+\.\d+ s, request id \S+$"],
    "pages_collect": [r"^\['notes-0\.txt', 'notes-1\.txt', 'notes-2\.txt'\]$"],
    "pages_items": [r"^notes-0\.txt\nnotes-1\.txt\nnotes-2\.txt\nnotes-3\.txt\nnotes-4\.txt$"],
    "pages_pages": [r"^\['notes-0\.txt', 'notes-1\.txt'\]$", r"^\['notes-4\.txt'\]$", r"^2\n2\n1$"],
    "pages_prefetch": [r"^notes-0\.txt 4$", r"^notes-4\.txt 4$"],
    "poll_failures": [r"^file 1: FileNotFoundError$", r"^completed 2$"],
    "poll_vector_store": [r"^completed 2$", r"^poll_(vector_store|failures)\.py$"],
    "quickstart": [rf"^{SENTENCE}$"],
    "rate_remaining": [
        r"^x-ratelimit-remaining-requests: \d+$",
        r"^x-ratelimit-remaining-tokens: \d+$",
    ],
    "realtime_audio": [r"^\d+ bytes of sound$"],
    "realtime_handlers": [rf"^{SENTENCE} \(response\.completed\)$"],
    "realtime_reconnect": [r"^attempt 1 of 2 after code 1012$", r"^response\.done$"],
    "realtime_text": [rf"^{SENTENCE}$"],
    "recipe_relay": [rf"^{SENTENCE}$"],
    "recipe_thousand": [r"^500 of 1000, 0 failed, \d+ tokens so far$", r"^0 to ask again$"],
    "scopes_budget": [
        r"^stopped: responses\.create would be one request more than max_requests=4 of its scope",
        r"^4 requests, \d+ tokens$",
    ],
    "scopes_nested": [
        r"^What is a nursery\? \d+ tokens$",
        r"^responses\.create: done$",
        r"^0\.\d s were spent",
    ],
    "stream_broken": [r"^StreamTruncated after \d+ events$", r"^What had come: '\S+"],
    "stream_chat": [r"^Once upon a time\. \S+"],
    "stream_early": [r"^Once upon a time\. \S+", r"^<EventStream of chat\.completions\.create: closed"],
    "stream_helper_chat": [r"^so far: \{", r"^whole: name=", r"^City stop$"],
    "stream_helper_responses": [r"^Once upon a time\. \S+", r"^\d+ characters$", r"^completed$"],
    "stream_helper_resume": [r"^Once upon a time\. \S+", r"^completed: \d{3} characters$"],
    "stream_helper_text": [r"^Once upon a time\. \S+"],
    "stream_responses": [r"^Once upon a time\. \S+", r"^\(\d+ tokens\)$"],
    "stream_stalled": [r"^no event for 10 seconds \(idle_timeout\), after 5 events$"],
    "stream_together": [r"\d+ characters\nOnce upon a time\. \S+"],
    "stream_tools": [r'^get_time\(\{"zone": ?".+"\}\)$'],
    "structured_parse": [r"^Event$"],
    "task_group": [rf"^{SENTENCE}$"],
    "task_group_errors": [r"^failed: .*no-such-model", r"^kept: gpt-4$"],
    "task_group_map_errors": [
        r"^no-such-model failed: model_not_found; finished before: \[0\]$",
        r"^gpt-4: gpt-4\nno-such-model: missing\ngpt-5: gpt-5$",
    ],
    "testing_port": [r"^gpt-4$"],
    "tools_chat": [r"^get_orders: \['a lamp'", r"^send_message: sent to Ada$", rf"^{SENTENCE}$"],
    "tools_events": [r'^\[get_weather\{"city": "Lisbon"\}: sunny in Lisbon\]$', rf"^{SENTENCE}$"],
    "tools_failing": [
        r"^the model was told: LookupError: no station in Lisbon$",
        r"^the caller was told: no station in Lisbon$",
    ],
    "tools_parallel": [
        r'^get_weather\{"city": "Lisbon", "days": 1\}: sunny in Lisbon for 1 days$',
        r'^get_population\{"city": "Lisbon"\}: 567000$',
        rf"^{SENTENCE}$",
        r"^2 requests, \d+ tokens$",
    ],
    "transport_httpx": [r"^gpt-4$"],
    "transport_limits": [r"^ClientStatistics\(open=2, .*requests=6, opened=2, reused=4"],
    "transport_tls": [r"^gpt-4$"],
    "transport_wrapped": [r"^GET /v1/models/gpt-4 -> 200\nGET /v1/models/gpt-5 -> 200$"],
    "webhook_unwrap": [r"^resp_1 is done$", r"^refused: no signature of the webhook matches"],
}

# What Azure says of a prompt that its filter refuses.
FILTERED: dict[str, JsonValue] = {
    "message": "The prompt triggered the content policy.",
    "type": None,
    "param": "prompt",
    "code": "content_filter",
    "innererror": {"content_filter_result": {"hate": {"filtered": True, "severity": "high"}}},
}

# What is to go wrong while an example runs, and how often.
FAULTS: dict[str, tuple[Fault, int]] = {
    "azure_filter": (faults.status(400, body={"error": FILTERED}), 1),
    "errors_attempts": (faults.status(503, headers={"retry-after-ms": "2"}), 3),
    "errors_deadline": (faults.stall(), 1),
    "errors_timeout": (faults.stall(), 1),
    "realtime_reconnect": (faults.close_socket(1, code=1012), 1),
    "stream_broken": (faults.truncate(after_events=5), 1),
    "stream_helper_resume": (faults.reset(after_events=9, mid_chunk=True), 2),
    "stream_stalled": (faults.pings(after_events=5), 1),
}


# These wait for longer than a test should.
WAITING = frozenset({"stream_helper_resume", "stream_stalled"})


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def run(example: ModuleType) -> None:
    """Run an example as its last lines do: those that are not Trio's in a thread of their own."""
    if example.__name__.startswith("example_bridge_"):
        runs_a_loop = inspect.iscoroutinefunction(example.main)
        await trio.to_thread.run_sync(lambda: asyncio.run(example.main()) if runs_a_loop else example.main())
    else:
        await example.main()


@pytest.fixture
async def sandbox(monkeypatch: pytest.MonkeyPatch, logger: logging.Logger) -> AsyncIterator[Sandbox]:
    async with open_sandbox(port=0) as sandbox:
        for variable in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "SSL_CERT_FILE", "HTTP_PROXY", "http_proxy"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("OPENAI_BASE_URL", sandbox.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", sandbox.api_key)
        azure = sandbox.azure_options
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", azure["azure_endpoint"])
        monkeypatch.setenv("AZURE_OPENAI_AD_TOKEN", azure["api_key"])
        monkeypatch.setenv("OPENAI_API_VERSION", azure["api_version"])
        yield sandbox
        assert sandbox.crashes == ()


@pytest.mark.parametrize("name", sorted(PRINTED.keys() - WAITING))
async def test_example_prints_what_its_page_promises(
    name: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    await check(name, sandbox, capsys)


@pytest.mark.parametrize("name", sorted(WAITING))
async def test_example_that_waits_prints_what_its_page_promises(
    name: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str], autojump_clock: MockClock
) -> None:
    autojump_clock.autojump_threshold = 0.02
    await check(name, sandbox, capsys)


async def check(name: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    if name in FAULTS:
        fault, times = FAULTS[name]
        sandbox.faults.add(fault, times=times)
    await run(load(name))
    printed = capsys.readouterr().out
    for pattern in PRINTED[name]:
        assert re.search(pattern, printed, re.MULTILINE), f"{pattern!r} is not in:\n{printed}"


def functions_of(example: Path) -> list[str]:
    return re.findall(r"^async def (test_\w+)\(", example.read_text(encoding="utf-8"), re.MULTILINE)


# Its tests take the plugin's fixtures: tests/recording runs it.
WITH_FIXTURES = {"testing_fixtures"}
TESTS = [
    (path.stem, name)
    for path in sorted(EXAMPLES.glob("*.py"))
    if path.stem not in WITH_FIXTURES
    for name in functions_of(path)
]


@pytest.mark.parametrize(("name", "function"), TESTS)
async def test_example_that_is_a_test_passes(name: str, function: str, autojump_clock: MockClock) -> None:
    test = getattr(load(name), function)
    await (test(autojump_clock) if inspect.signature(test).parameters else test())


def test_every_example_is_run() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} == {
        *PRINTED,
        *WITH_FIXTURES,
        *(name for name, _ in TESTS),
    }

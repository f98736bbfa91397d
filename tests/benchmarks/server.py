"""The servers on loopback: an nginx that answers with canned bodies as fast as it can, and a limited one."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

# The answers are files at the API's paths. nginx serves files to GET only, hence the turn over 405; with
# `ssi` it gives up the length, so that the stream is sent in chunks as the API sends it. The header
# fields are some of those that the API sends, and none of those that files get.
_CONFIG = """\
daemon off;
worker_processes 1;
worker_rlimit_nofile 8192;
pid {root}/nginx.pid;
error_log {root}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {root}/body;
    proxy_temp_path {root}/proxy;
    fastcgi_temp_path {root}/fastcgi;
    uwsgi_temp_path {root}/uwsgi;
    scgi_temp_path {root}/scgi;
    keepalive_timeout 300;
    keepalive_requests 100000000;
    tcp_nodelay on;
    types {{ }}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {root};
        add_header x-request-id req_8f14e45fceea167a5a36dedd4bea2543;
        add_header openai-processing-ms 12;
        add_header x-ratelimit-limit-requests 10000;
        add_header x-ratelimit-remaining-requests 9999;
        error_page 405 =200 $uri;
        etag off;
        max_ranges 0;
        add_header last-modified "";
        location /plain/ {{ default_type application/json; }}
        location /listing/ {{ default_type application/json; }}
        location /stream/ {{ default_type text/event-stream; ssi on; ssi_types text/event-stream; }}
    }}
}}
"""


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@contextlib.contextmanager
def nginx() -> Iterator[str]:
    """Serve inside the block; the value is the address that the clients' paths are appended to."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)  # the worker process may run as another user
        port = _free_port()
        for path, body in (
            ("plain/v1/chat/completions", payloads.completion()),
            ("stream/v1/chat/completions", payloads.stream()),
            ("listing/v1/chat/completions", payloads.listing()),
            ("plain/v1/embeddings", payloads.embeddings()),
        ):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(body)
        config = root / "nginx.conf"
        config.write_text(_CONFIG.format(root=root, port=port))
        command = ["nginx", "-c", str(config), "-p", str(root), "-e", str(root / "error.log")]
        with _running(command, port, root) as url:
            yield url


@contextlib.contextmanager
def limited() -> Iterator[str]:
    """Serve `tests.benchmarks.limited` inside the block; the value is its address."""
    port = _free_port()
    command = [sys.executable, "-m", "tests.benchmarks.limited", str(port)]
    with _running(command, port, Path(__file__).parents[2]) as url:
        yield url


@contextlib.contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """Run a server inside the block; the value is its address."""
    process = subprocess.Popen(command, cwd=folder)
    try:
        _wait_until_it_answers(process, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 10
    while True:
        if process.poll() is not None:
            msg = f"the server ended with status {process.returncode}"
            raise RuntimeError(msg)
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return

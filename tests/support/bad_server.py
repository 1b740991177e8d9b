"""A chat server that misbehaves on purpose, over real sockets; a double for the way to a model.

Where it behaves, its answers are values that fit the request's schema: Chinese is copied from the request,
English is a fixed sentence. Nothing of it may ever become a cassette. Started as a program it passes for
llama-server.
"""

import http.server
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.support.filling import fitting


@dataclass(frozen=True)
class Reply:
    """What one request gets."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    """Wait before the first byte."""
    cut_at: int | None = None
    """Bytes of the body after which the connection is dropped; -1 drops it before any answer."""
    trickle_s: float = 0.0
    """Wait after every byte of the body."""


Manner = Callable[[int, dict[str, Any]], Reply]
"""The reply to the n-th chat request (from 1) with this body."""


def completion(content: str, *, finish: str = "stop") -> Reply:
    """A well-formed chat completion that holds `content`."""
    message = {"role": "assistant", "content": content}
    answer = {
        "id": f"chatcmpl-{time.monotonic_ns()}",
        "object": "chat.completion",
        "created": 1,
        "model": "double",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    headers = {"Content-Type": "application/json", "X-Request-Id": "req-1", "Set-Cookie": "session=secret"}
    return Reply(body=json.dumps(answer).encode(), headers=headers)


def good(_: int, body: dict[str, Any]) -> Reply:
    """An answer that fits the schema."""
    return completion(json.dumps(fitting(body), ensure_ascii=False))


def refusal(status: int, message: str = "no", **headers: str) -> Reply:
    """An error as providers send it."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, body, {"Content-Type": "application/json", **named})


def first(*replies: Reply | Manner, then: Manner = good) -> Manner:
    """`replies` one after the other, then `then` for good."""

    def manner(n: int, body: dict[str, Any]) -> Reply:
        if n > len(replies):
            return then(n, body)
        reply = replies[n - 1]
        return reply if isinstance(reply, Reply) else reply(n, body)

    return manner


def always(reply: Reply) -> Manner:
    """The same reply to every request."""
    return lambda _, __: reply


HANG = Reply(after_s=600.0)
"""No answer before the server closes."""
DROP = Reply(cut_at=-1)
"""The connection is closed without a word."""


def where(words: str, reply: Reply | Manner, otherwise: Manner = good) -> Manner:
    """`reply` to the requests whose last message holds `words`."""

    def manner(n: int, body: dict[str, Any]) -> Reply:
        if words not in user_text(body):
            return otherwise(n, body)
        return reply if isinstance(reply, Reply) else reply(n, body)

    return manner


def saying(*english: str) -> Manner:
    """Fitting answers whose English is one of these."""
    return lambda _, body: completion(json.dumps(fitting(body, english), ensure_ascii=False))


def ctrl_c(answers: int, manner: Manner = good) -> Manner:
    """`answers` answers of `manner`; at the next request the user presses Ctrl-C."""

    def press(_: int, __: object) -> Reply:
        os.kill(os.getpid(), signal.SIGINT)
        return HANG

    return first(*[manner] * answers, press)


def user_text(body: Mapping[str, Any]) -> str:
    """The last message of a request."""
    return str(body["messages"][-1]["content"])


class BadServer:
    """The server for the length of a `with` block; `requests` holds path, headers and body of each."""

    def __init__(self, manner: Manner = good, *, host: str = "127.0.0.1", port: int = 0) -> None:
        """Bind the port; nothing is answered before the block begins."""
        self.manner = manner
        self.requests: list[tuple[str, Mapping[str, str], dict[str, Any]]] = []
        self.times: list[float] = []
        self.closing = threading.Event()
        self.lock = threading.Lock()
        self._server = _Server((host, port), type("Handler", (_Handler,), {"owner": self}))
        self.url = f"http://{host}:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        """Answer from a thread of its own."""
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; requests that wait are dropped."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def serve(self) -> None:
        """Serve in this thread, for ever."""
        self._server.serve_forever()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # head and body are two writes: the second would wait for the receipt of the first
    disable_nagle_algorithm = True
    owner: BadServer

    def do_GET(self) -> None:
        """Health and the list of models."""
        self.answer(Reply(body=b'{"data": []}'))

    def do_POST(self) -> None:
        """One chat request."""
        length = int(self.headers["Content-Length"])
        raw = self.rfile.read(length)
        if len(raw) < length:
            # whoever asked was killed in the middle of a word
            self.close_connection = True
            return
        body = json.loads(raw)
        with self.owner.lock:
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.owner.requests.append((self.path, headers, body))
            self.owner.times.append(time.monotonic())
            number = len(self.owner.requests)
        self.answer(self.owner.manner(number, body))

    def answer(self, reply: Reply) -> None:
        """Send the reply, or as much of it as its manner allows."""
        if reply.after_s and self.owner.closing.wait(reply.after_s):
            self.close_connection = True
            return
        if reply.cut_at is None or reply.cut_at >= 0:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.send_body(reply)
        if reply.cut_at is not None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    def send_body(self, reply: Reply) -> None:
        """All at once, or a byte at a time."""
        if not reply.trickle_s:
            self.wfile.write(reply.body[: reply.cut_at])
            return
        for byte in reply.body:
            self.wfile.write(bytes([byte]))
            if self.owner.closing.wait(reply.trickle_s):
                return

    def log_message(self, *_: object) -> None:
        """Tests look at `requests` instead."""


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Pass for llama-server: BAD_SERVER is `hangs 2` or `dies 2`, what it does after so many answers.

    Its process id and a line for each request go to BAD_SERVER_LOG.
    """
    options = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=False))
    end, _, answers = os.environ["BAD_SERVER"].partition(" ")
    with Path(os.environ["BAD_SERVER_LOG"]).open("a", encoding="utf-8", buffering=1) as log:
        log.write(f"{os.getpid()}\n")

        def manner(n: int, body: dict[str, Any]) -> Reply:
            log.write("asked\n")
            if n <= int(answers):
                return good(n, body)
            if end == "dies":
                sys.stderr.write("ggml: out of memory\n")
                sys.stderr.flush()
                os._exit(9)
            return HANG

        BadServer(manner, host=options["--host"], port=int(options["--port"])).serve()


if __name__ == "__main__":
    main()

"""A quick chat server on loopback that answers as a recorded model did: `python -m tests.bench.loopback LATENCY_S`.

It prints its address, then waits; copies of a recorded report are told apart by a mark in their title. It takes 0.2 ms
of CPU a call, so that what is measured beside it is govbrief. Its counts are at /counts.
"""
# ruff: noqa: T201 - prints its address

import asyncio
import json
import re
import sys
from pathlib import Path

from govbrief.model.cassettes import read_cassettes

RECORDED = Path("cassettes/default")
_DIGITS = "甲乙丙丁戊己庚辛壬癸"
_MARK = re.compile(f"〔[{_DIGITS}]+〕")
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def mark(number: int) -> str:
    """What tells a copy from others and is no number."""
    return f"〔{''.join(_DIGITS[int(digit)] for digit in f'{number:05}')}〕"


def recorded() -> dict[str, bytes]:
    """Whole HTTP answers by what was said to the model."""
    answers = {}
    for key, entry in read_cassettes(RECORDED).items():
        said = json.loads(key.partition("\n")[2])["messages"]
        answers[_said(said)] = entry["response"]["body"]["string"].encode()
    return answers


def _said(messages: list[dict[str, str]]) -> str:
    return _MARK.sub("", "\n".join(message["content"] for message in messages[1:]))


class Loopback:
    """The server."""

    def __init__(self, latency_s: float) -> None:
        """Each call is answered after `latency_s`."""
        self._latency_s = latency_s
        self._answers = recorded()
        self.calls = self.missed = self.now = self.most = 0

    async def serve(self) -> None:
        """Serve until the process ends."""
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=512, limit=2**20)
        print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
        await server.serve_forever()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1])) if length else b""
                status, answer = await self._answer(body) if body else ("200 OK", self._counts())
                writer.write(
                    f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}"
                    "\r\n\r\n".encode()
                    + answer
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, body: bytes) -> tuple[str, bytes]:
        self.calls += 1
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(self._latency_s)
        self.now -= 1
        answer = self._answers.get(_said(json.loads(body)["messages"]))
        if answer is None:
            self.missed += 1
            print(_said(json.loads(body)["messages"]), file=sys.stderr)
            return "400 Bad Request", b'{"error": {"message": "not recorded"}}'
        return "200 OK", answer

    def _counts(self) -> bytes:
        return json.dumps({"calls": self.calls, "missed": self.missed, "most": self.most}).encode()


if __name__ == "__main__":
    asyncio.run(Loopback(float(sys.argv[1])).serve())

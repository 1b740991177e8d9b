"""What the drills about batches share: reports in no number, the command that briefs them, and a server that counts."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.support.bad_server import BadServer, Reply, good

ROOT = Path(__file__).parents[2]
PROMPTS = ROOT / "tests" / "support" / "prompts" / "one-pass"
"""A set that asks for each section on its own: six requests for one of these reports."""
REPORT = """\
{place}司法局{year}年法治政府建设年度报告

一、主要做法和成效
（一）依法全面履行政府职能
{place}司法局持续推进行政审批制度改革，办理事项{n}件，群众办事更加方便。
（二）规范行政执法
{place}司法局组织开展行政执法人员培训{m}场，执法行为更加规范。

二、存在的问题和不足
部分单位法治意识不强，依法行政能力有待提高。

三、下一步工作打算
{place}司法局将继续加强行政执法监督，推进严格规范公正文明执法。
"""


def write_reports(folder: Path, number: int) -> list[Path]:
    """Reports that differ in all that they say, so that none is answered with another's answers."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"report-{n:02}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        text = REPORT.format(place=f"{chr(0x4E00 + n)}岗县", year=2001 + n, n=110 + n, m=20 + n)
        path.write_text(text, encoding="utf-8")
    return paths


def environment(folder: Path) -> dict[str, str]:
    """Of a program that knows no key, no configuration and no cache but those in `folder`."""
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "GOVBRIEF_"))
    }
    paths = os.pathsep.join(str(ROOT / part) for part in ("", "pipeline", "schemas"))
    return bare | {
        "PYTHONPATH": paths,
        "XDG_CONFIG_HOME": str(folder),
        "GOVBRIEF_CACHE": str(folder / "cache"),
    }


def command(reports: Sequence[Path], out: Path, url: str, at_once: int, *options: str) -> list[str]:
    """The command line of a batch."""
    asked = ("--base-url", url, "--model", "m", "--prompts", str(PROMPTS), "--concurrency", str(at_once))
    words = ("summarize", *map(str, reports), *asked, "--out", str(out), "--quiet", *options)
    return [sys.executable, "-m", "govbrief", *words]


def start(words: Sequence[str], folder: Path) -> "subprocess.Popen[str]":
    """The command under way."""
    return subprocess.Popen(  # noqa: S603 - our own program
        words,
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


class Counting:
    """A server's manner that answers soundly after a while, and counts what it answered and how often."""

    def __init__(self, latency_s: float, usage: tuple[int, int] = (100, 10)) -> None:
        """Each answer says that it took so many tokens in and out."""
        self._latency_s = latency_s
        self._usage = usage
        self.asked: Counter[str] = Counter()

    def __call__(self, number: int, body: dict[str, Any]) -> Reply:
        """A sound answer."""
        self.asked[hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()] += 1
        reply = good(number, body)
        usage = dict(zip(("prompt_tokens", "completion_tokens"), self._usage, strict=True))
        told = json.loads(reply.body) | {"usage": usage}
        return replace(reply, body=json.dumps(told).encode(), after_s=self._latency_s)

    @property
    def twice(self) -> int:
        """Requests that were asked again after they were asked before."""
        return sum(self.asked.values()) - len(self.asked)


@contextmanager
def counting(latency_s: float) -> Iterator[tuple[BadServer, Counting]]:
    """A server and what it counts."""
    manner = Counting(latency_s)
    with BadServer(manner) as server:
        yield server, manner


_OF_THE_RUN = ("created", "seconds", "server_seconds", "calls", "retries", "tokens_in", "tokens_out")


def briefs_in(folder: Path) -> dict[str, str]:
    """The briefs by name, without when they were made and what that took."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("report-*.json")):
        brief = json.loads(path.read_text(encoding="utf-8"))
        for name in _OF_THE_RUN:
            del brief["provenance"][name]
        found[path.stem] = json.dumps(brief, ensure_ascii=False, sort_keys=True)
    return found

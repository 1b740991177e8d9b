"""A report, a command line inside this process, and servers that misbehave."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from govbrief.cli import app as cli
from tests.support.bad_server import BadServer, Manner, good

REPORT = """\
某市司法局2023年法治政府建设年度报告

一、主要做法和成效
（一）依法全面履行政府职能
市司法局持续推进行政审批制度改革，群众办事更加方便。
（二）规范行政执法
市司法局组织开展行政执法人员培训，执法行为更加规范。

二、存在的问题和不足
部分单位法治意识不强，依法行政能力有待提高。

三、下一步工作打算
市司法局将继续加强行政执法监督，推进严格规范公正文明执法。
"""
ONE_PASS = Path(__file__).parents[2] / "support" / "prompts" / "one-pass"
"""A set that asks for each section on its own, so that tests know which request comes when."""
FUNCTIONS, ENFORCEMENT = "（一）依法全面履行政府职能", "（二）规范行政执法"
SHORTCOMINGS, PLANS = "二、存在的问题和不足", "三、下一步工作打算"


class Result(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    """No key, no address, no configuration, no embedded model, and no wait between requests."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "GOVBRIEF_MODEL", "GOVBRIEF_LLAMA_SERVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("govbrief.model.tries.backoff_s", lambda _: 0.0)


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def prompts(tmp_path) -> Path:
    """A prompt set that a test may change."""
    return shutil.copytree(ONE_PASS, tmp_path / "prompts" / "mine")


@pytest.fixture
def govbrief(capsys, monkeypatch):
    """Run one command line in this process."""

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["govbrief", *map(str, arguments)])
        capsys.readouterr()
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        shown = capsys.readouterr()
        assert isinstance(code, int)
        return Result(code, shown.out, shown.err)

    return run


@pytest.fixture
def summarize(govbrief, report):
    """Run a quiet `summarize` with a server, one request at a time, so that their order is known."""

    def run(server: BadServer | str, *arguments: object, sources: tuple[object, ...] = ()) -> Result:
        url = server if isinstance(server, str) else server.url
        options = ("--base-url", url, "--model", "m", "--concurrency", 1, "--quiet", "--prompts", ONE_PASS)
        return govbrief("summarize", *(sources or (report,)), *options, *arguments)

    return run


@pytest.fixture
def serve():
    """Start servers of given manners, and stop them at the end."""
    servers: list[BadServer] = []

    def start(manner: Manner = good) -> BadServer:
        servers.append(BadServer(manner).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__()


def read_brief(folder: Path, name: str = "report") -> dict[str, Any]:
    """The brief that was written as JSON."""
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def written_in(folder: Path) -> list[Path]:
    """The files that a user sees in a folder: the ledger is hidden."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def failed_parts(brief: dict[str, Any]) -> list[str]:
    """What the brief names as failed, in its order."""
    return [failure["section"] for failure in brief["failures"]]

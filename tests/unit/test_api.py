"""govbrief as other programs use it."""

import asyncio
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import govbrief
from tests.support.bad_server import BadServer, good
from tests.unit.failures.conftest import ONE_PASS, REPORT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def report(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_everything_published_is_there_and_documented():
    """Each name can be had, and says what it is."""
    for name in govbrief.__all__:
        value = getattr(govbrief, name)
        assert name == "__version__" or (value.__doc__ or "").strip(), name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        govbrief.nothing  # noqa: B018 - the look-up is the test


def test_calls_stay_calls_whatever_is_imported():
    """`numbers` and `compare` are folders of the package too, and do not hide the calls."""
    for folder in ("govbrief.compare.runner", "govbrief.numbers.find"):
        importlib.import_module(folder)

    assert callable(govbrief.numbers)
    assert callable(govbrief.compare)


def test_import_is_quick_and_changes_nothing():
    """Importing govbrief loads no part of it that is not used, prints nothing, and leaves signals alone."""
    code = (
        "import signal, sys, json; before = signal.getsignal(signal.SIGINT); import govbrief;"
        "print(json.dumps([signal.getsignal(signal.SIGINT) is before,"
        " sorted(m for m in sys.modules if m.startswith(('pydantic', 'openai', 'rich', 'govbrief.')))]))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own line
    assert json.loads(done.stdout) == [True, ["govbrief.base", "govbrief.base.version"]]
    assert done.stderr == ""


def test_looking_needs_no_model(report, capsys):
    """Outline and numbers of a report, without a word on the terminal."""
    outline = govbrief.outline(report)
    assert [s.role for s in outline.sections if s.heading][-1] is govbrief.Role.PLAN
    assert [q.text for q in govbrief.numbers(report) if not q.is_amount][:1] == ["2023年"]
    assert capsys.readouterr() == ("", "")


def test_summarize_and_check(report, capsys):
    """A brief is made and checked again by two calls, inside a running event loop as well."""
    with BadServer(good) as server:
        settings = govbrief.Settings(base_url=server.url, model="m")
        brief = govbrief.summarize(report, settings=settings, prompts=str(ONE_PASS))

        async def inside():
            return govbrief.summarize(report, settings=settings, prompts=str(ONE_PASS))

        again = asyncio.run(inside())
        side_by_side = asyncio.run(
            govbrief.asummarize_all([report, report], settings=settings, prompts=str(ONE_PASS))
        )
    assert [item.kind for item in brief.items] == [item.kind for item in again.items]
    assert len(side_by_side) == 2
    assert all(isinstance(one, govbrief.Brief) for one in side_by_side)
    verified = govbrief.check(brief, report)
    assert {place for place, _ in verified.doubts} <= {"head", *(item.id for item in brief.items)}
    assert capsys.readouterr() == ("", "")


def test_errors_say_what_to_do(tmp_path):
    """Whatever goes wrong is a PipelineError with a hint; nothing ends the process."""
    with pytest.raises(govbrief.InputError) as caught:
        govbrief.outline(tmp_path / "nowhere.txt")
    assert isinstance(caught.value, govbrief.PipelineError)
    assert caught.value.hint


def test_example_is_typed():
    """The example of a program that uses govbrief passes the type checker that its users run."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "tests/typing/api.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_importing_the_model_stack_leaves_the_programs_log_alone():
    """No logger of another library is set to anything."""
    code = "import logging, govbrief.model.client; print(logging.getLogger('instructor').level, logging.root.handlers)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip() == "0 []"

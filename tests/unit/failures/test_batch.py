"""A batch: reports are finished one after the other, and what became of each is told."""

import asyncio
import json
from dataclasses import replace

import pytest

from govbrief.api import asummarize_all, load
from govbrief.base.settings import Settings
from govbrief.views.progress import Progress
from tests.support.bad_server import good, refusal, where
from tests.unit.failures.conftest import ONE_PASS, REPORT, read_brief

NUMBER = 12
EACH = 6
"""Requests for one of the reports: four sections, what was left out, the summary."""


def reports(folder, number):
    """Reports that differ by their year, so that none is answered with another's answers."""
    paths = [folder / f"report-{2000 + n}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text(REPORT.replace("2023年", f"{2000 + n}年"), encoding="utf-8")
    return paths


@pytest.mark.parametrize(("at_once", "most"), [(1, EACH), (4, 4 * EACH + 4)])
def test_first_brief_comes_after_its_own_share(serve, tmp_path, at_once, most):
    """When the first brief is there, about the requests were sent that one report takes; briefs come in order."""
    server = serve(lambda n, body: replace(good(n, body), after_s=0.05))
    seen = []
    settings = Settings(base_url=server.url, model="m", concurrency=at_once, prompts=str(ONE_PASS))
    sources = [load(path) for path in reports(tmp_path, NUMBER)]
    asyncio.run(
        asummarize_all(
            sources,
            settings=settings,
            save=lambda report, _: seen.append((report.source, len(server.requests))),
        )
    )
    assert seen[0][1] <= most
    order = [source for source, _ in seen]
    places = [order.index(report.source) for report in sources]
    assert all(abs(place - n) < at_once for n, place in enumerate(places))


def test_table_and_file_say_what_became_of_each(govbrief, serve, tmp_path):
    """A report that fails, one with a lost part and one that is whole: a row each, on the screen and in run.json."""
    whole, partly, failing = reports(tmp_path, 3)
    partly.write_text(partly.read_text(encoding="utf-8").replace("培训", "演练"), encoding="utf-8")
    failing.write_bytes(b"")
    server = serve(where("演练", refusal(400, "Content Exists Risk")))
    options = ("--base-url", server.url, "--model", "m", "--prompts", ONE_PASS, "--out", tmp_path / "out")
    done = govbrief("summarize", whole, partly, failing, *options)
    assert done.code == 5
    assert "完成 done" in done.err
    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    states = {row["report"]: row["state"] for row in told["reports"]}
    assert states == {str(whole): "done", str(partly): "partly", str(failing): "failed"}
    first = next(row for row in told["reports"] if row["report"] == str(whole))
    assert (first["tokens_in"], first["tokens_out"], first["usd"]) == (600, 60, None)
    assert first["seconds"] > 0
    assert told["total"]["tokens_in"] == sum(row["tokens_in"] for row in told["reports"])
    again = govbrief("summarize", whole, partly, *options, "--quiet")
    assert "完成 done" not in again.err
    first = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["reports"][0]
    assert (first["state"], first["tokens_in"]) == ("finished before", 0)


def test_files_without_a_reader_are_told(govbrief, serve, tmp_path):
    """A folder with a file that nothing reads: one line in both languages, and the name in run.json."""
    folder = tmp_path / "in"
    folder.mkdir()
    reports(folder, 2)
    (folder / "third.wps").write_bytes(b"x")
    options = ("--base-url", serve().url, "--model", "m", "--prompts", ONE_PASS, "--out", tmp_path / "out")
    done = govbrief("summarize", folder, *options)
    line = (
        "govbrief: 1 file of a type that cannot be read left out: third.wps\n"
        "  文件夹中1个文件的类型无法读取，已略过：third.wps\n"
    )
    assert (done.code in {0, 1}, done.err.count(line)) == (True, 1)
    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert told["skipped"] == [str(folder / "third.wps")]


def test_one_report_has_no_table(summarize, serve, tmp_path):
    """Its brief says all that there is to say."""
    summarize(serve(), "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "run.json").exists()


def test_a_report_may_be_called_run(govbrief, serve, tmp_path):
    """Its brief does not take the place of run.json."""
    one, other = reports(tmp_path, 2)
    named = one.rename(tmp_path / "run.txt")
    options = ("--base-url", serve().url, "--model", "m", "--prompts", ONE_PASS, "--out", tmp_path / "out")
    govbrief("summarize", named, other, *options, "--quiet")
    assert read_brief(tmp_path / "out", "run-2")["items"]
    assert read_brief(tmp_path / "out", "run")["schema"] == "govbrief-run/1"


def test_progress_says_what_is_spent_and_left():
    """Reports, steps, time, and what it took so far; what is not begun is thought to be like the rest."""
    now = [0.0]
    progress = Progress(quiet=True, spent=lambda: "1,200 tokens, $0.0100, $4.9900 left", clock=lambda: now[0])
    progress.expect(3)
    progress.add(2)
    for step in ("one", "two"):
        progress.started(step)
        now[0] += 5.0
        progress.done(step)
    progress.report_done("report")
    assert f"{progress}" == (
        "1 of 3 reports, 2 of 2 done, about 20 s left (1,200 tokens, $0.0100, $4.9900 left)"
    )

"""`compare` with a server: what is asked, what is not asked again, and what the command says and returns."""

import json
import shutil
from xml.etree import ElementTree as ET

import pytest

from govbrief.base.errors import UsageError
from govbrief.compare.gate import read_thresholds
from govbrief.sets.prompt_files import FOLDER
from govbrief_schemas.comparison import Comparison, State
from tests.support.bad_server import good, refusal, where
from tests.unit.failures.conftest import REPORT, SHORTCOMINGS


@pytest.fixture
def prompts(tmp_path):
    """A copy of the set that it is compared with."""
    return shutil.copytree(FOLDER / "default", tmp_path / "prompts" / "mine")


@pytest.fixture
def compare(govbrief, report):
    """Run `compare` of two sets on the report, one request at a time."""

    def run(server, *arguments, sets=("default", "plain")):
        options = ("--base-url", server.url, "--concurrency", 1, "--quiet")
        model = () if "--model" in arguments else ("--model", "m")
        return govbrief("compare", *sets, "--on", report, *options, *model, *arguments)

    return run


def read(result):
    return Comparison.model_validate_json(result.out)


def test_a_rerun_sends_nothing_and_says_the_same(compare, serve):
    """Answers are kept by what was asked: the second run prints the same bytes without a request."""
    server = serve()
    first = compare(server, "--json")
    sent = len(server.requests)
    assert sent == 5
    assert first.code == 0, first.err
    second = compare(server, "--json")
    assert len(server.requests) == sent
    strip = [[c.figures.model_copy(update={"seconds": None}) for c in read(r).cases] for r in (first, second)]
    assert strip[0] == strip[1]
    assert {c.figures.seconds for c in read(second).cases} == {None}
    assert all(c.figures.seconds is not None for c in read(first).cases)
    assert compare(server, "--json").out == second.out


def test_one_edited_file_asks_again_only_what_it_changes(compare, serve, prompts):
    """A word in the message for the head re-asks the head and nothing else; set back, nothing at all."""
    server = serve()
    compare(server, "--json", sets=("default", prompts))
    sent = len(server.requests)
    file = prompts / "whole.md"
    before = file.read_text(encoding="utf-8")
    file.write_text(before + "\nBe exact.\n", encoding="utf-8")
    compare(server, "--json", sets=("default", prompts))
    assert [body["messages"][-1]["content"][-9:] for _, _, body in server.requests[sent:]] == ["Be exact."]
    file.write_text(before, encoding="utf-8")
    compare(server, "--json", sets=("default", prompts))
    assert len(server.requests) == sent + 1


def test_sets_share_answers_to_the_same_question(compare, serve, prompts):
    """A copy of a set costs nothing."""
    server = serve()
    compare(server, "--json", sets=("default", "default"))
    sent = len(server.requests)
    assert read(compare(server, "--json", sets=("default", prompts))).regressions == ()
    assert len(server.requests) == sent


def test_a_dry_run_sends_nothing_and_counts_what_is_left(compare, serve):
    """Before: every first request. After: none."""
    server = serve()
    before = json.loads(compare(server, "--dry-run", "--json").out)
    assert server.requests == []
    assert before["default"]["calls"] >= 2
    assert before["default"]["tokens_in"] > 500
    assert before["default"]["kept"] == 0
    compare(server)
    sent = len(server.requests)
    after = json.loads(compare(server, "--dry-run", "--json").out)
    assert [plan["calls"] for plan in after.values()] == [0, 0]
    assert sum(plan["kept"] for plan in after.values()) >= 4
    shown = compare(server, "--dry-run")
    assert shown.code == 0
    assert "Nothing was sent" in " ".join(shown.out.split())
    assert len(server.requests) == sent


def test_a_failed_chunk_is_listed_and_fails_the_gate(compare, serve, prompts, tmp_path):
    """One part of one set fails: it is named on the screen, in the XML and by the exit code."""
    (prompts / "system.md").write_text("Another system prompt.", encoding="utf-8")
    settings = (prompts / "set.toml").read_text(encoding="utf-8")
    (prompts / "set.toml").write_text(
        settings.replace("[limits]\n", "[limits]\nchunk_chars = 20\n"), encoding="utf-8"
    )

    def manner(n, body):
        other = body["messages"][0]["content"].startswith("Another")
        return where(SHORTCOMINGS, refusal(400, "not allowed"))(n, body) if other else good(n, body)

    junit = tmp_path / "junit.xml"
    options = ("--fail-on-regression", "--junit", junit)
    result = compare(serve(manner), *options, sets=("default", prompts))
    assert result.code == 1
    # the request itself, with the shortcoming that nothing tells because of it, and the one for what it left out
    assert "mine: failed 2, at most 0 may pass" in " ".join(result.err.split())
    assert SHORTCOMINGS in result.out
    root = ET.parse(junit).getroot()  # noqa: S314 - written by this test
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert {"failed", "dropped", "regressions.failed"} <= set(failed)
    loose = tmp_path / "thresholds.toml"
    loose.write_text(
        "[regressions]\nfailed = 9\ndropped = 9\n[worse]\nshortcoming_recall = false\n", encoding="utf-8"
    )
    again = compare(serve(manner), "--fail-on-regression", "--thresholds", loose, sets=("default", prompts))
    assert "failed 3" not in again.err


def test_several_models_stand_in_one_table(compare, serve):
    """One set, two models: two columns, each asked for by its name."""
    server = serve()
    found = read(compare(server, "--model", "A", "--model", "B", "--json", sets=("default",)))
    assert [c.id for c in found.columns] == ["default @ A", "default @ B"]
    assert {body["model"] for _, _, body in server.requests} == {"A", "B"}


def test_repeats_ask_with_other_seeds(compare, serve):
    """Three runs are three seeds, and one case."""
    server = serve()
    found = read(compare(server, "--repeats", 3, "--json"))
    assert {c.runs for c in found.cases} == {3}
    assert len({body["seed"] for _, _, body in server.requests}) == 3


def test_a_baseline_can_be_any_of_the_sets(compare, serve):
    """It stands first; a name that is not there is a usage error."""
    found = read(compare(serve(), "--baseline", "plain", "--json"))
    assert [(c.id, c.baseline) for c in found.columns] == [("plain", True), ("default", False)]
    result = compare(serve(), "--baseline", "nobody")
    assert (result.code, "one of: default, plain" in result.err) == (2, True)


def test_what_costs_is_known_where_a_price_is(compare, serve, tmp_path):
    """A price by model; without one the cost is unknown and not nought."""
    prices = tmp_path / "prices.toml"
    prices.write_text("[m]\nin = 1.0\nout = 2.0\n", encoding="utf-8")
    total = read(compare(serve(), "--prices", prices, "--json")).totals[0].figures
    assert total.cost == round((total.tokens_in + 2 * total.tokens_out) / 1e6, 6)
    assert read(compare(serve(), "--json")).totals[0].figures.cost is None


def test_annotations_of_the_user_are_used(compare, serve, tmp_path):
    """A file that quotes the report gives recall; one of another report gives none."""
    text = "部分单位法治意识不强，依法行政能力有待提高。"
    at = REPORT.index(text)
    row = {"start": at, "end": at + len(text), "text": text}
    folder = tmp_path / "annotations"
    folder.mkdir()
    (folder / "any.json").write_text(json.dumps({"shortcomings": [row], "plans": []}), encoding="utf-8")
    found = read(compare(serve(), "--annotations", folder, "--json"))
    assert found.reports[0].annotated
    assert found.totals[0].figures.shortcoming_recall == 1.0
    (folder / "any.json").write_text("[]", encoding="utf-8")
    assert compare(serve(), "--annotations", folder).code == 3


def test_a_missing_cassette_is_a_missing_case(govbrief, report, tmp_path, serve, summarize):
    """One side recorded, one not: shown as missing, told on stderr, exit code 5; with neither, the error."""
    cassettes = tmp_path / "cassettes"
    summarize(serve(), "--prompts", "default", "--record", cassettes)
    arguments = (
        "compare",
        "default",
        "plain",
        "--on",
        report,
        "--replay",
        cassettes,
        "--model",
        "m",
        "--json",
    )
    result = govbrief(*arguments)
    assert result.code == 5
    states = [case.state for case in read(result).cases]
    assert states == [State.DONE, State.MISSING]
    assert "plain/report.yaml: no such cassette" in result.err
    assert govbrief(*arguments, "--fail-on-regression").code == 1
    nothing = govbrief("compare", "plain", "embedded", "--on", report, "--replay", cassettes)
    assert (nothing.code, nothing.out) == (4, "")


QUIET = """\
青河县2025年法治政府建设情况报告

一、主要工作
全县建成便民服务站12个。
制定政府规章3件，修订1件。

二、存在的不足
执法力量还比较薄弱。

三、下一步计划
健全行政执法监督机制。
"""


def test_a_report_that_asks_nothing_needs_no_cassette(govbrief, tmp_path, serve, summarize):
    """Beside a recorded report, one whose brief needs no answer is compared; one that needs some stays missing."""
    cassettes, quiet = tmp_path / "cassettes", tmp_path / "quiet.txt"
    quiet.write_text(QUIET, encoding="utf-8")
    summarize(serve(), "--prompts", "embedded", "--record", cassettes)
    compared = ("compare", "embedded", "default", "--on", quiet, "--replay", cassettes, "--json")
    (cassettes / "default").mkdir()
    result = govbrief(*compared)
    cases = {case.column: case.state for case in read(result).cases}
    assert cases == {"embedded": State.DONE, "default": State.MISSING}
    assert "default/quiet.yaml: no such cassette" in result.err
    assert "embedded/quiet.yaml" not in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("default", "--on", "x.txt"), "nothing to compare with"),
        (("default", "plain"), "--on"),
        (("default", "plain", "--on", "x.txt", "--dry-run", "--replay", "cassettes"), "nothing to count"),
        (("default", "nosuch", "--on", "x.txt"), "nosuch"),
    ],
)
def test_wrong_usage_is_told(govbrief, arguments, said):
    """Exit code 2 and what is wrong."""
    result = govbrief("compare", *arguments)
    assert result.code == 2
    assert said in result.err


@pytest.mark.parametrize(
    "text",
    [
        "[regressions]\nlost = 0\n",
        "[other]\n",
        "[worse]\nnumber_precision = 'x'\n",
        "not toml",
        "[worse]\ncalls = true\n",
    ],
)
def test_wrong_thresholds_are_told(tmp_path, text):
    """An unknown key or a value that is no number names the file."""
    path = tmp_path / "t.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"t\.toml"):
        read_thresholds(path)

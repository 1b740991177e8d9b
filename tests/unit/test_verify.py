"""`govbrief check BRIEF SOURCE` believes nothing that a brief says of itself."""

import asyncio
import io
import json
import sys

import pytest
from rich.console import Console

from govbrief.base.errors import InputError
from govbrief.checking.check import check_item, index_source
from govbrief.checking.verify import verify
from govbrief.cli import app as cli
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.views.progress import Progress
from govbrief.views.verified import print_verified, verified_json
from govbrief.write.compose import compose
from govbrief.write.desk import Desk
from govbrief.write.figures import RowWords, candidates, figure_of
from govbrief.write.method import Checked, Said, Whole
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Provenance, Status
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Item, Kind, Theme

TEXT = """\
某市2023年法治政府建设年度报告

一、主要工作成效
全市受理行政复议案件3353件，比上年增长12.5%。
全市开展执法培训46场。

二、存在的问题和不足
部分单位法治意识不强。
"""
ENGLISH = (
    "The city accepted 3,353 administrative reconsideration cases, up 12.5% over the year before.",
    "The city held 46 law enforcement trainings.",
    "Some units do not have a strong awareness of the rule of law.",
)
WRONG = "The city held 64 law enforcement trainings."
MADE = Provenance(
    govbrief="0",
    model="m",
    prompt_set="default",
    prompt_set_id="sha256:0",
    created="2024-01-01T00:00:00+00:00",
    calls=1,
    reasks=0,
    retries=0,
    tokens_in=1,
    tokens_out=1,
    seconds=1.0,
    server_seconds=1.0,
)


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def sound(source):
    """A brief of the report without a fault, as JSON values."""
    outline = split_report(load_report(str(source)))
    witness = index_source(outline)
    sentences = [(s, n) for n, section in enumerate(outline.sections) for s in section.sentences]
    told = [(s, n) for s, n in sentences if s.text.startswith(("全市", "部分"))]
    kinds = (Kind.ACHIEVEMENT, Kind.ACHIEVEMENT, Kind.SHORTCOMING)
    items = [
        Item(f"{n:02}/00/{i}", kinds[i], Theme.DISPUTES, s.text, ENGLISH[i], (s,), n)
        for i, (s, n) in enumerate(told)
    ]
    checked = tuple(Checked(i, check_item(i, witness, outline.sections[i.section].role)) for i in items)
    said = Said(items[0].zh, items[0].en, (items[0].id,), checked[0].findings)
    whole = Whole(
        title="The City's 2023 Report on a Law-Based Government",
        sentences=(said,),
        figures=tuple(
            figure_of(row, TEXT, RowWords(Bilingual(zh=row.quantity.subject, en="")), Status.RESULT)
            for row in candidates(checked, witness, outline)
        ),
    )
    desk = Desk(outline, witness, None, Progress(quiet=True), asyncio.Semaphore(1), 0)
    brief = compose(desk, checked, whole, MADE)
    assert brief.doubts == 0
    assert len(brief.figures) == 3
    return json.loads(brief.model_dump_json(by_alias=True))


@pytest.fixture
def again(source, tmp_path):
    """Check a brief, given as JSON values or as text, against the report."""

    def run(brief):
        path = tmp_path / ("brief.txt" if isinstance(brief, str) else "brief.json")
        path.write_text(brief if isinstance(brief, str) else json.dumps(brief), encoding="utf-8")
        return verify(path, load_report(str(source)))

    return run


def test_sound_brief_has_no_doubts(sound, again):
    """What was supported when the brief was made is supported still."""
    found = again(sound)
    assert found.doubts == ()
    assert sum(f.verdict is Verdict.SUPPORTED for f in found.findings) >= 6


def tamper(brief, path, value):
    """The brief with one value changed, deep inside."""
    *way, last = path
    part = brief
    for step in way:
        part = part[step]
    assert part[last] != value
    part[last] = value
    return brief


TAMPERED = {
    "evidence": (("items", 1, "evidence", 0, "text"), "全市开展执法培训64场。", "00/00/1", Rule.EVIDENCE),
    "place of evidence": (("items", 1, "evidence", 0, "start"), 3, "00/00/1", Rule.EVIDENCE),
    "place beyond the source": (("items", 1, "evidence", 0, "end"), 10**6, "00/00/1", Rule.EVIDENCE),
    "number in Chinese": (("items", 1, "zh"), "全市开展执法培训64场。", "00/00/1", Rule.VALUE),
    "number in English": (
        ("items", 1, "en"),
        WRONG,
        "00/00/1",
        Rule.VALUE,
    ),
    "kind": (("items", 2, "kind"), "plan", "01/00/2", Rule.ROLE),
    "summary": (
        ("summary", "sentences", 0, "en"),
        "The city accepted 3,533 administrative reconsideration cases, up 12.5% over the year before.",
        "summary/0",
        Rule.VALUE,
    ),
    "plain summary": (("summary", "en"), ["The city accepted 3,533 cases."], "summary", Rule.VALUE),
    "summary of nothing": (("summary", "sentences", 0, "items"), [], "summary/0", None),
    "figure": (("figures", 0, "en"), "3,533 cases", "figure 1", Rule.VALUE),
    "value of a figure": (("figures", 1, "value"), "15.2", "figure 2", Rule.VALUE),
    "evidence of a figure": (("figures", 2, "evidence", "start"), 5, "figure 3", Rule.EVIDENCE),
    "title": (("report", "title", "zh"), "某市2024年法治政府建设年度报告", "head", Rule.TITLE),
    "year": (("report", "year"), 1900, "head", Rule.DATE),
    "publication": (("report", "published"), "1999-01-01", "head", Rule.DATE),
    "speaker": (
        ("report", "speakers"),
        [{"name": {"zh": "张三", "en": "John Smith"}, "office": {"zh": "", "en": "President of France"}}],
        "head",
        Rule.ACTOR,
    ),
    "doer in English": (
        ("items", 1, "actor"),
        {"zh": "海南省财政厅", "en": "Supreme People's Court"},
        "00/00/1",
        Rule.ORGAN,
    ),
    "year of the title": (("report", "title", "en"), "The City's 2024 Report", "head", None),
    "source": (("report", "sha256"), "0" * 64, "source", Rule.EVIDENCE),
}


@pytest.mark.parametrize(("path", "value", "place", "rule"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found_where_it_is(sound, again, path, value, place, rule):  # noqa: PLR0913, PLR0917 - a table
    """Each change to a brief is a doubt at its own place, though the brief's findings still say all is well."""
    doubts = again(tamper(sound, path, value)).doubts
    if rule is None:
        assert place in {p for p, _ in doubts} or path[-1] == "items"
    else:
        assert (place, rule) in {(p, f.rule) for p, f in doubts}
    assert {p for p, _ in doubts} <= {place}


def test_findings_of_the_brief_are_not_believed(sound, again):
    """Taking a finding out of a brief does not take it out of the check."""
    item = tamper(sound, ("items", 1, "en"), WRONG)["items"][1]
    item["findings"] = []
    assert any(place == "00/00/1" for place, _ in again(sound).doubts)


def test_plain_text_is_checked_line_by_line(again):
    """Any text will do; each line is read in its own language and named by its number."""
    found = again("全市开展执法培训64场。\n\nThe city accepted 3,353 cases.\nIt held 64 trainings.\n")
    assert {place for place, _ in found.doubts} == {"line 1", "line 4"}
    assert [place for place, _ in found.places] == ["line 1", "line 3", "line 4"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{}", "not a brief of format govbrief/2 or govbrief/1: "),
        (b"[1]", "not a brief of format govbrief/2 or govbrief/1: "),
        (b'{"schema": "govbrief/3"}', "not a brief of format govbrief/2 or govbrief/1: "),
        (b"{", "not a brief of format govbrief/2 or govbrief/1: "),
        (b"\xff\xfe\x00", "cannot be read (not UTF-8)"),
    ],
)
def test_what_is_no_brief_is_refused(tmp_path, source, data, reason):
    """A file of another kind is an input error that names it, never a pass."""
    path = tmp_path / "brief.json"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        verify(path, load_report(str(source)))
    assert str(caught.value).startswith(f"{path}: {reason}")
    assert caught.value.hint


def test_missing_brief_is_named(tmp_path, source):
    """The reason is the system's own."""
    with pytest.raises(InputError) as caught:
        verify(tmp_path / "none.json", load_report(str(source)))
    assert str(caught.value) == f"{tmp_path}/none.json: cannot be read (No such file or directory)"


def shown(found) -> str:
    stream = io.StringIO()
    print_verified(found, Console(file=stream, width=40))
    return stream.getvalue()


def test_view_counts_verdicts_and_tells_each_doubt(sound, again):
    """Counts first, then each doubt with its place, in Chinese and English, on lines that nothing cuts."""
    text = shown(again(tamper(sound, ("report", "sha256"), "0" * 64)))
    counts, looked_at, *doubts = text.splitlines()
    assert "Looked at: " in looked_at
    assert counts.startswith("已核实 Confirmed ")
    assert counts.endswith(" · 无法核对 Could not be checked 1")
    assert doubts == [
        "⚠ source: 无法核对 Could not be checked",
        "    本简报所据文件与此来源不同（哈希值不一致）。",
        "    The brief was made from another file than this source (their hashes differ).",
    ]


def test_view_of_a_sound_brief(sound, again):
    """All is well is said, not left to silence."""
    assert shown(again(sound)).splitlines()[2:] == ["没有待复核之处。 Nothing to review."]


def test_view_of_a_text_without_anything_to_check(again):
    """A text without numbers and titles is not called confirmed."""
    assert shown(again("工作有序开展。\n")) == "没有可核对的内容。 Nothing to check.\n"


def test_view_is_safe_from_the_brief(sound, again):
    """Markup and terminal escapes of a brief are shown as text or not at all."""
    sound["items"][1]["id"] = "[/bold]\x1b[31mred"
    sound["items"][1]["en"] = WRONG
    text = shown(again(sound))
    assert "⚠ [/bold][31mred: " in text
    assert "\x1b" not in text


def test_json_for_programs(sound, again):
    """Whether all is well, counts, and every finding with its place."""
    told = verified_json(again(tamper(sound, ("items", 1, "en"), WRONG)))
    assert told["ok"] is False
    assert told["counts"]["SUPPORTED"] >= 6
    [wrong] = [f for f in told["findings"] if f["verdict"] != "SUPPORTED" and f["language"] == "en"]
    assert (wrong["place"], wrong["rule"]) == ("00/00/1", "value")
    assert wrong["seen"].startswith("64")
    assert wrong["message"]
    assert wrong["message_zh"]
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


@pytest.mark.parametrize(("change", "code"), [(None, 0), ("64", 1)])
def test_command_line(sound, source, tmp_path, capsys, monkeypatch, change, code):  # noqa: PLR0913, PLR0917
    """Exit 0 when all is supported, 1 when there is something to review; `--json` prints only JSON."""
    if change:
        sound["items"][1]["en"] = sound["items"][1]["en"].replace("46", change)
    path = tmp_path / "brief.json"
    path.write_text(json.dumps(sound), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["govbrief", "check", str(path), str(source), "--json"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code or 0) == code
    assert json.loads(capsys.readouterr().out)["ok"] is (code == 0)


def test_command_line_without_a_brief(source, tmp_path, capsys, monkeypatch):
    """Exit 3 for a JSON file that is no brief; exit 2 for a missing argument."""
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    for arguments, code in (([str(tmp_path / "x.json"), str(source)], 3), ([], 2)):
        monkeypatch.setattr(sys, "argv", ["govbrief", "check", *arguments])
        with pytest.raises(SystemExit) as end:
            cli.main()
        assert end.value.code == code
    assert "check needs BRIEF and SOURCE" in capsys.readouterr().err

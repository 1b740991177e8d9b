"""The five seeds with recorded answers of a capable and of the embedded model: what every brief must be."""

import asyncio
import json
import re
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from govbrief.base.settings import EMBEDDED_MODEL, Settings
from govbrief.batch.many import brief_all
from govbrief.checking.verify import verify
from govbrief.cli.briefing import run_job
from govbrief.cli.job import Job
from govbrief.methods import load_set
from govbrief.model.cassettes import read_cassettes
from govbrief.model.connect import Source, open_source
from govbrief.names.glossary import load_glossary
from govbrief.numbers.find import find_quantities
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.run import Means
from govbrief.sets.prompt_files import set_names
from govbrief.sets.prompts import PromptSet
from govbrief.views.markdown import to_markdown
from govbrief.views.progress import Progress
from govbrief.write.weigh import states_something
from govbrief_schemas.brief import Brief
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Role

ROOT = Path(__file__).resolve().parents[2]
CASSETTES = ROOT / "cassettes"
SEEDS = tuple(sorted(path.stem for path in (ROOT / "seeds").glob("*.txt")))
CASSETTE_OF = {
    (path.parent.name, path.stem): path
    for path in sorted(CASSETTES.glob("*/*.yaml"))
    if path.parent.name in set_names()
}
WHOLE = ("default", "embedded")
"""Sets whose brief of every seed is replayed; one that asks a model nothing has no cassette."""
RECORDED = tuple(sorted({*CASSETTE_OF, *((prompt_set, name) for prompt_set in WHOLE for name in SEEDS)}))
ALLOWED = {
    Role.ACHIEVEMENT: {Kind.ACHIEVEMENT},
    Role.SHORTCOMING: {Kind.SHORTCOMING},
    Role.PLAN: {Kind.PLAN, Kind.ACHIEVEMENT},
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def seed_path(name: str) -> Path:
    return ROOT / "seeds" / f"{name}.txt"


@cache
def replayed(name: str, prompt_set: str = "embedded") -> Brief:
    """The seed's brief from its cassette."""
    prompts = load_set(prompt_set)
    with open_source(Settings(), prompts.name, replay=CASSETTES) as source:
        return brief_with(source, prompts, name)


def brief_with(source: Source, prompts: PromptSet, name: str) -> Brief:
    means = Means(source, prompts, load_glossary(), Progress(quiet=True))
    report = load_report(str(seed_path(name)))
    brief = asyncio.run(brief_all([report], means, lambda _, brief: brief))[0]
    assert isinstance(brief, Brief), brief
    return brief


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_brief_is_whole(prompt_set, name):
    """No part of the work failed, and every kind that the reference annotations name has items."""
    brief = replayed(name, prompt_set)
    gold = json.loads((ROOT / "seeds" / "annotations" / f"{name}.json").read_text(encoding="utf-8"))
    assert brief.failures == ()
    assert brief.items
    assert brief.summary.zh
    assert brief.summary.en
    for key, kind in (("shortcomings", Kind.SHORTCOMING), ("plans", Kind.PLAN)):
        if gold.get(key):
            assert any(item.kind is kind for item in brief.items), key


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_no_item_contradicts_its_section(prompt_set, name):
    """An item's kind is one that the role of its section admits; what is planned may have begun."""
    outline = split_report(load_report(str(seed_path(name))))
    for item in replayed(name, prompt_set).items:
        start = item.evidence[0].start
        section = next(s for s in outline.sections if s.span.start <= start < s.span.end)
        assert item.kind in ALLOWED.get(section.role, set(Kind)), item.id


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_recordings_replay_whole(prompt_set, name):
    """Each recording holds every answer that its set asks for now."""
    brief = replayed(name, prompt_set)
    assert brief.failures == ()
    assert brief.items


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_what_is_asked_is_recorded_and_nothing_else(prompt_set, name):
    """A brief that asks a model has a cassette of its own; one that asks nothing keeps none that nobody plays."""
    asks = replayed(name, prompt_set).provenance.calls > 0
    assert ((prompt_set, name) in CASSETTE_OF) == asks


@pytest.mark.parametrize("name", SEEDS)
def test_locked_numbers_are_right(name):
    """Where numbers are locked the only fault left is one left out: none made up, changed, or beside another thing."""
    for part in replayed(name).items:
        told = [f for f in part.doubts if f.rule is not Rule.SCOPE]
        wrong = [f for f in told if f.rule is not Rule.MISSING or not f.expected]
        assert wrong == [], part.en


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_every_annotated_shortcoming_is_told(prompt_set, name):
    """Each annotated shortcoming lies in the evidence of a shortcoming item; a sentence that only leads in is none."""
    gold = json.loads((ROOT / "seeds" / "annotations" / f"{name}.json").read_text(encoding="utf-8"))
    told = [e for i in replayed(name, prompt_set).items if i.kind is Kind.SHORTCOMING for e in i.evidence]
    for span in gold.get("shortcomings", []):
        if not states_something(span["text"]):
            continue
        middle = (span["start"] + span["end"]) // 2
        assert any(e.start <= middle < e.end for e in told), span


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_evidence_is_the_sources_own_text(prompt_set, name):
    """Every quotation equals the raw slice that its offsets name."""
    text = load_report(str(seed_path(name))).text
    brief = replayed(name, prompt_set)
    quoted = [e for item in brief.items for e in item.evidence] + [f.evidence for f in brief.figures]
    quoted += list(brief.coverage.quantities.unused)
    assert [e for e in quoted if text[e.start : e.end] != e.text] == []


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_a_second_check_finds_what_the_brief_says(prompt_set, name, tmp_path):
    """Checking the written JSON again gives the doubts that the brief itself shows, no more and no fewer."""
    brief = replayed(name, prompt_set)
    path = tmp_path / "brief.json"
    path.write_text(brief.model_dump_json(by_alias=True), encoding="utf-8")
    again = {
        (f.language, f.seen, f.message) for _, f in verify(path, load_report(str(seed_path(name)))).doubts
    }
    parts = [
        *brief.items,
        *brief.summary.sentences,
        brief.report,
        *([brief.headline] if brief.headline else []),
    ]
    shown = {
        (f.language, f.seen, f.message)
        for part in parts
        for f in part.findings
        if f.verdict is not Verdict.SUPPORTED
    }
    assert again == shown


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_every_doubt_is_marked_in_markdown(prompt_set, name):
    """Each finding that is not a confirmation stands in the Markdown, with its message."""
    brief = replayed(name, prompt_set)
    text = to_markdown(brief).replace("\\", "")
    for part in [*brief.items, *brief.summary.sentences]:
        for doubt in part.doubts:
            assert doubt.message.replace("\\", "")[:40] in text


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_no_unmarked_chinese_in_english(prompt_set, name):
    """An English sentence with Chinese characters carries a finding."""
    brief = replayed(name, prompt_set)
    for part in [*brief.items, *brief.summary.sentences]:
        if CHINESE.search(part.en):
            assert part.doubts, part.en
    assert not any(CHINESE.search(f.measure.en) or CHINESE.search(f.en) for f in brief.figures)


@pytest.mark.parametrize(("prompt_set", "name"), RECORDED)
def test_key_figures_are_exact(prompt_set, name):
    """The English form of a key figure reads back to the value that the source's own slice has."""
    for figure in replayed(name, prompt_set).figures:
        read = [q for q in find_quantities(f"There were {figure.en} in all.", "en") if q.is_amount]
        assert [q.value for q in read][:1] == [Decimal(figure.value)], figure


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.vcr(str(CASSETTES / "embedded" / f"{name}.yaml")))
        for name in ("shenyang-press-2023",)
    ],
)
def test_vcrpy_replays_the_same_cassette(name):
    """The cassettes are vcrpy's own format: its player gives the brief that ours gives."""
    prompts = load_set("embedded")
    settings = Settings(base_url="http://model.invalid/v1", model=EMBEDDED_MODEL)
    with open_source(settings, prompts.name) as source:
        brief = brief_with(source, prompts, name)
    short = replayed(name)
    assert brief.items == short.items
    assert brief.summary == short.summary
    used = ("calls", "reasks", "retries", "tokens_in", "tokens_out")
    assert [getattr(brief.provenance, n) for n in used] == [getattr(short.provenance, n) for n in used]


def test_replay_does_without_the_model_stack(tmp_path):
    """A recorded answer is found as the client would ask for it, so no replay waits for the client to load."""
    code = (
        "import sys; from govbrief.cli import app as cli;"
        "sys.argv = ['govbrief', 'summarize', sys.argv[1], '--replay', sys.argv[2], '--out', sys.argv[3], '--quiet'];"
        "\n"
        "try: cli.main()\n"
        "except SystemExit as end: assert end.code in (0, 1), end.code\n"
        "loaded = {'openai', 'instructor', 'httpx2', 'tenacity'} & set(sys.modules)\n"
        "sys.stderr.write(' '.join(sorted(loaded)))"
    )
    arguments = (str(seed_path("dalian-2023")), str(CASSETTES), str(tmp_path))
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_all_seeds_at_once_are_the_seeds_one_by_one(tmp_path, capsys):
    """Five reports replayed side by side in one run give the five briefs of single runs."""
    sources = tuple(str(seed_path(name)) for name in SEEDS)
    code = run_job(
        Job(sources=sources, settings=Settings(concurrency=8), out=tmp_path, replay=CASSETTES, quiet=True)
    )
    assert code in {0, 1}
    assert capsys.readouterr().err == ""
    for name in SEEDS:
        brief = Brief.model_validate_json((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
        assert [i.model_dump() for i in brief.items] == [i.model_dump() for i in replayed(name).items]
        assert (tmp_path / f"{name}.md").read_text(encoding="utf-8").startswith("# ")


def test_cassettes_hold_no_secret_and_read_as_chinese():
    """A cassette is readable Chinese with small headers, names no machine, and every answer came with status 200."""
    for path in sorted(CASSETTES.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert "\\u4e" not in text
        assert not re.search(
            r"(?im)^\s*(?:authorization|api[-_]key|x-stainless\S*|set-cookie)\s*:|bearer \S{8}", text
        ), path
        assert not re.search(r"/(?:home|root|tmp|Users|var)/|\.gguf", text), path
        assert all(entry["response"]["status"]["code"] == 200 for entry in read_cassettes(path).values())

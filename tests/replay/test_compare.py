"""Prompt sets compared from recorded answers: real briefs, seeded regressions, the same bytes every time."""

import asyncio
import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from govbrief.base.settings import Settings
from govbrief.batch.many import brief_all
from govbrief.checking.verify import verify
from govbrief.cli import app as cli
from govbrief.compare.assemble import Board, Result, Run, assemble
from govbrief.compare.gate import read_thresholds
from govbrief.compare.measures import Yardstick, is_number
from govbrief.compare.references import find_references
from govbrief.methods import load_set
from govbrief.model.connect import open_source
from govbrief.names.glossary import load_glossary
from govbrief.read.load import load_report
from govbrief.run import Means
from govbrief.views.progress import Progress
from govbrief_schemas.alignment import Harm
from govbrief_schemas.brief import Brief, Failure
from govbrief_schemas.comparison import Column, Comparison
from govbrief_schemas.item import Kind
from govbrief_schemas.measure import Tendency
from tests.bench.sets import BLOCK, README, block, recorded

ROOT = Path(__file__).resolve().parents[2]
CASSETTES = ROOT / "cassettes"
SEEDS = tuple(sorted(path.stem for path in (CASSETTES / "embedded").glob("*.yaml")))
SHORTEST = min(SEEDS, key=lambda name: (CASSETTES / "embedded" / f"{name}.yaml").stat().st_size)


@cache
def report(name):
    return load_report(str(ROOT / "seeds" / f"{name}.txt"))


@cache
def replayed(name: str) -> Brief:
    """The seed's brief from its cassette."""
    prompts = load_set("embedded")
    with open_source(Settings(), prompts.name, replay=CASSETTES) as source:
        means = Means(source, prompts, load_glossary(), Progress(quiet=True))
        brief = asyncio.run(brief_all([report(name)], means, lambda _, brief: brief))[0]
    assert isinstance(brief, Brief), brief
    return brief


def compare(brief: Brief) -> Comparison:
    """The seed's own brief as the baseline, and `brief` against it."""
    columns = tuple(
        Column(id=i, prompt_set=i, prompt_set_id="", about="", model="m", runs=1, baseline=i == "a")
        for i in ("a", "b")
    )
    known = {SHORTEST: report(SHORTEST)}
    results = {(SHORTEST, i): Result((Run(b),)) for i, b in (("a", replayed(SHORTEST)), ("b", brief))}
    references = find_references({r.sha256: r for r in known.values()})
    yardstick = Yardstick(load_glossary(), references, {})
    return assemble(Board(columns, known, results), yardstick, read_thresholds())


def with_item(index, **updates):
    brief = replayed(SHORTEST)
    items = list(brief.items)
    items[index] = items[index].model_copy(update=updates)
    return brief.model_copy(update={"items": tuple(items)})


def test_a_real_brief_against_itself():
    """No difference, no regression, no broken threshold; its annotations are found."""
    found = compare(replayed(SHORTEST))
    assert found.regressions == found.breaches == ()
    assert {d.tendency for d in found.differences} <= {Tendency.NO_DIFFERENCE, Tendency.TOO_FEW}
    assert found.reports[0].annotated


def test_every_dropped_item_is_listed():
    """Whichever item of a real brief is taken out, the comparison names it."""
    brief = replayed(SHORTEST)
    for gone in brief.items:
        rest = tuple(item for item in brief.items if item is not gone)
        found = compare(brief.model_copy(update={"items": rest})).regressions
        assert [(r.harm, r.a) for r in found] == [(Harm.DROPPED, gone.id)]


def test_a_wrong_number_is_listed(tmp_path):
    """A number changed in the English of a sound item, checked as the brief is checked, is named."""
    brief = replayed(SHORTEST)
    index, match = next(
        (i, m)
        for i, item in enumerate(brief.items)
        if not item.doubts and (m := re.search(r"\b\d{2,}\b(?!-|/)", item.en))
    )
    item = brief.items[index]
    english = f"{item.en[: match.start()]}{int(match[0]) * 10}{item.en[match.end() :]}"
    path = tmp_path / "brief.json"
    path.write_text(with_item(index, en=english).model_dump_json(by_alias=True), encoding="utf-8")
    places = dict(verify(path, report(SHORTEST)).places)
    wrong = with_item(index, en=english, findings=tuple(f for f in places[item.id]))
    found = compare(wrong).regressions
    assert {(r.harm, r.b) for r in found} == {(Harm.NUMBER, item.id)}
    assert any(is_number(f) for f in wrong.items[index].doubts)


@pytest.mark.parametrize("kind", Kind)
def test_a_swapped_kind_is_listed(kind):
    """Every item that is told as another kind is named."""
    for index, item in enumerate(replayed(SHORTEST).items):
        if item.kind is not kind:
            found = compare(with_item(index, kind=kind)).regressions
            assert [(r.harm, r.b) for r in found] == [(Harm.KIND, item.id)]


def test_a_missing_translation_is_listed():
    """An item without English, and one whose English is its Chinese."""
    item = replayed(SHORTEST).items[0]
    for english in ("", item.zh):
        found = compare(with_item(0, en=english)).regressions
        assert [(r.harm, r.b) for r in found] == [(Harm.TRANSLATION, item.id)]


def test_a_failed_chunk_is_listed():
    """The items of a section gone, with the failure in its place: both are named."""
    brief = replayed(SHORTEST)
    section = brief.items[0].section
    rest = tuple(item for item in brief.items if item.section != section)
    failed = (*brief.failures, Failure(section=section, reason="no answer"))
    found = compare(brief.model_copy(update={"items": rest, "failures": failed})).regressions
    assert found[0].harm is Harm.FAILED
    assert [r.harm for r in found].count(Harm.DROPPED) == len(brief.items) - len(rest)


def run(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["govbrief", "compare", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code or 0, capsys.readouterr().out


def test_two_runs_give_the_same_bytes(monkeypatch, capsys, tmp_path):
    """JSON, terminal view and JUnit of a set with itself: equal twice, and no difference in them."""
    seed = ROOT / "seeds" / f"{SHORTEST}.txt"
    common = ("embedded", "embedded", "--on", seed, "--replay", CASSETTES)
    shown = []
    for n in (1, 2):
        junit = tmp_path / f"{n}.xml"
        code, out = run(monkeypatch, capsys, *common, "--json", "--fail-on-regression", "--junit", junit)
        assert code == 0
        shown.append((out, run(monkeypatch, capsys, *common), junit.read_bytes()))
    assert shown[0] == shown[1]
    assert "No differences" in shown[0][1][1]
    assert not any(d["difference"] for d in json.loads(shown[0][0])["differences"])


@pytest.mark.skipif(len(recorded()) < 2, reason="only one set is recorded")
def test_readme_shows_the_recorded_sets():
    """The table in README.md is what the recordings give."""
    (shown,) = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert shown == block(), "renew: make compare"

"""Lines that tell a report in other words pass the check of their numbers, and lines with a wrong number do not."""

import tomllib
from pathlib import Path

import pytest

from govbrief.checking.check import index_source
from govbrief.checking.source import check_numbers
from govbrief_schemas.finding import Verdict
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

CASES = tomllib.loads((Path(__file__).parents[1] / "corpus" / "sourced.toml").read_text(encoding="utf-8"))[
    "case"
]
ALARMS = 0.02
FOUND = {"zh": 0.95, "en": 0.7}
"""Of the wrong lines; an English one is compared with its Chinese as well, which this test leaves out."""


def _evidence(sentences):
    text, spans = "".join(sentences), []
    for sentence in sentences:
        at = spans[-1].end if spans else 0
        spans.append(Span(at, at + len(sentence)))
    held = tuple(Sentence(span, span.of(text)) for span in spans)
    section = Section("", "", 1, Role.OTHER, Span(0, len(text)), (), held)
    return index_source(Outline(Report(text, "-", "", "utf-8"), (section,), (), ())).gather(spans)


def _marked(case, key):
    evidence, language = _evidence(case["source"]), key[:2]
    passed = {Verdict.SUPPORTED, Verdict.UNCHECKED}
    return [
        line
        for line in case[key]
        if any(finding.verdict not in passed for finding in check_numbers(line, language, evidence))
    ]


def test_sound_lines_pass():
    """Rounding, parts of a list, one end of a change and other words are no errors."""
    lines = [line for case in CASES for key in ("zh_sound", "en_sound") for line in case[key]]
    marked = [line for case in CASES for key in ("zh_sound", "en_sound") for line in _marked(case, key)]
    assert len(marked) <= ALARMS * len(lines), marked


@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_lines_are_marked(language):
    """A number of another thing, year, unit, base, scale, direction or exactness is found."""
    key = f"{language}_wrong"
    missed = [line for case in CASES for line in case[key] if line not in _marked(case, key)]
    lines = sum(len(case[key]) for case in CASES)
    assert len(missed) <= (1 - FOUND[language]) * lines, missed

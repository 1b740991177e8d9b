"""A brief as long as a real one of the longest seed, made from its outline, for tests of size and speed."""

from pathlib import Path

from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.brief import (
    BriefItem,
    Coverage,
    Evidence,
    Figure,
    QuantityCoverage,
    SectionCoverage,
    Status,
    Summary,
    SummarySentence,
    Untold,
)
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role
from tests.documents.brief import BRIEF
from tests.documents.brief_items import say

PRESS = Path(__file__).parents[2] / "seeds" / "shenyang-press-2023.txt"
ACTORS = [
    say(
        "中共沈阳市委政法委员会",
        "Political and Legal Affairs Commission of the CPC Shenyang Municipal Committee",
    ),
    say("市法院", "Court"),
    say("市司法局", "Justice Bureau"),
]
ENGLISH = (
    "Carry out the campaign in every district, publish a list of matters with one standard for each, "
    "and report the results every quarter."
)


def _slice(sentence, text):
    return Evidence(start=sentence.span.start, end=sentence.span.end, text=sentence.span.of(text))


def _item(number, section, text):
    told = section.sentences[0]
    return BriefItem(
        id=f"{number:02}/00/0",
        kind=(Kind.SHORTCOMING, Kind.PLAN, Kind.PLAN, Kind.PLAN, Kind.ACHIEVEMENT)[number % 5],
        theme=list(Theme)[number % len(Theme)],
        actor=ACTORS[number % 3],
        zh=told.text[:46].rstrip("，。、；") + "。",
        en=ENGLISH,
        by=say("2025年", "2025") if number % 4 == 1 else say("", ""),
        section=section.heading,
        tag=section.number.strip("、") or "一",
        evidence=tuple(_slice(s, text) for s in section.sentences[:2]),
    )


def press():
    """The brief, and the text of its report."""
    report = load_report(str(PRESS))
    sections = [section for section in split_report(report).sections if section.sentences]
    items = tuple(_item(n, section, report.text) for n, section in enumerate(sections[:27]))
    figures = tuple(
        Figure(
            measure=say("达省级示范标准的区县市", "Districts and counties at the provincial standard"),
            value="80",
            unit="%",
            zh="80%以上",
            en="over 80%",
            status=Status.TARGET if n % 2 else Status.RESULT,
            by=say(f"{2023 + n}年", f"{2023 + n}") if n % 2 else say("", ""),
            item=item.id,
            evidence=item.evidence[0],
        )
        for n, item in enumerate(items[:8])
    )
    told = SummarySentence(
        zh="市委政法委牵头，三年内抓立法、法治政府、司法、法治社会、数字法治五个方面。",
        en="Led by the Commission, a three-year drive covers five fronts from legislation to digital rule of law.",
        items=tuple(item.id for item in items[:5]),
    )
    brief = BRIEF.model_copy(
        update={
            "items": items,
            "figures": figures,
            "summary": Summary(zh=(told.zh,) * 5, en=(told.en,) * 5, sentences=(told,) * 5),
            "failures": (),
            "coverage": Coverage(
                sections=tuple(
                    SectionCoverage(
                        heading=s.heading, role=Role.PLAN, items=1, statements=len(s.sentences), told=1
                    )
                    for s in sections
                ),
                quantities=QuantityCoverage(total=90, used=60, unused=()),
                untold=tuple(
                    Untold(**_slice(s, report.text).model_dump(), section=section.heading)
                    for section in sections
                    for s in section.sentences[2:]
                ),
            ),
        }
    )
    return brief, report.text

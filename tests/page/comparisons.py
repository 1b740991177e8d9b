"""Comparisons made by hand for tests of the page: small with one of everything, or as large as they come."""

from itertools import count

from govbrief.compare.measures import MEASURES
from govbrief.compare.statistics import METHOD
from govbrief_schemas.alignment import (
    AlignedSide,
    Alignment,
    Aspect,
    Harm,
    Match,
    Pair,
    Regression,
    SectionPairs,
)
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Evidence
from govbrief_schemas.comparison import Breach, Case, Column, Comparison, Document, State, Total
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.measure import Difference, Figures, Tendency
from govbrief_schemas.report import Role

HOSTILE = "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>\"&\u202e"
"""What a report or a model may write."""
ZH = "全年受理行政复议案件1726件，办结1500件，同比增长9.5%。"
EN = "1,726 administrative reconsideration cases were accepted and 1,500 closed, up 9.5%."
FIGURES = Figures.model_validate(
    dict.fromkeys(Figures.model_fields, 1.0) | {"seconds": None, "cost": None, "number_precision": 0.971}
)


def doubt(message):
    """A finding on a number."""
    return Finding(
        verdict=Verdict.REFUTED,
        rule=Rule.VALUE,
        language="zh",
        seen="1762",
        expected="1726",
        message=message,
        message_zh=f"不符：{message}",
    )


def side(ident, zh=ZH, en=EN, *, kind=Kind.ACHIEVEMENT, theme=Theme.DISPUTES, doubts=(), at=0):  # noqa: PLR0913 - as Side
    """An item."""
    evidence = (Evidence(start=at, end=at + len(ZH), text=ZH),)
    return AlignedSide(
        id=ident, kind=kind, theme=theme, zh=zh, en=en, evidence=evidence, supported=2, doubts=doubts, tries=1
    )


def pair(a, b, match, changes=(), harms=(), told_by=()):  # noqa: PLR0913, PLR0917 - as Pair
    """Two items."""
    return Pair(match=match, changes=changes, harms=harms, told_by=told_by, a=a, b=b)


def every_pair():
    """One pair of every sort, regressions first."""
    wrong = side(
        "03/00/1",
        ZH.replace("1726", "1762"),
        EN.replace("1,726", "1,762"),
        doubts=(doubt("the cited sentences say 1726"),),
    )
    plan = side("03/00/2", kind=Kind.PLAN, theme=Theme.OTHER)
    return (
        pair(
            side("03/00/1"),
            wrong,
            Match.CHANGED,
            (Aspect.ZH, Aspect.EN, Aspect.FINDINGS),
            (Harm.NUMBER,),
        ),
        pair(side("03/00/2"), plan, Match.CHANGED, (Aspect.KIND, Aspect.THEME), (Harm.KIND,)),
        pair(side("03/00/3"), None, Match.ONLY_A, harms=(Harm.DROPPED,)),
        pair(side("03/00/4"), None, Match.ONLY_A, told_by=("03/00/5",)),
        pair(side("03/00/5"), side("03/00/5"), Match.SAME),
        pair(None, side("03/00/6", HOSTILE, HOSTILE, kind=Kind.SHORTCOMING), Match.ONLY_B),
        pair(
            side("03/00/7"),
            side("03/00/7", "推进数字化改革。", "Digital reform goes on."),
            Match.CHANGED,
            (Aspect.ZH, Aspect.EN),
        ),
    )


def regressions(alignment):
    """What the pairs' harms become."""
    for section in alignment.sections:
        for one in section.pairs:
            for harm in one.harms:
                yield Regression(
                    harm=harm,
                    report=alignment.report,
                    column=alignment.column,
                    section=section.heading,
                    message=Bilingual(zh=f"退步{HOSTILE}", en=f"worse {HOSTILE}"),
                    a=one.a and one.a.id,
                    b=one.b and one.b.id,
                )


def aligned(report, column, pairs):
    """All pairs under one heading that would like to be markup."""
    section = SectionPairs(heading=f"二、行政复议<b>{HOSTILE}", role=Role.ACHIEVEMENT, pairs=tuple(pairs))
    return Alignment(report=report, column=column, same=1, changed=3, only_a=2, only_b=1, sections=(section,))


def comparison(
    reports=("dalian", "yun & gang"), sets=("default", "plain", "locked"), pairs=None, *, missing=True
):
    """Sets by reports; the last set has no brief of the last report."""
    gone = (reports[-1], sets[-1]) if missing else None
    columns = tuple(
        Column(
            id=s,
            prompt_set=s,
            prompt_set_id=f"sha256:{n:064x}",
            about=f"About {s} {HOSTILE}",
            model="tiny",
            runs=1,
            baseline=n == 0,
        )
        for n, s in enumerate(sets)
    )
    alignments = tuple(
        aligned(r, s, pairs or every_pair()) for s in sets[1:] for r in reports if (r, s) != gone
    )
    absent = [
        Regression(
            harm=Harm.MISSING_REPORT,
            report=gone[0],
            column=gone[1],
            section="",
            message=Bilingual(zh="没有此报告的摘要", en="there is no brief of this report"),
            a=None,
            b=None,
        )
        for _ in range(bool(gone))
    ]
    tendencies = count()
    return Comparison(
        govbrief="0.0.1",
        baseline=sets[0],
        columns=columns,
        reports=tuple(
            Document(
                id=r,
                title=Bilingual(zh=f"报告{HOSTILE}", en=f"Report {HOSTILE}"),
                year=2023,
                sha256="ab" * 32,
                annotated=True,
            )
            for r in reports
        ),
        measures=MEASURES,
        cases=tuple(
            Case(
                report=r,
                column=s,
                state=State.MISSING,
                reason=f"not recorded {HOSTILE}",
                runs=0,
                figures=None,
            )
            if (r, s) == gone
            else Case(report=r, column=s, state=State.DONE, reason="", runs=1, figures=FIGURES)
            for r in reports
            for s in sets
        ),
        totals=tuple(Total(column=s, reports=len(reports), figures=FIGURES) for s in sets),
        differences=tuple(
            Difference(
                column=s,
                measure=m.id,
                reports=len(reports),
                baseline=1,
                value=0.5,
                difference=-0.5,
                low=-1,
                high=0.25,
                chance=0.5,
                tendency=list(Tendency)[next(tendencies) % len(Tendency)],
            )
            for s in sets[1:]
            for m in MEASURES
        ),
        alignments=alignments,
        regressions=(*absent, *(r for a in alignments for r in regressions(a))),
        breaches=(
            Breach(
                column=sets[1],
                threshold="regressions.number",
                allowed=0,
                seen=2,
                message=Bilingual(zh="至多允许0处", en="at most 0 may pass"),
            ),
        ),
        method=METHOD,
    )


def large():
    """Four sets and five reports with 855 pairs, each with a difference somewhere else."""
    words = EN.split()
    pairs = [
        pair(
            side(f"03/00/{n}", ZH * 2, f"{EN} {EN}", at=n),
            side(
                f"03/00/{n}",
                ZH * 2 if n % 3 else ZH.replace("案件", "") + ZH,
                f"{' '.join(words[n % 9 :])} {EN}",
                doubts=(doubt("the cited sentences say 1726"),) * (n % 5 == 0),
                at=n,
            ),
            Match.CHANGED,
            (Aspect.EN,),
            (Harm.NUMBER,) * (n % 5 == 0),
        )
        for n in range(57)
    ]
    sets = ("default", "plain", "two-step", "locked")
    return comparison(tuple(f"report-{n}" for n in range(5)), sets, pairs, missing=False)

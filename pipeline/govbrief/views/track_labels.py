"""Owns the words in which what became of plans is told, in both languages; must not know any format."""

from collections.abc import Iterator
from typing import NamedTuple

from govbrief.base.plain import clean
from govbrief.compare.track.outcomes import Account, Outcome, PartSort, Reply, TrackedPlan, Tracking
from govbrief.views.labels import say
from govbrief_schemas.bilingual import Bilingual

OUTCOMES = {
    Outcome.CONTRADICTED: say("与计划不符", "Contradicted"),
    Outcome.KEPT: say("已兑现", "Kept"),
    Outcome.PARTLY: say("部分兑现", "Kept in part"),
    Outcome.NOT_TOLD: say("报告未提及", "Not told"),
}
"""In the order in which a reader wants them."""
SIGNS = {Outcome.CONTRADICTED: "✗", Outcome.KEPT: "✓", Outcome.PARTLY: "◐", Outcome.NOT_TOLD: "·"}
SORTS = {
    PartSort.DOCUMENT: say("文件", "document"),
    PartSort.TARGET: say("指标", "target"),
    PartSort.MEASURE: say("举措", "measure"),
    PartSort.WORK: say("持续性工作", "continuing work"),
}
TITLE = say("计划与兑现", "Plans and what became of them")
PLAN = say("计划", "Plan")
VAGUE = say("没有文件、指标或举措可查的计划", "Plans without a document, target or measure to look for")
CAUTION = say(
    "“报告未提及”只表示后来的报告没有写到，不等于没有做。对照由规则完成，未使用模型；原文为中文。",
    "“Not told” means that no later report speaks of it, never that it was broken. "
    "Rules compared the texts, no model; sources are in Chinese.",
)


class OutcomeGroup(NamedTuple):
    """The plans of one outcome."""

    outcome: Outcome
    label: Bilingual
    plans: tuple[TrackedPlan, ...]


def groups(tracking: Tracking) -> Iterator[OutcomeGroup]:
    """The plans that can be looked for, by outcome; no empty groups."""
    for outcome, label in OUTCOMES.items():
        plans = tuple(plan for plan in tracking.plans if plan.outcome is outcome and plan.parts)
        if plans:
            yield OutcomeGroup(outcome, label, plans)


def vague(tracking: Tracking) -> tuple[TrackedPlan, ...]:
    """The plans in which nothing can be looked for."""
    return tuple(plan for plan in tracking.plans if not plan.parts)


def tally(tracking: Tracking) -> Bilingual:
    """How many plans have which outcome, in one line."""
    counts = [(group.label, len(group.plans)) for group in groups(tracking)]
    rest = len(vague(tracking))
    zh = "，".join(f"{label.zh}{count}项" for label, count in counts)
    en = ", ".join(f"{count} {label.en.lower()}" for label, count in counts)
    return say(
        f"计划{len(tracking.plans)}项：{zh or '无'}；另有{rest}项没有可查的内容。",
        f"{len(tracking.plans)} plans: {en or 'none'}; {rest} more with nothing to look for.",
    )


def name_of(account: Account) -> Bilingual:
    """A report in a few words: its title, or whose and when it is."""
    year = str(account.year or "")
    title, issuer = account.title, account.issuer
    zh = clean(title.zh) or clean(f"{issuer.zh}{year}") or clean(account.source)
    en = clean(title.en) or (f"{clean(issuer.en)} {year}" if clean(issuer.en) else zh)
    return say(zh, en)


def place_of(tracking: Tracking, answer: Reply) -> Bilingual:
    """Where an answer stands: the report where there are several, and the heading."""
    heading = clean(answer.heading)
    if len(tracking.later) == 1:
        return say(heading, heading)
    name = name_of(tracking.later[answer.account])
    return say(f"{name.zh} {heading}".strip(), f"{name.en} {heading}".strip())

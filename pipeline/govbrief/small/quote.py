"""Owns the method for models too small to condense: code chooses the source's own clauses, the model translates them.

The Chinese of a line is composed of the source's clauses, so it is nearly always right; the English is translated
clause by clause and checked clause by clause. A clause that fails its check is left out where the line stands without
it, and is shown with its mark where it does not. Headline, summary and figures are put together from checked parts.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from govbrief.base.errors import ModelError
from govbrief.checking.check import check_heading
from govbrief.checking.standpoint import dated_title
from govbrief.sets.method_form import MethodForm, SentBack
from govbrief.small.choosing import LinePlan, plan_lines
from govbrief.small.digest import digest_of
from govbrief.small.digestparts import Digested
from govbrief.small.english import sentence
from govbrief.small.form import QuoteExample, QuoteLimits, fault, limits_of, spoken
from govbrief.small.heads import (
    actor_of,
    issuer_in_english,
    speakers_in_english,
    subject_of,
    title_in_english,
)
from govbrief.small.quoteanswer import ANSWERS
from govbrief.small.rows import figure_rows
from govbrief.small.targets import target_of, term_of
from govbrief.small.tellable import LEAST, TellableUnit, all_units
from govbrief.small.translating import Clause, Translator
from govbrief.write.desk import Desk
from govbrief.write.method import Checked, Whole, complaints, cost
from govbrief.write.weigh import weight
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Absence
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import NOTHING, Item, Kind
from govbrief_schemas.report import Chunk

if TYPE_CHECKING:
    from govbrief_schemas.brief import Figure


_SHOWN = 14
"""Characters that name a clause which is left out."""
SENT_BACK = {"Translated": SentBack(0.19, 0.19, 0.10)}
"""As recorded of the seeds: three of sixteen; patterns settle most clauses, and those that are asked are short."""


class Quote:
    """The quoting method at work on one report."""

    form: ClassVar[MethodForm] = MethodForm(
        name="quote",
        files={"system.md": frozenset(), "clause.md": frozenset({"terms", "report", "label", "zh"})},
        limits=QuoteLimits,
        example=QuoteExample,
        answers=ANSWERS,
        fault=fault,
        spoken=spoken,
        sent_back=SENT_BACK,
    )

    def __init__(self, desk: Desk) -> None:
        """A method at work on the report of `desk`."""
        self._desk = desk
        self._translator = Translator(desk)
        self._told: dict[str, Digested] = {}
        self._units: list[TellableUnit] = []
        self.refused: list[tuple[TellableUnit, str]] = []
        """Clauses and parts of clauses that were planned and have no sound English."""

    async def items(self, chunks: Sequence[Chunk]) -> tuple[Checked, ...]:
        """One item for each line that is planned, in reading order; a line without a sound clause may be left out."""
        limits = limits_of(self._desk.writer.prompts)
        outline, is_certain = self._desk.outline, self._translator.is_certain
        self._units = all_units(chunks, outline, limits.clause_chars, is_certain, self._translator.sayable)
        plans = plan_lines(self._units, outline, is_certain)
        found = await self._desk.together([self._line(n, plan) for n, plan in enumerate(plans)])
        return tuple(one for one in found if one)

    async def whole(self, items: Sequence[Checked]) -> Whole:
        """Head, summary and figures, put together by code; the model names what figures count."""
        desk, translator = self._desk, self._translator
        title = await desk.attempt("head", lambda: title_in_english(desk.outline, translator), "")
        issuer = await desk.attempt("head", lambda: issuer_in_english(desk.outline, translator), "")
        told = [self._told[one.item.id] for one in items if one.item.id in self._told]
        rows = limits_of(desk.writer.prompts).figures
        none: tuple[Figure, ...] = ()
        figures = await desk.attempt(
            "figures", lambda: figure_rows(desk, translator, told, self._untold(told), rows), none
        )
        digest = digest_of(desk, told, issuer, subject_of(desk.outline, desk.writer.glossary))
        desk.absent = (*desk.absent, *self.unsaid())
        year = desk.report.year.value if desk.report.year else ""
        named = desk.report.title.value if desk.report.title else ""
        facts = [(dated_title(named, title, year), title)] if named else []
        facts += [(desk.report.issuer.value, issuer)] if desk.report.issuer else []
        speakers = speakers_in_english(desk.outline, desk.writer.glossary)
        heads = [*facts, *((one.zh, one.en) for one in speakers)]
        return Whole(
            title=title,
            issuer=issuer,
            speakers=speakers,
            head_findings=tuple(
                finding for zh, en in heads for finding in check_heading(zh, en, desk.witness)
            ),
            headline=digest.headline,
            sentences=digest.sentences,
            figures=figures,
        )

    def unsaid(self) -> tuple[Absence, ...]:
        """Clauses that were to be told and of which no English passed: named, so that nothing is dropped unseen."""
        left = sorted(self.refused, key=lambda pair: pair[0].sentence.span)
        if not left:
            return ()
        parts = "；".join(f"“{zh[:_SHOWN]}{'…' * (len(zh) > _SHOWN)}”" for _, zh in left)
        one = len(left) == 1
        return (
            Absence(
                what="no_sound_english",
                zh=f"{len(left)}处因英译未通过核对而未收入：{parts}。",
                en=f"{len(left)} {'clause is' if one else 'clauses are'} left out: no English passed the check.",
            ),
        )

    def _untold(self, told: Sequence[Digested]) -> list[TellableUnit]:
        """Clauses that no line tells."""
        shown = {unit for one in told for unit in one.units}
        return [unit for unit in self._units if unit not in shown]

    async def _line(self, number: int, plan: LinePlan) -> Checked | None:
        what = self._desk.outline.sections[plan.section].heading or plan.units[0].zh[:20]
        return await self._desk.attempt(what, lambda: self._written(f"{number:02}", plan), None)

    async def _written(self, ident: str, plan: LinePlan) -> Checked | None:
        pairs = [(unit, await self._clause(unit)) for unit in plan.units]
        if plan.kind is not Kind.SHORTCOMING:
            failed = sum(not clause.is_sound for _, clause in pairs)
            spare = [(unit, await self._clause(unit)) for unit in plan.spares[:failed]]
            pairs = sorted([*pairs, *spare], key=lambda pair: pair[0].sentence.span)
        shown = _to_show(pairs, plan.kind)
        self.refused += [
            (unit, unit.zh) for unit, clause in pairs if unit in plan.units and (unit, clause) not in shown
        ]
        self.refused += [(unit, part) for unit, clause in shown for part in clause.dropped]
        if not shown:
            return None
        item, findings = self._checked(ident, plan, shown)
        if complaints(findings) and plan.kind is not Kind.SHORTCOMING:
            # sound apart and wrong together: the line without one of them, where that is sound
            fewer = [[pair for pair in shown if pair is not left] for left in shown] if len(shown) > 1 else []
            tried = [(some, *self._checked(ident, plan, some)) for some in fewer]
            shown, item, findings = min([(shown, item, findings), *tried], key=lambda one: cost(one[2]))
        self._told[ident] = Digested(
            item, tuple(clause for _, clause in shown), tuple(unit for unit, _ in shown)
        )
        echoed = any(f.rule is Rule.ECHO and f.verdict is not Verdict.SUPPORTED for f in findings)
        return Checked(item, findings, max(clause.tries for _, clause in shown), is_result=not echoed)

    def _checked(
        self, ident: str, plan: LinePlan, shown: Sequence[tuple[TellableUnit, Clause]]
    ) -> tuple[Item, tuple[Finding, ...]]:
        item = self._item(ident, plan, shown)
        return item, self._desk.check(item)

    async def _clause(self, unit: TellableUnit) -> Clause:
        try:
            return await self._translator.clause(unit.zh, unit.kind, (unit.sentence,))
        except ModelError as error:
            # one clause that cannot be had does not take its line along
            if error.fatal:
                raise
            section = self._desk.outline.sections[unit.section]
            self._desk.failed(section.heading or unit.zh[:20], error)
            return Clause(unit.zh, "")

    def _item(self, ident: str, plan: LinePlan, shown: Sequence[tuple[TellableUnit, Clause]]) -> Item:
        said = [(unit, clause) for unit, clause in shown if not unit.is_cause] or list(shown)
        causes = [clause for unit, clause in shown if unit.is_cause and len(said) < len(shown)]
        rests_on = {unit.sentence for unit, _ in shown} | {unit.lead for unit, _ in shown if unit.lead}
        sentences = tuple(sorted(rests_on, key=lambda one: one.span))
        item = Item(
            id=ident,
            kind=plan.kind,
            theme=plan.theme,
            zh=f"{'；'.join(clause.zh for _, clause in said)}。",
            en=sentence([clause.en for _, clause in said]),
            evidence=sentences,
            section=plan.section,
            actor=actor_of(self._desk.outline, plan.section, self._desk.writer.glossary),
            cause=_joined(causes),
        )
        if plan.kind is not Kind.PLAN:
            return item
        return replace(item, target=target_of(item.zh), by=term_of(item.zh))


def _joined(causes: Sequence[Clause]) -> Bilingual:
    if not causes:
        return NOTHING
    return Bilingual(
        zh="；".join(one.zh for one in causes), en=sentence([one.en for one in causes]).rstrip(".")
    )


def _is_thin(unit: TellableUnit, clause: Clause) -> bool:
    """Whether too little is left of a result of which a part could not be had: 探索某项工作."""
    return unit.kind is Kind.ACHIEVEMENT and bool(clause.dropped) and weight(clause.zh) < LEAST


def _to_show(pairs: Sequence[tuple[TellableUnit, Clause]], kind: Kind) -> list[tuple[TellableUnit, Clause]]:
    """The clauses that the line tells: the sound ones; of a shortcoming all but doubtful causes.

    A plan without a sound clause shows one that the check doubts, with its mark; bad grammar alone has no mark and is
    not shown.
    """
    sound = [(unit, clause) for unit, clause in pairs if clause.is_sound and not _is_thin(unit, clause)]
    if kind is Kind.SHORTCOMING:
        return [
            (unit, clause) for unit, clause in pairs if clause.en and (clause.is_sound or not unit.is_cause)
        ]
    readable = [(unit, clause) for unit, clause in pairs if clause.en and not clause.fault]
    return sound or (readable[:1] if kind is Kind.PLAN else [])

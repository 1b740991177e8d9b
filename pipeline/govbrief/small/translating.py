"""Owns the translation of one clause: what is asked, what is asked again, and which try is shown.

A clause is asked whole; one that the check refuses is asked clause by clause, then without settled terms. The mildest
try is kept with its findings: whoever shows it decides whether a clause with a doubt is worth showing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from govbrief.base.errors import ModelError
from govbrief.small.alone import counted_alone, sayable_part, standing
from govbrief.small.clauses import halves, is_setting
from govbrief.small.english import as_done, as_planned, in_small_letters, tidy
from govbrief.small.english import told as joined
from govbrief.small.fluency import clause_fault, name_fault
from govbrief.small.form import examples_of
from govbrief.small.frames import Frames
from govbrief.small.lexicon import lexicon_of
from govbrief.small.links import unlinked
from govbrief.small.objects import Counted
from govbrief.small.phrases import Phrases
from govbrief.small.prefilled import Settled, marked, settle_words, titles_in
from govbrief.small.quoteanswer import Translated, in_english
from govbrief.small.tellings import FrameTelling, is_beside, together
from govbrief.small.titlewords import TitleParts, by_words, capitals, plain_title, settled_title
from govbrief.write.defusing import unmarked
from govbrief.write.desk import Desk
from govbrief.write.method import complaints, cost
from govbrief_schemas.finding import Finding
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Sentence

_FORMS = {Kind.ACHIEVEMENT: as_done, Kind.PLAN: as_planned}
LABELS = {Kind.ACHIEVEMENT: "done", Kind.PLAN: "plan", Kind.SHORTCOMING: "lack"}
"""How a request says what a clause tells."""
EN_ROOM, EN_PER_ZH = 40, 6
"""Characters of English that a clause may take; sound translations of the seeds need half of it."""
FAULTY, LOST = 4, 50
"""What bad grammar costs a try, and a title that the English does not hold."""
_PART_OF = ("其中", "包括", "含", "即")
"""What goes on so tells parts of what was told: nothing is lost without it, and a small model gets it wrong."""


class Clause(NamedTuple):
    """A clause in both languages with what the check finds."""

    zh: str
    en: str
    findings: tuple[Finding, ...] = ()
    tries: int = 1
    counted: tuple[Counted, ...] = ()
    """What its numbers count, where code knows."""
    fault: str = ""
    """What is wrong with the form of the English."""
    is_asked: bool = False
    """Whether a model said any of it."""
    dropped: tuple[str, ...] = ()
    """Parts of the source's clause that neither language tells: no English of them passed."""

    @property
    def is_sound(self) -> bool:
        """Whether there is English and no complaint about it."""
        return bool(self.en) and not self.fault and not complaints(self.findings)


@dataclass
class Translator:
    """The model at work on the clauses of one report."""

    desk: Desk
    _titles: dict[str, str] = field(default_factory=dict)
    _certain: dict[tuple[str, Kind], bool] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)  # what was asked for; empty where it cannot be had

    async def clause(self, zh: str, kind: Kind, evidence: Sequence[Sentence], *, label: str = "") -> Clause:
        """`zh` in English: said by code, else the best of three tries; without English where none held its titles.

        Raises:
            ModelError: no try had a usable answer.
        """
        zh = unmarked(zh)
        for title in titles_in(zh):
            await self.title(title)
        if kind is not Kind.SHORTCOMING and not all(self._titles.get(title) for title in titles_in(zh)):
            return Clause(zh, "")
        best = None if label else await self._in_parts(zh, kind, evidence)
        if best and best.is_sound:
            return best
        failed: Exception | None = None
        for tries, settled in enumerate(self._ways(zh), 1):
            self.desk.reasks += tries > 1
            try:
                english = await self._tried(settled, kind, label or LABELS[kind])
            except ModelError as error:
                if error.fatal:
                    raise
                failed = error
                continue
            findings = self.desk.check_words(zh, english, evidence) if english else ()
            fault = clause_fault(zh, english, kind) if english and not label else ""
            made = Clause(zh, english, findings, tries, fault=fault, is_asked=True)
            if best is None or _badness(made) < _badness(best):
                best = made
            if best.is_sound:
                break
        if best is None:
            raise failed or ModelError(f"nothing to ask about {zh}")
        return best

    def counts(self, zh: str, kind: Kind) -> tuple[Counted, ...]:
        """What the numbers of the part that needs no model count."""
        return counted_alone(zh, kind, self.frames, self._has_title)

    def sayable(self, zh: str, kind: Kind) -> str:
        """The part of a clause that needs no model; empty where there is none."""
        return sayable_part(zh, kind, self.frames, self._has_title)

    def is_certain(self, zh: str, kind: Kind) -> bool:
        """Whether code can say a clause without asking a model."""
        if (zh, kind) not in self._certain:
            told = [self.frames.say(part, kind) for part in halves(marked(zh)[0])]
            whole = all(one and not one.holes for one in told) and all(map(self._has_title, titles_in(zh)))
            self._certain[zh, kind] = whole and not is_beside(told[0])
        return self._certain[zh, kind]

    def _has_title(self, title: str) -> bool:
        """Whether a title needs no model."""
        if settled_title(bare := plain_title(title), self.desk.writer.glossary):
            return True
        title_parts = TitleParts(bare, self.desk.writer.glossary)
        return title_parts.is_whole and not (
            title_parts.rest and not by_words(title_parts, self.frames.phrases)
        )

    async def _in_parts(self, zh: str, kind: Kind, evidence: Sequence[Sentence]) -> Clause | None:
        """The clause told part by part where code can say one of them; a part that cannot be had is left out.

        None where code says none, and where a shortcoming would lose a part.
        """
        text, marks = marked(zh)
        if not all(self._titles[title] for title in marks):
            return None
        parts = halves(text)
        told = [(part, await self._telling(part, kind, evidence)) for part in parts]
        if not any(telling for _, telling in told):
            return None
        asked = any(telling is None for _, telling in told)
        told = [
            (part, telling or await self._asked_part(part, kind, evidence, marks)) for part, telling in told
        ]
        had = standing(told, self.frames)
        if not had or is_beside(had[0][1]):
            return None
        if kind is Kind.SHORTCOMING and len(had) < len(told):
            return None
        english = together([telling for _, telling in had])
        chinese = text if len(had) == len(told) else unlinked("，".join(part for part, _ in had), kind)
        for title, mark in marks.items():
            english, chinese = english.replace(mark, self._titles[title]), chinese.replace(mark, title)
        counted = tuple(count for _, telling in had for count in telling.counted)
        lost = [part for part, telling in told if not telling and not is_setting(part)]
        for title, mark in marks.items():
            lost = [part.replace(mark, title) for part in lost]
        findings = self.desk.check_words(chinese, english, evidence)
        return Clause(chinese, english, findings, 1, counted, is_asked=asked, dropped=tuple(lost))

    async def _telling(self, part: str, kind: Kind, evidence: Sequence[Sentence]) -> FrameTelling | None:
        """What code says of a part, with a phrase in it asked for."""
        telling = self.frames.say(part, kind)
        for hole in telling.holes if telling else ():
            self._names[hole] = await self._name(hole, evidence)
        if telling and telling.holes:
            telling = self.frames.say(part, kind)
        return telling if telling and not telling.holes else None

    async def _asked_part(
        self, part: str, kind: Kind, evidence: Sequence[Sentence], marks: Mapping[str, str]
    ) -> FrameTelling | None:
        """A part as the model says it, where nothing is wrong with it."""
        if part.startswith(_PART_OF) or is_setting(part):
            return None
        titles = {title: f"{self._titles[title]}" for title in marks}
        plain = unlinked(part, kind)
        for title, mark in marks.items():
            plain = plain.replace(mark, title)
        try:
            english = await self._tried(
                (settle_words(plain, self.desk.writer.glossary, titles),), kind, LABELS[kind]
            )
        except ModelError as error:
            if error.fatal:
                raise
            self.desk.failed(part[:20], error)
            return None
        doubts = english and complaints(self.desk.check_words(plain, english, evidence))
        if not english or doubts or clause_fault(plain, english, kind):
            return None
        return FrameTelling(english, True, frozenset())  # noqa: FBT003 - who does it is the model's to say

    async def _name(self, zh: str, evidence: Sequence[Sentence]) -> str:
        """A phrase in English, asked of the model; empty where it is refused."""
        if zh in self._names:
            return self._names[zh]
        settled = settle_words(zh, self.desk.writer.glossary, {})
        try:
            english = await self._asked(settled, "name")
        except ModelError as error:
            if error.fatal:
                raise
            self.desk.failed(zh[:20], error)
            return ""
        english = english.removeprefix("the ").removeprefix("The ")
        doubts = complaints(self.desk.check_words(zh, english, evidence)) or name_fault(zh, english)
        sound = not doubts and self.frames.phrases.keeps_head(zh, english)
        return "" if not sound else in_small_letters(english, settled.text)

    @cached_property
    def frames(self) -> Frames:
        """What code says with the words of this report."""
        return Frames(Phrases(lexicon_of(self.desk.writer.glossary), asked=self._names))

    async def headline(self, zh: str) -> str:
        """The English of the report's own title or issuer: one with doubts is better than none, and has its marks."""
        asked = settle_words(plain_title(zh), self.desk.writer.glossary, {})
        return await self.title(zh) or capitals(await self._asked(asked, "title"))

    async def title(self, zh: str) -> str:
        """The English of a document's title, had once: by its parts where they are known, else asked for."""
        if zh not in self._titles:
            bare = plain_title(zh)
            settled = settled_title(bare, self.desk.writer.glossary)
            self._titles[zh] = settled or await self._by_parts(bare)
        return self._titles[zh]

    async def _by_parts(self, bare: str) -> str:
        parts = TitleParts(bare, self.desk.writer.glossary)
        rest = by_words(parts, self.frames.phrases) if parts.is_whole else ""
        if parts.rest and not rest:
            rest = await self._asked(settle_words(parts.rest, self.desk.writer.glossary, {}), "title")
            doubts = complaints(self.desk.check_words(parts.rest, rest, ())) or name_fault(parts.rest, rest)
            rest = "" if doubts else rest
        return parts.said(rest) if rest or not parts.rest else ""

    def _ways(self, zh: str) -> list[tuple[Settled, ...]]:
        glossary, titles = self.desk.writer.glossary, self._titles
        whole = settle_words(zh, glossary, titles)
        parts = tuple(settle_words(part, glossary, titles) for part in halves(zh))
        plain = settle_words(zh, glossary, titles, terms=False)
        ways = [(whole,), parts, (plain,)]
        return [way for n, way in enumerate(ways) if way not in ways[:n]][
            : self.desk.writer.prompts.limits.reasks + 1
        ]

    async def _tried(self, parts: Sequence[Settled], kind: Kind, label: str) -> str:
        told = [await self._asked(part, label) for part in parts]
        return (
            "" if not all(told) else joined(told, _FORMS.get(kind, str) if label in LABELS.values() else str)
        )

    async def _asked(self, settled: Settled, label: str) -> str:
        """One answer, titles in their places; empty when there is none that holds them."""
        if settled.is_settled:
            return tidy(settled.opened(settled.text))
        answer = await self.desk.writer.ask(
            settled.text[:20],
            "clause.md",
            Translated,
            about="",
            turns=self._turns,
            overlay=in_english(EN_ROOM + EN_PER_ZH * len(settled.text)),
            label=label,
            zh=settled.text,
        )
        english = answer.en.strip()
        return "" if settled.lost(english) or settled.numbers_lost(english) else tidy(settled.opened(english))

    @cached_property
    def _turns(self) -> tuple[tuple[str, str], ...]:
        """The set's examples as earlier turns, the same in every request about a report."""
        prompts = self.desk.writer.prompts
        return tuple(
            (
                prompts.render(
                    "clause.md",
                    label=one.kind,
                    zh=settle_words(one.zh, self.desk.writer.glossary, {}).text,
                    terms=(),
                    report=self.desk.report,
                ),
                json.dumps({"en": one.en}, ensure_ascii=False),
            )
            for one in examples_of(prompts)
        )


def _badness(clause: Clause) -> int:
    return cost(clause.findings) + FAULTY * bool(clause.fault) if clause.en else 2 * LOST

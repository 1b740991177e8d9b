"""Owns the translation of one clause: what is asked, what is asked again, and which try is shown.

A clause is asked whole; one that the check refuses is asked clause by clause, then without settled terms. The mildest
try is kept with its findings: whoever shows it decides whether a clause with a doubt is worth showing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from govbrief.datafiles import read_table
from govbrief.errors import ModelError
from govbrief.small.answers import Translated, in_english
from govbrief.small.clauses import halves
from govbrief.small.english import as_done, as_planned, tidy
from govbrief.small.english import told as joined
from govbrief.small.form import examples_of
from govbrief.small.settled import Settled, settle_words, titles_in
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
LOST = 50
"""What a title that the English does not hold costs a try."""


class Clause(NamedTuple):
    """A clause in both languages with what the check finds."""

    zh: str
    en: str
    findings: tuple[Finding, ...] = ()
    tries: int = 1

    @property
    def is_sound(self) -> bool:
        """Whether there is English and no complaint about it."""
        return bool(self.en) and not complaints(self.findings)


@dataclass
class Translator:
    """The model at work on the clauses of one report; titles are translated once."""

    desk: Desk
    _titles: dict[str, str] = field(default_factory=dict)

    async def clause(self, zh: str, kind: Kind, evidence: Sequence[Sentence], *, label: str = "") -> Clause:
        """`zh` in English, the best of at most three tries; without English where each lost a title.

        Raises:
            ModelError: no try had a usable answer.
        """
        for title in titles_in(zh):
            await self.title(title)
        best: Clause | None = None
        failed: ModelError | None = None
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
            made = Clause(zh, english, findings, tries)
            if best is None or _badness(made) < _badness(best):
                best = made
            if best.is_sound:
                break
        if best is None:
            raise failed or ModelError(f"nothing to ask about {zh}")
        return best

    async def title(self, zh: str) -> str:
        """The English of a document's title, translated once; the glossary's where it has one."""
        if zh not in self._titles:
            bare = zh.strip("《》").replace("〈", "“").replace("〉", "”")
            whole = settle_words(bare, self.desk.writer.glossary, {})
            english = whole.text if whole.is_settled else await self._sorted(bare)
            self._titles[zh] = _capitals(english)
        return self._titles[zh]

    async def _sorted(self, bare: str) -> str:
        """A title whose sort is known by its last word: the model is asked for the rest only."""
        sorts = read_table("heads")["sorts"]
        sort = max((word for word in sorts if bare.endswith(word)), key=len, default="")
        rest = bare.removesuffix(sort).removeprefix("关于").removesuffix("的")
        settled = settle_words(rest if sort else bare, self.desk.writer.glossary, {})
        english = await self._asked(settled, "title")
        return f"{sorts[sort]} {english}" if sort and english else english

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
        if not all(told):
            return ""
        return joined(told, _FORMS.get(kind, str) if label in LABELS.values() else str)

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
        return "" if settled.lost(english) else tidy(settled.opened(english))

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
    return cost(clause.findings) if clause.en else 2 * LOST


_SMALL = frozenset([
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
])


def _capitals(title: str) -> str:
    """A title as English prints it."""
    words = title.split()
    return " ".join(
        word if n and word in _SMALL else f"{word[:1].upper()}{word[1:]}" for n, word in enumerate(words)
    )

"""Owns Brief x Brief to pairs of items: which item of one side is which of the other; pure.

Items are matched by the sentences they rest on, never by their wording: offsets of the same report mean the same on
both sides, whatever a set makes of them. Between several candidates the one with the most shared text wins, then the
same kind, then the likest Chinese; each item has at most one counterpart.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from govbrief.compare.harms import doubt_key, harms_of
from govbrief_schemas.alignment import AlignedSide, Alignment, Aspect, Match, Pair, SectionPairs
from govbrief_schemas.brief import Brief, BriefItem
from govbrief_schemas.report import Role

TOLD = 0.6
"""Share of an item's words that others on the same sentences must hold for it not to be gone; parts of one sentence
share under a third."""
Span = tuple[int, int]


class Couple(NamedTuple):
    """Two items that tell the same, or one alone."""

    a: BriefItem | None
    b: BriefItem | None

    @property
    def start(self) -> Span:
        """Where in the report it belongs: where the item begins, the baseline's when there are two."""
        item = self.a or self.b
        return min(spans(item)) if item is not None and item.evidence else (0, 0)


def spans(item: BriefItem) -> frozenset[Span]:
    """The sentences that an item rests on."""
    return frozenset((e.start, e.end) for e in item.evidence)


def couple(a: Sequence[BriefItem], b: Sequence[BriefItem]) -> tuple[Couple, ...]:
    """Every item of both sides exactly once, in reading order."""
    left, right = dict(enumerate(a)), dict(enumerate(b))
    found: list[Couple] = []
    for _, i, j in sorted(_candidates(a, b)):
        if i in left and j in right:
            found.append(Couple(left.pop(i), right.pop(j)))
    found += [Couple(item, None) for item in left.values()]
    found += [Couple(None, item) for item in right.values()]
    return tuple(sorted(found, key=lambda c: (c.start, c.a is None)))


def _candidates(
    a: Sequence[BriefItem], b: Sequence[BriefItem]
) -> Iterator[tuple[tuple[float, bool, float], int, int]]:
    """Pairs of indices that share a sentence, with a rank; the smallest rank is the best."""
    right = [(j, other, spans(other)) for j, other in enumerate(b)]
    for i, item in enumerate(a):
        own = spans(item)
        for j, other, others in right:
            if shared := _length(own & others):
                alike = shared / _length(own | others)
                words = (
                    1.0
                    if item.zh == other.zh
                    else SequenceMatcher(None, item.zh, other.zh, autojunk=False).quick_ratio()
                )
                yield (-alike, item.kind is not other.kind, -words), i, j


def _length(sentences: frozenset[Span]) -> int:
    """Characters that the sentences cover, at least one each: shared evidence is never nothing."""
    return sum(max(1, end - start) for start, end in sentences)


def align(a: Brief, b: Brief, report: str, column: str) -> Alignment:
    """The two briefs of one report side by side: `a` is the baseline's."""
    couples = couple(a.items, b.items)
    rows = [_pair(c, couples) for c in couples]
    matches = Counter(pair.match for pair in rows)
    return Alignment(
        report=report,
        column=column,
        same=matches[Match.SAME],
        changed=matches[Match.CHANGED],
        only_a=matches[Match.ONLY_A],
        only_b=matches[Match.ONLY_B],
        sections=_sections(couples, rows, a if a.items else b),
    )


def _pair(one: Couple, couples: Sequence[Couple]) -> Pair:
    told_by = _told_by(one, couples)
    changes = _changes(one.a, one.b) if one.a and one.b else ()
    if one.a is None or one.b is None:
        match = Match.ONLY_B if one.a is None else Match.ONLY_A
    else:
        match = Match.CHANGED if changes else Match.SAME
    return Pair(
        match=match,
        changes=changes,
        harms=harms_of(one.a, one.b, told=bool(told_by)),
        told_by=told_by,
        a=_side(one.a),
        b=_side(one.b),
    )


def _told_by(one: Couple, couples: Sequence[Couple]) -> tuple[str, ...]:
    """Ids of the other side's items that tell a lone item: they cite its sentences and hold most of its words.

    A set that joins two sentences into one item, or tells whole what another tells in parts, drops nothing.
    """
    if one.a is not None and one.b is not None:
        return ()
    alone = one.a or one.b
    others = [c.b if one.b is None else c.a for c in couples]
    near = [item for item in others if item and alone and spans(item) & spans(alone)]
    words = _words(alone.zh if alone else "")
    told = frozenset[str]().union(*(_words(item.zh) for item in near))
    return tuple(item.id for item in near) if words and len(words & told) >= TOLD * len(words) else ()


def _words(zh: str) -> frozenset[str]:
    """The pairs of neighbouring characters, marks left out: Chinese words without a dictionary."""
    bare = "".join(c for c in zh if c.isalnum())
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _changes(a: BriefItem, b: BriefItem) -> tuple[Aspect, ...]:
    differ = {
        Aspect.KIND: a.kind is not b.kind,
        Aspect.THEME: a.theme is not b.theme,
        Aspect.EVIDENCE: spans(a) != spans(b),
        Aspect.ZH: a.zh != b.zh,
        Aspect.EN: a.en != b.en,
        Aspect.FINDINGS: Counter(map(doubt_key, a.doubts)) != Counter(map(doubt_key, b.doubts)),
    }
    return tuple(aspect for aspect, changed in differ.items() if changed)


def _side(item: BriefItem | None) -> AlignedSide | None:
    if item is None:
        return None
    return AlignedSide(
        id=item.id,
        kind=item.kind,
        theme=item.theme,
        zh=item.zh,
        en=item.en,
        evidence=item.evidence,
        supported=len(item.findings) - len(item.doubts),
        doubts=item.doubts,
        tries=item.tries,
    )


def _sections(couples: Sequence[Couple], rows: Sequence[Pair], brief: Brief) -> tuple[SectionPairs, ...]:
    """The pairs under their headings; sections with regressions first, and in each the pairs with regressions."""
    roles = {section.heading: section.role for section in brief.coverage.sections}
    groups: dict[tuple[str, str], list[Pair]] = {}
    for one, pair in zip(couples, rows, strict=True):
        if (item := one.a or one.b) is not None:
            # a heading may stand in a report twice; an item's id begins with the section's index
            groups.setdefault((item.id.partition("/")[0], item.section), []).append(pair)
    sections = [
        SectionPairs(
            heading=heading,
            role=roles.get(heading, Role.OTHER),
            pairs=tuple(sorted(pairs, key=lambda pair: not pair.harms)),
        )
        for (_, heading), pairs in groups.items()
    ]
    return tuple(sorted(sections, key=lambda section: not any(pair.harms for pair in section.pairs)))

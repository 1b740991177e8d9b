"""Owns what a model says that a report leaves out: printed only where a search of the whole report proves it.

That something is missing cannot be read off one sentence, and a model that says so may be wrong. So it names the words
in which the report would say it, and code looks for them: all of the text for something never mentioned, and the
sentences around the words for a number, a date or a cause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from govbrief.base.plain import clean
from govbrief.checking.check import SourceIndex, check_heading
from govbrief.write.absent import CAUSE, measurable, quantities_of
from govbrief.write.method import complaints
from govbrief_schemas.answers import UnsaidAnswer
from govbrief_schemas.brief import Absence
from govbrief_schemas.quantity import QuantityKind
from govbrief_schemas.report import Outline, Sentence

UNSAID = "unsaid"
MOST = 4
"""Lines of a brief about what the report does not say, beside those that follow from its outline."""
_LEAST = 2
"""Characters of a word that is looked for; one alone stands everywhere."""
_BETWEEN = 3
"""Characters that a report may put between those of a word: 出庭率 is said by 出庭应诉率 too."""
_NEXT = 1
"""Sentences after the one with the word in which what is missing may stand."""
_HAN = re.compile(r"[㐀-鿿]")


def proven(rows: Sequence[UnsaidAnswer], outline: Outline, witness: SourceIndex) -> tuple[Absence, ...]:
    """Of what a model says that the report leaves out, what the report bears out, in the answer's order."""
    return tuple(
        Absence(what=UNSAID, zh=clean(row.zh), en=clean(row.en))
        for row in rows
        if row.zh.strip() and row.en.strip() and _holds(row, outline, witness)
    )[:MOST]


def _holds(row: UnsaidAnswer, outline: Outline, witness: SourceIndex) -> bool:
    """Whether the words are the claim's, both languages claim the same, and the search bears it out."""
    words = [word for word in map(clean, row.words) if len(_HAN.findall(word)) >= _LEAST]
    if not any(_akin(word, row.zh) for word in words) or complaints(check_heading(row.zh, row.en, witness)):
        return False
    patterns = [_spread(word) for word in words]
    if row.lacks == "mention":
        # a word longer than the thing itself would be missing for what is added to it
        things = [_spread(piece) for word in words for piece in _shared(word, row.zh)]
        return not any(pattern.search(witness.text) for pattern in (*patterns, *things))
    around = list(dict.fromkeys(_around(patterns, outline)))
    return bool(around) and not _tells(row.lacks, around, witness)


def _akin(word: str, claim: str) -> bool:
    """Whether a claim speaks of what is looked for: they share two neighbouring characters."""
    return any(word[at : at + _LEAST] in claim for at in range(len(word) - 1))


def _shared(word: str, claim: str) -> Iterator[str]:
    """The longest piece of a word that the claim has too, if it is more than a word of two characters."""
    size = next((n for n in range(len(word), _LEAST, -1) if _pieces(word, n, claim)), 0)
    if size:
        yield from _pieces(word, size, claim)


def _pieces(word: str, size: int, claim: str) -> list[str]:
    return [word[at : at + size] for at in range(len(word) - size + 1) if word[at : at + size] in claim]


def _spread(word: str) -> re.Pattern[str]:
    r"""The word, with what a report may put inside; blanks and breaks of lines too.

    >>> bool(_spread("出庭率").search("行政机关负责人出庭应诉率达96%"))
    True
    """
    return re.compile(f"[^。；！？]{{0,{_BETWEEN}}}?".join(map(re.escape, word)))


def _around(patterns: Iterable[re.Pattern[str]], outline: Outline) -> Iterator[Sentence]:
    """The sentences that hold one of the words, and what follows each in its section."""
    wanted = tuple(patterns)
    for section in outline.sections:
        for at, sentence in enumerate(section.sentences):
            if any(pattern.search(sentence.text) for pattern in wanted):
                yield from section.sentences[at : at + 1 + _NEXT]


def _tells(lacks: str, sentences: Sequence[Sentence], witness: SourceIndex) -> bool:
    """Whether the sentences tell a number, a date or a cause."""
    if lacks == "cause":
        return any(CAUSE.search(sentence.text) for sentence in sentences)
    found = quantities_of(witness, sentences)
    if lacks == "date":
        return any(quantity.kind is QuantityKind.DATE for quantity in found)
    return any(map(measurable, found))

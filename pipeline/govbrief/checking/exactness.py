"""Owns whether a number says no more than the source's: 2952 is not 2952余, and 注987654 counts no cases."""

import re

from govbrief.checking.marks import NAME, Mark
from govbrief.checking.rounding import qualifiers_clash
from govbrief_schemas.quantity import Qualifier


def differs_in_exactness(mark: Mark, other: Mark, language: str) -> bool:
    """Whether one is said to be more, less or vaguer than the other; the inside of a name says nothing of it."""
    if NAME in {mark.group, other.group}:
        return False
    blurred = language == "zh" and _blurs(mark.qualifier, other.qualifier)
    return blurred or qualifiers_clash(mark.qualifier, other.qualifier) or _drops_qualifier(mark, other)


def _blurs(one: Qualifier, other: Qualifier) -> bool:
    """True for 1200万元以上 where the source says 约1200万元: about is neither more nor less."""
    return (one is Qualifier.ABOUT) != (other is Qualifier.ABOUT) and Qualifier.EXACT not in {one, other}


def _drops_qualifier(mark: Mark, other: Mark) -> bool:
    """True when exactly one of the two is qualified: 2952 is not 2952余."""
    return mark.quantity.is_amount and (mark.qualifier is Qualifier.EXACT) != (
        other.qualifier is Qualifier.EXACT
    )


_LABELLED = re.compile(r"(?:[数量额值总计合共为达]|[\t|｜：:（(]|^|\n)[ \u3000]*$")
"""What stands before a bare number that a unit may be added to: a label, a cell of a table."""


def adds_unit(mark: Mark, other: Mark, cited: str, source: str) -> bool:
    """Whether a Chinese count has a unit that neither the source's number nor a word beside it has.

    `cited` is the text of the evidence, `source` the whole report, which the place of `other` points into.
    """
    unit = mark.quantity.unit
    if mark.group != "count" or not unit or other.quantity.unit or not other.digits or unit in cited:
        return False
    return not _LABELLED.search(source[max(0, other.start - 3) : other.start])

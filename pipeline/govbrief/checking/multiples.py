"""Owns what multiplies what: 增长两倍 is tripled, 翻两番 quadrupled, 增长到3倍 and a rise of 200 percent threefold.

English says "increased two times" of both, so that an ambiguous multiple has two factors and agrees with either.
"""

import re
from fractions import Fraction

from govbrief_schemas.quantity import Direction, Motion, Quantity, QuantityKind

_EXACT_WORD = re.compile(r"翻|(?:doubl|trebl|tripl|quadrupl|quintupl)|twice|thrice", re.IGNORECASE)
"""Words whose factor nobody reads in two ways."""


def factors_of(quantity: Quantity, share: Fraction) -> frozenset[Fraction]:
    """The factors that a multiple or a growth in percent may mean; empty for anything else.

    `share` is a percentage as a fraction of one.
    """
    if quantity.kind is QuantityKind.PERCENT:
        grown = quantity.direction is Direction.UP and quantity.motion is Motion.BY
        return frozenset({1 + share}) if grown else frozenset()
    if quantity.kind is not QuantityKind.MULTIPLE:
        return frozenset()
    value = Fraction(quantity.value)
    if _EXACT_WORD.search(quantity.text) or quantity.motion is Motion.TO:
        return frozenset({value})
    if quantity.motion is not Motion.BY:
        # 超出一倍: as much again
        return frozenset({value + 1 if value == 1 and "倍" in quantity.text else value})
    return frozenset({value + 1}) if "倍" in quantity.text else frozenset({value, value + 1})

"""Owns verbs that multiply where Chinese multiplies by something else: 翻一番 told as "to triple"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from govbrief.checking.side import Side

_VERB = re.compile(
    r"\b(?:to|will|would|can|could|should|must|may)\s(?:(?P<over>more\sthan|at\sleast|over)\s)?"
    r"(?P<verb>double|triple|treble|quadruple)\b",
    re.IGNORECASE,
)
_FACTORS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_NEAR = Fraction(1, 20)


def other_factor(zh: Side, en: Side) -> Iterator[tuple[str, str]]:
    """The Chinese multiple and the English verb, when the verb stands for nothing that the Chinese gives."""
    multiples = [mark for mark in zh.tried if mark.group == "multiple" and mark.factors]
    verbs = list(_VERB.finditer(en.text))
    if len(multiples) != 1 or len(verbs) != 1:
        return
    told, given = Fraction(_FACTORS[verbs[0]["verb"].lower()]), multiples[0].factors
    near = any(abs(factor - told) <= told * _NEAR for factor in {*given, *_quotients(zh)})
    if not near and not (verbs[0]["over"] and max(given) > told):
        yield multiples[0].text, verbs[0]["verb"]


def _quotients(zh: Side) -> Iterator[Fraction]:
    """By what an amount of the Chinese is larger than another one of its kind."""
    amounts = [mark for mark in zh.tried if mark.quantity.is_amount and mark.value > 0]
    for one, two in combinations(amounts, 2):
        if (one.group, one.dimension) == (two.group, two.dimension):
            yield max(one.value, two.value) / min(one.value, two.value)

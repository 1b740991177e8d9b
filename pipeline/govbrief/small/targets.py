"""Owns the measurable aim of a plan and its date, read off its own words; no model is asked."""

import re

from govbrief.numbers.find import find_quantities
from govbrief.numbers.spell import english_form
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING
from govbrief_schemas.quantity import QuantityKind

_BY = re.compile(r"(?:到|至)?(20\d\d)年(底|末)?(前)?(?!度|至|[-—])")
_AIMS = frozenset({QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MULTIPLE})


def target_of(zh: str) -> Bilingual:
    """The first amount of a plan as its aim: 80%以上 / at least 80%."""
    for quantity in find_quantities(zh, "zh"):
        if quantity.kind in _AIMS:
            start = quantity.span.start
            behind = re.match(r"以上|以下|以内|左右", zh[quantity.span.end :])
            before = re.search(r"(?:不少于|不低于|不超过|超过)$", zh[:start])
            text = (before[0] if before else "") + quantity.text + (behind[0] if behind else "")
            return Bilingual(zh=text, en=english_form(quantity))
    return NOTHING


def term_of(zh: str) -> Bilingual:
    """The date by which: 2025年 / 2025, 2024年底前 / end of 2024."""
    found = _BY.search(re.sub(r"《[^》]*》|[（(][^）)]*[）)]", "", zh))
    if found is None:
        return NOTHING
    end = "end of " if found[2] else ""
    return Bilingual(zh=f"{found[1]}年{found[2] or ''}", en=f"{end}{found[1]}")

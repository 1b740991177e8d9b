"""Owns numbers that a line's end cuts from their figures, their unit or their qualifier; two lines decide.

「男性969.57」「万人，女性…」    -> one number: a unit goes on
「同比上升2.1个百」「分点，…」    -> one: the unit itself is cut
「超过2,」「345件」「98.」「5%」  -> one: a comma or point waits for figures
「受理案件1」「234件，…」        -> one: running text does not end in a figure, and the next line begins with one
「办理近」「300件」             -> one: a qualifier waits for its number
「指标 2022年」「2023年」        -> no: cells of a table, short or without a sentence around them
"""

import re

from govbrief.read.structure.lines import columns

_ALONE = re.compile(r"[-+]?[\d,.]+[%％]?")
_UNIT = (
    r"(?:[十百千万亿]{0,3}(?:余|多|个|名|位)?(?:元|人|户|个|件|家|吨|亩|公里|平方|立方|米|次|项|台|套|辆|所|名|条|宗|起|座|处|场|期|批|篇|部|份|张"
    r"|头|只|株|栋|间|床|岁|倍|成|折|小时|分钟|天|周|公顷|公斤|千瓦|度|万|亿|美元|港元|欧元|标准煤|户次|人次|辆次|件次)"
    r"|个?百?分点|百分[点之]|[%％‰]|年|月|日|时|余|多|[℃㎡])"
)
_UNIT_FIRST = re.compile(_UNIT)
_ENDS_IN_FIGURE = re.compile(r"[\u4e00-\u9fff][^\n]{0,30}?(?<![\d.,])\d[\d,.]*$")
_WAITS = re.compile(r"\d[,，.．]$")
_CUT_UNIT = re.compile(
    r"(?:(?:个|[二三四五六七八九十几两\d])百|\d个|百分|平方?|立方?|(?<=\d)公|(?<=[\d万亿])[美港欧]|(?<=\d)[十百千万亿])$"
)
_REST_OF_UNIT = re.compile(r"分?点|百分点|方?[米公千]|[顷里斤]|元|[人户个件家吨亩项次台套辆所名条元]")
_QUALIFIER = re.compile(
    r"(?:[近约超达逾共计为至到增升降减有等]|超过|不足|不少于|不低于|达到|高达|突破|完成|实现|累计|下降|增长|上升|提高|减少|办理|新增|受理|处理)$"
)
_FIGURE_FIRST = re.compile(rf"\d[\d,.]*\s*(?:{_UNIT}|[。；，])")
_RUNNING = 12
"""A line of fewer columns than this before its number may be a cell or a label."""


def is_cut_number(above: str, text: str) -> bool:
    """Whether a number or its unit goes on from one line of running text to the next."""
    if columns(above) < _RUNNING or "\t" in above or "|" in above:
        return False
    if _ENDS_IN_FIGURE.search(above):
        if re.match(r"[.．]\d", text):
            return True
        return _UNIT_FIRST.match(text) is not None or _FIGURE_FIRST.match(text) is not None
    if _WAITS.search(above):
        return text[:1].isdigit()
    if _CUT_UNIT.search(above) and _REST_OF_UNIT.match(text):
        return True
    return _QUALIFIER.search(above) is not None and _FIGURE_FIRST.match(text) is not None


def is_cut_unit(above: str, text: str) -> bool:
    """Whether a line ends in a figure whose unit opens the next one, even behind an empty line."""
    ends = (
        columns(above) >= _RUNNING
        and "\t" not in above
        and "|" not in above
        and _ENDS_IN_FIGURE.search(above)
    )
    return bool(ends) and re.match(rf"{_UNIT}[，。；、,;]", text) is not None


def is_number_alone(above: str, text: str, following: str) -> bool:
    """Whether a converter set a number on a line of its own: 「完成」「3.62」「亿元,」."""
    if _ALONE.fullmatch(text) and len(above) > 1:
        return (
            _UNIT_FIRST.match(following) is not None
            or re.match(r"[，,、。；;：:”’》〉）)％%！？]", following) is not None
        )
    return _ALONE.fullmatch(above) is not None and _UNIT_FIRST.match(text) is not None

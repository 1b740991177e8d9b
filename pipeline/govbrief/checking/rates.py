"""Owns numbers that are rates of change themselves: 增速放缓至4.9% is "grew 4.9 percent, at a slower pace".

A rate has a sign of its own and a movement. Chinese tells the movement, English as often the sign, so that neither
"slowed" against "grew" nor reached against changed by is a contradiction. The same for time that is saved: 时间缩短30%
is "30 percent faster".
"""

import re

from govbrief.checking.marks import POINT, SHARE, Mark
from govbrief_schemas.quantity import Direction, Lying, Motion

_RATE = re.compile(
    "(?:(?P<up>增速|增幅|涨幅|升幅|增长率|增长速度)|(?P<down>降幅|跌幅|减幅|降速))[^，。；,;]{0,12}$"
)
_REACH = 24
_TIME = re.compile("时间|期限|工期|时限|时长|用时|耗时|周期|历时|时效[^，。；,;]{0,6}$")
_PACE = re.compile(r"\s(?:percent\s)?(?P<more>faster|quicker|sooner|shorter)\b", re.IGNORECASE)


def is_same_change(zh_text: str, zh: Mark, en_text: str, en: Mark) -> bool:
    """Whether two numbers that seem to turn against each other tell one change from two sides."""
    before = zh_text[max(0, zh.start - _REACH) : zh.start]
    if zh.group == SHARE and zh.quantity.motion is Motion.TO and (rate := _RATE.search(before)):
        sign = Direction.UP if rate["up"] else Direction.DOWN
        return en.direction in {sign, zh.direction, Direction.NONE}
    if zh.group == POINT and _RATE.search(before) and zh.quantity.side is Lying.NONE:
        return True  # 降幅扩大3个百分点: one side tells the fall, the other that it is larger
    saved = zh.direction is Direction.DOWN and _TIME.search(before)
    return bool(saved and _PACE.match(en_text, en.quantity.span.end))

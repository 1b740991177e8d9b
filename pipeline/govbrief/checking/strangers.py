"""Owns names that a report does not hold anywhere: a place it never names, an organ whose name it never writes.

Only what is sure is said: places that everybody knows (`data/toponyms.toml`), and organs of which not even the
characters stand in this order: 发改委 is 发展和改革委员会, 真理局 is nobody.
"""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.checking.messages import source_finding
from govbrief.names.toponyms import known_places
from govbrief_schemas.finding import Finding, Rule, Verdict

_ORGAN = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2})(?P<sort>局|厅|委员会|法院|检察院|集团|公司|银行)(?![长部面势限外])"
)
_APART = 8
"""Characters that may stand between two of a short name in the long one: 人力资源和社会保障局 is 人社局."""
_SHORTEST = 3
"""Places of fewer letters in English are words or parts of names."""


def check_strangers(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each place or organ of the text that is not `held` by the report."""
    if language == "en":
        yield from _english(text, held)
        return
    for match in _chinese_places().finditer(text):
        if match[0] not in held:
            yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "zh", match[0])
    for match in _ORGAN.finditer(text):
        if match[0] not in held and not _abbreviates(match[0], held):
            yield source_finding(Verdict.NOT_FOUND, Rule.ORGAN, "zh", match[0])


def _english(text: str, held: str) -> Iterator[Finding]:
    by_name = _by_english()
    for match in _english_places().finditer(text):
        if not any(zh in held for zh in by_name[match[0]]) and match[0] not in held:
            yield source_finding(Verdict.NOT_FOUND, Rule.PLACE, "en", match[0])


def _abbreviates(name: str, held: str) -> bool:
    """Whether the characters stand in this order near each other."""
    gap = rf"[\u4e00-\u9fff]{{0,{_APART}}}?"
    return re.search(gap.join(map(re.escape, name)), held) is not None


@cache
def _chinese_places() -> re.Pattern[str]:
    names = sorted(known_places(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)})(?=[省市])")


@cache
def _by_english() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for zh, en in known_places().items():
        if len(en) >= _SHORTEST:
            found[en] = (*found.get(en, ()), zh, *_SHORT_FORMS.get(zh, ""))
    return found


_SHORT_FORMS = {
    "北京": "京",
    "天津": "津",
    "河北": "冀",
    "上海": "沪",
    "重庆": "渝",
    "四川": "川",
    "广东": "粤",
    "香港": "港",
    "澳门": "澳",
    "台湾": "台",
    "江苏": "苏",
    "浙江": "浙",
    "安徽": "皖",
    "福建": "闽",
    "江西": "赣",
    "山东": "鲁",
    "河南": "豫",
    "湖北": "鄂",
    "湖南": "湘",
    "海南": "琼",
    "贵州": "黔",
    "云南": "滇",
    "陕西": "陕",
    "甘肃": "甘",
    "青海": "青",
    "辽宁": "辽",
    "吉林": "吉",
    "黑龙江": "黑",
    "山西": "晋",
    "广西": "桂",
    "西藏": "藏",
    "宁夏": "宁",
    "新疆": "疆",
    "内蒙古": "蒙",
    "沈阳": "沈",
    "深圳": "深",
}
"""One character that stands for the place in 京津冀 and the like."""


@cache
def _english_places() -> re.Pattern[str]:
    names = sorted(_by_english(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

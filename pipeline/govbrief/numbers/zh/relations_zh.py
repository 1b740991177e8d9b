"""Owns what a Chinese clause tells beside its number: reached or changed by, side, period, comparison.

提高到98%           -> reached
由5.8%降至5.1%      -> from, reached
高于全省平均1.2个   -> above
前三季度增长5.2%    -> changed by, in the first three quarters
"""

import re

from govbrief.numbers.relations import NOTHING, Relation, meanings, only
from govbrief_schemas.quantity import Direction, Lying, Motion

_CLAUSE = re.compile(r"[，。；！？：,;\n]")
_SENTENCE = re.compile(r"[。；！？;\n]")
_REACH, _FAR = 24, 60
_TELLING = re.compile("[季半月比较于出前后早迟期先年误晚]")
"""A sign of every word that tells a period, a side or a comparison; a text of bare numbers has none."""
_TO = re.compile(
    r"(?:(?:(?<!达)到|至)(?:每[天年月日周人户亩件次吨米斤套平升桶股度克盎]|[人户日年月]均|平均|约|近){0,3}|(?:[降升增减变改]|提高|调整|压缩|缩短|扩大)[为成]|(?:[到至为成是达]|相当于)[^，。]{1,10}的)了?\s*$"
)
_LEVEL = re.compile(r"(?:增速|增幅|涨幅|降幅|跌幅|减幅|增长率)\w{0,3}$")
"""Behind these a number is a rate of change, which may be reached as well."""
_ARRIVED = re.compile("[升降跌落]达到?$")
"""攀升达3125人 is what it came to, and may be a change: nothing is said."""
_STANDS = re.compile("(?<![增长产降速])率(?:已|均|也|分别)?(?:达到?|为|是)约?$")
"""调解率达35.6% is where the rate stands, and no change."""
_FROM = re.compile(
    r"(?:[由从自]|由原来的?|从原来的?)(?:(?:\d{4}年|[去上今前当同]年|年[初底末])(?:度|[底末初])?的?)?\s*$"
)
_PASSED = re.compile("[跌升涨突冲]破(?:了)?每[一-鿿]{1,2}$")
_GAP = re.compile(r".{0,2}(?:至|到)\s*$")
"""What stands between a change and what it came to: 下降25个基点至3.8%."""
_LISTED = re.compile("[、和及与](?:约|近|超)?")
"""分别提高到798元和676元: both were reached."""
_MORE = re.compile(
    r"(?<![同环])比[^，。；]{1,12}(?<![增升提加扩延])(?P<side>[多高快好大长重贵早少低慢差小短轻晚])(?:[收支出产用花了出]{0,2})?\s*$"
)
_SIDES = dict.fromkeys("多高快好大长重贵", Lying.ABOVE) | dict.fromkeys("少低慢差小短轻", Lying.BELOW)
_SIDES |= {"早": Lying.EARLIER, "晚": Lying.LATER}


def relation(text: str, floor: int, front: int, direction: Direction, before: Motion) -> Relation:
    """What is told of a number whose own words begin at `front`; `floor` is where the number before it ends."""
    near = text[max(floor, front - _REACH) : front]
    clause = _CLAUSE.split(near)[-1]
    far = _SENTENCE.split(text[max(0, front - _FAR) : front])[-1]
    motion = _motion(clause, direction, before)
    if _PASSED.search(near):
        motion = Motion.TO  # 跌破每桶80美元
    if motion is Motion.BY and text.startswith("破", front):
        motion = Motion.TO  # 跌破100美元
    if not _TELLING.search(far):
        return NOTHING._replace(motion=motion)
    return Relation(
        motion,
        _side(clause),
        _period(far),
        only(meanings("comparison", "zh").told_in(_CLAUSE.split(far)[-1])),
    )


def _motion(clause: str, direction: Direction, before: Motion) -> Motion:
    if _FROM.search(clause):
        return Motion.FROM
    if _TO.search(clause) and (
        direction is not Direction.NONE or (before is not Motion.NONE and _GAP.fullmatch(clause))
    ):
        return Motion.TO
    if before is Motion.TO and direction is not Direction.NONE and _LISTED.fullmatch(clause):
        return Motion.TO
    if direction is Direction.NONE and _STANDS.search(clause):
        return Motion.TO
    moved = direction is not Direction.NONE and not _LEVEL.search(clause) and not _ARRIVED.search(clause)
    return Motion.BY if moved else Motion.NONE


def _side(clause: str) -> Lying:
    if more := _MORE.search(clause):
        return _SIDES[more["side"]]
    words = meanings("side", "zh")
    last = max(words.pattern.finditer(clause), key=re.Match.start, default=None)
    if last is None:
        return Lying.NONE
    side = Lying(words.of[last[0]])
    # right in front of its number 高于 is a bound: 高于3%
    differs = last[0] in {"高出", "领先", "落后", "年轻", "年长"}
    bound = side in {Lying.ABOVE, Lying.BELOW} and not differs and not clause[last.end() :].strip("了约近")
    return Lying.NONE if bound else side


def _period(far: str) -> str:
    """The part of a year that was named last in front of the number."""
    words = meanings("period.part", "zh")
    found = ""
    for match in words.pattern.finditer(far):
        found = words.of[match[0]]
    return found

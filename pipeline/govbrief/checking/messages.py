"""Owns the sentences of findings in English and Chinese; must not know how anything was compared.

Every sentence says what stands in the item and what in the source, and names the nearest match if there is
one.
"""

from typing import Literal, NamedTuple

from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.quantity import Motion, Qualifier, Quantity


class Wording(NamedTuple):
    """One template in both languages; `{seen}`, `{expected}`, `{side}` are filled in."""

    en: str
    zh: str


_SIDES = {
    "zh": Wording("the Chinese", "中文"),
    "en": Wording("the English", "英文"),
    "zh-en": Wording("the item", "条目"),
}

_BY_VERDICT: dict[Verdict, Wording] = {
    Verdict.SUPPORTED: Wording(
        "{side} says “{seen}” and the cited sentences say “{expected}”.",
        "{side}写“{seen}”，所引原文为“{expected}”，一致。",
    ),
    Verdict.MISPLACED: Wording(
        "{side} says “{seen}”; the report holds “{expected}”, but not in the cited sentences.",
        "{side}写“{seen}”，报告别处有“{expected}”，但不在所引句子中。",
    ),
    Verdict.NOT_FOUND: Wording(
        "{side} says “{seen}”, which nothing in the report carries.",
        "{side}写“{seen}”，报告中没有依据。",
    ),
    Verdict.UNCHECKED: Wording(
        "{side} says “{seen}”, which the rules cannot check.",
        "{side}写“{seen}”，规则无法核对。",
    ),
}

_REFUTED: dict[Rule, Wording] = {
    Rule.VALUE: Wording(
        "{side} says “{seen}”, but the source says “{expected}”.",
        "{side}写“{seen}”，原文是“{expected}”。",
    ),
    Rule.UNIT: Wording(
        "{side} says “{seen}”, but the source gives another unit: “{expected}”.",
        "{side}写“{seen}”，原文单位不同，为“{expected}”。",
    ),
    Rule.PERCENT_POINT: Wording(
        "{side} says “{seen}”, but the source says “{expected}”: percent and percentage points differ.",
        "{side}写“{seen}”，原文是“{expected}”：百分比与百分点不同。",
    ),
    Rule.DIRECTION: Wording(
        "{side} turns the direction of “{seen}”; the source says “{expected}”.",
        "{side}中“{seen}”的升降方向与原文“{expected}”相反。",
    ),
    Rule.QUALIFIER: Wording(
        "{side} says {seen_as} “{seen}”, but the source says {expected_as} “{expected}”.",
        "{side}写的是{seen_as}“{seen}”，原文是{expected_as}“{expected}”。",
    ),
    Rule.SUBJECT: Wording(
        "{side} says “{seen}” of something that has “{expected}” in the source.",
        "{side}把“{seen}”说到了别的对象上，原文该对象为“{expected}”。",
    ),
    Rule.REACHED: Wording(
        "{side} says that it {seen_does} “{seen}”; in the source it {expected_does} “{expected}”.",
        "{side}写的是{seen_does}“{seen}”，原文是{expected_does}“{expected}”。",
    ),
    Rule.PERIOD: Wording(
        "{side} tells “{seen}” of another period than the source, which says “{expected}”.",
        "{side}中“{seen}”所指时段与原文“{expected}”不同。",
    ),
    Rule.COMPARISON: Wording(
        "{side} compares “{seen}” with another period than the source does “{expected}”.",
        "{side}中“{seen}”的比较基期与原文“{expected}”不同（同比、环比不可混用）。",
    ),
    Rule.DATE: Wording(
        "{side} says “{seen}”, but the source dates it “{expected}”.",
        "{side}写“{seen}”，原文日期是“{expected}”。",
    ),
    Rule.ORDINAL: Wording(
        "{side} says “{seen}”, but the source ranks it “{expected}”.",
        "{side}写“{seen}”，原文次序是“{expected}”。",
    ),
}

_SPECIAL: dict[Rule, Wording] = {
    Rule.TITLE: Wording(
        "{side} names {seen}, a title that the report does not hold; the nearest is {expected}.",
        "{side}中的{seen}在报告中没有，最接近的是{expected}。",
    ),
    Rule.UNTRANSLATED: Wording(
        "The English still holds Chinese: “{seen}”.",
        "英文中有未翻译的中文：“{seen}”。",
    ),
    Rule.ECHO: Wording(
        "The cited sentences do not carry the item “{seen}”.",
        "所引句子不支持条目“{seen}”。",
    ),
    Rule.ROLE: Wording(
        "The item is called “{seen}”, but its section is about “{expected}”.",
        "条目类别为“{seen}”，而所在部分是“{expected}”。",
    ),
    Rule.TRANSLATION: Wording(
        "{side} is empty, cut off or not a translation: “{seen}”.",
        "{side}为空、被截断或不是译文：“{seen}”。",
    ),
}

_PAIR: dict[Rule, Wording] = {
    Rule.VALUE: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the values differ.",
        "中文为“{zh}”，英文为“{en}”，数值不一致。",
    ),
    Rule.UNIT: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the units differ.",
        "中文为“{zh}”，英文为“{en}”，单位不一致。",
    ),
    Rule.PERCENT_POINT: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: percent and percentage points differ.",
        "中文为“{zh}”，英文为“{en}”：百分比与百分点不同。",
    ),
    Rule.DIRECTION: Wording(
        "The Chinese and the English turn “{zh}” and “{en}” in opposite directions.",
        "中文“{zh}”与英文“{en}”升降方向相反。",
    ),
    Rule.QUALIFIER: Wording(
        "The Chinese says {expected_as} “{zh}”, the English says {seen_as} “{en}”.",
        "中文是{expected_as}“{zh}”，英文是{seen_as}“{en}”。",
    ),
    Rule.SUBJECT: Wording(
        "The English says “{en}” of another thing than the Chinese says “{zh}” of: numbers look swapped.",
        "英文“{en}”与中文“{zh}”所指对象不同，数字疑似对调。",
    ),
    Rule.REACHED: Wording(
        "In the Chinese it {expected_does} “{zh}”, in the English it {seen_does} “{en}”.",
        "中文是{expected_does}“{zh}”，英文是{seen_does}“{en}”。",
    ),
    Rule.PERIOD: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the periods differ.",
        "中文为“{zh}”，英文为“{en}”，时段不一致。",
    ),
    Rule.COMPARISON: Wording(
        "The Chinese “{zh}” and the English “{en}” are compared with different periods.",
        "中文“{zh}”与英文“{en}”的比较基期不同（同比、环比）。",
    ),
    Rule.DATE: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the dates differ.",
        "中文为“{zh}”，英文为“{en}”，日期不一致。",
    ),
    Rule.ORDINAL: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the ranks differ.",
        "中文为“{zh}”，英文为“{en}”，次序不一致。",
    ),
    Rule.NAME: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the names differ.",
        "中文为“{zh}”，英文为“{en}”，名称不一致。",
    ),
    Rule.SCOPE: Wording(
        "The Chinese says “{zh}”, the English says “{en}”: the scopes differ.",
        "中文为“{zh}”，英文为“{en}”，范围不一致。",
    ),
}

_UNSCOPED = Wording(
    "The English says “{en}”, and nothing in the Chinese reaches that far.",
    "英文为“{en}”，中文没有这样的范围。",
)
_ONLY_EN = Wording("The English says “{en}”, the Chinese has no such number.", "英文有“{en}”，中文没有。")
_ONLY_ZH = Wording("The Chinese says “{zh}”, the English leaves it out.", "中文有“{zh}”，英文缺漏。")


_QUALIFIERS = {
    Qualifier.EXACT: Wording("exactly", "恰为"),
    Qualifier.OVER: Wording("more than", "超过"),
    Qualifier.NEARLY: Wording("nearly", "接近"),
    Qualifier.ABOUT: Wording("about", "大约"),
    Qualifier.AT_LEAST: Wording("at least", "至少"),
    Qualifier.AT_MOST: Wording("at most", "至多"),
}
"""Qualifiers stand beside the number they belong to, so that a message has to say them."""

_MOTIONS = {
    Motion.NONE: Wording("comes to", "达"),
    Motion.BY: Wording("changes by", "变动了"),
    Motion.TO: Wording("reaches", "达到"),
    Motion.FROM: Wording("starts from", "起于"),
}

Both = tuple[Quantity, Quantity]
"""The quantity that was seen and the one that was expected."""


def _described(both: Both | None, language: Literal["en", "zh"]) -> dict[str, str]:
    """How what was seen and what was expected are qualified and what they do, in words."""
    if both is None:
        return {}
    return {
        f"{name}_{what}": getattr(words, language)
        for name, quantity in zip(("seen", "expected"), both, strict=True)
        for what, words in (("as", _QUALIFIERS[quantity.qualifier]), ("does", _MOTIONS[quantity.motion]))
    }


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut where a message would become hard to read."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _template(verdict: Verdict, rule: Rule) -> Wording:
    if verdict in {Verdict.SUPPORTED, Verdict.MISPLACED, Verdict.UNCHECKED}:
        return _BY_VERDICT[verdict]
    if rule in _SPECIAL:
        return _SPECIAL[rule]
    if verdict is Verdict.REFUTED:
        return _REFUTED.get(rule, _REFUTED[Rule.VALUE])
    return _BY_VERDICT[verdict]


def source_finding(  # noqa: PLR0913, PLR0917 - the fields of a finding
    verdict: Verdict,
    rule: Rule,
    language: str,
    seen: str,
    expected: str = "",
    where: tuple[int, int] | None = None,
    both: Both | None = None,
) -> Finding:
    """A finding about one side of an item against its source, its sentences written.

    `both` are the quantity of the item and the one of the source, which the finding then points at.
    """
    wording = _template(verdict, rule)
    if rule is Rule.TITLE and verdict is Verdict.NOT_FOUND and not expected:
        wording = _BY_VERDICT[Verdict.NOT_FOUND]
    side = _SIDES[language]
    fill = {"seen": shorten(seen), "expected": shorten(expected)}
    message = wording.en.format(side=side.en, **fill, **_described(both, "en"))
    message_zh = wording.zh.format(side=side.zh, **fill, **_described(both, "zh"))
    if verdict is Verdict.NOT_FOUND and expected and rule not in _SPECIAL:
        message = f"{message[:-1]}; the nearest is “{fill['expected']}”."
        message_zh = f"{message_zh[:-1]}，最接近的是“{fill['expected']}”。"
    message = message[:1].upper() + message[1:]
    start, end = (both[1].span if both else where) or (None, None)
    quantity = both[1] if both else None
    return Finding(verdict, rule, language, seen, expected, message, message_zh, start, end, quantity)


def pair_finding(rule: Rule, zh: str, en: str, both: Both | None = None) -> Finding:
    """A finding about two languages that disagree; an empty side has no such number.

    `both` are the quantities of the English and of the Chinese, in this order.
    """
    wording = _PAIR[rule] if zh and en else _alone(rule, en)
    fill = {"zh": shorten(zh), "en": shorten(en)}
    return Finding(
        Verdict.REFUTED,
        rule,
        "zh-en",
        en,
        zh,
        wording.en.format(**fill, **_described(both, "en")),
        wording.zh.format(**fill, **_described(both, "zh")),
    )


def _alone(rule: Rule, en: str) -> Wording:
    """What to say when only one language has something."""
    if rule is Rule.SCOPE:
        return _UNSCOPED
    return _ONLY_EN if en else _ONLY_ZH

"""Owns gaps that close or open: 差距继续缩小 is no gap that “continued to widen”, whatever else rises and falls."""

import re

_GAP = "差距|差额|价差|利差|逆差|顺差|赤字|缺口|亏损|降幅|跌幅|增幅|涨幅"
_CLOSES_ZH = re.compile(
    f"(?:{_GAP})[^，。；,;]{{0,8}}(?:缩小|收窄|缩减|弥合)|缩小[^，。；,;]{{0,12}}(?:{_GAP})"
)
_OPENS_ZH = re.compile(
    f"(?:{_GAP})[^，。；,;]{{0,8}}(?:扩大|拉大|加大|增大|走阔)|(?:扩大|拉大)[^，。；,;]{{0,12}}(?:{_GAP})"
)
_CLOSES_EN = re.compile(
    r"\b(?:narrow|shr[aiu]nk|clos|reduc|small|eas|slow|bridg|cut|declin|decreas|moderat|lower|less)\w*",
    re.IGNORECASE,
)
_OPENS_EN = re.compile(
    r"\b(?:widen|grow|grew|increas|larg|expand|enlarg|deepen|accelerat|great|rose|ris|more|wider|fast|pick)\w*",
    re.IGNORECASE,
)
_NARROWED, _WIDENED = (
    re.compile(
        rf"\b(?:gap|difference|disparity|deficit|surplus|spread|shortfall|loss|losses|inequalit\w+)\b[^.;,]{{0,70}}?\b(?P<word>{word})\b|\b(?P<word2>{word})\b[^.;,]{{0,30}}\b(?:gap|difference|disparity|deficit|surplus|spread|shortfall|loss)",
        re.IGNORECASE,
    )
    for word in ("narrow(?:ed|ing|s)?|shr[aiu]nk(?:ing|s)?", "widen(?:ed|ing|s)?|deepen(?:ed|ing|s)?")
)


def turned_gap(zh: str, en: str) -> tuple[str, str] | None:
    """The words of 差距缩小 and of “the gap widened”, when each text lets a gap go one way only."""
    closes, opens = _CLOSES_ZH.search(zh), _OPENS_ZH.search(zh)
    if (closes is None) == (opens is None):
        return None
    told, other = (_WIDENED, _CLOSES_EN) if closes else (_NARROWED, _OPENS_EN)
    match = told.search(en)
    said = closes or opens
    if not match or not said or other.search(en):
        return None
    return said[0], match["word"] or match["word2"]


_BELOW_ZH, _ABOVE_ZH = (
    re.compile("低于|不及|逊于|弱于"),
    re.compile("[高超多强优快大好]于|以上|胜过|突破|[超逾]过?"),
)
_ABOVE_EN = re.compile(r"\b(?:above|higher\sthan|exceed\w*|outstrip\w*)\b", re.IGNORECASE)
_BELOW_EN = re.compile(
    r"\b(?:below|lower|less|under|fewer|short|shy|worse|trail\w*|slower|smaller|weaker|behind|beneath|not|never|no)\b|n['’]t\b",
    re.IGNORECASE,
)


def turned_standing(zh: str, en: str) -> tuple[str, str] | None:
    """The words of 远低于峰值 and “well above the peak”, where each text tells one side only."""
    sides = (_BELOW_ZH.search(zh), _ABOVE_ZH.search(zh)), (_BELOW_EN.search(en), _ABOVE_EN.search(en))
    (low_zh, high_zh), (low_en, high_en) = sides
    if low_zh and high_en and not high_zh and not low_en and "不低于" not in zh:
        return low_zh[0], high_en[0]
    over, under = _OVER_ZH.search(zh), _UNDER_EN.search(en)
    if over and under and not _LOW_ZH.search(zh) and not _HIGH_EN.search(en.replace("more slowly", "slower")):
        return over[0], under[0]
    return None


_OVER_ZH = re.compile("(?<!不)(?<!不得)(?<!不能)(?<!不应)[高快多优好大]于")
_LOW_ZH = re.compile("低(?!收入|碳|保|空|温)|[少慢差小弱]|以[下内]|不[足到超及]|未|没|落后|下降|减")
_UNDER_EN = re.compile(r"\b(?:below|(?:slower|lower|less|fewer|worse|more\sslowly)\sthan)\b", re.IGNORECASE)
_HIGH_EN = re.compile(
    r"\b(?:above|over|higher|faster|more|better|greater|beyond|up|ahead|exceed\w*|out\w+|top\w*|beat\w*|surpass\w*|no|not|never)\b|n['’]t\b",
    re.IGNORECASE,
)

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

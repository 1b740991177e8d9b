"""Owns wholes and their parts: 等15个 is fifteen in all, 其中 is out of them, and neither is "fifteen others"."""

import re
from collections.abc import Iterator

from govbrief.base.needles import Sought
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_NEAR = 10
"""Characters around a number in which a word may say that it comes on top."""
_NUMBER_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDED = _NUMBER_WORDS + tuple(
    f"{ten}{unit}"
    for ten in ("twenty", *_TENS)
    for unit in ("", "-one", *(f"-{one}" for one in _NUMBER_WORDS[:8]))
    if (ten, unit) != ("twenty", "")
)
"""Two to ninety-nine in order."""
_NUMBER = rf"(?:(?<!\d,)\d[\d,]{{0,15}}+|{'|'.join(sorted(_WORDED, key=len, reverse=True))})"
_OTHERS = Sought(
    rf"\b(?P<first>{_NUMBER})\s+(?:(?!or\b)[a-z-]+\s+)?(?:other|others|more|additional|further)\b(?!\s+than)"
    rf"|\b(?:another|an additional|a further|other)\s+(?P<second>{_NUMBER})\b",
)
_BESIDE = re.compile(
    "其他|其它|其余|另|此外|还有|新增|以外|之外|除|外加|额外|再|剩|不含|不包括|追加|加上|代替|取代|又|还|增|并|也"
)
_WHOLE = re.compile(
    r"(?:等|这|共|共计|以下|上述|类|[、，])?(?P<n>(?<!\d)\d{1,15}+|[两二三四五六七八九十]{1,3})(?:余|多)?(?:大|个|项|类|家|件|种|部|条|名|所|处|方面|起|次|支|部门|领域|行业|区|县|市|镇|人|条|户|国家|国|单位)"
)
_HAN_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}
_BESIDES = re.compile(
    r"\b(?:besides|in addition to|apart from|aside from|not counting|on top of|over and above)\b"
    r"(?! (?:[a-z]+ly )?[a-z]{2,}ing\b)(?! (?:this|that|these|those|the above)\b)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    "、[^，。；、\\d]{2,14}(?:\\d{1,2}|[两三四五六七八九十])(?:个|家|项|部|件|类|大|处|所|条|座)"
    "|等(?:\\d+|[两三四五六七八九十]+)[余多]?|其中|包括|(?<!不)含(?!量)|占(?=[^，。；]{0,4}[\\d一二两三四五六七八九十])|中有\\d"
)
_APART_ZH = re.compile(
    "其他|其它|其余|另|此外|还|新增|以外|之外|除|外加|额外|再|剩|追加|加上|又|同时|并|不仅|不但|也|基础上|且|而且|兼"
)
_OUT_OF = re.compile(r"其中|占(?=[^，。；]{0,4}[\d一二两三四五六七八九十])|中有\d")
_PLUS = re.compile(
    r"\b(?:(?:and|as well as) another|(?<!-)plus|(?:and|adds?) an? (?:further|additional)|in (?:another|a further) \d)"
    r"|\bin addition\b(?! to)",
    re.IGNORECASE,
)
_ON_TOP = re.compile("另|此外|还有|以外|之外|额外|再|追加")
_EXCEPT = re.compile(r"\b(?:excluding|not including|exclusive of|except)\b", re.IGNORECASE)
_CONTAIN = re.compile("(?<![不未])(?:包含|包括|含|连同)")
_NOT_CONTAIN = re.compile("不含|不包括|除|剔除|以外|之外|扣除|未包括|未含|没有|例外|唯")
_INCLUDING = re.compile(r"\b(?:including|inclusive of)\b", re.IGNORECASE)


def check_inclusive(zh: str, en: str) -> Iterator[Finding]:
    """A finding where the English counts a part beside its whole, or takes out what the Chinese takes in."""
    if (others := _others(zh, en)) is not None:
        yield word_finding(Rule.INCLUSIVE, *others)
    elif (part := _PART_OF.search(zh)) and (beside := _BESIDES.search(en)) and not _APART_ZH.search(zh):
        yield word_finding(Rule.INCLUSIVE, part[0], beside[0])
    elif (
        (part := _LISTED.search(zh)) and (apart_from := _OTHER_THAN.search(en)) and not _TAKEN_OUT.search(zh)
    ):
        yield word_finding(Rule.INCLUSIVE, part[0], apart_from[0])
    elif (and_more := _MORE.search(zh)) and (only := _ONLY_IN.search(en)) and not _ONLY_ZH.search(zh):
        yield word_finding(Rule.INCLUSIVE, and_more[0], only[0])
    elif (of_all := _OF_ALL.search(zh)) and (beside := _AS_WELL.search(en)) and not _OUT_OF_EN.search(en):
        yield word_finding(Rule.INCLUSIVE, of_all[0], beside[0])
    elif (out_of := _OUT_OF.search(zh)) and (plus := _PLUS.search(en)) and not _ON_TOP.search(zh):
        yield word_finding(Rule.INCLUSIVE, out_of[0], plus[0])
    elif (held := _CONTAIN.search(zh)) and (taken := _EXCEPT.search(en)) and not _NOT_CONTAIN.search(zh):
        yield word_finding(Rule.INCLUSIVE, held[0], taken[0])
    elif (left_out := _LEFT_OUT.search(zh)) and (counted := _INCLUDING.search(en)) and not _DENIED.search(en):
        yield word_finding(Rule.INCLUSIVE, left_out[0], counted[0])
    elif (apart := _APART.search(zh)) and (replaced := _REPLACED.search(en)):
        yield word_finding(Rule.INCLUSIVE, apart[0], replaced[0])


def _others(zh: str, en: str) -> tuple[str, str] | None:
    """The whole and the English that adds its number to its parts; None where the Chinese adds too."""
    for match in _OTHERS.finditer(en):
        value = _english_value(match["first"] or match["second"])
        before = en[max(0, match.start() - 6) : match.start()].lower()
        if before.endswith(("or ", "than ")) or "新增" in zh or _adds_up(value, zh):
            continue
        whole = next((one for one in _WHOLE.finditer(zh) if _chinese_value(one["n"]) == value), None)
        around = (
            (zh[max(0, whole.start() - _NEAR) : whole.start()], zh[whole.end() : whole.end() + _NEAR])
            if whole
            else ()
        )
        if whole and not any(map(_BESIDE.search, around)):
            return whole[0], match[0]
    return None


def _adds_up(value: int, zh: str) -> bool:
    """Whether two numbers of the Chinese make a third one: of 17起, 15 in schools and the other two."""
    numbers = {_chinese_value(one["n"]) for one in _WHOLE.finditer(zh)}
    return any(one != value and one + value in numbers for one in numbers)


def _english_value(text: str) -> int:
    word = text.lower()
    return _WORDED.index(word) + 2 if word in _WORDED else int(text.replace(",", ""))


def _chinese_value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, found, units = text.rpartition("十")
    if not found:
        return _HAN_DIGITS[text[-1]]
    return 10 * (_HAN_DIGITS[tens[-1]] if tens else 1) + (_HAN_DIGITS[units[-1]] if units else 0)


_OTHER_THAN = re.compile(
    r"\b(?:other than|apart from|aside from|except(?: for)?|excluding|besides)\b(?! (?:[a-z]+ly )?[a-z]{2,}ing\b)",
    re.IGNORECASE,
)
_LISTED = re.compile("、[^，。；、]{1,10}等[^，。；待级]{1,10}")
"""A list that names some of what is told: 银行、医院等126家单位."""
_TAKEN_OUT = re.compile("(?<![消排解清破拆])除|外(?![商贸资汇])|不含|不包括|其他|其它|其余|另|例外|扣|唯")
_MORE = re.compile("、[^，。；、]{1,8}等(?=[地国省市]|多?[个家]|[\\d两三四五六七八九十])")
_ONLY_IN = re.compile(
    r"\b(?:only|solely|exclusively) (?:in|to|for|from|with|at|by)\b|\balone\b", re.IGNORECASE
)
_ONLY_ZH = re.compile("只|仅|唯|专|单|独")
_OF_ALL = re.compile("[，,；](?:其中|含)[，,:：]?[^，。；]{0,20}\\d")
_AS_WELL = re.compile(
    r"\b(?:as well as|along with|together with|in addition to|plus|besides) (?:\w+ )?\d", re.IGNORECASE
)
_OUT_OF_EN = re.compile(
    r"\b(?:of (?:which|them|whom|these|those|the (?:total|\d[\d,]*|cases|projects))"
    r"|\bout of|includ\w+|among|compris\w+|with|account\w*|namely|total\w*)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile("不含|不包括|剔除")
_DENIED = re.compile(r"\b(?:not|exclu\w+|without|except|apart|other than)\b", re.IGNORECASE)
_APART = re.compile("除[^，。；,]{1,30}外")
_REPLACED = re.compile(r"\b(?:in place of|instead of|rather than|replacing)\b", re.IGNORECASE)

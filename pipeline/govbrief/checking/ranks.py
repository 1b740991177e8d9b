"""Owns who is first: 全省首个 and 居全省首位 stand alone, 前列 and 第一方阵 have company; neither is the other.

Only a rank with a reach (of the province, of the country) counts: 首次 alone is often left out of condensed English.
"""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("ranks")
_ALONE_ZH = re.compile(any_of(word for word, _ in _WORDS["alone_zh"]))
_COMPANY_ZH = re.compile(any_of(word for word, _ in _WORDS["company_zh"]))
_ANY_ZH = re.compile(any_of(word for word, _ in _WORDS["any_zh"]))
_ALONE_EN = re.compile(any_of(_WORDS["alone_en"]), re.IGNORECASE)
_ANY_EN = re.compile(any_of(_WORDS["any_en"]), re.IGNORECASE)
_CREATED_EN = re.compile(any_of(_WORDS["created_en"]), re.IGNORECASE)
_ONE_OF = re.compile(any_of(_WORDS["company_en"]), re.IGNORECASE)
_WORST_EN = re.compile(any_of(_WORDS["worst_en"]), re.IGNORECASE)
_WORST_ZH = re.compile(any_of(word for word, _ in _WORDS["worst_zh"]))
_BATCH_ZH = re.compile(any_of(word for word, _ in _WORDS["batch_zh"]))
_BATCH_EN = re.compile(any_of(_WORDS["batch_en"]), re.IGNORECASE)
_NO_BATCH_ZH = re.compile(any_of(word for word, _ in _WORDS["batch_unless_zh"]))
_BEHIND_ZH = re.compile(any_of(word for word, _ in _WORDS["behind_zh"]))
_FIRST_ZH = re.compile(any_of(word for word, _ in _WORDS["first_zh"]))
_FIRST_ANY_ZH = re.compile(any_of(word for word, _ in _WORDS["first_any_zh"]))
_TOP_SHARED_EN = re.compile(any_of(_WORDS["top_shared_en"]))
_SHARING_ZH = re.compile(any_of(word for word, _ in _WORDS["sharing_zh"]))
_LED_EN = re.compile(any_of(_WORDS["led_en"]), re.IGNORECASE)
_FIRST_EN = re.compile(any_of(_WORDS["first_en"]), re.IGNORECASE)


def check_ranks(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a rank that the English lacks, shares out, claims, or turns around."""
    alone = _ALONE_ZH.search(zh)
    company = _COMPANY_ZH.search(zh)
    claimed = _ALONE_EN.search(en)
    shared = _ONE_OF.search(en)
    worst = _WORST_EN.search(en)
    if worst and (alone or company) and not _WORST_ZH.search(zh):
        yield word_finding(Rule.FIRST, (alone or company or worst)[0], worst[0])
    elif alone and not (_ANY_EN.search(en) or ("首创" in alone[0] and _CREATED_EN.search(en))):
        yield word_finding(Rule.FIRST, alone[0], "")
    elif alone and shared and not claimed and not company:
        yield word_finding(Rule.FIRST, alone[0], shared[0])
    elif alone and (top_shared := _TOP_SHARED_EN.search(en)) and not _SHARING_ZH.search(zh):
        yield word_finding(Rule.FIRST, alone[0], top_shared[0])
    elif claimed and company and not shared and not _ANY_ZH.search(_COMPANY_ZH.sub("", zh)):
        yield word_finding(Rule.FIRST, company[0], claimed[0])
    else:
        yield from _alone_for_batch(zh, en)


def _alone_for_batch(zh: str, en: str) -> Iterator[Finding]:
    """首批 told as the first of all, and the second of a ranking as the first."""
    batch, one = _BATCH_ZH.search(zh), _BATCH_EN.search(en)
    unled = zh.replace("率先", "　") if _LED_EN.search(en) else zh
    if batch and one and not _NO_BATCH_ZH.search(unled) and not _ONE_OF.search(en):
        yield word_finding(Rule.FIRST, batch[0], one[0].strip())
        return
    behind, top = _BEHIND_ZH.search(zh), _FIRST_EN.search(en)
    if top and behind and not _FIRST_ZH.search(zh):
        yield word_finding(Rule.FIRST, behind[0], top[0])
    elif top and not _FIRST_ANY_ZH.search(zh):
        yield word_finding(Rule.FIRST, "", top[0])

"""Owns done against planned: 将 and 到2025年 are not done, 已 and 了 are not planned; a bare verb may be either."""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.standpoint import Standpoint
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed
from govbrief_schemas.finding import Finding, Rule
from govbrief_schemas.report import Role

_WORDS = read_table("tenses")
_PLANNED_ZH = re.compile(any_of(word for word, _ in _WORDS["planned_zh"]))
_NOT_PLANNED_ZH = re.compile(any_of(word for word, _ in _WORDS["not_planned_zh"]))
_DONE_ZH = re.compile(any_of(word for word, _ in _WORDS["done_zh"]))
_COUNTED_ZH = re.compile(any_of(word for word, _ in _WORDS["counted_zh"]))
_COUNTED_DEED_ZH = re.compile(any_of(word for word, _ in _WORDS["counted_deed_zh"]))
_NOT_DONE_ZH = re.compile(any_of(word for word, _ in _WORDS["not_done_zh"]))
_OPEN_ZH = re.compile(any_of(word for word, _ in _WORDS["open_zh"]))
_CLAIMS_PLAN_EN = re.compile(any_of(_WORDS["claims_plan_en"]), re.IGNORECASE)
_DONE_EN = re.compile(any_of(_WORDS["done_en"]), re.IGNORECASE)
_WANTING_ZH = re.compile(any_of(word for word, _ in _WORDS["wanting_zh"]))
_WANTING_EN = re.compile(any_of(_WORDS["wanting_en"]), re.IGNORECASE)
_PLAN_MARKS_EN = re.compile(any_of(_WORDS["plan_marks_en"]), re.IGNORECASE)
_PAST_EN = re.compile(any_of(_WORDS["past_en"]), re.IGNORECASE)
_BY_YEAR_ZH = re.compile(r"到\s*(20\d\d)\s*年(?:底|末|年底)?(?!以来|起|的)|(20\d\d)\s*年(?:底|末)?(?:之)?前")
_SUBORDINATE = re.compile(
    r"(?<!of )\b(?:that|which|who|if|when|what|so|than)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:will|would|shall|should|must|may|to)\s+$",
    re.IGNORECASE,
)


def check_tense(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """A finding where the English makes a plan of what is done, or a deed of what is planned.

    The section's role decides for a Chinese sentence that says neither; without a role such a sentence may be both.
    A bare count tells a deed where a report is known, outside its plans; elsewhere 新增学位1万个 may be a task of next
    year, and only what can be counted afterwards alone is done.
    """
    planned_zh, done_zh = planned_in(zh), told_done(zh)
    if not done_zh and not planned_zh:
        reported = standpoint.is_known and standpoint.role is not Role.PLAN
        done_zh = _said(zh, _COUNTED_ZH if reported else _COUNTED_DEED_ZH, _NOT_DONE_ZH)
    planned_en, done_en = _main(en, _CLAIMS_PLAN_EN), _main(_PROMISED.sub("", en), _DONE_EN)
    yield from _by_year(zh, en)
    if planned_en and not planned_zh and not _OPEN_ZH.search(zh) and (done_zh or _is_done(standpoint)):
        yield word_finding(Rule.TENSE, done_zh or "", planned_en)
    elif done_en and planned_zh and not done_zh:
        yield word_finding(Rule.TENSE, planned_zh, done_en)
    elif planned_zh and not done_zh and not _PLAN_MARKS_EN.search(en) and (past := _PAST_EN.search(en)):
        yield word_finding(Rule.TENSE, planned_zh, past[0])
    wanting = _WANTING_ZH.search(zh)
    if wanting and done_en and not _WANTING_EN.search(en):
        yield word_finding(Rule.TENSE, wanting[0], done_en)


_PROMISED = re.compile(
    r"\b(?:has|have|had|was|were) (?:\w+ly )?(?:been )?(?:pledged|promised|vowed|committed|undertaken|decided|agreed"
    r"|proposed|planned|resolved|urged|announced|declared|required|instructed|ordered|made (?:it )?clear)\b"
)
"""A promise has been given, whatever it promises is still to come."""
_WILL = re.compile(
    "(?<![名大小上中少主麻])将([\u4e00-\u9fff]{2})(?![^，。；,;]{0,16}(?:公开|公示|用于|[到在给为成入至与作进出上下]|于))"
)


def states_target(zh: str) -> bool:
    """Whether a Chinese text says by which year something is to be reached: 到2025年实现……."""
    return _TARGET_ZH.search(zh) is not None


_TARGET_ZH = re.compile(
    r"到20\d\d年(?:底|末)?[，,]?[^。；;已己]{0,16}(?:实现|基本|建成|达到|形成|突破|全面|力争|取得)"
)


def planned_in(zh: str) -> str:
    """The first word of a Chinese text that plans; empty when none does."""
    return _said(zh, _PLANNED_ZH, _NOT_PLANNED_ZH) or _will(zh)


def _will(zh: str) -> str:
    """将 before a verb: 将召开, 将设立; 将处罚信息公开 and 将资金用于 move what follows it, and plan nothing."""
    covered = {i for match in _NOT_PLANNED_ZH.finditer(zh) for i in range(*match.span())}
    words = (match for match in _WILL.finditer(zh) if match.start() not in covered)
    return next((match[0] for match in words if is_deed(match[1])), "")


def done_in(zh: str) -> str:
    """The first word of a Chinese text that tells what is done; empty when none does."""
    counted = "" if planned_in(zh) else _said(zh, _COUNTED_ZH, _NOT_DONE_ZH)
    return told_done(zh) or counted


def told_done(zh: str) -> str:
    """The first word of a Chinese text that says outright that something is done; a bare count does not."""
    return _said(_AIMED_AT.sub(r"\1", zh), _DONE_ZH, _NOT_DONE_ZH)


_AIMED_AT = re.compile(
    "((?:将(?!士|军|领)|拟(?!定)|力争|争取|计划(?!完成)|预计|确保|逐步|分批|分期|稳步|加快|推动|推进|把)[^，。；,;已了]{0,14})(?:建成|取得|完成|入选)"
)
"""将建成, 拟于年底前完成 and 逐步把农田建成 tell no deed."""


def leaves_open(zh: str) -> bool:
    """Whether a Chinese text may speak of what comes: 到2025年, 不少于, 力争."""
    return bool(_OPEN_ZH.search(zh))


def _is_done(standpoint: Standpoint) -> bool:
    return standpoint.role is Role.ACHIEVEMENT


def _said(text: str, words: re.Pattern[str], unless: re.Pattern[str]) -> str:
    """The first of the words that stands outside longer words that mean something else."""
    covered = {i for match in unless.finditer(text) for i in range(*match.span())}
    return next((m[0] for m in words.finditer(text) if covered.isdisjoint((m.start(), m.end() - 1))), "")


def _main(text: str, words: re.Pattern[str]) -> str:
    """The first of the words that does not stand in a clause beside the main one."""
    return next((m[0] for m in words.finditer(text) if not _is_beside(text, m.start())), "")


def _is_beside(text: str, end: int) -> bool:
    """Whether the words before a place open a clause beside the main one; those further off say nothing of it."""
    start, left = end, _LAST_WORDS
    while start and left:
        start -= 1
        left -= text[start].isspace() and not text[start - 1 : start].isspace()
    return _SUBORDINATE.search(text, start, end) is not None


_LAST_WORDS = 6
"""One more than a clause's opening has, with the words behind it."""


_PLEDGED = re.compile("[^，。；;]{0,24}的(?:目标|承诺|任务|要求|指标|规划)")
"""到2020年下降40%的目标: what was to be by then is the thing that is spoken of."""


def _told_apart(year: str, deadline: re.Match[str], zh: str) -> bool:
    """Whether the text tells the year once more, and not as a deadline: 2020年比2005年下降48%."""
    plain = re.finditer(f"(?<!到){year}年(?!底?之?前)", zh)
    return any(not deadline.start() <= other.start() < deadline.end() for other in plain)


def _by_year(zh: str, en: str) -> Iterator[Finding]:
    """到2025年 is by 2025, never in 2025."""
    for match in _BY_YEAR_ZH.finditer(zh):
        year = match[1] or match[2]
        if _PLEDGED.match(zh, match.end()) or _told_apart(year, match, zh):
            continue
        within = re.search(
            rf"\b(?:in|during|since|throughout|for|from) (?:the year )?{year}\b", en, re.IGNORECASE
        )
        told = re.search(
            rf"\b(?:by|before|until|till|come)\b[^.;]{{0,30}}{year}|\b(?:target|goal)s?\b", en, re.IGNORECASE
        )
        if within and not told:
            yield word_finding(Rule.TENSE, match[0], within[0])

"""Owns who does what to whom: 甲向乙汇报 is not B reporting to A, and 参加 is not hosting.

Only clauses with two organs and one of a few verbs are looked at; anything else is left alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.standpoint import Standpoint
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import EnglishHit
from govbrief.names.vocabulary import ChineseHit, vocabulary
from govbrief_schemas.finding import Finding, Rule

_ORGANS = ("organ",)
_PARTIES = ("organ", "person")
_CLAUSE = re.compile(r"[。；;]")
_CLAUSE_START = re.compile("[，。；：,;]")
_TO_WHOM = re.compile("(?<=[\u4e00-\u9fff]{3})(?:向|给|对)(?=[\u4e00-\u9fff]{2})")
_PAIR, _REACH = 2, 10
"""Parties that change places, and characters behind 向 in which the second one stands."""


class _Deed(NamedTuple):
    """A verb between two organs, in both languages: who stands first acts."""

    zh: re.Pattern[str]
    en: re.Pattern[str]


def _deeds() -> tuple[_Deed, ...]:
    rows = read_table("deeds")["deed"]
    return tuple(
        _Deed(re.compile(row["zh"]), re.compile(rf"\b(?:{row['en']})\b", re.IGNORECASE)) for row in rows
    )


_DEEDS = _deeds()
_BY = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def check_actors(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """A finding where two organs of one deed change places, or where the speaker's deed is told of another organ."""
    for deed in _DEEDS:
        verb_zh = deed.zh.search(zh)
        verb_en = deed.en.search(en) if verb_zh else None
        if not verb_zh or not verb_en or len(deed.zh.findall(zh)) > 1:
            continue
        one = _around_chinese(_chinese_organs(zh), verb_zh.start("verb"), zh)
        other = _around_english(_english_organs(en), verb_en, en)
        if one and other and one == (other[1], other[0]):
            yield word_finding(Rule.ACTOR, verb_zh[0], verb_en[0])
    yield from _turned(zh, en)
    yield from _object_as_subject(zh, en)
    yield from _speaker(en, standpoint)
    yield from _court_deed(zh, en, standpoint)


def _turned(zh: str, en: str) -> Iterator[Finding]:
    """甲向乙移交 told as B handing to A, whatever the verb: two parties, each named once in both languages."""
    clause = _TO_WHOM.search(zh)
    told = _parties_in_english(en) if clause else []
    if not clause or len(told) < _PAIR or told[0].key == told[1].key:
        return
    start = max((m.end() for m in _CLAUSE_START.finditer(zh, 0, clause.start())), default=0)
    before = _parties_in_chinese(zh[start : clause.start()])
    behind = _parties_in_chinese(zh[clause.end() : clause.end() + _REACH])
    active = not _PASSIVE.search(en[told[0].end : told[1].start])
    if before and behind and active and (told[1].key, told[0].key) == (before[0].key, behind[0].key):
        yield word_finding(
            Rule.ACTOR, zh[start : clause.end() + behind[0].end], en[told[0].start : told[1].end]
        )


def _parties_in_chinese(zh: str) -> list[ChineseHit]:
    hits = [hit for name in _PARTIES for hit in vocabulary().groups[name].said(zh)]
    return sorted(hits, key=lambda hit: hit.start)


def _parties_in_english(en: str) -> list[EnglishHit]:
    claims = vocabulary().claimed(en)
    hits = {hit.start: hit for name in _PARTIES for hit in claims.get(name, [])}
    return [hits[start] for start in sorted(hits)]


def _object_as_subject(zh: str, en: str) -> Iterator[Finding]:
    """配合市政府办公室完成…: whoever helps, it is not the office that is helped."""
    helped = _SUBJECTLESS.match(zh)
    subject = next(iter(_english_organs(en)), None) if helped else None
    if not helped or subject is None or not _LEADING.fullmatch(en[: subject.start]):
        return
    served = next((hit for hit in _chinese_organs(zh) if hit.start - helped.end() <= _NEAR), None)
    if _OWNS.match(en, subject.end):
        return  # the State Council General Office's pilot: what is owned is the subject
    passive = _PASSIVE.search(en[subject.end : subject.end + 60]) or _is_headline_passive(en, subject.end)
    if served and served.key == subject.key and not passive:
        yield word_finding(Rule.ACTOR, zh[: served.end], en[: subject.end])


def _is_headline_passive(en: str, at: int) -> bool:
    """Whether what follows the organ is a noun phrase and one participle; two of them are a verb and its object's."""
    found = _HEADLINE_PASSIVE.match(en, at)
    return found is not None and len(_PARTICIPLE.findall(found[0])) == 1


def _chinese_organs(zh: str) -> list[ChineseHit]:
    return [hit for name in _ORGANS for hit in vocabulary().groups[name].said(zh)]


def _english_organs(en: str) -> list[EnglishHit]:
    claims = vocabulary().claimed(en)
    return [hit for name in _ORGANS for hit in claims.get(name, [])]


def _around_chinese(organs: list[ChineseHit], at: int, zh: str) -> tuple[str, str] | None:
    """The organs before and behind the verb inside its sentence: 行政复议机构 | 邀请 | 检察机关."""
    start = max((m.end() for m in _CLAUSE.finditer(zh, 0, at)), default=0)
    before = [hit for hit in organs if start <= hit.start and hit.end <= at]
    behind = [hit for hit in organs if hit.start >= at]
    return (before[-1].key, behind[0].key) if before and behind else None


def _around_english(organs: list[EnglishHit], verb: re.Match[str], en: str) -> tuple[str, str] | None:
    before = [hit for hit in organs if hit.end <= verb.start()]
    behind = [hit for hit in organs if hit.start >= verb.end()]
    if not before or not behind or "by" in en[verb.end() : behind[0].start].split():
        return None
    return before[-1].key, behind[0].key


_SUBJECTLESS = re.compile(
    "(?:坚决|积极|认真|主动|全力|深入|全面|及时)?(?:配合|协助|会同|联合|参加|参与|承接|接受|落实|贯彻|执行|支持|响应|服务|向)"
)
"""Chinese that begins with what is done for, with or after somebody, its subject left out."""
_LEADING = re.compile(r"(?:The |the )?(?:(?:municipal|provincial|district|county|city|national|local) )?")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be)\b")
_DONE = (
    r"(?:\w{2,}ed|\w*taken|done|made|given|chosen|sent|drawn|shown|written|led|held|won|set|put|built|brought|kept|met"
    r"|run|begun|cut)"
)
_HEADLINE_PASSIVE = re.compile(
    rf"[^.;:,]{{4,80}}?\b{_DONE}"
    r"(?: (?:on|out|up|off|in|over|down|through|away))?\s*(?:[.;:,]|$| by\b)"
)
"""A headline's passive, whose auxiliary is left out: State Council service-code pilot taken on."""
_PARTICIPLE = re.compile(rf"\b{_DONE}\b")
_OWNS = re.compile(r"(?: [A-Z][a-z]+){0,3}['’]s\b")
_NEAR = 6
_SELF = {
    "法院": "court",
    "检察院": "procuratorate",
    "人大": "congress",
    "政协": "consultative",
    "公安": "police",
}
_LEADS = re.compile(
    r"^\W*(?:The|In \d{4}, the|Next year, the) (?P<who>city|government|municipal government|district government)\b"
)


_COURT_DEED = re.compile(
    "审判(?:职能|质效|工作|执行)|法官|(?:妥善|依法|公正)审理|严惩[^，。；]{0,14}犯罪|公正司法|司法(?:适用|问题|保护|审判|裁判|建议)"
)
_NOT_ITS_OWN = re.compile("政府|支持|监督|尊重|司法局|司法行政|执法|法院.{0,12}(?:与|同|和|联)")
"""Where somebody else may be the one who acts: the government that supports the courts, the bureau of justice."""


def _court_deed(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """What only courts and procuratorates do is no deed of “the government”: 妥善审理, 严惩犯罪."""
    leads = _LEADS.search(en)
    deed = _COURT_DEED.search(zh) if leads and "government" in leads["who"] else None
    told = next((word for word in _SELF if word in standpoint.actor), None)
    if leads and deed and not told and not _NOT_ITS_OWN.search(zh):
        yield word_finding(Rule.ACTOR, deed[0], leads[0].strip())


def _speaker(en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """A court's or a procuratorate's own plans begin with it, not with the government."""
    own = next((word for word in _SELF if word in standpoint.actor), None)
    leads = _LEADS.search(en) if own else None
    if own and leads and "government" in leads["who"]:
        yield word_finding(Rule.ACTOR, standpoint.actor, leads[0].strip())

"""Owns what is dealt out to a party that English lets act: 委托高校 is not “universities commissioned”.

A party is done to where a verb or 向, 对, 为, 代 stands right before each of its places. English that opens a clause
with it and gives it that very verb, and an object besides, turns the sentence around. All else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief.checking.explained import called
from govbrief.checking.subjects import PartyHit, clause_of, opens_english, parties_of
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, words_in
from govbrief.names.stems import stem_word
from govbrief_schemas.finding import Finding, Rule

_PREPOSITION = re.compile(
    "(?:(?<![一方倾走志])向|给|(?<![针应面比核绝相校])对|(?<![作成认因行])为|(?<![年时当世下历])代)$"
)
_GIVES_ITSELF = frozenset(
    {
        "节省",
        "节约",
        "挽回",
        "追回",
        "挽损",
        "减免",
        "减轻",
        "增加",
        "增收",
        "争取",
        "赢得",
        "创造",
        "解决",
        "培训",
        "培养",
    }
    | {"带来", "实现", "完成", "就业", "办理"}
)
"""What is done for somebody and told as done by him: 为企业节省 as “enterprises saved”."""
_BETWEEN = re.compile(
    "(?:各级?|有关|相关|人民|全[市区县省]|该|本|这些|涉|[市区县省]级?|广大|基层|重点|违法|一些|部分|多家"
    "|\\d[\\d.万余多]*[家名个位户]?)*$"
)
"""What stands between a verb and the party it is done to."""
_VERB_EN = re.compile(
    r"\s(?:also |jointly |actively |then |strictly |promptly )?"
    r"(?P<verb>\w{3,}ed|gave|held|sent|told|brought|heard|led|sought|made)"
    r"\s(?:(?:on|to|with|for|in|up|over) )?"
    r"(?:the|a|an|it|them|its|their|all|each|every|some|\d[\d,]*|(?:[a-z]+ )?\w{3,}s|[a-z]{5,})"
    r"\b(?!\s*(?:by|from)\b)"
)
"""A verb with an object behind it: “10 firms inspected” is a headline's passive, “firms inspected it” is none."""
_ON_BEHALF = re.compile(
    "(?:^|[，。；,;、])(?:受托|依法|并)?代(?=[一-龥]{2,10}?(?:起草|拟|制定|编|撰|行使|履行|草拟|答复))(?!表|理|码|际)"
)
_BEHALF = re.compile(
    r"\bon (?:the )?behalf of\b|(?<!its )(?<!their )\bbehalf\b|\bin the name of\b|\bin (?:the )?place of\b|\bstead\b"
    r"|\binstead\b|\bentrusted\b|\bcommissioned\b|\bdrafted for\b"
    r"|\bfor (?:the|its) (?:\w+ ){0,3}(?:committee|government|office|commission|bureau|council|department)",
    re.IGNORECASE,
)
_OF_THE = (
    r"(?:(?:the|a|an|its|their|all|each|every|some|relevant|local|municipal|provincial|district|county|city|national"
    r"|central|state)\s)*"
)
_BESTOWED = re.compile("(?:被|受到?|获得?|荣获|得到)(?=[^，。；,;]{0,8}$)")
_BESTOWS = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )(?<!is )(?<!are )\b(?:awarded|rewarded|recommended|praised|commended"
    r"|named|honou?red|entrusted|appointed|chosen|selected|recogni[sz]ed|fined|critici[sz]ed|granted|paid|invited|urged|summoned"
    rf"|punished|supported|approved|listed|designated)\s{_OF_THE}$",
    re.IGNORECASE,
)
_PIVOTS = frozenset(
    {
        "委托",
        "邀请",
        "聘请",
        "组织",
        "指导",
        "督促",
        "引导",
        "要求",
        "推动",
        "支持",
        "帮助",
        "协助",
        "鼓励",
        "责令",
        "约谈",
    }
    | {
        "表彰",
        "培训",
        "监督",
        "考核",
        "检查",
        "处罚",
        "处分",
        "问责",
        "慰问",
        "救助",
        "走访",
        "服务",
        "提醒",
        "提请",
        "商请",
        "授权",
    }
)
"""Verbs that are done to a party whatever it does then: 委托高校评估."""
_LISTED = re.compile(rf"(?<={'|'.join(sorted(_PIVOTS))})((?:[一-龥]{{2,8}}[、和及与(（])+)$")
"""The members of a list before the last one, behind such a verb."""
_OBJECT_ENDS = re.compile("$|[，。；、,;：\\d等及和与开进依按自]|[一二两三四五六七八九十]")
"""What follows a party that is the whole object: 出台市政府文件 is done to the document."""
_PARTICIPLE = re.compile(r"\w+ed|given|sent|made|held|told|heard|brought|led|taken|drawn|sought|gave")
_GIVER = re.compile("(?:交办|转办|移送|转来|送来|下达|下发|批转|拨付|转交|发来|授予|颁发)")
_GIVEN_TO = re.compile(
    r"\b(?:assigned|sent|submitted|handed|gave|referred|transferred|reported|awarded|forwarded|paid|allocated|issued"
    rf"|presented)\b[^.;]{{1,140}}\bto {_OF_THE}$",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    rf"\b(?P<deed>\w{{4,}})(?: (?:in|on|to|of) (?:time|them|it|full)| \w+ly)?,? by {_OF_THE}$", re.IGNORECASE
)
_AGENT = re.compile("(?:(?<![理自事])由|经(?!济|营|验|费)|被)[一-龥]{0,4}$")
"""What makes a party the agent of the verb behind it."""
_LIGHT = re.compile(
    r"\s(?:gave|provided|conducted|carried out|made|offered|issued|organi[sz]ed|undertook)\s(?:the |an? )?"
    r"(?P<noun>(?:guid|train|supervis|assess|evaluat|inspect|assist|help|support|advi[cs]|review|audit|invit|instruct)\w*)"
)
"""A verb that says little, and the noun that says the deed."""
_LEAD, _ROOT = 40, 5


class _Done(NamedTuple):
    """What is done to a party: the Chinese up to its end, and the stems that English may call the deed."""

    shown: str
    stems: frozenset[str]
    by_noun: bool = False
    """Whether a noun may name it: 涉企检查 are no inspections by enterprises, 对政府开展执法检查 at its own."""


def check_dealings(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a party that acts in the English and is acted on in the Chinese."""
    said = parties_of(zh, "zh")
    behalf = _ON_BEHALF.search(zh)
    if behalf and not _BEHALF.search(en):
        yield word_finding(Rule.ACTOR, zh[behalf.start() : behalf.end() + 8].strip("，。；,;、"), "")
        return
    for told in parties_of(en, "en") if said else ():
        places = [one for one in said if one.party is told.party]
        if not places:
            continue
        lead = en[max(0, told.start - _LEAD) : told.start]
        if all(_is_bestowing(zh, one) for one in places) and _BESTOWS.search(lead):
            yield word_finding(
                Rule.ACTOR,
                zh[places[0].start - 1 : places[0].end],
                lead.split()[-1] + en[told.start : told.end],
            )
            return
        if all(_gives(zh, one) for one in places) and _GIVEN_TO.search(en, 0, told.start):
            yield word_finding(
                Rule.ACTOR, zh[places[0].start : places[0].end + 2], "to " + en[told.start : told.end]
            )
            return
        found = _acts(zh, en, told, places) or _by_another(zh, en, told, said)
        if found:
            yield word_finding(Rule.ACTOR, *found)
            return


def _acts(zh: str, en: str, told: PartyHit, places: Sequence[PartyHit]) -> tuple[str, str] | None:
    """The Chinese and the English of a deed that is done to a party and told as its own; None where there is none."""
    verb = _VERB_EN.match(en, told.end) if opens_english(en, told) else None
    word, shown = (verb["verb"], en[told.start : verb.end("verb")]) if verb else ("", "")
    if by := _DONE_BY.search(en, max(0, told.start - _LEAD), told.start):
        word, shown = by["deed"], en[by.start() : told.end]
    done = [_done_to(zh, one) for one in places] if word else []
    light = _LIGHT.match(en, told.end) if verb else None
    named = [
        one
        for one in done
        if one is not None and (_is_called(word, one) or (light and _names(light["noun"], one)))
    ]
    return (named[0].shown, shown) if named and all(done) else None


def _by_another(zh: str, en: str, told: PartyHit, said: Sequence[PartyHit]) -> tuple[str, str] | None:
    """What one agent of the Chinese does and the English lets another one do: 经甲审议,由乙实施; None where it fits."""
    by = _DONE_BY.search(en, max(0, told.start - _LEAD), told.start)
    agents = [(one, _deeds_of(zh, one)) for one in said if _AGENT.search(zh, 0, one.start)] if by else []
    doers = [one for one, stems in agents if by and _root(by["deed"]) in stems]
    if by is None or not any(one.party is told.party for one, _ in agents):
        return None
    if doers and all(one.party is not told.party for one in doers):
        return zh[doers[0].start - 1 : doers[0].end], en[by.start() : told.end]
    return None


def _deeds_of(zh: str, one: PartyHit) -> frozenset[str]:
    """The roots of what English may call the deeds behind an agent."""
    _, closing = clause_of(zh, one.start)
    words = (word for word, _ in words_in(zh[one.end : closing]) if is_deed(word))
    return frozenset(_root(stem) for word in words for stem in called(word))


def _is_called(word: str, done: _Done) -> bool:
    """Whether an English verb, or a noun where one may stand for it, tells what is done."""
    roots = {_root(stem) for stem in done.stems}
    if stem_word(word) == "giv" and "provid" in done.stems:
        return True
    return _root(word) in roots and (done.by_noun or _PARTICIPLE.fullmatch(word) is not None)


def _names(noun: str, done: _Done) -> bool:
    """Whether a noun behind a verb that says little tells what is done: gave guidance."""
    return _root(noun) in {_root(stem) for stem in done.stems}


def _root(word: str) -> str:
    """What a verb shares with its noun: inspect and inspection."""
    return stem_word(word)[:_ROOT]


def _gives(zh: str, one: PartyHit) -> bool:
    """Whether a party gives what is told: 市政府办公室交办的, and not 向市政府办公室移交."""
    opening, _ = clause_of(zh, one.start)
    before = _BETWEEN.sub("", zh[opening : one.start])
    return _GIVER.match(zh, one.end) is not None and _PREPOSITION.search(before) is None


def _is_bestowing(zh: str, one: PartyHit) -> bool:
    """Whether a party gives what somebody is 受 or 获: 受到省奖补."""
    opening, _ = clause_of(zh, one.start)
    return _BESTOWED.search(zh[opening : one.start]) is not None


def _done_to(zh: str, one: PartyHit) -> _Done | None:
    """What is done to a party at its place; None where it may act itself."""
    opening, closing = clause_of(zh, one.start)
    before = _BETWEEN.sub("", zh[opening : one.start])
    shown = zh[opening : one.end]
    if zh[one.start] == "涉":
        deeds = {word for word, _ in words_in(zh[opening:closing])}
        return _Done(shown, frozenset().union(*map(called, deeds)), by_noun=True)
    if _PREPOSITION.search(before):
        deeds = {word for word, _ in words_in(zh[one.end : closing])}
        if deeds & _GIVES_ITSELF:
            return None
        return _Done(shown, frozenset().union(*(called(word) for word in deeds if is_deed(word))))
    listed = _LISTED.search(before)
    before = before[: listed.start(1)] if listed else before
    last = next((word for word, at in words_in(before) if at + len(word) == len(before)), "")
    whole = last in _PIVOTS or _OBJECT_ENDS.match(zh, one.end)
    return _Done(shown, called(last)) if last and whole and is_deed(last) else None

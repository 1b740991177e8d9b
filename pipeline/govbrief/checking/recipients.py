"""Owns on which side of a deed a party stands: what is recommended 向省级 is not recommended by the province.

The word before the Chinese party says its side (向, 提请, 对, 为, 接受, 拖欠); the words before the English one may not
say the other. Who the party is, the dictionary says; one that stands elsewhere in the Chinese too is left alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.base.needles import Sought
from govbrief.checking.explained import called
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import words_in
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_GIVEN = (
    r"(?:submitted|recommended|reported|handed(?: over)?|transferred|sent|presented|delivered|proposed|referred"
    r"|forwarded|filed|donated|lent|sold|paid|granted|explained|shown|announced|issued|released|publici[sz]ed|provided"
    r"|opened|offered|distributed|delegated|devolved|returned|refunded)"
)
_DONE_TO = (
    r"(?:criticised|criticized|punished|disciplined|penalised|penalized|fined|inspected|supervised|investigated|trained"
    r"|questioned|interviewed|admonished|warned|assessed|evaluated|urged|guided|rewarded|sanctioned|summoned|overseen"
    r"|monitored|dealt with|held to account|visited|educated|rescued|assisted|helped|commended|checked|examined|audited"
    r"|reviewed|regulated|supported|served|protected|controlled|managed|rectified|served notice)"
)


class _Side(NamedTuple):
    """Chinese before a party that says its side, and English before it that says the other."""

    zh: re.Pattern[str]
    en: Sought


_SIDES = tuple(
    _Side(re.compile(zh), Sought(rf"\b(?:{en})\s", re.IGNORECASE))
    for zh, en in (
        ("向|提请|报请|报送|上报|呈报|移送|移交|划转至|推荐至|交由|下放至|下放给|返还", rf"{_GIVEN} by"),
        (
            "(?<![针应面])对(?!外|接|口|照|比)|处分|处理|问责|约谈|责令|督促|培训|指导|表彰|批评|走访|检查|巡察|慰问|救助|监督|服务|审查|审核|规范|查处",
            rf"{_DONE_TO} by",
        ),
        ("接受", r"(?:oversight|supervision|scrutiny|control) (?:over|of all)|exercis\w+ [^.;,]{0,40}\bover"),
        (
            "帮助|协助|(?<![作成认因])为",
            r"(?:recover\w*|won back|got back|claw\w+ back|retriev\w+) [^.;,]{0,60}\bfrom",
        ),
        ("拖欠|(?<!拖)欠|支付给?|兑付|返还", r"(?:owed|owing|payable|overdue|due) by"),
    )
)
_BEHIND = 10
"""Characters behind the word in which the party stands."""
_CLAUSE = re.compile("[，。；：,;:、!！?？]")
_PARTY = re.compile(r"(?:(?:the|a|an|its|their|our|all|each|every)\s)?((?:[\w’'-]+ ?){1,7})", re.IGNORECASE)
_PARTY_END = re.compile(
    r"\b(?:and|or|to|for|with|from|in|on|at|over|under|as|that|which|who|where|through|into|after|before|during|by|were"
    r"|was|is|are|has|have|had|will|while|but|so|when)\b"
)


_MANNER = re.compile(
    r"(?:law|laws|category|categories|type|level|grade|stages?|phone|mail|means)\b", re.IGNORECASE
)
_OF = re.compile(r"\b(?:of|in)\b")


def check_recipients(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a party that the English puts on the other side of the deed."""
    for side in _SIDES:
        for told in side.en.finditer(en):
            party = _PARTY.match(en, told.end())
            if party is None:
                continue
            named = _PARTY_END.split(party[1])[0]
            if _MANNER.match(named):
                continue  # what is dealt with by law or by category is dealt with by no party
            marker = _only_there(zh, side, frozenset(stems_of(_OF.split(named)[0])))
            if marker:
                shown = en[told.start() : party.start(1) + len(named)].strip()
                yield word_finding(Rule.ACTOR, marker, shown)
                return


def _only_there(zh: str, side: _Side, stems: frozenset[str]) -> str:
    """The word that says the side with the party behind it; empty where the party stands elsewhere too."""
    for marker in side.zh.finditer(zh):
        behind = _CLAUSE.split(zh[marker.end() : marker.end() + _BEHIND])[0]
        words = [word for word, _ in words_in(behind) if called(word) & stems]
        given = stems & frozenset(stem for word in words for stem in called(word))
        if not 2 * len(given) >= len(stems) > 0:
            continue
        others = {word for word, _ in words_in(zh) if called(word) & given}
        if not any(_stands_apart(zh, word, side) for word in others):
            return marker[0] + behind
    return ""


def _stands_apart(zh: str, word: str, side: _Side) -> bool:
    """Whether a word stands anywhere without a word that says its side before it."""
    for match in re.finditer(re.escape(word), zh):
        clause = _CLAUSE.split(zh[max(0, match.start() - _BEHIND - len(word)) : match.start()])[-1]
        if not side.zh.search(clause):
            return True
    return False

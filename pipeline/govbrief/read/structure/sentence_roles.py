"""Owns the role of single sentences where it differs from their section's: what is lacking, what will be done.

「…成效明显,但数字化水平仍然不高。」          -> shortcoming
「针对存在的问题开展专项整治。」              -> no shortcoming: the problem is being dealt with
「全市规上工业增加值下降3.2%。」              -> no shortcoming: a statistic
「对此,我们将采取有力措施加以解决。」          -> plan: a pledge
「到2025年,建成数字法治平台。」              -> plan, wherever it stands
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_words, widen
from govbrief_schemas.report import Role, Sentence

_NOTE = re.compile(r"^[（(]?(?:注|附注|备注|注释|说明|附件|资料来源|数据来源)\s*[\d一二三]?\s*[:：]")
_NOTE_ITEM = re.compile(r"^(?:[\[【〔（(]?\d{1,2}[\]】〕）).、．]|[①-⑳]|资料来源|数据来源)")
_TITLE = re.compile(r"《[^《》]{1,80}》")
_CLAUSE = re.compile(r"[^，,；;：:。！？]+")
_LISTED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|方面)|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[①-⑳]|首先|其次|再次|最后|此外|另外|同时|主要|比如|例如|特别是|尤其|究其|原因|这些)"
)
_ANNOUNCES = re.compile(r"[:：]$|(?:以下|如下|主要(?:表现|体现|有|是|存在))[^。]{0,20}[:：。]?$")
_ANNOUNCES_LACK = re.compile(r"(?:问题|困难|不足|短板|挑战|差距|弱项|矛盾|压力|风险)[。：:]$")
_MOST_TOLD = 8
"""Paragraphs that one announcement opens; work reports have three to six."""
_TURNS = re.compile(r"\s*(?:但|然而|不过|可是|坦率|客观地?[说讲]|实事求是地)")
_UNDONE = re.compile(r"尚未|仍未|还没|未能|难以")
_GOOD_LOW = re.compile(
    r"(?:处于|降至|保持|降到)(?:在)?较低|(?:涨幅|失业率|负债率|死亡率|发生率|发案率|成本|能耗|税负)[^，,]{0,6}低"
)
_CLAUSES = 2
_ITEM = re.compile(r"[一二三四五六七八九十]{1,2}是[^，,；;。]{2,24}[。；]?$")
"""An item of a list in a single clause: 「一是创新能力不强。」."""
_AWARE = re.compile(
    r"(?:清醒|深刻|充分)地?(?:认识|看|意识)到|也(?:要|应|必须)?(?:看|认识|意识)到|(?:存在|面临)(?:着|的)?[^。，,]{0,14}(?:困难|问题|挑战|不足|短板|差距)"
    r"|(?:深知|深感|看到了?)[^。]{0,40}(?:不足|差距|问题|困难|短板|硬仗|硬骨头|难关)"
)
"""Who says that he sees the problems goes on to tell them, in whatever words, to the end of the paragraph."""
_SELF_AWARE = re.compile(r"我们也[^。，,]{0,4}(?:清醒|深刻|充分)地?(?:认识|看|意识)到")
_ENDS_TELLING = re.compile(
    r"^(?:但)?(?:我们|全[市县区省][^，,]{0,6})(?:坚信|相信|深信|有信心|有能力)|^只要|(?:增长|提高|完成|实现|达到|新增|上升|突破)[了到至]?\s*\d|取得[^。，,]{0,12}(?:成绩|成效|进展|成果)|再创|荣获|位居全[省国市]"
)
_SPEAKER = re.compile(r"^(?:[\u4e00-\u9fff·]{2,16}[:：]|[【\[][\u4e00-\u9fff·]{2,16}[】\]])(?=\S)")
"""Whose words they are says nothing of what they are for."""
_PUT_RIGHT = re.compile(
    r"整改(?:到位|率|完成|金额|问题)|已(?:整改|上缴|收回|追回|归还|清退|移送|处理)"
    r"|(?:上缴|收回|追回|归还|清退|督促|促进|推动|移送)[^。，]{0,16}\d"
)
_DONE = re.compile(r"提前(?:完成|实现|达到)|已(?:经)?(?:完成|实现|达到|建成)|超额")


class _Words(NamedTuple):
    opens: re.Pattern[str]
    cue: re.Pattern[str]
    cue_end: re.Pattern[str]
    sure: re.Pattern[str]
    still: re.Pattern[str]
    remedy: re.Pattern[str]
    overcome: re.Pattern[str]
    answered: re.Pattern[str]
    statistic: re.Pattern[str]
    pledge: re.Pattern[str]
    answer: re.Pattern[str]
    plan_open: re.Pattern[str]
    target: re.Pattern[str]
    announces: re.Pattern[str]
    audit_cue: re.Pattern[str]


class Paragraphs(NamedTuple):
    """The sentences of a section by paragraph, and what its heading is for."""

    paragraphs: Sequence[Sequence[Sentence]]
    base: Role
    year: int | None
    """The year that the report looks back on; a target's year is later."""
    only_open: bool = False
    """Whether only an open confession counts: in a report of figures 「仍」 and 「较低」 qualify a number and confess
    nothing, and a preamble only sets the scene."""
    is_audit: bool = False
    """Whether an audit tells what it found: a number of organs and an amount then state a lack."""


def sentence_roles(section: Paragraphs) -> list[list[Role]]:
    """The role of every sentence, paragraph by paragraph."""
    state: Role | None = None
    noted = False
    found: list[list[Role]] = []
    told = _told(section)
    for index, paragraph in enumerate(section.paragraphs):
        opening = paragraph[0].text if paragraph else ""
        noted = _NOTE.match(opening) is not None or (noted and _NOTE_ITEM.match(opening) is not None)
        if noted:
            found.append([Role.OTHER] * len(paragraph))
            continue
        after = bool(found) and found[-1][-1:] == [Role.SHORTCOMING] and _answers(opening)
        if after or index in told:
            state = Role.SHORTCOMING
        elif state is not None and not _LISTED.match(opening):
            state = None
        roles: list[Role] = []
        opened = False
        for sentence in paragraph:
            text = _SPEAKER.sub("", _TITLE.sub("《》", widen(sentence.text)))
            role = _role(text, section, state)
            if opened and role is section.base and not _ENDS_TELLING.search(text):
                role = Role.SHORTCOMING
            opened = role is Role.SHORTCOMING and (opened or _AWARE.search(text) is not None)
            role = Role.SHORTCOMING if index in told and role is section.base else role
            state = role if role is not section.base and role in {Role.SHORTCOMING, Role.PLAN} else None
            roles.append(role)
        if not (paragraph and state is Role.SHORTCOMING and _ANNOUNCES.search(paragraph[-1].text)):
            state = state if _goes_on(paragraph, state) else None
        found.append(roles)
    return found


def _told(section: Paragraphs) -> set[int]:
    """Indexes of the paragraphs between a confession that only announces and the promise that answers it."""
    if section.base in {Role.PLAN, Role.SHORTCOMING}:
        return set()
    found: set[int] = set()
    announced: int | None = None
    for index, paragraph in enumerate(section.paragraphs):
        if not paragraph:
            continue
        if announced is not None and _answers(paragraph[0].text):
            found.update(range(announced + 1, index))
            announced = None
        elif announced is None or index - announced > _MOST_TOLD:
            last = widen(paragraph[-1].text)
            announced = index if _ANNOUNCES_LACK.search(last) and _opens(last) else None
    return found


def _answers(opening: str) -> bool:
    """Whether a paragraph begins with the promise that answers shortcomings."""
    return _words().answer.match(widen(opening)) is not None


def _goes_on(paragraph: Sequence[Sentence], state: Role | None) -> bool:
    """Whether a list item's passage may go on with the next item."""
    return state is Role.SHORTCOMING and bool(paragraph) and _LISTED.match(paragraph[0].text) is not None


def _role(text: str, section: Paragraphs, state: Role | None) -> Role:
    """The role of one sentence after sentences of the role `state`."""
    base = section.base
    if base is Role.PLAN:
        return Role.SHORTCOMING if _confesses(text) else base
    if base is Role.SHORTCOMING:
        return Role.PLAN if _promises(text, section.year, after=True) else base
    goes_on = state is Role.PLAN and not _looks_back(text)
    if goes_on or _promises(text, section.year, after=state is Role.SHORTCOMING):
        return Role.PLAN
    listed = state is Role.SHORTCOMING and (_words().cue.search(text) or _LISTED.match(text))
    lacks = listed or _opens(text) or (section.is_audit and _is_finding(text))
    lacks = lacks or (not section.only_open and _states_lack(text))
    return Role.SHORTCOMING if lacks else base


def _is_finding(text: str) -> bool:
    """Whether a sentence of an audit counts what was wrong, and not what was put right."""
    return (
        re.search(r"\d", text) is not None
        and _words().audit_cue.search(text) is not None
        and _PUT_RIGHT.search(text) is None
    )


def _opens(text: str) -> bool:
    """Whether a sentence opens a passage on what is lacking."""
    words = _words()
    match = words.opens.search(text)
    if match is None or words.overcome.search(text, match.end() - 4):
        return False
    start = max(text.rfind(mark, 0, match.start()) for mark in "，,；;：:")
    return words.remedy.search(text[start + 1 : match.end()]) is None


def _confesses(text: str) -> bool:
    """Under a plan only a plain confession counts; 「面临挑战」 there is the setting of the plan."""
    aware = _SELF_AWARE.search(text)
    if aware is not None and _words().cue.search(text, aware.end()) is not None:
        return True
    return _opens(text) and re.search(r"(?:还|仍|仍然|依然|也|但)[^。，,]{0,12}存在", text) is not None


def _states_lack(text: str) -> bool:
    """Whether a clause says 「still」 or 「but」 and then a lack, or two clauses, or a list's item, end in one.

    Clauses with something that deals with the lack, or with a figure, do not count.
    """
    words = _words()
    turned = False
    ends = 0
    needed = 1 if _ITEM.match(text) else _CLAUSES
    for match in _CLAUSE.finditer(text):
        clause = match[0]
        turned = turned or _TURNS.match(clause) is not None
        undone = _UNDONE.search(clause) is not None
        if _GOOD_LOW.search(clause) or (
            not undone and (words.statistic.search(clause) or words.remedy.search(clause))
        ):
            continue
        still = words.still.search(clause)
        lacks = words.sure.search(clause) is not None
        lacks = lacks or (still is not None and words.cue.search(clause, still.start()) is not None)
        ends += words.cue_end.search(clause) is not None
        if lacks or ends >= needed or (turned and words.cue.search(clause)):
            return words.answered.search(text, match.end()) is None
    return False


def _promises(text: str, year: int | None, *, after: bool) -> bool:
    """Whether a sentence tells the future: a pledge after shortcomings, a next step, a target."""
    words = _words()
    if words.plan_open.search(text):
        return True
    if after and words.pledge.search(text):
        return True
    if year is None or _DONE.search(text) or words.announces.search(text):
        return False
    return any(int(match[1] or match[2]) > year for match in words.target.finditer(text))


def _looks_back(text: str) -> bool:
    return (
        re.search(r"(?:20\d\d年|过去|一年来|截至|已经)[^。]{0,20}(?:完成|实现|达到|增长)", text) is not None
    )


@cache
def _words() -> _Words:
    lists = read_words("roles")
    names = (
        "shortcoming_open",
        "shortcoming_cue",
        "shortcoming_end",
        "shortcoming_sure",
        "shortcoming_still",
        "remedy",
        "overcome",
        "answered",
        "statistic",
        "pledge",
        "answer",
        "plan_open",
        "target",
        "announces",
        "audit_cue",
    )
    lists = {
        **lists,
        "shortcoming_end": (
            rf"{any_of(lists['shortcoming_cue'])}(?:的?(?:问题|现象|情况)|等|较?大|存在|明显|较?多)?$",
        ),
    }
    return _Words(*(re.compile(any_of(lists[name])) for name in names))

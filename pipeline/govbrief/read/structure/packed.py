"""Owns text that a scraper put on one line: marks that follow a word without a break, headings without an end.

「报告如下：一、工作开展情况（一）履职情况一是成立小组…二、存在问题执法力量薄弱…」
    -> marks at 一、 （一） 二、; headings 「工作开展情况」 「履职情况」 「存在问题」
「统一、规范」「第一、二产业」「之一、」            -> no marks: the figure belongs to a word
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from govbrief.base.datafiles import read_words
from govbrief.read.structure.headings import CN, FORMAL

LONG = 160
"""A line with several headings in it is at least that long."""
_SHORTEST = 60
"""A line with two of the highest numbers and one below them may be shorter: it is a report of three lines."""
_MIN_MARKS = 3
_QUOTED = 80
"""Characters of the longest quotation or name of a document that a mark can stand in."""
_HEADING = range(2, 47)
_MARKS = re.compile(
    rf"(?<![第统唯之同单专万逐如合归其惟划不{CN}])[{CN}]{{1,3}}、(?![{CN}]|(?!20\d\d\s?年)\d)"
    rf"|[{FORMAL}]{{1,2}}、(?=[\u4e00-\u9fff]|1[01]\d年|20\d\d年)"
    rf"|(?<!第)[（(]\s?(?:[{CN}]{{1,3}}|\d{{1,2}})\s?[)）](?![款项条目号类种])"
    rf"|(?<![第\d.．%％/-])\d{{1,2}}[.．、](?=[\u4e00-\u9fff“《]|20\d\d年)"
    rf"|(?<![\d.．:：/%％+-])0[1-9](?=[\u4e00-\u9fff])(?![年月日时分号点])"
    rf"|第[{CN}]{{1,2}}(?:部分|[章编篇](?=[ \u3000]))"
)
_WORD_ENDS = re.compile(r"[\u4e00-\u9fff）)”》%％\d]")
_BODY_STARTS = re.compile(
    r"(?<=[\u4e00-\u9fff”）)])(?=(?:20\d\d年|[全本我][市县区省局镇乡街院委]|今年|去年|一年来|五年来|近年来|上半年|下半年|下一?步|为了|为贯彻|为进一步|为深入|按照|根据|围绕|通过"
    r"|个别|少数|有的|部分(?!地区)|全年|年末|年内|初步核算|经初步|各位|截至|目前|当前|首先|同时|坚决|认真|严格按|深入学|始终|虽然|尽管|由于|随着|[一]是|一要|第一[，,]))"
    r"|(?<=[\u4e00-\u9fff]{4})(?=(?:开展|新增|修订|办理|建成|完成|受理|招录|配齐|配备|力争|组织|召开|印发|制定|举办|发放|实施|检查|处理|培训|新建|开发)"
    r"[^，,。；]{0,16}?\d)"
)
_AFTER_WORD = r"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))"
_FIRST_ITEM = re.compile(rf"{_AFTER_WORD}一是(?=[^。，]{{2,24}}。)")
_ROWS = (
    re.compile(
        rf"(?:(?<=[。！：:])\s?[{CN}]{{1,2}}|(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))一)是(?=[\u4e00-\u9fff“])"
    ),
    re.compile(rf"(?<=[。！：:])\s?第[{CN}]{{1,2}}[,，](?=[\u4e00-\u9fff“])"),
    re.compile(r"(?<=[。！])\s?——(?=[\u4e00-\u9fff“])"),
)
_TURN = re.compile(
    r"(?<=[。！？!?”…])\s?([\u4e00-\u9fff《》·]{1,20}记者|主持人|记者|网友|问|答|[\u4e00-\u9fff]{2,4})(?=[:：])"
)
_FRAME = re.compile(r"【(?!主持人|[^【】]*记者|[\u4e00-\u9fff]{2,3}】)[^【】。；]{2,34}】")
_ASKER = re.compile(r"记者$|^(?:主持人|问|答|网友)$")
_ANNEX = re.compile(
    r"(?<=[。日府局室会])(?:附件\s?\d{1,2}|附\s?注|(?:名词|术语|指标)解释|(?:公报)?注释)[:：]?(?=\s?(?:\d{1,2}[.．、]|[\[（(①]))"
)
_BODY = 12
"""An item that only lists has no more behind its first sentence."""
_COMMA = re.compile(r"[，,；;]")


def is_packed(text: str) -> bool:
    """Whether a line holds several headings of a report, as a whole report on one line does."""
    marks = _MARKS.findall(text) if len(text) >= _SHORTEST else []
    return len(marks) >= _MIN_MARKS and (len(text) >= LONG or sum(mark[-1] == "、" for mark in marks) > 1)


def glued_marks(text: str) -> list[int]:
    """Where marks stand that follow a word without a break; those inside quotations are left out."""
    found: list[int] = []
    for match in _MARKS.finditer(text, 1):
        near = max(0, match.start() - _QUOTED)
        quoted = any(
            text.rfind(left, near, match.start()) > text.rfind(right, near, match.start())
            for left, right in ("“”", "《》")
        )
        if _WORD_ENDS.match(text[match.start() - 1]) and not quoted:
            found.append(match.start())
    return found


def glued_rows(text: str) -> list[int]:
    """Where the items of a row begin that each name what they tell: 「一是…。…二是…。…」「——…。…」 with a body each."""
    found: set[int] = set()
    for pattern in _ROWS:
        starts = [match.start() for match in pattern.finditer(text)]
        items = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        leads = [item.find("。") for item in items]
        bodies = [len(item) - lead - 1 for item, lead in zip(items, leads, strict=True)]
        if len(items) > 1 and all(0 < lead <= _HEADING.stop for lead in leads) and min(bodies[:-1]) >= _BODY:
            found.update(starts)
    return sorted(found)


def first_item(text: str) -> list[int]:
    """Where a heading ends that runs into the first item of a row, whose other items stand below."""
    found = _FIRST_ITEM.search(text)
    return [found.start()] if found is not None else []


def glued_frames(text: str) -> list[int]:
    """Where headings in thick brackets begin and end: 「…。【存在的问题】执法力量…」; names of speakers are none."""
    found = list(_FRAME.finditer(text))
    return [at for match in found for at in match.span()] if len(found) > 1 else []


def glued_turns(text: str) -> list[int]:
    """Where somebody begins to speak in a conversation that lost its line ends: an asker, the moderator, a name."""
    names = Counter(match[1] for match in _TURN.finditer(text))
    return [
        match.start(1) for match in _TURN.finditer(text) if names[match[1]] > 1 or _ASKER.search(match[1])
    ]


def glued_annexes(text: str) -> list[int]:
    """Where annexes and glossaries begin behind the text, and where their name ends."""
    return [at for match in _ANNEX.finditer(text) for at in match.span()]


def name_end(text: str, begin: int, stop: int) -> int:
    """Where a heading ends that begins with a name that parts of reports have; 0 when it does not run on."""
    while begin < stop and text[begin] in " \u3000\xa0":
        begin += 1
    ends = [found.end() for part in _parts() if (found := part.match(text, begin, stop)) is not None]
    end = max(ends, default=0)
    return end if end - begin in _HEADING and end < stop else 0


def glued_end(text: str, begin: int, stop: int) -> int:
    """Where a heading seems to end that runs into its body; 0 when nothing tells.

    At a word that begins sentences, else after two clauses of one length (「提高站位，加强领导」), else at a comma.
    """
    limit = min(stop, begin + _HEADING.stop)
    starts = _BODY_STARTS.search(text, begin + _HEADING.start, limit)
    if starts is not None:
        return starts.start()
    comma = _COMMA.search(text, begin + _HEADING.start, limit)
    if comma is None:
        return 0
    twin = comma.end() + comma.start() - begin
    whole = twin < limit and not re.search(r"[，,；;、。\d]", text[comma.end() : twin])
    return twin if whole and comma.group() in "，," else comma.start()


@cache
def _parts() -> tuple[re.Pattern[str], ...]:
    """Names of parts; the longest that fits counts."""
    return tuple(re.compile(word) for word in read_words("headings")["packed"])

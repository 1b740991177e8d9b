"""Owns which line is the title: scored by its words, its place and its neighbours, never by one of them alone."""

import re
from collections.abc import Sequence

from govbrief.read.structure.headings import MARKED
from govbrief.read.structure.lines import Line, idle_blanks
from govbrief.read.structure.noise import is_noise_line
from govbrief.read.structure.organs import ORGAN
from govbrief_schemas.report import Fact, Span

MIN_SCORE = 3
_LINES = 300
_TOP = 30
_FIRST = 3
_LONGEST = 200
_HEAD_CHARS = 300
_HALF = 40
_LENGTH = range(6, 81)

_REPORT = re.compile(
    r"(?:报告|公报|总结|情况|汇报|通报|要点|讲话|实录|发布会|综述|分析|展望|思路|打算|安排|计划|规划|摘要|年报)(?:的函)?(?:[（(].{1,12}[)）])?$"
)
_FINISHED = re.compile(r"(?:报告|汇报|通报|总结|情况|公报|的函)(?:[（(].{1,12}[)）])?$")
"""What 关于 waits for: 「关于…计划」 goes on with 「执行情况…的报告」."""
_NEWS = re.compile(
    r"(?:发布会|吹风会|通气会|记者会|访谈)(?:第?[一二三四五六七八九十\d]{1,3}场)?(?:[:：—（(].*)?$"
)
"""A press conference is named before what it is about: 「…新闻发布会第三场：社会保障」."""
_ABOUT = re.compile(r"关于|20\d\d|二[〇○０零]|政府工作报告|年度|法治政府|统计公报|经济运行")
_DATED = re.compile(r"^.{0,20}20\d\d-\d{1,2}-\d{1,2}.{0,20}$")
_BLOCK = re.compile(
    r"^[□■◆]?\s*(?:本报|记者|通讯员|作者)|(?:发布|发稿|发表)?(?:时间|日期)\s*[:：]|来源\s*[:：]|^[（(]?\s*20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"
)
_MEETING = re.compile(r"^[（(—–-]|(?:会议|大会)上[)）]?$|^(?:附件|附表)")
_SITE = re.compile(r"\s*[-_—–|]+\s*[\u4e00-\u9fff]{2,20}(?:人民政府|政府|[局委办]|网站?|门户|频道|之窗)$")
_COLUMN = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\S")
"""The name of a column in front of a headline: 「数说青江：…情况」."""
_BYLINE = re.compile(r"[□■◆●▲]?\s*(?:本[报刊网台]|记者|通讯员|见习记者)")
_OCCASION = re.compile(
    r"(?:[\s—–-]+|[（(]\s*)(?:(?:20\d\d|二[〇○０零][〇○０零一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月|在\S{4,40}?(?:会议|大会|全会)上).*$"
    r"|[ \u3000](?:\S{0,16}(?:长|主任|主席|总理))[ \u3000:：]+[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,5}$"
)
"""When and where it was given and who gave it is no part of a title."""
_OPENS_LINE = re.compile(
    r"[^。，；：:,;>＞《|]{0,48}?(?:报告|公报|总结|情况的?汇报|情况通报|运行(?:情况)?分析|形势分析|工作要点|工作计划|工作思路|工作打算|建设情况|工作情况|答记者问|年报)"
    r"(?:[和及暨]20\d\d年?度?[\u4e00-\u9fff]{0,6}(?:计划|思路|打算|安排|要点))?(?=$|[（(\s]|——|各位|20\d\d[年-]|今年|全年|一、|第一|壹、|现将|根据|为|按照|在|发布|日期|时间|来源|信息来源|受|主持人)"
)
"""A title in front of a whole report on one line."""
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:[省市县区州旗局镇乡院委厅]|街道|新区|办公室)(?:关于)?20\d\d年(?:度)?[\u4e00-\u9fff]{2,24}?(?:报告|公报|总结)(?!期|制度)"
)
_ORGAN_ALONE = re.compile(ORGAN)
_SALUTED = re.compile(
    r"(?:各位|尊敬的|同志们|主任、|女士们|主席[、，]).{0,40}[:：!！]?$|.{0,12}我(?:谨)?(?:代表|受).{2,30}(?:向大会|报告|委托)"
)
"""Nothing below the salutation is a title."""
_MOST_LINES = 4
_SHORT = 3
_ONE_LINE = 80
_GIVEN = re.compile(r"标\s*题\s*[:：]\s*(\S.*)$")


def find_title(text: str, lines: Sequence[Line]) -> Fact | None:
    """The title among the first lines, two lines joined where it is broken; None when no line stands out."""
    given = next((match[1] for line in lines[:_LINES] if (match := _GIVEN.match(line.text))), None)
    best: tuple[int, int, Span] | None = None
    running = 0
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.text] = counts.get(line.text, 0) + 1
    for index, line in enumerate(lines[:_LINES]):
        if _SALUTED.match(line.text):
            break
        span = _candidate(lines, index)
        if span is not None:
            value = _clean(text[span.start : span.end])
            score = (
                _score(value, lines, index + _breaks(text, span))
                + (counts[line.text] > 1)
                - min(running // 300, 3)
            )
            score += 3 if given is not None and _clean(given) == value else 0
            if best is None or score > best[0]:
                best = (score, index, span)
        if "。" in line.text and (len(line.text) > 60 or index > _TOP):  # noqa: PLR2004 - a paragraph of the body
            running += len(line.text)
    if best is None or best[0] < MIN_SCORE:
        parted = [piece for line in lines[:_FIRST] for piece in _pieces(line)]
        again = len(parted) > len(lines[:_FIRST])
        return _inside_line(lines) or (find_title(text, parted) if again else None)
    value, span = _clean(best[2].of(text)), best[2]
    exact = text.startswith(value, span.start) and not _SITE.search(span.of(text))
    return Fact(value, Span(span.start, span.start + len(value)) if exact else span)


def _pieces(line: Line) -> list[Line]:
    """A long line parted at the blanks of its head, so that what was lines can be told from each other."""
    if len(line.text) <= _ONE_LINE or line.start > _HEAD_CHARS:
        return [line]
    found = [
        line._replace(text=match[0], start=line.start + match.start())
        for match in re.finditer(r"\S+", line.text[: 2 * _HEAD_CHARS])
    ]
    return found if len(found) > 1 else [line]


def _breaks(text: str, span: Span) -> int:
    """How often a title is broken."""
    return len(re.findall(r"\n\s*", span.of(text)))


def _inside_line(lines: Sequence[Line]) -> Fact | None:
    """A title in a line of chrome (「首页 > 公开 2019年北屏县政府工作报告 发布」), or in front of a long line."""
    for line in filter(lambda line: is_noise_line(line.text), lines[:_TOP]):
        for match in re.finditer(r"\S+", line.text[:_HEAD_CHARS]):
            value = match[0]
            named = _REPORT.search(value) and _ABOUT.search(value) and re.search(r"20\d\d年", value)
            if named and len(value) in _LENGTH and not re.search(r"[，。；：:,;>＞《]|^[（(—–-]", value):
                return Fact(value, Span(line.start + match.start(), line.start + match.end()))
    for line in lines[:_FIRST]:
        opens = _OPENS_LINE.match(line.text) if len(line.text) > _ONE_LINE else None
        if opens is not None and (_ABOUT.search(opens[0]) or "工作" in opens[0]) and len(opens[0]) in _LENGTH:
            return Fact(opens[0], Span(line.start, line.start + opens.end()))
        named = _NAMED.search(line.text, 0, _HEAD_CHARS) if len(line.text) > _ONE_LINE else None
        if named is not None:
            return Fact(named[0], Span(line.start + named.start(), line.start + named.end()))
    return None


def _clean(value: str) -> str:
    """The title as it is read: broken lines joined, letter-spaced words closed, footnote mark and site left out."""
    value = re.sub(r"\s*[\r\n]+\s*", "", value).strip("| \t\u3000\xa0")
    kept: list[str] = []
    at = 0
    for start, end in idle_blanks(value):
        kept.append(value[at:start])
        at = end
    return _OCCASION.sub("", _SITE.sub("", re.sub(r"\[\d+\]$", "", "".join((*kept, value[at:])))))


def _candidate(lines: Sequence[Line], index: int) -> Span | None:
    """The span of a line that could be a title, with the next line when the title goes on there."""
    line = lines[index]
    text = _OCCASION.sub("", line.text) if len(line.text) <= _LONGEST else line.text
    dated = _DATED.match(text) is not None and _REPORT.search(text) is None
    if _BYLINE.match(text):
        return None
    if dated or is_noise_line(line.text) or MARKED.match(text) or _MEETING.search(text):
        return None
    if re.search(r"[。；;，,、：:>]$", text):
        return None
    if len(text) not in _LENGTH or text.count("。") or re.search(r"[>＞»|]", text):
        return None
    columned = _COLUMN.match(text) and _REPORT.search(text)
    if re.search(r"[:：]", text) and not columned and not _NEWS.search(text):
        return None
    last = _last_line(lines, index, text)
    return None if last == index and _ORGAN_ALONE.fullmatch(text) else Span(line.start, lines[last].end)


def _last_line(lines: Sequence[Line], index: int, text: str) -> int:
    """Index of the line where the title ends that begins at `index`: it may be broken, after its organ or anywhere."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    named = _ORGAN_ALONE.fullmatch(text) is not None and below.startswith("关于")
    goes_on = re.match(r"[与和及暨]", below) or (text.startswith("关于") and below.endswith("报告"))
    unfinished = _REPORT.search(text) is None or (text.startswith("关于") and not _FINISHED.search(text))
    if not named and not ((goes_on or unfinished) and _ABOUT.search(text)):
        return index
    for last in range(index + 1, min(index + _MOST_LINES, len(lines))):
        if _ends_title(
            lines[last].text, "".join((text, *(line.text for line in lines[index + 1 : last + 1])))
        ):
            return last
        if not _holds_title(lines[last].text):
            break
    return index


def _holds_title(text: str) -> bool:
    """Whether a line could be the middle of a title."""
    plain = _SHORT < len(text) <= _HALF and re.search(r"[。；，,:：|>＞]", text) is None
    return plain and not (
        _MEETING.search(text) or MARKED.match(text) or _DATED.match(text) or is_noise_line(text)
    )


def _ends_title(text: str, whole: str) -> bool:
    """Whether a line could be the last of a title that is `whole` with it: it may be cut inside a word."""
    ending = _FINISHED if whole.startswith("关于") else _REPORT
    named = ending.search(re.sub(r"\[\d+\]$", "", whole)) is not None and len(whole) <= _LENGTH.stop
    if not named or len(text) > _HALF or re.search(r"[。，:：]", text):
        return False
    return not _MEETING.search(text) and not MARKED.match(text)


def _score(value: str, lines: Sequence[Line], index: int) -> int:
    """Points for words and place."""
    score = 3 if _REPORT.search(value) or _NEWS.search(value) else 0
    score += min(2, len(_ABOUT.findall(value)))
    score += 2 if value.replace(" ", "").endswith("政府工作报告") else 0
    below = [line.text for line in lines[index + 1 : index + 13] if re.search(r"\w", line.text)][:6]
    near = next((i for i, text in enumerate(below) if _BLOCK.search(text) or _DATED.match(text)), None)
    if near is not None and not any(len(text) > 60 for text in below[:near]):  # noqa: PLR2004
        score += 4 if near < 2 else 3  # noqa: PLR2004
    score += 1 if any(len(text) > 60 for text in below) else 0  # noqa: PLR2004
    score -= 2 if len(value) < 7 and not value.endswith("政府工作报告") else 0  # noqa: PLR2004
    return score

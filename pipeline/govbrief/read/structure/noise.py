"""Owns which lines are the web page and not the report, judged by their words alone.

「当前位置: 首页 > 政务公开」          -> noise
「发布时间:2024-03-08 来源:区政府」    -> noise
「来源于基层的创新」                    -> not noise: no colon after the word
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_literal, read_words

MAX_CONTAINS = 80
"""A sentence of the report may speak of 浏览量; a line of chrome is short."""
MAX_LABEL = 160
_SENTENCE = 24
"""A shorter line with a chrome word is chrome, though it ends in a full stop, unless it counts something."""
_HINT = re.compile(r"^\W*(?:扫|关注|长按|点击|打印|打开微信|微信里)")
_MENU, _KNOWN, _ENTRY = 4, 0.6, 10

_CLOSING = re.compile(r"[%％‰]?[。！？；，、：!?;,:]?[”’」』）)》]*")
_BAR = re.compile(r"[\W_]*")
_TRIM = "|｜·•►▪■□◆★☆>＞»<＜«[]【】()（）{}*-—_=:：、，,.。… \t\u3000\xa0"
_CRUMB = re.compile(r"[^>＞»›。，；:：]{1,15}(?:\s*(?:>>?|＞|»|›)\s*[^>＞»›。；]{1,40}){2,}")
_HOME = re.compile(r"^[^。，；]{0,12}首页\s*(?:>>?|＞|»|›|/|-|—|→|\|)")
_DATE = r"20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_TIME = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_DATED = re.compile(rf"^\W*{_DATE}\s*(?:{_TIME})?[\W_]*(?=\w)")
_PAGE_TURN = re.compile(
    r"^[\W_]*(?:[（(【]?\s*(?:[下上紧][转接]|转接|[转接])\s*第?\s*[\d一二三四五六七八九十A-Z]{1,3}\s*版\s*[)）】]?[\W_]*)+$"
)
_SURE_PAGE = re.compile(
    r"^共\s*\d{1,3}\s*页\s*第\s*\d{1,3}\s*页$|^[-—–－·•]+\s*\d{1,3}\s*[-—–－·•]+$|^第\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d{1,3}\s*页?)?$"
)
_PAGE_NUMBER = re.compile(
    r"^(?:[-—–－·•\s]*\d{1,3}[-—–－·•\s]*|第\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d{1,3}\s*页?)?|\d{1,3}\s*/\s*\d{1,3})$"
)
_URL = re.compile(r"^(?:https?://|www\.)\S+$")
_ID = re.compile(r"^[0-9a-f]{16,64}[:：]?$")
_ISSUE = re.compile(
    r"^[^。，；]{0,24}20\d\d\s*年\s*第\s*\d{1,3}\s*期(?:[（(]?总第?\s*\d+\s*期[)）]?)?[^。，；]{0,8}$"
)
"""The running head of a gazette or a newsletter."""
_SCRIPT = re.compile(r"^(?:var\s|function\b|\$\(|document\.|window\.|<!--|-->|//<!|\{|\}|[.#][\w-]+\s*\{)")
_TURN_INSIDE = re.compile(
    r"^[（(【]?\s*上接第?\s*[\d一二三四五六七八九十A-Z]{1,3}\s*版[)）】]?\s*"
    r"|\s*[（(【]?\s*下转第?\s*[\d一二三四五六七八九十A-Z]{1,3}\s*版[)）】]?$"
)
_CREDIT = re.compile(
    r"^(?:责任编辑|编辑|责编|版式|美编|校对|审核|记者|摄影|制图|统筹|监制)[ \u3000|丨/]+"
    r"[\u4e00-\u9fff]{2,4}(?:[ \u3000、|丨/]+[\u4e00-\u9fff]{2,4})*$"
)
_BYLINE = re.compile(
    r"[□■◆●▲]?\s*本[报刊网台](?:首席|实习|见习|驻\w{1,4})?(?:记者|通讯员|评论员)(?:[\s/、]+(?!近日|日前|昨)[\u4e00-\u9fff]{2,4}(?=[\s□■◆●▲“]|$))+"
)
_ASKS = re.compile(r"记者[:：](?:.*[，,!！?？。]|请|您|.{18})")
"""Somebody asks: 「记者：请问…」 is no credit, though a line's end cuts the question."""
_NOTE_MARK = re.compile(r"(?<![A-Za-zμµ℃㎡⁻])(?<!(?<!\d)10)[¹²³⁴-⁹]+(?:[,，][¹²³⁴-⁹]+)*|(?<=10)¹(?=\D)")
"""A raised figure behind a Latin unit is an exponent (km²), behind 10 a power (10⁴); elsewhere it is a note mark."""
_PAGE_INSIDE = re.compile(
    r"(?<=[。；，、”）\u4e00-\u9fff])\s*[—–-] ?\d{1,3} ?[—–-](?=\s*[\u4e00-\u9fff（(“])"
)
_FILE_NAME = re.compile(r"^[^。，；]{1,80}\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd)\s*[)）]?$", re.IGNORECASE)
_NONE = re.compile(r"[-—–]{1,2}")
"""A dash alone stands for no value in a table's cell."""
_FOLLOW = re.compile(
    r"^[^。；]{0,30}(?:关注|扫码|微信搜索)[^。；]{0,24}(?:公众号|客户端|视频号|小程序)[”」』]?$"
)
_ORIGINAL = re.compile(r"^原创[ \u3000]+\S{2,16}(?:[ \u3000]+\S{2,16})?[ \u3000]+20\d\d[-年]")
_SUPPLIED = re.compile(
    r"^(?:来源|文字|图片|图文|制作|供图|排版|出品)[ \u3000]*[|｜丨/][ \u3000]*[^。，；]{2,20}$"
)
_TAG = re.compile(r"^#[^\s#。，]{2,16}#?(?:\s*\d{1,4}\s*个)?$")
"""The collection of a new-media account: 「#新闻发布 12个」."""
_SHAPES = (
    _FILE_NAME,
    _ID,
    _ISSUE,
    _PAGE_TURN,
    _URL,
    _SCRIPT,
    _SURE_PAGE,
    _CREDIT,
    _FOLLOW,
    _TAG,
    _ORIGINAL,
    _SUPPLIED,
)


class _Words(NamedTuple):
    lines: frozenset[str]
    label: re.Pattern[str]
    contains: re.Pattern[str]
    edge: re.Pattern[str]


def is_noise_line(text: str, *, at_edge: bool = False) -> bool:
    """Whether a line, blanks at its ends left out, is chrome: wherever it stands, or at the page's edge only."""
    if len(text) > MAX_LABEL:
        return False
    if _BAR.fullmatch(text):
        return not _CLOSING.fullmatch(text) and not _NONE.fullmatch(text)
    if any(pattern.match(text) for pattern in _SHAPES):
        return True
    if (_says_chrome(text) or (at_edge and _says_at_edge(text))) and not _tells(text):
        return True
    if _HOME.match(text) or _CRUMB.fullmatch(text):
        return True
    dated = _DATED.match(text)
    return (
        dated is not None and len(text) < MAX_CONTAINS and is_noise_line(text[dated.end() :], at_edge=at_edge)
    )


def _says_chrome(text: str) -> bool:
    """Whether a line is a chrome word, begins with a label, or is short and holds a chrome phrase."""
    words = _words()
    packed = re.sub(r"\s+", "", text).lower()
    if packed.strip(_TRIM) in words.lines or (words.label.match(packed) and not _ASKS.match(packed)):
        return True
    tokens = [token for token in re.split(r"[\s|｜·/、\[\]【】]+", text.lower()) if token]
    known = sum(token in words.lines for token in tokens)
    if len(tokens) > 1 and (known == len(tokens) or _is_menu(tokens, known)):
        return True
    if packed[0] in "|｜" and is_label_cell(packed.strip("|｜").partition("|")[0]):
        return True
    return len(text) <= MAX_CONTAINS and words.contains.search(packed) is not None


def _is_menu(tokens: Sequence[str], known: int) -> bool:
    """Whether most of a row of short words are those of menus: a site has some of its own."""
    return len(tokens) >= _MENU and known >= len(tokens) * _KNOWN and max(map(len, tokens)) <= _ENTRY


def _says_at_edge(text: str) -> bool:
    return len(text) <= MAX_CONTAINS and _words().edge.search(re.sub(r"\s+", "", text).lower()) is not None


def is_page_number(text: str) -> bool:
    """Whether a line may be a page number; a cell of a table looks the same."""
    return _PAGE_NUMBER.match(text) is not None


def is_label_cell(text: str) -> bool:
    """Whether a line is only a label of the page's metadata, its value standing on the next line."""
    packed = re.sub(r"\s+", "", text).lower().rstrip(":：")
    return packed in _labels()


def inline_noise(text: str) -> list[tuple[int, int]]:
    """Index pairs of bylines, page turns and note marks that stand inside a line, in order."""
    bylines: list[tuple[int, int]] = []
    for match in _BYLINE.finditer(text) if "本" in text else ():
        if bylines and not text[bylines[-1][1] : match.start()].strip():
            bylines[-1] = (bylines[-1][0], match.end())
        else:
            bylines.append(match.span())
    found = [pair for pair in bylines if text[pair[0]] in "□■◆●▲" or pair[0] == 0]
    if not text.isascii():
        found.extend(match.span() for match in _NOTE_MARK.finditer(text))
        found.extend(match.span() for match in _PAGE_INSIDE.finditer(text))
    if "版" in text:
        found.extend(match.span() for match in _TURN_INSIDE.finditer(text))
    return sorted(found)


def _tells(text: str) -> bool:
    """Whether a line that holds a chrome word is a full sentence of the report all the same."""
    if text[-1] in "?？":
        return True
    if text[-1] not in "。；！!;" or _HINT.match(text):
        return False
    return len(text) > _SENTENCE or re.search(r"\d\s*[件个条次人项%万亿]", text) is not None


@cache
def _words() -> _Words:
    lists = read_words("noise")
    return _Words(
        frozenset(re.sub(r"\s+", "", word).strip(_TRIM) for word in lists["lines"]),
        re.compile(rf"[|·•>【\[(（]*{any_literal(lists['labels'])}[】\]]?[:：]"),
        re.compile(any_literal(word.lower() for word in lists["contains"])),
        re.compile(any_literal(word.lower() for word in lists["edge"])),
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_words("noise")["labels"])

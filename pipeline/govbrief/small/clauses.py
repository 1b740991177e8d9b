"""Owns the clauses of a sentence: where it may be cut, and which of them only strike a posture.

What a brief tells is put together from these clauses, word for word. A cut falls only after 「；」 and 「，」, never
inside a quotation, a title mark or a bracket, nor between the digits of one number.
"""

import re
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.read.structure.headings import find_markers

_STRONG = re.compile(r"[；;。！!？?]")
_WEAK = re.compile(r"(?<!\d)[，,：:]|[，,：:](?!\d)")
_LISTED = re.compile(
    _WEAK.pattern
    + r"|、(?=(?:同比|比上年|较上年|年均)?(?:增长|下降|提高|减少|上升|高于|低于|快于)[^、，]*\d"
    + r"|[^、，]{0,3}居全[国省市]|完成[^、，]*\d)"
)
"""Where the parts of a unit stand apart: 收入12.4亿元、增长5.1% is told like 收入12.4亿元，增长5.1%."""
_OPEN = "“‘「『《〈（(【〔["
_CLOSE = "”’」』》〉）)】〕]"
_EITHER = '"'
_TIME = re.compile(r"(?:到?20\d\d年\S{0,3}|今年\S{0,6}|近年来|目前|去年|本年度|全年|截至\S{1,8})$")
_LEAD = re.compile(
    r"^(?:20\d\d年度?，)?(?:我[市区县省局院们]|全[市区县省]|各级)?(?:都|均)?(?:将|要)?(?:继续|持续|着力)?"
)
_NO_FIGURE = re.compile(r"《[^》]*》|[(（]\d{4}[^)）]{0,8}[)）]|\d{4}年(?:至今|以来)?")
"""Numbers here are names and dates."""
_WHO = re.compile(r"(?:负责人|人员|单位|部门|代表|干部|委员)$")
"""A clause that ends so names who does what the next one tells."""
_SETTING = re.compile(
    r"(?:在|当|经|自|随着|通过|针对|围绕|根据|依托)[^，]{4,}(?:中|上|下|以来|之际|基础上)|[^，]{4,}(?:时|的同时|(?<![滞落先])后|之前)"
)
_BESTOWED = re.compile(r"(?:先后|均|还|也)?被[^，]{2,}(?:命名|评|授予|确定|列|认定)为")
"""Who was honoured stands in the clause before."""
_CAUSED = re.compile(r"(?:其)?(?:主要)?原因(?:是|在于|为)")
"""A clause that begins so tells why, and stands alone."""
SHORT = 13
"""A clause up to this length seldom tells something alone (「修订1件」): it stays with the one before."""


def pieces(text: str, mark: re.Pattern[str]) -> list[str]:
    """`text` cut at every `mark` that stands in no quotation, title or bracket; marks and blanks gone."""
    depth, quoted, at = 0, False, 0
    inside: list[bool] = []
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
        quoted ^= char == _EITHER
        inside.append(quoted or depth > 0)
    found: list[str] = []
    for match in mark.finditer(text):
        if not inside[match.start()]:
            found.append(text[at : match.start()])
            at = match.end()
    return [piece.strip() for piece in (*found, text[at:]) if piece.strip()]


@cache
def _posture() -> re.Pattern[str]:
    table = read_table("posture")
    whole = "|".join(table["whole"])
    return re.compile(rf"^(?:{'|'.join(table['begins'])})|^(?:{whole})$|(?:{'|'.join(table['ends'])})$")


@cache
def _empty() -> re.Pattern[str]:
    return re.compile("|".join(read_table("posture")["empty"]))


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(read_table('posture')['loose'])})[，,]?")


def is_posture(clause: str) -> bool:
    """Whether a clause tells attitude, guidance or purpose; one with a figure never does."""
    bare = _LEAD.sub("", clause)
    figures = re.search(r"\d", _NO_FIGURE.sub("", bare))
    return (
        not bare or _empty().search(bare) is not None or (_posture().search(bare) is not None and not figures)
    )


def is_setting(clause: str) -> bool:
    """Whether a clause only says in what setting the next one happens: 在验收活动中."""
    return _SETTING.fullmatch(clause) is not None and not re.search(r"\d(?![\d年月日])", clause)


def units_of(sentence: str, longest: int) -> tuple[str, ...]:
    """What a sentence tells, in pieces of about `longest` characters that each can be translated alone.

    制定政府规章1件,修订1件,废止6件。                    -> one, because 修订1件 says nothing alone
    坚持以人民为中心,建成服务站3个,为发展提供了保障。    -> 建成服务站3个
    """
    bare = sentence.strip()
    mark = next((mark for mark in find_markers(bare)[:1] if mark.start == 0), None)
    bare = bare[mark.end :].lstrip("，,：:、 ") if mark else bare
    units: list[str] = []
    for segment in pieces(bare, _STRONG):
        units += _joined(pieces(_loose().sub("", segment), _WEAK), longest)
    return tuple(unit for unit in units if not is_posture(unit))


def _joined(clauses: list[str], longest: int) -> list[str]:
    """Clauses without posture, short ones with their neighbour."""
    units: list[str] = []
    waiting = ""
    fresh = True
    for clause in clauses:
        if is_posture(clause):
            fresh = True
            continue
        if _TIME.fullmatch(clause) or is_setting(clause):
            waiting = f"{waiting}{clause}，"
            continue
        told, waiting = waiting + clause, ""
        if units and not fresh and _goes_on(units[-1], told, longest):
            units[-1] = f"{units[-1]}，{told}"
        else:
            units.append(told)
        fresh = False
    return units


def _goes_on(before: str, clause: str, longest: int) -> bool:
    """Whether a clause stays with the one before: both are short, or the one before is its subject."""
    if _WHO.search(before) and clause.startswith(("在", "对", "就", "向")):
        return True
    if _CAUSED.match(clause):
        return False
    if _BESTOWED.match(clause):
        return True
    return len(before) + len(clause) <= (longest if len(clause) > SHORT else 2 * longest)


def halves(unit: str) -> tuple[str, ...]:
    """The clauses of a unit, one by one; a time goes with the clause that it dates."""
    parts: list[str] = []
    for piece in pieces(unit, _LISTED):
        dated = parts and _TIME.fullmatch(parts[-1])
        parts[-1:] = [f"{parts[-1]}，{piece}"] if dated else [*parts[-1:], piece]
    return tuple(parts)

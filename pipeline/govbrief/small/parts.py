"""Owns cutting a long sentence into parts that one item can tell; evidence stays the whole sentence.

A report strings ten results together with 「；」 and 「，」, and a small model that translates them in one breath loses
half of the figures. Cuts fall after 「；」 first, then after the comma nearest to the middle; never inside a
quotation, a title mark or a bracket, nor between the digits of one number.
"""

import re

from govbrief.read.structure.headings import find_markers

_STRONG = re.compile(r"[；;]")
_WEAK = re.compile(r"(?<!\d)[，,]|[，,](?!\d)")
_OPEN = "“‘「『《〈（(【〔["
_CLOSE = "”’」』》〉）)】〕]"
_EITHER = '"'
"""Opens and closes."""
MIN_CHARS = 16
"""A shorter part says nothing alone."""


def cut_parts(sentence: str, longest: int) -> tuple[str, ...]:
    """Consecutive slices of `sentence` of about `longest` characters at most; 0 leaves it whole.

    Joined they are the sentence. One without a place to cut stays longer.
    """
    if not longest or len(sentence) <= longest:
        return (sentence,)
    cuts = _telling(sentence, _STRONG) or _telling(sentence, _WEAK)
    if not cuts:
        return (sentence,)
    middle = min(cuts, key=lambda cut: abs(cut - len(sentence) / 2))
    return (*cut_parts(sentence[:middle], longest), *cut_parts(sentence[middle:], longest))


def _telling(sentence: str, mark: re.Pattern[str]) -> list[int]:
    """Places behind `mark` that leave something to tell on either side."""
    return [cut for cut in _outside(sentence, mark) if MIN_CHARS <= cut <= len(sentence) - MIN_CHARS]


def _outside(text: str, mark: re.Pattern[str]) -> list[int]:
    """Offsets behind each `mark` that stands in no quotation, title or bracket."""
    depth, quoted = 0, False
    inside: list[bool] = []
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
        quoted ^= char == _EITHER
        inside.append(quoted or depth > 0)
    return [match.end() for match in mark.finditer(text) if not inside[match.start()]]


def as_sentence(part: str) -> str:
    """The part without a list marker in front, and with a full stop where the cut left a comma or semicolon."""
    bare = part.strip()
    bare = next(
        (bare[mark.end :].lstrip("，,：: ") for mark in find_markers(bare)[:1] if mark.start == 0), bare
    )
    bare = bare.rstrip("，,；;、")
    return bare if bare.endswith(("。", "！", "？", "”")) else f"{bare}。"

"""Owns the table of contents: lines above the first heading that say headings which come later.

「目 录」「一、主要做法 2」 before 「一、主要做法」 with its text -> contents
"""

import re
from collections.abc import Sequence

from govbrief.read.structure.headings import HeadingLine
from govbrief.read.structure.repair import Paragraph

_WORD = re.compile(r"目\s*录")
_PAGE = re.compile(r"(?<![\s.．·…—-])[\s.．·…—-]*+\d{0,3}$")
_MIN = 2


def contents_lines(paragraphs: Sequence[Paragraph], heads: dict[int, HeadingLine]) -> set[int]:
    """Indexes of the paragraphs that are a table of contents."""
    first = min(heads, default=0)
    said = {_packed(paragraphs[index].passage.text[: head.end]) for index, head in heads.items()}
    found = {
        index for index in range(first) if _packed(_PAGE.sub("", paragraphs[index].passage.text)) in said
    }
    if len(found) < _MIN:
        return set()
    return found | {index for index in range(first) if _WORD.fullmatch(paragraphs[index].passage.text)}


def _packed(text: str) -> str:
    return re.sub(r"\s+", "", text)

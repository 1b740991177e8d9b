"""Owns whether a text is a Chinese office's report at all, told before any model is asked.

An English text, a story, an empty shell of a page: each is named in a phrase. Nothing is refused here: who reads the
phrase decides.
"""

import re
from functools import cache

from govbrief.base.datafiles import any_literal, read_words
from govbrief.read.traditional import simplified

_SAMPLE = 20_000
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u04ff\uac00-\ud7af\u3040-\u30ff]")
_LEAST = 8
"""Chinese characters of the shortest report, a single sentence."""
_SHELL = 40
"""Fewer without a full stop are a page's name and menu."""
_OTHER = 3
"""Letters of other scripts for each Chinese character; a report that lists English names has one for ten."""
_KANA = 0.1
_ENOUGH = 300
_OFFICIAL = 8
"""Words of offices in a thousand characters; the dullest report has over 30, a newspaper's story of a person 10."""

_NONE = 4
"""A recipe or an essay has none at all; the dullest of the project's own documents has 17."""


def foreign_reason(text: str) -> str:
    """Why a text is no Chinese government report; empty when nothing speaks against it."""
    sample = text[:_SAMPLE]
    chinese = len(_CHINESE.findall(sample))
    letters = len(_LETTER.findall(sample))
    kana = len(re.findall(r"[\u3040-\u30ff]", sample))
    if letters > max(_OTHER * chinese, _SHELL) or kana > _KANA * (chinese + 1) * 2:
        return "it is not written in Chinese"
    if chinese < (_LEAST if "。" in sample else _SHELL):
        return f"it holds only {chinese} Chinese characters, the shell of a page or a cover"
    if chinese < _ENOUGH:
        return ""
    plain = simplified(sample)
    official = len(_words()[0].findall(plain))
    story = len(_words()[1].findall(plain))
    if official * 1000 < _OFFICIAL * chinese and story > official / 4:
        return "it reads like a story or an essay"
    return "it holds hardly a word that an office reports in" if official * 1000 < _NONE * chinese else ""


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = read_words("genre")
    return re.compile(any_literal(lists["official"])), re.compile(any_literal(lists["story"]))

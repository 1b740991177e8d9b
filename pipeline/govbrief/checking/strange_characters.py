"""Owns characters that no brief is written in: letters of other scripts, marks over digits, dice, cards and pictures.

A Cyrillic О passes for a digit or a letter, a keycap or a die for a number. What the source holds may be quoted; what
it does not hold is told. Hidden characters are none of them: no view shows them.
"""

import re
import unicodedata
from collections.abc import Iterator

from govbrief.base.plain import seen
from govbrief.checking.messages import source_finding
from govbrief_schemas.finding import Finding, Rule, Verdict

_FOREIGN = re.compile(
    "(?:[^\x00-\u02af\u1e00-\u1eff\u2000-\u20cf\u2100-\u267f\u2686-\u27ff\u2900-\u2bff\u2e80-\ua4cf\ue000-\ufaff"
    "\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff\U00020000-\U0003ffff]"
    "|[\u0400-\u052f])+"
)
"""Beyond Latin, Chinese and their signs; styled Latin letters and digits are for who reads numerals."""
_OF_SCIENCE = re.compile("(?<![A-Za-z\u0370-\u03ff])[α-ωΑ-Ω](?![A-Za-z\u0370-\u03ff])|[μΩΔ]")
"""A Greek letter on its own, or of a unit."""


def check_characters(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each run of such characters that stands nowhere in what the source holds."""
    if text.isascii():
        return
    shown = _OF_SCIENCE.sub(" ", unicodedata.normalize("NFC", seen(text)))
    runs = dict.fromkeys(match[0] for match in _FOREIGN.finditer(shown))
    for run in runs:
        if run not in held and not all(_is_read(char) for char in run):
            yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, language, run)


def _is_read(char: str) -> bool:
    """Digits of other scripts are numerals, and have a finding of their own."""
    return unicodedata.category(char) in {"Nd", "Nl", "No"}

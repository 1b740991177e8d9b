"""Every row of docs/words.md: sound English passes, wrong English is found by the rule that heads its table."""

import re
from pathlib import Path

import pytest

from govbrief.checking.check import Standpoint, check_pair
from govbrief_schemas.finding import WORD_RULES, Rule

PAGE = Path(__file__).parents[2] / "docs" / "words.md"
NUMERIC = {Rule.DIRECTION: Rule.REVERSED, Rule.SUBJECT: Rule.NUMBER_NOUN, Rule.MISSING: Rule.INCLUSIVE}
"""What a rule of numbers may find first."""


def rows():
    rules = set()
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            rules = {Rule(name) for name in re.findall(r"`(\w+)`", line)}
        elif rules and line.startswith("| ") and not line.startswith("| 中文"):
            zh, sound, wrong = (cell.strip() for cell in line.strip("|").split(" | "))
            yield rules, zh.strip("| "), sound, wrong.strip(" |")


CASES = list(rows())


@pytest.mark.parametrize(("rules", "zh", "sound", "wrong"), CASES, ids=[case[1] for case in CASES])
def test_a_row_says_what_the_check_does(rules, zh, sound, wrong):
    """Of the sound English no word is blamed; of the wrong one, the rule finds it."""
    speaker = Standpoint(issuer="某市人民政府")
    assert [f.message for f in check_pair(zh, sound, speaker) if f.rule in WORD_RULES] == []
    found = {f.rule for f in check_pair(zh, wrong, speaker)}
    found |= {NUMERIC[rule] for rule in found & NUMERIC.keys()}
    assert found & rules, found


def test_every_rule_of_words_is_on_the_page():
    """Each rule heads a table."""
    assert {rule for rules, *_ in CASES for rule in rules} == WORD_RULES


def test_findings_say_what_stands_where_in_both_languages():
    """One plain sentence in each language, with both sides in it."""
    (finding,) = check_pair("联合市检察院开展监督。", "Supervision was carried out with the municipal court.")
    assert "court" in finding.message
    assert "检察院" in finding.message
    assert "court" in finding.message_zh
    assert "检察院" in finding.message_zh

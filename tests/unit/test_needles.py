"""A pattern is left out only of texts that it could not match: what its matches cannot do without is read off it."""

import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

from govbrief.base.needles import Sought, grams, needles

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("首个(?!月)", {"首个"}),
        ("仍然?存在", {"存在"}),
        ("首{1,2}批", {"首"}),
        ("首{0,2}批", {"批"}),
        ("(?<=[的了])(?<!不)批捕率?", {"批捕"}),
        ("[甲乙]方?", {"甲", "乙"}),
        ("[一-龥]", set()),
        ("[^甲]", set()),
        ("推+进", {"推"}),
        (r"\d+件|起", {"件", "起"}),
        (r"\d+件|\d", set()),
        ("(?:整改|改正)(?:通知)?书", {"整改", "改正"}),
        ("(?P<who>省|市)委会", {"委会"}),
        ("(?:甲乙)*丙", {"丙"}),
        ("(?:甲乙|丙?)丁", {"丁"}),
        (r"\(\s*\)", {"("}),
        (r"\bTO ?DO\b|TBD", {"TO", "TBD"}),
        (r"a\.b\-c", {"a.b-c"}),
        (r"ab\d", {"ab"}),
        (r"(?-i:XYZ)w", {"XYZ"}),
        (r"(?i:XYZ)w", {"w"}),
        (r"\b(?:submitted|sent|lent) by\b", {" by"}),
        ("(?i)abc", set()),
        ("(x)(?(1)ab|cd)", set()),
        ("", set()),
        ("甲|", set()),
    ],
)
def test_what_a_match_cannot_do_without(pattern, wanted):
    """Words of which every match has one, the longest there are; none where that is not known."""
    assert needles(pattern) == wanted


def _patterns():
    """Every pattern that stands in a module of the check."""
    for package in map(importlib.import_module, ("govbrief.checking", "govbrief.names", "govbrief.numbers")):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, held in vars(importlib.import_module(module.name)).items():
                if isinstance(held, re.Pattern) and not held.flags & re.VERBOSE:
                    yield f"{module.name}.{name}", held


def _texts():
    varied = tomllib.loads((CORPUS / "varied.toml").read_text(encoding="utf-8"))["item"]
    return [text for item in varied[::3] for text in (item["zh"], item["en"])]


def test_no_match_of_any_pattern_of_the_check_lacks_its_words():
    """Each pattern of the modules on each line in both languages."""
    texts, known = _texts(), 0
    for name, pattern in _patterns():
        folded = bool(pattern.flags & re.IGNORECASE)
        words = {word.lower() if folded else word for word in needles(pattern.pattern)}
        known += bool(words)
        for text in texts if words else ():
            if pattern.search(text):
                held = text.lower() if folded else text
                assert any(word in held for word in words), (name, text)
    assert known > 100  # a reading of patterns that knows nothing of any would pass


def test_a_pattern_is_sought_as_it_is_written():
    """With its flags, with many words and with few, on texts that hold a word of it and no match."""
    few, many = Sought(r"\bnot yet\b", re.IGNORECASE), Sought("|".join(f"word{n}x?" for n in range(20)))
    assert few.search("It is Not yet done.")[0] == "Not yet"
    assert few.search("cannot yet") is None
    assert few.search("done") is None
    assert many.search("a word17 here")[0] == "word1"
    assert many.search("a wor") is None
    assert Sought(r"\d").search("7")[0] == "7"


def test_neighbours():
    """Two or three at a time; a text shorter than that has none."""
    assert grams("甲乙丙", 2) == {"甲乙", "乙丙"}
    assert grams("abcd", 3) == {"abc", "bcd"}
    assert grams("a", 2) == frozenset()

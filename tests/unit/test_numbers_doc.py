"""The tables of docs/numbers.md say what the program does."""

from pathlib import Path

import pytest

from govbrief.checking.marks import marks
from govbrief.numbers.find import find_quantities
from tests.support.shown import shown

PAGE = Path(__file__).parents[2] / "docs" / "numbers.md"
LANGUAGES = {"中文": "zh", "English": "en"}


def _tables(column):
    """Rows of the tables whose first column is a language and whose second is `column`."""
    lang = None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            lang = None
        elif len(cells) == 2 and cells[1] == column and cells[0] in LANGUAGES:
            lang = LANGUAGES[cells[0]]
        elif lang and not cells[0].startswith("---"):
            yield lang, cells[0], cells[1]


@pytest.mark.parametrize(("lang", "text", "expected"), list(_tables("read as")))
def test_what_is_read(lang, text, expected):
    """Each example is read as the page says."""
    assert "; ".join(shown(one) for one in find_quantities(text, lang)) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), list(_tables("counts")))
def test_what_is_counted(lang, text, expected):
    """Each number counts what the page says."""
    found = [one.subject for one in find_quantities(text, lang) if one.is_amount]
    assert "; ".join(found) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), list(_tables("told beside")))
def test_what_is_told_beside(lang, text, expected):
    """Motion, side, period and comparison of each amount."""
    found = [one for one in find_quantities(text, lang) if one.is_amount]
    told = [(one.motion.value, one.side.value, one.period, one.comparison) for one in found]
    assert "; ".join(" ".join(filter(None, row)) for row in told) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), list(_tables("factor")))
def test_what_is_multiplied(lang, text, expected):
    """The factors that each multiple may mean."""
    [mark] = marks(find_quantities(text, lang))
    assert " or ".join(str(factor) for factor in sorted(mark.factors)) == expected


def test_the_page_has_tables():
    """A page whose tables nobody finds would pass every other test."""
    assert sum(lang == "zh" for lang, *_ in _tables("read as")) > 60

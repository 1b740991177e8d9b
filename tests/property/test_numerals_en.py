"""English numerals written by an independent library come back; what holds for any English text."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from govbrief.numbers.en.numerals_en import read_numeral
from govbrief.numbers.en.quantities_en import find_quantities_en
from govbrief_schemas.quantity import QuantityKind
from govbrief_schemas.report import Span

patient = settings(deadline=None)
"""A busy machine is no failure; how time grows with the text has a test of its own."""
LARGEST = 10**306 - 1
"""The largest number that the other library writes."""

ALPHABET = [
    *(
        "one ",
        "two ",
        "hundred ",
        "thousand ",
        "million ",
        "and ",
        "a ",
        "half ",
        "third ",
        "point ",
        "twenty-",
        "first ",
    ),
    *(
        "1",
        "0",
        "5",
        ",",
        ".",
        "-",
        "/",
        "%",
        "$",
        " ",
        "\n",
        "May ",
        "2021",
        "nd",
        "km",
        "k",
        "bn",
        "(",
        ")",
        '"',
        "of ",
    ),
    *(
        "in ",
        "to ",
        "over ",
        "rose ",
        "dozens ",
        "twice ",
        "percent",
        "１",
        "％",
        "é",
        "İ",
        "½",
        "No. ",
        "x",
        "+",
        ":",
    ),
    *("the ", "quarter ", "second ", "yuan "),
]
noisy = st.lists(st.sampled_from(ALPHABET), max_size=24).map("".join)
sentences = st.lists(
    st.sampled_from([
        "Exports fell 4.8 percent.",
        "It invested 3.68 trillion yuan.",
        "On March 5, 2021 it rained.",
        "There were 137 enterprises.",
        "One in five children came.",
        "Prices rose 3.9, 2.0 and 2.9 percentage points.",
        "Article 5 applies.",
        "No one was hurt.",
        "It took two and a half years.",
        "The 21st case was closed.",
        "It cost between $3 and $5 million.",
        "Sales doubled.",
    ]),
    min_size=1,
    max_size=6,
)


def _rows(text):
    return [
        (one.text, one.value, one.unit, one.kind, one.qualifier, one.direction)
        for one in find_quantities_en(text)
    ]


@patient
@given(number=st.integers(0, LARGEST))
def test_integers_come_back(number):
    """Any integer written in words is read back exactly, up to the largest that the other library writes."""
    assert read_numeral(num2words(number, lang="en")) == number


@patient
@given(exponent=st.integers(0, 305), digit=st.integers(1, 999))
def test_round_numbers_come_back(exponent, digit):
    """Every scale word is known."""
    number = min(digit * 10**exponent, LARGEST)
    assert read_numeral(num2words(number, lang="en")) == number


@patient
@given(number=st.integers(1, 10**9))
def test_negative_numbers_come_back(number):
    """Minus in words is read."""
    assert read_numeral(num2words(-number, lang="en")) == -number


@patient
@given(whole=st.integers(0, 10**9), decimals=st.integers(1, 99999))
def test_decimals_come_back(whole, decimals):
    """Decimals spoken digit by digit are read back exactly, zeros behind the point included."""
    number = Decimal(f"{whole}.{decimals:05d}".rstrip("0"))
    assert read_numeral(num2words(number, lang="en")) == number


@patient
@given(number=st.integers(1, 10**9))
def test_ordinals_are_never_amounts(number):
    """Every ordinal, in words or digits, is one ordinal of its value and never an amount."""
    for text in (num2words(number, lang="en", to="ordinal"), num2words(number, lang="en", to="ordinal_num")):
        found = find_quantities_en(f"the {text} case")
        assert [(one.value, one.kind) for one in found] == [(number, QuantityKind.ORDINAL)]


@patient
@given(number=st.integers(2, 10**15))
def test_words_and_digits_agree(number):
    """A count reads the same in words, in plain digits and in grouped digits."""
    written = (num2words(number, lang="en"), str(number), f"{number:,}")
    found = [find_quantities_en(f"A total of {text} people came.") for text in written]
    assert [[(one.value, one.unit) for one in each] for each in found] == [[(Decimal(number), "人")]] * 3


@patient
@given(noisy)
def test_spans_slice_to_their_text(text):
    """Whatever the text, spans slice to their text, stand in order and do not overlap."""
    found = find_quantities_en(text)
    assert all(one.span.of(text) == one.text and one.text for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@patient
@given(sentences)
def test_concatenation_is_union(parts):
    """The numbers of a text are the numbers of its sentences."""
    assert _rows(" ".join(parts)) == [row for part in parts for row in _rows(part)]


@patient
@given(noisy, st.data())
def test_nothing_is_read_inside_a_label(text, data):
    """A label is one quantity, and no other overlaps it."""
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    label = Span(start, end)
    inside = [
        one for one in find_quantities_en(text, [label]) if one.span.start < end and start < one.span.end
    ]
    assert [one.span for one in inside] == [label]


SIZE = 250_000
HOSTILE = [
    "1",
    "1,",
    "1.",
    "1-",
    "1/",
    ",",
    "one ",
    "million ",
    "hundred ",
    "and ",
    "$",
    "(",
    '"',
    "“",
    "point o ",
    " ",
    "\n",
    "a",
    "half ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_hostile_text_is_linear(piece):
    """Four times the text takes about four times the time, not sixteen times."""
    short, long = piece * (SIZE // 4 // len(piece)), piece * (SIZE // len(piece))
    find_quantities_en("one 5 km")
    times = []
    for text in (short, long):
        start = time.process_time()
        find_quantities_en(text)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2

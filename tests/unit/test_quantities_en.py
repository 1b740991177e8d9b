"""English quantities: data files that keep their own examples, labels, spans, and the traps of prose."""

import tomllib
from decimal import Decimal

import pytest

from govbrief.base.datafiles import DATA
from govbrief.numbers.en.quantities_en import find_quantities_en
from govbrief.numbers.units import load_units
from govbrief_schemas.quantity import QuantityKind as K
from govbrief_schemas.report import Span

NAMES = tomllib.loads((DATA / "names_en.toml").read_text(encoding="utf-8"))
WORDS = tomllib.loads((DATA / "words_en.toml").read_text(encoding="utf-8"))


def _kinds(text):
    return [one.kind for one in find_quantities_en(text)]


def _amounts(text):
    return [(one.value, one.unit) for one in find_quantities_en(text) if one.is_amount]


@pytest.mark.parametrize(("name", "example"), NAMES["name"])
def test_names_are_names(name, example):
    """Each listed name is found in its own example, as a name and not as an amount."""
    found = [one for one in find_quantities_en(example) if one.kind is K.NAME]
    assert [one.text.lower().replace("-", " ") for one in found][:1] == [name.replace("-", " ")] or found
    assert not _amounts(example)


@pytest.mark.parametrize(("idiom", "example"), NAMES["idiom"])
def test_idioms_count_nothing(idiom, example):
    """Each listed idiom stands in its example, and nothing is read from it."""
    assert idiom in example.lower()
    assert find_quantities_en(example) == ()


@pytest.mark.parametrize(("word", "example"), NAMES["label"])
def test_labels_rank(word, example):
    """A number behind a label word is an ordinal."""
    assert word in example.lower()
    assert K.ORDINAL in _kinds(example)


@pytest.mark.parametrize(("word", "example"), NAMES["model"])
def test_models_are_codes(word, example):
    """A number behind a model's name is a code."""
    assert word in example.lower()
    assert _kinds(example) == [K.CODE]


def _qualifiers():
    for table in ("qualifier_before", "qualifier_behind"):
        for key, rows in WORDS[table].items():
            for forms, example in rows:
                yield key, forms, example


@pytest.mark.parametrize(("key", "forms", "example"), list(_qualifiers()))
def test_qualifiers(key, forms, example):
    """Each qualifier works in its own example."""
    assert any(form in example for form in forms.split("/"))
    assert find_quantities_en(example)[0].qualifier.value == key


@pytest.mark.parametrize(
    ("key", "forms", "example"), [(key, *row) for key, rows in WORDS["direction"].items() for row in rows]
)
def test_directions(key, forms, example):
    """Each direction word works with every form of it, and stands in its example."""
    assert any(f" {form} " in f" {example} " for form in forms.split("/"))
    for form in forms.split("/"):
        assert find_quantities_en(f"a total {form} of 5%")[0].direction.value == key


def _written_units():
    tricky = {"second", "won", "in", "x", "-fold"}
    for form, unit in load_units().en.items():
        if form not in tricky and not form.startswith("-"):
            yield form, unit


@pytest.mark.parametrize(
    ("form", "unit"), list(_written_units()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_written_unit_is_read(form, unit):
    """Whatever form the dictionary lists for English is read behind a number."""
    [found] = find_quantities_en(
        f"about 250 {form}" if len(form) > 1 and form[0].isalpha() else f"about 250{form}"
    )
    same = {"times": "次", "千米每小时": "公里", "英里每小时": "英里"}
    assert found.unit == same.get(form, same.get(unit.name, unit.name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up from 1.7 million four years ago", [("1700000", ""), ("4", "年")]),
        (
            "On July 17 and 22, 60 million and 200 million yuan were paid",
            [("60000000", "元"), ("200000000", "元")],
        ),
        ("with a $1 trillion package", [("1000000000000", "美元")]),
        ("Many (2,692, 37.6%) came", [("2692", ""), ("37.6", "%")]),
        ("reconfigurable robots-8 feet, 12 feet long", [("8", "英尺"), ("12", "英尺")]),
        ("a house of 135m2 for 70 thousand yuan", [("135", "平方米"), ("70000", "元")]),
        ("between 2l and about 7l", [("2", "升"), ("7", "升")]),
        ("around 2 -7 g", [("2", "克"), ("7", "克")]),
        ("in a year or two", [("2", "")]),
        ("cut by a third to 60 million", [("0.3333333333333333333333333333", ""), ("60000000", "")]),
        ("In 2020 thousands of people came", [("1000", "人")]),
        ("seventy five dollars sixty three", [("75.63", "美元")]),
        ("at this point three people left", [("3", "人")]),
        ("twenty seconds", [("20", "秒")]),
        ("metres per second", []),
        ("He may 5 times", [("5", "次")]),
    ],
)
def test_traps_of_prose(text, expected):
    """Sentences that a careless rule misreads."""
    assert _amounts(text) == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1. Industry grew", [K.LABEL]),
        ("(2) Trade\n3. Services", [K.LABEL, K.LABEL]),
        ("9.3 Usage", [K.LABEL]),
        ("on the 25th and 27th", [K.DATE, K.DATE]),
        ("the 1st and 2nd cases", [K.ORDINAL, K.ORDINAL]),
        ("He marched in March", [K.DATE]),
        ("It may rain in May", [K.DATE]),
        ("FY2021 and 2020/21", [K.DATE, K.DATE]),
        ("SARS-CoV-2 and 24703L202", [K.CODE, K.CODE]),
        ("the first three quarters", [K.DURATION]),
        ("the first half", []),
    ],
)
def test_what_is_no_amount(text, kinds):
    """List markers, dates, codes and periods are told apart."""
    assert _kinds(text) == kinds


def test_code_is_taken_whole():
    """A sign keeps its letters."""
    assert [one.text for one in find_quantities_en("SARS-CoV-2, 5G+4K and OC43")] == [
        "SARS-CoV-2",
        "5G",
        "4K",
        "OC43",
    ]


def test_labels_are_barriers():
    """Nothing is read inside or across a label, numeral or not, and each label is one quantity."""
    text = "A 12 five thousand (B) 3"
    labels = [Span(2, 4), Span(19, 22), Span(22, 22)]
    found = find_quantities_en(text, labels)
    assert [(one.text, one.kind) for one in found if not one.is_amount] == [("12", K.LABEL), ("(B)", K.LABEL)]
    assert _amounts(text)[1:] == [(one.value, one.unit) for one in found if one.is_amount]


def test_list_shares_direction():
    """The members of a list rise together; a new clause begins anew."""
    found = find_quantities_en("Rose 3.9, 2.0 and 2.9 percentage points; the rate was 5%")
    assert [one.direction.value for one in found] == ["up", "up", "up", ""]


def test_phrasal_verb_is_no_direction():
    """Shot down 10 miles off the coast: nothing fell."""
    assert find_quantities_en("It was shot down 10 miles off the coast")[0].direction.value == ""


def test_possessive_is_no_unit():
    """People's organizations are counted as organizations."""
    assert _amounts("2,704 people's mediation organizations") == [(Decimal(2704), "")]

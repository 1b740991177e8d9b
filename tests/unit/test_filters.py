"""The JSON-lines filters: one object in, one object out, whatever comes in."""

import io
import json
from decimal import Decimal

import pytest

from govbrief.cli import filters
from govbrief.numbers.find import find_quantities
from govbrief_schemas.quantity import QuantityKind


def _answers(raw, handler=filters.answer_numbers):
    out = io.StringIO()
    filters.answer_lines(io.BytesIO(raw), out, handler)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def _line(**record):
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def test_rows_have_the_published_keys():
    """A row has the keys and the offsets that DESIGN promises, and the answer repeats the id."""
    [answer] = _answers(_line(id="a1", text="败诉率下降4.7个百分点", lang="zh"))
    assert answer == {
        "id": "a1",
        "numbers": [
            {
                "text": "4.7个百分点",
                "value": 4.7,
                "unit": "个百分点",
                "kind": "percentage_point",
                "qualifier": "",
                "direction": "down",
                "start": 5,
                "end": 12,
            }
        ],
    }


def test_only_amounts_are_answered():
    """Dates, ordinals, names and codes are no numbers that a program should compare."""
    [answer] = _answers(_line(id=1, text="2023年,第3次会议,“12+1”赛道,12345热线,受理3件", lang="zh"))
    assert [row["text"] for row in answer["numbers"]] == ["3件"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"not json\n", None),
        (b"[1, 2]\n", None),
        (b'{"id": "x", "text": 5, "lang": "zh"}\n', "x"),
        (b'{"id": "x", "lang": "zh"}\n', "x"),
        (b'{"id": 7, "text": "3", "lang": "fr"}\n', 7),
        (b'{"id": "x", "text": "3\n', "x"),
        (b'{"id": "\xff\xfe"}\n', None),
        (b"[" * 100_000 + b"\n", None),
        (b'{"id": ' + b"9" * 5000 + b"}\n", None),
    ],
)
def test_a_bad_line_is_answered(raw, name):
    """A bad line becomes an error object with its id when one can be read, and the next line is answered."""
    bad, good = _answers(raw + _line(id="next", text="3件", lang="zh"))
    assert bad["error"]
    assert bad["id"] == name
    assert good["numbers"][0]["value"] == 3


def test_an_overlong_line_is_answered(monkeypatch):
    """A line over the limit is thrown away piece by piece, and the next one is answered."""
    monkeypatch.setattr(filters, "MAX_LINE", 100)
    long, good = _answers(
        _line(id="big", text="3" * 10_000, lang="zh") + _line(id="next", text="3件", lang="zh")
    )
    assert (long["id"], "longer" in long["error"]) == ("big", True)
    assert good["id"] == "next"


def test_a_line_at_the_limit_is_read(monkeypatch):
    """The limit counts the line without its end."""
    raw = _line(id="a", text="3件", lang="zh")
    monkeypatch.setattr(filters, "MAX_LINE", len(raw) - 1)
    assert [answer["id"] for answer in _answers(raw + raw)] == ["a", "a"]


def test_answers_come_as_they_are_ready():
    """Every answer is out before more input is waited for."""
    lines = [
        _line(id=1, text="1"),
        _line(id=2, text="2") + _line(id=3, text="3"),
        b'{"id": 4,',
        b'"text": "4"}',
    ]
    seen = []

    class Source(io.BytesIO):
        def read1(self, size=-1):
            del size
            seen.append(out.flushed.count("\n"))
            return lines.pop(0) if lines else b""

    class Sink(io.StringIO):
        flushed = ""

        def flush(self):
            self.flushed = self.getvalue()

    out = Sink()
    filters.answer_lines(Source(), out, filters.answer_numbers)
    assert seen == [0, 1, 3, 3, 3]
    assert out.flushed.count("\n") == 4


@pytest.mark.parametrize("size", [1, 7, 50, 1000])
def test_pieces_make_no_difference(monkeypatch, size):
    """However the input arrives, the answers are the same."""
    raw = b"".join(_line(id=at, text=f"{at}件" * at, lang="zh") for at in range(20)) + b"broken"
    expected = _answers(raw)
    monkeypatch.setattr(filters, "_PIECE", size)
    assert _answers(raw) == expected


def test_half_a_surrogate_pair_is_answered():
    """A text that no encoding can write is still answered, escaped."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    filters.answer_lines(
        io.BytesIO(b'{"id": "\\ud800", "text": "3", "lang": "zh"}\n'), out, filters.answer_numbers
    )
    out.seek(0)
    assert json.loads(out.read())["numbers"][0]["value"] == 3


def test_blank_lines_and_a_byte_order_mark():
    """Blank lines are passed over, and a byte order mark is no part of the first line."""
    raw = (
        b"\xef\xbb\xbf" + _line(id=1, text="3件", lang="zh") + b"\n  \n" + _line(id=2, text="4件", lang="zh")
    )
    assert [answer["id"] for answer in _answers(raw)] == [1, 2]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("137000.0", QuantityKind.COUNT, 137000),
        ("9.5", QuantityKind.PERCENT, 9.5),
        ("9876543298765432", QuantityKind.MONEY, 9876543298765432),
        ("9007199254740993", QuantityKind.COUNT, "9007199254740993"),
        ("0.1234567890123456789", QuantityKind.COUNT, "0.1234567890123456789"),
        ("0.3333333333333333333333333333", QuantityKind.RATIO, 1 / 3),
    ],
)
def test_value_is_exact_or_a_string(value, kind, shown):
    """A JSON number only where a double holds the value; a quotient is rounded to a double."""
    assert filters.number_json(Decimal(value), kind) == shown


def test_what_is_no_amount_has_no_value():
    """A reader of rows cannot mistake a date for an amount."""
    [row] = [filters.number_row(one) for one in find_quantities("2023年12月29日", "zh")]
    assert (row["kind"], row["value"]) == ("date", None)

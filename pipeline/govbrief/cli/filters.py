"""Owns the JSON-lines filters: one object in, one out, in order; a bad line is answered, never fatal."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO, TextIO

from govbrief.base.errors import PipelineError, UsageError
from govbrief.base.plain import to_json
from govbrief.numbers.find import find_quantities
from govbrief_schemas.finding import Verdict
from govbrief_schemas.quantity import Quantity, QuantityKind

Record = dict[str, Any]
MAX_LINE = 64 * 1024 * 1024
"""Bytes of one line; a longer one is answered with an error, and its rest is thrown away unread."""
_PIECE = 1 << 16
_ID = re.compile(rb'"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,18}(?!\d))')
_LANGUAGES = frozenset({"zh", "en"})


def answer_lines(stdin: BinaryIO, stdout: TextIO, handler: Callable[[Record], Record]) -> None:
    """Answer each line of `stdin` in order; nothing is held back while the next line is waited for.

    Memory is bounded by the longest line that is accepted.
    """
    for raw, complete in _lines(stdin, stdout.flush):
        if not complete:
            _write(stdout, _error(raw, f"the line is longer than {MAX_LINE} bytes"))
        elif raw and not raw.isspace():
            _write(stdout, _answer(raw, handler))


def _lines(stdin: BinaryIO, before_wait: Callable[[], None]) -> Iterator[tuple[bytes, bool]]:
    """Each line without its end, and whether it is whole; an overlong one is cut and its rest thrown away.

    Lines that have already arrived are answered together, which saves a write for each of them.
    """
    held: list[bytes] = []
    size = 0
    while piece := _next_piece(stdin, before_wait):
        *ended, rest = piece.split(b"\n")
        for line in ended:
            if size <= MAX_LINE:
                whole = b"".join([*held, line]) if held else line
                yield whole[:MAX_LINE], len(whole) <= MAX_LINE
            held, size = [], 0
        if size <= MAX_LINE and size + len(rest) > MAX_LINE:
            yield b"".join([*held, rest])[:MAX_LINE], False
        size += len(rest)
        if rest and size <= MAX_LINE:
            held.append(rest)
        elif size > MAX_LINE:
            held = []
    if held:
        yield b"".join(held), True
    before_wait()


def _next_piece(stdin: BinaryIO, before_wait: Callable[[], None]) -> bytes:
    before_wait()
    piece: bytes = stdin.read1(_PIECE)  # type: ignore[attr-defined]  # every buffered reader has it
    return piece


def _answer(raw: bytes, handler: Callable[[Record], Record]) -> Record:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
        if not isinstance(record, dict):
            return _error(raw, "the line is no JSON object")
        return handler(record)
    except PipelineError as exc:
        return _error(raw, str(exc))
    except UnicodeDecodeError as exc:
        return _error(raw, f"the line is no UTF-8: byte {exc.start}")
    except (ValueError, RecursionError) as exc:
        return _error(raw, f"the line is no JSON: {exc}")


def _error(raw: bytes, message: str) -> Record:
    match = _ID.search(raw, 0, 4096)
    try:
        name = json.loads(match[1]) if match else None
    except ValueError:
        name = None
    return {"id": name, "error": message}


def _write(stdout: TextIO, answer: Record) -> None:
    line = to_json(answer)
    try:
        stdout.write(line + "\n")
    except UnicodeEncodeError:  # half a surrogate pair, or a terminal that is not UTF-8
        stdout.write(json.dumps(answer) + "\n")


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise UsageError(f'"{key}" must be a string')
    return value


def number_json(value: Decimal, kind: QuantityKind) -> int | float | str:
    """A JSON number when a double holds the value (a quotient is rounded to one), else a string."""
    if value == value.to_integral_value():
        whole = int(value)
        return whole if float(whole) == whole else str(whole)
    number = float(value)
    return number if kind is QuantityKind.RATIO or Decimal(repr(number)) == value else str(value)


def number_row(quantity: Quantity) -> Record:
    """One quantity as JSON; what is no amount has no value."""
    return {
        "text": quantity.text,
        "value": number_json(quantity.value, quantity.kind) if quantity.is_amount else None,
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "qualifier": quantity.qualifier.value,
        "direction": quantity.direction.value,
        "start": quantity.span.start,
        "end": quantity.span.end,
    }


def answer_numbers(record: Record) -> Record:
    """`{"id","text","lang"}` -> `{"id","numbers":[...]}`; the amounts of the text."""
    text = _text(record, "text")
    lang = record.get("lang", "zh")
    if lang not in _LANGUAGES:
        raise UsageError('"lang" must be "zh" or "en"')
    found = find_quantities(text, lang, bind=False)
    return {"id": record.get("id"), "numbers": [number_row(one) for one in found if one.is_amount]}


def answer_check(record: Record) -> Record:
    """`{"id","zh","en"}` -> `{"id","ok","mismatches":[...]}`; what could not be checked is no mismatch."""
    from govbrief.checking.check import check_pair, mismatch_row

    findings = check_pair(_text(record, "zh"), _text(record, "en"))
    wrong = [one for one in findings if one.verdict in _WRONG]
    return {"id": record.get("id"), "ok": not wrong, "mismatches": [mismatch_row(one) for one in wrong]}


_WRONG = frozenset({Verdict.REFUTED, Verdict.NOT_FOUND, Verdict.MISPLACED})

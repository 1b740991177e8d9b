"""Owns the thresholds of the gate: reading them, and which of them a column does not keep; pure after reading."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govbrief.base.datafiles import DATA
from govbrief.base.errors import UsageError
from govbrief.compare.measures import MEASURES
from govbrief_schemas.alignment import Harm, Regression
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.comparison import Breach, Column
from govbrief_schemas.measure import Better, Difference, Form

BUILT_IN = DATA / "thresholds.toml"
_KNOWN = {
    "regressions": frozenset(harm.value for harm in Harm),
    "worse": frozenset(m.id for m in MEASURES if m.better is not Better.NEITHER),
}
_ROUNDING = 1e-9
"""Values that differ by less are equal: shares are rounded decimals."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What may pass; a key that is not here is not looked at."""

    regressions: Mapping[str, float]
    """How many of each sort."""
    worse: Mapping[str, float]
    """By measure: points of 100 for a share, percent of the baseline for all else (of 1 where that is 0)."""


def read_thresholds(path: Path | None = None) -> Thresholds:
    """The built-in thresholds, with those of `path` in their place.

    Raises:
        UsageError: the file cannot be read, or a key is unknown or a value no number.
    """
    own = _read(path) if path else {}
    tables = {name: {**rows, **own.get(name, {})} for name, rows in _read(BUILT_IN).items()}
    kept = {name: {k: v for k, v in rows.items() if v is not None} for name, rows in tables.items()}
    return Thresholds(kept["regressions"], kept["worse"])


def _read(path: Path) -> dict[str, dict[str, float | None]]:
    """The tables of one file; None for what is switched off."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path}: not a readable thresholds file ({error})", hint=f"see {BUILT_IN}"
        ) from error
    for name, rows in tables.items():
        if name not in _KNOWN or not isinstance(rows, dict):
            raise UsageError(f"{path}: unknown table [{name}]", hint="known: [regressions], [worse]")
        if unknown := sorted(set(rows) - _KNOWN[name]):
            known = ", ".join(sorted(_KNOWN[name]))
            raise UsageError(f"{path}: [{name}] {unknown[0]} is unknown", hint=f"known: {known}")
    return {name: {k: _value(path, k, v) for k, v in rows.items()} for name, rows in tables.items()}


def _value(path: Path, key: str, value: Any) -> float | None:  # noqa: ANN401 - whatever TOML holds
    if value is False:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise UsageError(f"{path}: {key} is {value!r}", hint="a number from 0, or false to switch it off")
    return float(value)


def breaches(
    columns: Sequence[Column],
    regressions: Sequence[Regression],
    differences: Sequence[Difference],
    thresholds: Thresholds,
) -> tuple[Breach, ...]:
    """The thresholds that each column but the baseline does not keep, in the order of the columns."""
    return tuple(
        breach
        for column in columns
        if not column.baseline
        for breach in (
            *_too_many(column.id, regressions, thresholds),
            *_too_bad(column.id, differences, thresholds),
        )
    )


def _too_many(column: str, regressions: Sequence[Regression], thresholds: Thresholds) -> Iterator[Breach]:
    counts = Counter(r.harm.value for r in regressions if r.column == column)
    for name, allowed in thresholds.regressions.items():
        if (seen := counts[name]) > allowed:
            zh = f"{column}：{name} {seen}处，至多允许{allowed:g}处"
            en = f"{column}: {name} {seen}, at most {allowed:g} may pass"
            yield _breach(column, f"regressions.{name}", allowed, seen, zh, en)


def _too_bad(column: str, differences: Sequence[Difference], thresholds: Thresholds) -> Iterator[Breach]:
    by_measure = {d.measure: d for d in differences if d.column == column}
    for row in MEASURES:
        difference, allowed = by_measure.get(row.id), thresholds.worse.get(row.id)
        if difference is None or allowed is None or difference.difference is None:
            continue
        worse = -difference.difference if row.better is Better.HIGHER else difference.difference
        unit = "个百分点", " points of 100"
        if row.form is Form.SHARE:
            seen = worse * 100
        else:
            unit = "%", " %"
            seen = worse / (difference.baseline or 1) * 100
        if seen > allowed + _ROUNDING:
            zh = f"{column}：{row.label.zh}变差{seen:.4g}{unit[0]}，至多允许{allowed:g}{unit[0]}"
            en = f"{column}: {row.label.en} worse by {seen:.4g}{unit[1]}, at most {allowed:g} may pass"
            yield _breach(column, f"worse.{row.id}", allowed, seen, zh, en)


def _breach(column: str, threshold: str, allowed: float, seen: float, zh: str, en: str) -> Breach:  # noqa: PLR0913, PLR0917 - the parts of one line
    return Breach(
        column=column,
        threshold=threshold,
        allowed=allowed,
        seen=round(seen, 6),
        message=Bilingual(zh=zh, en=en),
    )

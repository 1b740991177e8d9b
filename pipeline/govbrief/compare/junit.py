"""Owns Comparison to JUnit XML: one test case for each report, column and check; pure.

A suite is a column. A check is a sort of regression or, under `all reports`, a threshold of the gate. What is missing
on the baseline's side as well is skipped, not passed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from govbrief.base.plain import clean
from govbrief_schemas.alignment import Harm, Regression
from govbrief_schemas.comparison import Breach, Case, Column, Comparison, State

ALL = "all reports"
_NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Characters that are harmless to show and that XML refuses."""

Found = Mapping[tuple[str, str, Harm], Sequence[Regression]]
"""Regressions by report, column and sort."""


def to_junit(comparison: Comparison) -> str:
    """The XML, with a declaration and a final line end; without times, so that two runs give the same bytes."""
    found: defaultdict[tuple[str, str, Harm], list[Regression]] = defaultdict(list)
    for regression in comparison.regressions:
        found[regression.report, regression.column, regression.harm].append(regression)
    root = ET.Element("testsuites", name=f"govbrief compare against {clean(comparison.baseline)}")
    for column in comparison.columns:
        if not column.baseline:
            _suite(root, column, comparison, found)
    _count(root)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode").translate(_NO_XML)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(root: ET.Element, column: Column, comparison: Comparison, found: Found) -> None:
    suite = ET.SubElement(root, "testsuite", name=clean(column.id))
    cases = {(case.report, case.column): case for case in comparison.cases}
    for report in comparison.reports:
        sides = cases[report.id, comparison.baseline], cases[report.id, column.id]
        for harm in Harm:
            test = _test(suite, column, report.id, harm.value)
            _fill(test, sides, found[report.id, column.id, harm])
    for breach in comparison.breaches:
        if breach.column == column.id:
            _fail(_test(suite, column, ALL, breach.threshold), [_line(breach)])
    _count(suite)


def _fill(test: ET.Element, sides: tuple[Case, Case], regressions: Sequence[Regression]) -> None:
    """Failed, skipped when nothing could be compared, else passed."""
    if regressions:
        _fail(test, [_line(regression) for regression in regressions])
    elif missing := [case for case in sides if case.state is State.MISSING]:
        ET.SubElement(test, "skipped", message=f"{clean(missing[0].column)}: {missing[0].reason}")


def _test(suite: ET.Element, column: Column, report: str, check: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=f"{clean(column.id)}.{clean(report)}", name=check)


def _fail(test: ET.Element, lines: Sequence[str]) -> None:
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    failure = ET.SubElement(test, "failure", message=lines[0] + more)
    failure.text = "\n".join(lines)


def _line(found: Regression | Breach) -> str:
    """The message in both languages; clean of what XML cannot hold."""
    place = f"{found.section}: " if isinstance(found, Regression) and found.section else ""
    return clean(f"{place}{found.message.en} {found.message.zh}")


def _count(element: ET.Element) -> None:
    """The totals that readers of JUnit expect on a suite."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("skipped", str(len(list(element.iter("skipped")))))

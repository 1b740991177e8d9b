"""Owns the form of a condensed line: one that opens with a bare verb is a plan, one of things and participles is done.

建成学校5所 is no “Build 5 schools”, and 力争年内开工3个项目 no “3 projects started”. A form that may be either
says nothing.
"""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.tense import planned_in
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("tenses")
_OPENS_BARE = re.compile(
    rf"^(?:{any_of(_WORDS['plan_verbs'])}) (?!up\b|in\b|by\b|of\b|and\b|was\b|were\b|is\b)"
)
_OUTRIGHT = re.compile(any_of(_WORDS["plan_outright_zh"]))
_DONE_ZH = re.compile(any_of(_WORDS["line_done_zh"]))
_PARTICIPLE = re.compile(
    r"\b(?!need|speed|exceed|proceed|succeed|feed|seed|red|hundred|bed|shed|indeed|related|based)"
    r"(?:\w{3,}ed|built|cut|set up|given|made|held|put in place|brought|begun)"
    r"(?=[,;.]| (?:by|and|from|in|to|through|within|at|before|for|with|across) |$)"
)
_SURELY_DONE_ZH = re.compile(any_of(_WORDS["surely_done_zh"]))
_PLAN_MARKS_EN = re.compile(any_of(_WORDS["plan_marks_en"]), re.IGNORECASE)
_TOLD_EN = re.compile(
    r"^(?:In )?(?:20\d\d: )?(?!(?i:(?:sp|n|f|s|proc|succ|exc)eed|embed|shed)\b)"
    r"(?:[A-Za-z]\w{2,}ed|[Mm]ade|[Bb]uilt|[Ss]et up|[Gg]ave|[Hh]eld|Done)\b|\b(?:was|were|had)\b"
)
"""A line that opens with a past verb, or any other past."""
_FINITE = re.compile(any_of(_WORDS["line_finite_en"]), re.IGNORECASE)


def check_line_form(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a deed told as a task, or a task told as a deed."""
    bare = _OPENS_BARE.search(en)
    if bare and (done := _DONE_ZH.search(zh)) and not planned_in(zh):
        yield word_finding(Rule.TENSE, done[0], bare[0].strip())
        return
    plan = _OUTRIGHT.search(zh)
    if plan is None or _SURELY_DONE_ZH.search(zh):
        return
    done_en = None if _FINITE.search(en) else _PARTICIPLE.search(en)
    done_en = done_en or (None if _PLAN_MARKS_EN.search(en) else _TOLD_EN.search(en))
    if done_en:
        yield word_finding(Rule.TENSE, plan[0], done_en[0])

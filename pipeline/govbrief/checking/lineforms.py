"""Owns the form of a condensed line: one that opens with a bare verb is a plan, one of things and participles is done.

建成学校5所 is no “Build 5 schools”, and 力争年内开工3个项目 no “3 projects started”. A form that may be either
says nothing.
"""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.tense import planned_in, told_done
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
    r"(?=[,;.]| by | and | from | in | to | through |$)"
)
_FINITE = re.compile(any_of(_WORDS["line_finite_en"]), re.IGNORECASE)


def check_line_form(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a deed told as a task, or a task told as a deed."""
    bare = _OPENS_BARE.search(en)
    if bare and (done := _DONE_ZH.search(zh)) and not planned_in(zh):
        yield word_finding(Rule.TENSE, done[0], bare[0].strip())
        return
    plan = _OUTRIGHT.search(zh)
    if plan and not told_done(zh) and not _FINITE.search(en) and (done_en := _PARTICIPLE.search(en)):
        yield word_finding(Rule.TENSE, plan[0], done_en[0])

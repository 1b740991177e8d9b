"""Owns how far a thing has come: applied for, approved, begun, finished; each stage told as another is a wrong tense.

The words of each stage stand in `data/tenses.toml`. A text with words of two stages is left alone, except where one of
them is told nowhere.
"""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.base.needles import Sought
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("tenses")


def _zh(name: str) -> Sought:
    return Sought(any_of(_WORDS[name]))


def _en(name: str) -> Sought:
    return Sought(any_of(_WORDS[name]), re.IGNORECASE)


_BEGUN_ZH, _FINISHED_ZH, _APPROVED_ZH, _FIRM_PLAN_ZH = map(
    _zh, ("begun_zh", "finished_zh", "approved_zh", "firm_plan_zh")
)
_NOT_YET_ZH, _DUTY_ZH, _HAPPENED_ZH = map(_zh, ("not_yet_zh", "duty_zh", "happened_zh"))
_BEGUN_EN, _FINISHED_EN, _APPROVED_EN, _WAITING_EN = map(
    _en, ("begun_en", "finished_en", "approved_en", "waiting_en")
)
_UNDER_WAY_EN, _PLAINLY_UNDER_WAY_EN = map(_en, ("under_way_en", "under_way_plainly_en"))
_NOT_YET_EN, _PLAN_MARKS_EN = map(_en, ("not_yet_en", "plan_marks_en"))
_GOING_ON_ZH, _DONE_OR_MEANT_ZH = _zh("going_on_zh"), re.compile("完成|实现|建成|竣工|完工|结束|收官|达")
_SURELY_FINISHED_EN, _LEAVE_EN = map(_en, ("surely_finished_en", "leave_en"))
_MODAL_EN, _PAST_EN, _STILL_PLANNED_EN, _AFTER_EN = map(
    _en, ("modal_en", "past_en", "still_planned_en", "later_en")
)


_LONG_EN = 32
"""English words above which a text tells of several things, one done and another planned."""


def check_stages(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: the stage that the Chinese names, told as another."""
    begun, finished = _BEGUN_ZH.search(zh), _FINISHED_ZH.search(zh)
    happened, not_yet = _HAPPENED_ZH.search(zh), _NOT_YET_ZH.search(zh)
    approved, firm = _APPROVED_ZH.search(zh), _FIRM_PLAN_ZH.search(zh)
    planned = firm or _WORDS_OF_PLANS.search(zh) or _LATER_ZH.search(zh)
    is_long = len(en.split()) > _LONG_EN
    for said, told in (
        (begun, None if _BEGUN_EN.search(en) or _UNDER_WAY_EN.search(en) else _FINISHED_EN.search(en)),
        (
            None if _DONE_OR_MEANT_ZH.search(zh) else _GOING_ON_ZH.search(zh),
            None if _LEAVE_EN.search(en) else _SURELY_FINISHED_EN.search(en),
        ),
        (begun, None if not_yet else _NOT_YET_EN.search(en)),
        (
            finished,
            None
            if begun or planned or not_yet or _FINISHED_EN.search(en)
            else _PLAINLY_UNDER_WAY_EN.search(en),
        ),
        (approved, None if not_yet or _APPROVED_EN.search(en) else _WAITING_EN.search(en)),
        (firm, None if _PLAN_MARKS_EN.search(en) or _AFTER_EN.search(en) else _PAST_EN.search(en)),
        (happened, None if planned or begun or not_yet or is_long else _STILL_PLANNED_EN.search(en)),
        (
            _DUTY_ZH.search(zh),
            None if happened or _MODAL_EN.search(en) else _PAST_EN.search(en),
        ),
    ):
        if said and told:
            yield word_finding(Rule.TENSE, said[0], told[0])
            return


_LATER_ZH = re.compile("其余|后续|年内|继续|确保|必须|下一|今后|要求|将|待|拟|目标")
_WORDS_OF_PLANS = Sought(any_of(word for word, _ in _WORDS["planned_zh"]))

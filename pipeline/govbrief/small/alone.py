"""Owns which parts of a clause code can say without a model and without the other parts. No model is asked.

新建服务站12个，扎实推进某事，办结案件30件   ->  新建服务站12个，办结案件30件
协会参与决策6次，出具意见书53份             ->  nothing where the first cannot be said: who gave opinions stands in it
"""

import re
from collections.abc import Callable, Sequence

from govbrief.small.clauses import halves, is_setting
from govbrief.small.frames import Frames
from govbrief.small.lexicon import sort_of
from govbrief.small.links import unlinked
from govbrief.small.objects import Counted
from govbrief.small.prefilled import marked
from govbrief.small.tellings import FrameTelling, is_beside
from govbrief_schemas.item import Kind

_LEANS = re.compile(
    r"^(?:其中|其|均|都|共计|合计|分别|惠及|涉及|覆盖|受益|立案[前后]|使|让|将其|对此)"
    r"|^[\u4e00-\u9fff]{1,3}\d[\d.万亿余多]*[件项个条份部家名人]$"
)
"""What goes on about something told before: 惠及群众3万人, 修订1件."""
_RATE = re.compile(r"^([^\d达为是]+?)(?:达到?|为|是|均)*\d")
_LISTED = re.compile(r"\d")

HasTitle = Callable[[str], bool]
Part = tuple[str, FrameTelling]


def parts_alone(zh: str, kind: Kind, frames: Frames, has_title: HasTitle) -> list[Part]:
    """The parts that can be said, of those that do not hang on a part before them that cannot; titles as marks."""
    text, marks = marked(zh)
    found: list[Part] = []
    left_out: list[str] = []
    for part in halves(text):
        telling = frames.say(part, kind)
        titled = all(has_title(title) for title, mark in marks.items() if mark in part)
        if telling is None or telling.holes or not titled:
            if found and not left_out and _LISTED.match(part):
                found.pop()  # 涉及8个行业，11个部门: what goes on with a number is a list, and no part of one is told
            left_out.append(part)
        elif not left_out or not (is_beside(telling) or leans(part) or _has_subject(left_out, frames)):
            found.append((part, telling))
    return found


def standing(told: Sequence[tuple[str, FrameTelling | None]], frames: Frames) -> list[Part]:
    """The parts that have English, without those that hang on one before them that has none."""
    found: list[Part] = []
    lost: list[str] = []
    for part, telling in told:
        if telling is None:
            if found and not lost and _LISTED.match(part):
                found.pop()
            lost.append(part)
        elif not lost or not (leans(part) or is_beside(telling) or _has_subject(lost, frames)):
            found.append((part, telling))
    return found


def _has_subject(parts: list[str], frames: Frames) -> bool:
    """Whether a part names who does it: what stands behind may be said of the same."""
    return not all(is_setting(part) or frames.opens_with_doing(part) for part in parts)


def leans(part: str) -> bool:
    """Whether a part is said of what stands before it; a bare rate (满意率98%) is."""
    bare = _RATE.match(part)
    rates = re.split("[、和]", bare[1]) if bare else []
    return _LEANS.search(part) is not None or bool(rates and set(rates) <= sort_of("bare_rates"))


def sayable_part(zh: str, kind: Kind, frames: Frames, has_title: HasTitle) -> str:
    """The clause with those parts only; empty where there is none."""
    text = unlinked("，".join(part for part, _ in parts_alone(zh, kind, frames, has_title)), kind)
    for title, mark in marked(zh)[1].items():
        text = text.replace(mark, title)
    return text


def counted_alone(zh: str, kind: Kind, frames: Frames, has_title: HasTitle) -> tuple[Counted, ...]:
    """What the numbers of those parts count."""
    return tuple(
        count for _, telling in parts_alone(zh, kind, frames, has_title) for count in telling.counted
    )

"""Owns a tracking as text: on the terminal and as Markdown; what is told and in which words is `track_labels`'."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.compare.track.outcomes import Outcome, PlanPart, TrackedPlan, Tracking
from govbrief.views import track_labels as words
from govbrief.views.labels import Lang, each, languages, show
from govbrief.views.markdown import escape, escape_inside
from govbrief.views.wrap import wrap

_STYLES = {
    Outcome.CONTRADICTED: "bold red",
    Outcome.KEPT: "green",
    Outcome.PARTLY: "yellow",
    Outcome.NOT_TOLD: "dim",
}
_NARROWEST = 10
"""Columns that text gets on a terminal too narrow to read."""


def print_tracking(tracking: Tracking, console: Console, lang: Lang = "both") -> None:
    """Print the plans by outcome, each with the sentences of the later reports that answer it."""
    page = _Page(console)
    for title in each(words.name_of(tracking.old), lang):
        page.line(title, style="bold")
    page.line(" · ".join(show(words.name_of(one), lang) for one in tracking.later), 2, "dim", "→")
    for line in (*each(words.tally(tracking), lang), *each(words.CAUTION, lang)):
        page.line(line)
    for group in words.groups(tracking):
        page.line("")
        page.line(f"{show(group.label, lang)} ({len(group.plans)})", style=_STYLES[group.outcome])
        for plan in group.plans:
            page.plan(tracking, plan, lang)
    if rest := words.vague(tracking):
        page.line("")
        page.line(f"{show(words.VAGUE, lang)}: {len(rest)}", style="dim")


class _Page:
    """One tracking on one console."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def line(self, text: str, indent: int = 0, style: str = "", lead: str = "") -> None:
        """One paragraph, wrapped behind `indent` columns; `lead` stands in the indent of the first line."""
        lines = wrap(Text(clean(text), style=style), max(self.console.width - indent, _NARROWEST))
        for index, part in enumerate(lines or [Text("")]):
            margin = Text((lead if index == 0 else "").ljust(indent), style=style)
            self.console.print(margin + part, no_wrap=True, overflow="ignore", crop=False)

    def plan(self, tracking: Tracking, plan: TrackedPlan, lang: Lang) -> None:
        """A plan, what was looked for in it, and the answers."""
        self.line("")
        for index, text in enumerate(_said(plan, lang)):
            self.line(text, 2, lead=words.SIGNS[plan.outcome] if index == 0 else "")
        for part in plan.parts:
            self.line(_part_line(part, lang), 4, _STYLES[part.outcome], f"  {words.SIGNS[part.outcome]}")
            for answer in part.answers:
                place = show(words.place_of(tracking, answer), lang)
                self.line(f"{clean(answer.evidence.text)} [{place}]", 6, lead="    →")


def _said(plan: TrackedPlan, lang: Lang) -> tuple[str, ...]:
    """The plan's own sentence, and the English of the item that tells it."""
    english = clean(plan.en) if "en" in languages(lang) else ""
    return tuple(filter(None, (clean(plan.evidence.text), english)))


def _part_line(part: PlanPart, lang: Lang) -> str:
    """What was looked for and what came of it, on one clean line."""
    sort, outcome = show(words.SORTS[part.sort], lang), show(words.OUTCOMES[part.outcome], lang)
    note = clean(show(part.note, lang, " / "))
    return f"{clean(part.words)} · {sort} · {outcome}" + (f" · {note}" if note else "")


def tracking_markdown(tracking: Tracking, lang: Lang = "both") -> str:
    """The tracking as Markdown; everything of a report passes through `escape`."""
    return "\n\n".join(_blocks(tracking, lang)) + "\n"


def _blocks(tracking: Tracking, lang: Lang) -> Iterator[str]:
    yield f"# {show(words.TITLE, lang, ' · ')}"
    names = " · ".join(escape_inside(show(words.name_of(one), lang)) for one in tracking.later)
    yield f"**{escape_inside(show(words.name_of(tracking.old), lang))}** → {names}"
    yield from each(words.tally(tracking), lang)
    yield from (f"> {line}" for line in each(words.CAUTION, lang))
    for group in words.groups(tracking):
        yield f"## {show(group.label, lang)} ({len(group.plans)})"
        for plan in group.plans:
            yield "\n".join(_plan_lines(tracking, plan, lang))
    if rest := words.vague(tracking):
        yield f"## {show(words.VAGUE, lang)} ({len(rest)})"
        yield "\n".join(f"- {escape(plan.evidence.text)}" for plan in rest)


def _plan_lines(tracking: Tracking, plan: TrackedPlan, lang: Lang) -> Iterator[str]:
    for index, text in enumerate(_said(plan, lang)):
        yield f"- {words.SIGNS[plan.outcome]} {escape_inside(text)}" if index == 0 else f"  {escape(text)}"
    for part in plan.parts:
        yield f"  - {words.SIGNS[part.outcome]} {escape_inside(_part_line(part, lang))}"
        for answer in part.answers:
            place = escape_inside(show(words.place_of(tracking, answer), lang))
            yield f"    - → {escape_inside(clean(answer.evidence.text))}" + (f" ({place})" if place else "")

"""Owns the command `track`: an older report's plans against later reports of the same place."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govbrief.cli.options import JsonFlag, Lang, UrlFlag

if TYPE_CHECKING:
    from govbrief.compare.track import AccountText, Tracking
from govbrief.base.errors import UsageError


class TrackForm(StrEnum):
    """Forms of a tracking."""

    TERMINAL = "terminal"
    MD = "md"
    HTML = "html"
    JSON = "json"


def track(  # noqa: PLR0913 - one parameter per option
    old: Annotated[str, typer.Argument(help="The report or brief (JSON) whose plans are followed.")],
    later: Annotated[
        list[str], typer.Argument(metavar="NEW...", help="Later reports or briefs of the same place.")
    ],
    *,
    brief: Annotated[
        Path | None, typer.Option(help="Brief of OLD, where OLD is a report: gives plans their English.")
    ] = None,
    form: Annotated[TrackForm, typer.Option("--format", help="Form of the result.")] = TrackForm.TERMINAL,
    out: Annotated[Path | None, typer.Option(help="File for the result.  [default: standard output]")] = None,
    lang: Annotated[Lang, typer.Option(help="Languages to show.")] = Lang.BOTH,
    as_json: JsonFlag = False,
    allow_url: UrlFlag = False,
) -> None:
    """What became of an older report's plans; no model. 上年计划与今年结果对照。"""
    from govbrief.base.briefs import load_brief
    from govbrief.compare import track as tracking
    from govbrief.compare.track import with_brief

    before = _read(old, allow_url=allow_url)
    if brief is not None:
        before = with_brief(before, load_brief(brief))
    after = [_read(one, allow_url=allow_url) for one in later]
    _require_order(before, after)
    found = tracking.track(before, after)
    _show(found, TrackForm.JSON if as_json else form, out, lang)
    sys.exit(1 if found.count(tracking.Outcome.CONTRADICTED) else 0)


def _read(source: str, *, allow_url: bool) -> "AccountText":
    """A brief by its JSON, anything else as a report."""
    from govbrief.base.briefs import load_brief
    from govbrief.compare.track import account_of_brief, account_of_outline

    if source.lower().endswith(".json"):
        return account_of_brief(load_brief(Path(source)))
    from govbrief.read.load import load_report
    from govbrief.read.sections import split_report

    return account_of_outline(split_report(load_report(source, allow_url=allow_url)))


def _require_order(before: "AccountText", after: "list[AccountText]") -> None:
    """Refuse later reports that are older; say so where they seem to be of another place."""
    year, place = before.account.year, before.account.issuer.zh
    for one in after:
        account = one.account
        if year is not None and account.year is not None and account.year < year:
            raise UsageError(
                f"{account.source} is about {account.year}, OLD about {year}: a later report was expected",
                hint="give the older report first: govbrief track OLD NEW...",
            )
        if place and account.issuer.zh and place[:2] != account.issuer.zh[:2]:
            print(
                f"govbrief: {account.source} is by {account.issuer.zh}, OLD by {place}: is it the same place?",
                file=sys.stderr,
            )


def _show(found: "Tracking", form: TrackForm, out: Path | None, lang: Lang) -> None:
    if form is TrackForm.TERMINAL and out is None:
        from rich.console import Console

        from govbrief.views.track_text import print_tracking

        print_tracking(found, Console(), lang.value)
        return
    text = _text(found, form, lang)
    if out is None:
        print(text, end="")
        return
    from govbrief.base.files import write_atomically

    write_atomically(out, text)


def _text(found: "Tracking", form: TrackForm, lang: Lang) -> str:
    if form is TrackForm.JSON:
        return found.model_dump_json(by_alias=True, indent=2) + "\n"
    if form is TrackForm.HTML:
        from govbrief.views.track_page import tracking_page

        return tracking_page(found, lang.value)
    from govbrief.views.track_text import tracking_markdown

    return tracking_markdown(found, lang.value)

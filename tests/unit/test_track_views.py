"""Promises of what is shown of a tracking: whole, in both languages, and harmless whatever a report says."""

import io
import json

import pytest
from markdown_it import MarkdownIt
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from typer.testing import CliRunner

from govbrief.base.plain import clean
from govbrief.cli.app import app
from govbrief.compare.track import Outcome, Tracking, account_of_brief, track
from govbrief.views.track_page import tracking_page
from govbrief.views.track_text import print_tracking, tracking_markdown
from govbrief_schemas.item import Kind
from tests.documents.any_brief import NASTY
from tests.documents.told_brief import told_brief

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PAIR = ["seeds/shenyang-press-2023.txt", "seeds/shenyang-justice-2023.txt"]


def tracked(nasty=""):
    """A kept plan and a vague one, with foreign text wherever a report puts it."""
    old = told_brief(
        f"甲{nasty}", 2022, f"出台《甲市供水条例》{nasty}。", f"再接再厉{nasty}。", kind=Kind.PLAN
    )
    new = told_brief(f"乙{nasty}", 2023, f"出台《甲市供水条例》{nasty}。")
    return track(account_of_brief(old), [account_of_brief(new)])


def printed(tracking, lang="both"):
    """What the terminal shows."""
    stream = io.StringIO()
    print_tracking(tracking, Console(file=stream, width=80, force_terminal=False), lang)
    return stream.getvalue()


@pytest.mark.parametrize("nasty", NASTY)
def test_foreign_text_does_nothing(nasty):
    """No markup, link, image or escape of a report survives in Markdown or on the terminal."""
    tracking = tracked(nasty)
    tokens = [t for block in READER.parse(tracking_markdown(tracking)) for t in (block.children or [block])]
    assert not {t.type for t in tokens} & {"html_inline", "html_block", "link_open", "image", "fence", "hr"}
    shown = printed(tracking)
    assert all(clean(line).strip() == " ".join(line.split()) for line in shown.splitlines())


@pytest.mark.parametrize("nasty", NASTY)
def test_the_page_holds_no_foreign_markup(nasty):
    """Whatever a report says, the page has its own elements and no others, and no address leads anywhere."""
    plain, foul = (HTMLParser(tracking_page(tracked(text))) for text in ("", nasty))
    assert {node.tag for node in foul.css("*")} <= {node.tag for node in plain.css("*")} | {
        "span",
        "blockquote",
        "cite",
    }
    for node in foul.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name in {"src", "style"}]
        assert node.attributes.get("href", "#").startswith("#")


def test_the_page_runs_nothing_but_its_own_script():
    """The policy names the one style and the one script by their hashes and lets nothing load."""
    page = tracking_page(tracked())
    assert "default-src &#39;none&#39;" in page
    assert page.count("<script") == page.count("<style") == 1
    assert page == tracking_page(tracked())


def test_each_language_stands_alone():
    """With one language chosen, the labels of the other are not shown."""
    assert "已兑现" not in printed(tracked(), "en")
    assert "Kept" not in printed(tracked(), "zh")
    assert "Kept" not in tracking_markdown(tracked(), "zh")


def test_silence_is_never_called_broken():
    """Every form says what 'not told' means."""
    assert "never that it was broken" in tracking_markdown(tracked())
    assert "不等于没有做" in printed(tracked(), "zh")


def test_the_command_prints_json_that_can_be_read_back():
    """`track --json` is the published form, and exit 0 says that nothing contradicts."""
    result = CliRunner().invoke(app, ["track", *PAIR, "--json"])
    assert result.exit_code == 0
    tracking = Tracking.model_validate(json.loads(result.stdout))
    assert tracking.count(Outcome.KEPT) == 8


def test_the_command_refuses_the_wrong_order(tmp_path):
    """An older report given as the later one is a wrong use, told with what to do."""
    paths = []
    for year in (2023, 2022):
        path = tmp_path / f"{year}.json"
        path.write_text(
            told_brief("甲市", year, "出台《甲市供水条例》。").model_dump_json(by_alias=True), "utf-8"
        )
        paths.append(str(path))
    result = CliRunner().invoke(app, ["track", *paths])
    assert result.exit_code != 0
    assert "a later report was expected" in str(result.exception)


def test_a_contradicted_plan_is_for_review(tmp_path):
    """Exit 1 says that something is to be looked at."""
    texts = {2022: ("行政诉讼败诉率降至5%以下。", Kind.PLAN), 2023: ("行政诉讼败诉率6%。", Kind.ACHIEVEMENT)}
    paths = []
    for year, (text, kind) in texts.items():
        path = tmp_path / f"{year}.json"
        path.write_text(told_brief("甲市", year, text, kind=kind).model_dump_json(by_alias=True), "utf-8")
        paths.append(str(path))
    result = CliRunner().invoke(app, ["track", *paths, "--format", "md", "--out", str(tmp_path / "t.md")])
    assert result.exit_code == 1
    assert "与计划不符" in (tmp_path / "t.md").read_text(encoding="utf-8")

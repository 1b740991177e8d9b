"""The page of a comparison: what is marked, what is escaped, what a browser is allowed."""

import base64
import hashlib
import re
import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from govbrief.views.diff import MOST, diff_words
from govbrief.views.page import render_page
from tests.page.comparisons import HOSTILE, comparison, large


def marked(pieces):
    """The text with its changed pieces in brackets."""
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("a", "b", "language", "left", "right"),
    [
        ("受理1726件", "受理1762件", "zh", "受理[1726]件", "受理[1762]件"),
        ("同比增长9.5%", "同比增长9.5个点", "zh", "同比增长[9.5%]", "同比增长[9.5个点]"),
        ("办结案件", "全部办结案件", "zh", "办结案件", "[全部]办结案件"),
        ("制定、印发、实施方案", "制定、实施方案", "zh", "制定[、印发]、实施方案", "制定、实施方案"),
        (
            "rose by 9.5% in all",
            "fell by 9.5% in all",
            "en",
            "[rose] by 9.5% in all",
            "[fell] by 9.5% in all",
        ),
        ("cases were closed", "cases were all closed", "en", "cases were closed", "cases were [all] closed"),
        ("1,726 cases closed", "1,726 cases", "en", "1,726 cases [closed]", "1,726 cases"),
        ("same", "same", "en", "same", "same"),
        ("", "new", "en", "", "[new]"),
    ],
)
def test_differences_are_marked_by_character_and_by_word(a, b, language, left, right):
    """A number changes as a whole, a word as a whole, and a Chinese character alone."""
    found = diff_words(a, b, language)
    assert (marked(found.a), marked(found.b)) == (left, right)


def test_texts_with_little_in_common_are_not_torn_apart():
    """They are shown as rewritten; so are texts too long to compare."""
    assert diff_words("推进数字化改革", "受理行政复议案件", "zh").rewritten
    long = "案" * (int(MOST**0.5) + 1)
    assert diff_words(long, f"{long}件", "zh").rewritten


@pytest.fixture(scope="module")
def page():
    return render_page(comparison())


def test_nothing_foreign_becomes_markup(page):
    """Names, headings, items and messages stand in the page as text, and invisible marks not at all."""
    tree = LexborHTMLParser(page)
    assert len(tree.css("script")) == 1
    assert tree.css("img, b > script, iframe, link, [onerror], [style]") == []
    assert "\u202e" not in page
    assert HOSTILE.rstrip("\u202e") in tree.css_first(".pair.only_b .side.b p.x").text()


def test_policy_allows_the_one_style_and_the_one_script(page):
    """Their hashes stand in the policy; all else is forbidden."""
    tree = LexborHTMLParser(page)
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        text = re.search(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_page_needs_nothing_from_elsewhere(page):
    """No address but those inside the page."""
    tree = LexborHTMLParser(page)
    assert {node.attributes["href"][0] for node in tree.css("[href]")} == {"#"}
    assert tree.css("[src]") == []
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp", page)


def test_every_link_leads_to_something(page):
    """Regressions and retold items link to pairs that are there, and no id is given twice."""
    tree = LexborHTMLParser(page)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {node.attributes["href"][1:] for node in tree.css("[href]")} <= set(ids)
    assert tree.css("#worse li a")


def test_an_item_of_one_side_is_shown_as_missing_on_the_other(page):
    """Both ways, and a report that a set has no brief of is named with the reason."""
    tree = LexborHTMLParser(page)
    assert "missing" in tree.css_first(".pair.only_a .side.b.gone").text()
    assert "missing" in tree.css_first(".pair.only_b .side.a.gone").text()
    assert "not recorded" in tree.css_first(".board > .missing").text()
    assert [node.text() for node in tree.css_first(".pair.changed").css("del, ins")] == [
        "1726",
        "1,726",
        "1762",
        "1,762",
    ]


def test_same_comparison_gives_the_same_bytes(page):
    """Nothing of the day or the machine is in the page."""
    assert render_page(comparison()) == page


def test_large_comparison_stays_small_and_quick():
    """Four sets on five reports with 855 pairs: under 3 MB, in seconds even where the machine is busy."""
    wanted = large()
    before = time.process_time()
    page = render_page(wanted)
    assert time.process_time() - before < 5
    assert page.count("<article") == 855
    assert len(page.encode()) < 3_000_000

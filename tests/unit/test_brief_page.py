"""Promises of the page of one brief: what is in it, what leads where, what a browser is allowed."""

import base64
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from govbrief.base.plain import clean, visible
from govbrief.views.briefpage import to_html
from govbrief.views.deadlines import deadlines
from govbrief.views.telling import tell_brief
from govbrief_schemas.brief import Status
from tests.documents.any_brief import briefs, cells, doubtful_messages, foreign_texts, texts
from tests.documents.brief import BRIEF
from tests.documents.brief_items import DECISIONS, DELEGATED, LISTS, SOURCE, say

langs = st.sampled_from(["both", "zh", "en"])
TAGS = re.compile(
    "html|head|meta|title|style|body|a|header|div|h[123]|p|span|b|i|u|em|small|mark|fieldset|legend|label|input|form|"
    "select|option|button|output|main|section|[ou]l|li|table|thead|tbody|t[rhd]|aside|meter|footer|script"
)


def bare(text):
    """Text without white space and marks."""
    return re.sub(r"[\s⚠]", "", clean(text))


@pytest.fixture(scope="module")
def page():
    return LexborHTMLParser(to_html(BRIEF, SOURCE))


@settings(deadline=None, max_examples=40)
@given(briefs, langs, st.none() | texts)
def test_nothing_foreign_becomes_markup(brief, lang, source):
    """Whatever report and model wrote: known elements only, links that stay in the page, no handlers, one script."""
    text = to_html(brief, source, lang)
    tree = LexborHTMLParser(text)
    elements = [node for node in tree.root.traverse(include_text=False) if not node.tag.startswith("-")]
    assert [node.tag for node in elements if not TAGS.fullmatch(node.tag)] == []
    for node in elements:
        assert not [name for name in node.attributes if name.startswith("on") or name in {"style", "src"}]
        assert re.fullmatch(r"#[\w-]*", node.attributes.get("href", "#"))
    assert len(tree.css("script")) == len(tree.css("style")) == 1
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufe0f]", text) == []


@settings(deadline=None, max_examples=40)
@given(briefs)
def test_no_text_is_lost(brief):
    """Every text of the brief stands in the page, in both languages; the page hides what is not asked for."""
    seen = bare(LexborHTMLParser(to_html(brief, None)).body.text(separator=""))
    wanted = [*foreign_texts(brief, "both"), *cells(brief, "both"), *doubtful_messages(brief, "both")]
    assert [text for text in wanted if bare(text) not in seen] == []


def test_the_whole_source_stands_beside(page):
    """The source is there to the last character, cut or not."""
    seen = page.css_first("#source .text").text(separator="")
    assert "".join(seen.split()) == "".join(visible(SOURCE).split())


def test_an_item_leads_to_its_sentences_and_back(page):
    """Each item and each figure has its place in the source; each sentence that is told leads to an item."""
    for number, item in enumerate(BRIEF.items):
        told = page.css(f'.text [data-i~="i{number}"]')
        assert "".join(s.text() for s in told) == "".join(e.text for e in item.evidence)
        assert page.css_first(f"#s-i{number}") is not None
        assert page.css_first(f'li#i{number} a.tag[href="#s-i{number}"]') is not None
    amounts = [page.css_first(f'.text [data-f~="f{n}"]').text() for n in range(3)]
    assert amounts == ["九个", "1726个", "31项"]
    hrefs = {a.attributes["href"][1:] for a in page.css("a[href]")}
    ids = {node.attributes["id"] for node in page.css("[id]")}
    assert hrefs <= ids
    assert len(ids) == len(page.css("[id]"))


def test_what_is_not_told_is_seen(page):
    """Sentences and amounts that the brief leaves out are marked in the source."""
    assert [gap.text() for gap in page.css(".s.gap")] == [one.text for one in BRIEF.coverage.untold]
    assert [u.text() for u in page.css(".text u")] == ["61个", "60课时"]


def test_without_the_source_the_cited_sentences_stand_for_it():
    """A brief alone, or beside another text than its own, shows the slices that it keeps."""
    for source in (None, SOURCE[1:]):
        page = LexborHTMLParser(to_html(BRIEF, source))
        told = page.css_first("#source .text").text()
        assert LISTS.evidence[0].text in told
        assert "现将有关情况报告如下" not in told


@given(texts)
@settings(deadline=None)
def test_slices_may_overlap(words):
    """Items that rest on overlapping slices are both found at what they share; nothing is printed twice."""
    source = f"{words}甲乙丙丁戊己庚"
    at = source.index("甲乙丙丁戊己庚")
    first, second = (
        DELEGATED.model_copy(
            update={
                "id": ident,
                "evidence": (
                    DELEGATED.evidence[0].model_copy(update={"start": s, "end": e, "text": source[s:e]}),
                ),
            }
        )
        for ident, s, e in (("a", at, at + 4), ("b", at + 2, at + 6))
    )
    brief = BRIEF.model_copy(
        update={
            "items": (first, second),
            "figures": (),
            "coverage": BRIEF.coverage.model_copy(
                update={
                    "untold": (),
                    "quantities": BRIEF.coverage.quantities.model_copy(update={"unused": ()}),
                }
            ),
        }
    )
    for text in (source, None):
        page = LexborHTMLParser(to_html(brief, text))
        assert [s.text() for s in page.css(".text [data-i]")] == ["甲乙", "丙丁", "戊己"]
        assert [s.attributes["data-i"] for s in page.css(".text [data-i]")] == ["i0", "i0 i1", "i1"]


def test_findings_stand_where_they_belong_and_in_a_list(page):
    """A doubtful number is marked, its message is under the item, and the list links to it."""
    number = BRIEF.items.index(LISTS)
    item = page.css_first(f"#i{number}")
    assert item.css_first("mark").text() == "2952人 ⚠"
    assert "英文缺漏" in item.css_first(".doubts").text()
    assert len(page.css(f'.found a[href="#i{number}"]')) == 2


def test_filters_know_kind_theme_actor_and_status(page):
    """Each option of each filter finds at least one item or figure, by a word of it."""
    words = {word for row in page.css(".one") for word in row.attributes["data-is"].split()}
    options = [option.attributes["value"] for option in page.css("select option")]
    assert {value for value in options if value} <= words
    assert len(page.css("select")) == 4
    assert "target" in page.css_first("tr.target").attributes["data-is"].split()


def test_targets_are_told_by_date():
    """Years in their order, then yearly ones, then those without a date; a plan that a figure tells comes once."""
    figure = BRIEF.figures[0]
    dated = [(say("到2027年", ""), "2027"), (say("每年", "every year"), "每年"), (say("", ""), "未注期限")]
    more = tuple(
        figure.model_copy(update={"by": by, "item": "", "status": Status.TARGET}) for by, _ in reversed(dated)
    )
    told = tell_brief(BRIEF.model_copy(update={"figures": (*more, figure)}))
    assert [d.label.zh for d in deadlines(told)] == ["2024", *(label for _, label in dated)]
    entries = [aim.entry for d in deadlines(told) for aim in d.aims if aim.entry]
    assert DECISIONS not in [entry.item for entry in entries]


def test_page_is_the_same_every_time():
    """The same brief gives the same bytes, and the policy knows the style and the script by their hashes."""
    text = to_html(BRIEF, SOURCE)
    assert text == to_html(BRIEF, SOURCE)
    page = LexborHTMLParser(text)
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    for name in ("style", "script"):
        digest = hashlib.sha256(page.css_first(name).text().encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")

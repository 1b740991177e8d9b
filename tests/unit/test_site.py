"""Promises of the site of many briefs: its files, its index, its indicators, its command."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from govbrief.views.site import INDEX, INDICATORS, site_pages
from govbrief_schemas.brief import Evidence
from tests.documents.any_brief import briefs
from tests.documents.brief import BRIEF
from tests.documents.brief_items import DELEGATED, SOURCE, say

PATH = re.compile(r"index\.html|indicators\.html|briefs/[0-9a-z-]+\.html")

NOTHING_ELSE = {"figures": (), "coverage": BRIEF.coverage.model_copy(update={"untold": ()})}


def report(place, year, sentence):
    """A brief of one sentence, with an item that rests on it."""
    item = DELEGATED.model_copy(
        update={"evidence": (Evidence(start=0, end=len(sentence), text=sentence),), "findings": ()}
    )
    head = BRIEF.report.model_copy(
        update={
            "issuer": say(f"{place}市", f"City {place}"),
            "year": year,
            "sha256": f"{year:x}{ord(place):x}" * 4,
        }
    )
    return BRIEF.model_copy(update={"report": head, "items": (item,), **NOTHING_ELSE})


SERIES = (
    report("甲", 2022, "全年共受理行政复议案件1200件。"),
    report("甲", 2023, "全年共受理行政复议案件120件。"),
    report("乙", 2023, "全年共受理行政复议案件80件。"),
)


def pages(*found, texts=None):
    return {page.path: LexborHTMLParser(page.html) for page in site_pages(found, texts or {})}


@settings(deadline=None, max_examples=15)
@given(st.lists(briefs, max_size=3))
def test_nothing_foreign_becomes_markup_or_a_name(found):
    """Whatever reports and models wrote: file names are ours, links lead to our files, nothing runs."""
    made = list(site_pages(found, {}))
    assert [page.path for page in made if not PATH.fullmatch(page.path)] == []
    assert len({page.path for page in made}) == len(made)
    for page in made:
        tree = LexborHTMLParser(page.html)
        assert len(tree.css("script")) == len(tree.css("style")) == 1
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on") or name in {"style", "src"}]
            href = node.attributes.get("href") or "#"
            assert href.startswith("#") or PATH.fullmatch(href.partition("#")[0].removeprefix("../"))


def test_index_lists_every_brief():
    """Year, issuer, headline with its link, kind, and the counts that one sorts by."""
    made = pages(BRIEF, texts={BRIEF.report.sha256: SOURCE})
    (row,) = made[INDEX].css("tbody tr")
    cells = [cell.text() for cell in row.css("td, th")]
    assert cells[0] == "2023"
    assert cells[1].split() == ["大连市", "Dalian", "Municipality"]
    assert "自认缺专门队伍" in cells[2]
    assert cells[4:] == ["1", "1", str(BRIEF.doubts)]
    path = row.css_first("a").attributes["href"]
    assert "现将有关情况报告如下" in made[path].css_first("#source").text()
    assert made[path].css_first(".home a").attributes["href"] == f"../{INDEX}"


def test_two_briefs_of_one_report_have_two_pages():
    """Nothing is written over."""
    assert [path for path in pages(BRIEF, BRIEF) if path.startswith("briefs/")] == [
        "briefs/c6626eec8400.html",
        "briefs/c6626eec8400-2.html",
    ]


def test_indicators_stand_by_place_and_year():
    """Each value is the report's own, leads to the item that it was found in, and a jump is pointed out."""
    made = pages(*SERIES)
    page = made[INDICATORS]
    (section,) = page.css("section.found")
    assert "受理行政复议案件" in section.css_first("h2").text()
    assert [th.text() for th in section.css("thead th")][1:3] == ["2022", "2023"]
    rows = [[cell.text() for cell in row.css("th, td.n")] for row in section.css("tbody tr")]
    assert rows == [["甲市 City 甲", "1,200", "120"], ["乙市 City 乙", "", "80"]]
    for link in section.css("tbody a"):
        path, _, name = link.attributes["href"].partition("#")
        assert made[path].css_first(f"li#{name} .tag") is not None
    assert "十倍以上" in section.css_first(".warning").text()


def test_charts_have_one_scale():
    """A row's dots stand as high as its values are, against the highest of the indicator; each is told in words."""
    page = pages(*SERIES)[INDICATORS]
    dots = [[float(dot.attributes["cy"]) for dot in chart.css("circle")] for chart in page.css("svg")]
    (high, low), (lowest,) = dots
    assert high < low < lowest
    assert page.css_first("svg").attributes["aria-label"] == "2022: 1,200; 2023: 120"


def test_reports_that_disagree_are_named():
    """Two values for one place and year are shown by none, and said."""
    other = report("乙", 2023, "全年共受理行政复议案件81件。")
    section = pages(*SERIES, other)[INDICATORS].css_first("section.found")
    assert "乙市2023年：各报告不一致（80 / 81），未列入。" in section.text()
    assert len(section.css("tbody tr")) == 1


def test_without_values_there_is_no_empty_table():
    """No page of indicators, and no link to one."""
    bare = BRIEF.model_copy(update={"items": (), **NOTHING_ELSE})
    made = pages(bare)
    assert INDICATORS not in made
    assert made[INDEX].css_first(f'a[href="{INDICATORS}"]') is None


def test_five_hundred_briefs():
    """In under 30 seconds of work, with an index of less than a megabyte."""
    many = [
        BRIEF.model_copy(update={"report": BRIEF.report.model_copy(update={"sha256": f"{n:064x}"})})
        for n in range(500)
    ]
    begun = time.process_time()
    made = list(site_pages(many, {}))
    assert time.process_time() - begun < 30
    assert len(made[0].html.encode()) < 1_000_000
    assert len({page.path for page in made}) >= 501

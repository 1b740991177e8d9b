"""The site of many briefs in a real browser: order, search, languages, sizes."""

import pytest

from govbrief.views.site import INDEX, INDICATORS, site_pages
from tests.documents.brief import BRIEF
from tests.page.browser import CHROMIUM, PHONE, Browser
from tests.unit.test_site import SERIES

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)

DESK = (1400, 900)
ROWS = """[...document.querySelectorAll('tbody tr')].filter(r => r.checkVisibility())
    .map(r => r.cells[0].textContent + r.cells[1].textContent)"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for page in site_pages((*SERIES, BRIEF), {}):
        path = folder / page.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.html, encoding="utf-8")
    return folder


def search(browser, words):
    browser.run(f"""(() => {{ const field = document.querySelector('[name=q]'); field.value = {words!r};
        field.dispatchEvent(new Event('input', {{bubbles: true}})); }})()""")


def test_index_sorts_and_searches(browser, site):
    """By number and by word, up and down; every word of a search must be in the row."""
    browser.show(DESK)
    browser.open(site / INDEX)
    assert browser.complaints() == []
    browser.run("document.querySelectorAll('thead button')[0].click()")
    years = [row[:4] for row in browser.run(ROWS)]
    assert years == sorted(years)
    browser.run("document.querySelectorAll('thead button')[6].click()")
    browser.run("document.querySelectorAll('thead button')[6].click()")
    assert browser.run("document.querySelector('tbody td:last-child').textContent") == str(BRIEF.doubts)
    assert browser.run("document.querySelectorAll('[aria-sort]').length") == 1
    search(browser, "2022 city 甲")
    assert browser.run(ROWS) == ["2022甲市 City 甲"]
    assert browser.run("document.querySelector('output').textContent").startswith("1/4行")
    search(browser, "municipality")
    assert len(browser.run(ROWS)) == 1


def test_value_leads_to_its_sentence(browser, site):
    """A click on a value of the table opens its brief with the item and its sentence lit."""
    browser.show(DESK)
    browser.open(site / INDICATORS)
    assert browser.complaints() == []
    path, _, name = browser.run("document.querySelector('tbody a').getAttribute('href')").partition("#")
    browser.open(site / path, f"#{name}")
    assert browser.run("[...document.querySelectorAll('.text .lit')].map(e => e.textContent)") == [
        "全年共受理行政复议案件1200件。"
    ]


def test_pages_speak_one_language(browser, site):
    """In English the labels, the names of indicators and their units have no Chinese."""
    browser.show(DESK)
    for page in (INDEX, INDICATORS):
        browser.open(site / page)
        browser.run("document.querySelector('[name=lang][value=en]').click()")
        text = browser.run("document.body.innerText")
        for own in ("中 + EN", "中文", *(f"City {place}" for place in "甲乙")):  # made up names
            text = text.replace(own, "")
        assert [c for c in text if "\u4e00" <= c <= "\u9fff"] == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("page", [INDEX, INDICATORS])
def test_pages_fit_their_window(browser, site, page, size):
    """A wide table scrolls by itself, not the page."""
    browser.show(size)
    browser.open(site / page)
    assert browser.run("document.documentElement.scrollWidth") <= size[0]

"""The page of a tracking in a real browser: language, outcomes, sizes, and nothing from elsewhere."""

import pytest

from govbrief.compare.track import account_of_outline, track
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.views.track_page import tracking_page
from tests.page.browser import CHROMIUM, LAPTOP, PHONE, Browser

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)
SHOWN = "[...document.querySelectorAll('.plan')].filter(p => p.checkVisibility()).length"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture
def opened(browser, tmp_path):
    """The real pair of the seeds, on a laptop."""
    paths = ("seeds/shenyang-press-2023.txt", "seeds/shenyang-justice-2023.txt")
    old, new = (account_of_outline(split_report(load_report(path))) for path in paths)
    path = tmp_path / "track.html"
    path.write_text(tracking_page(track(old, [new])), encoding="utf-8")
    browser.show(LAPTOP)
    browser.open(path)
    return browser


def test_outcomes_can_be_left_out(opened):
    """A box unticked hides the plans of its outcome, and nothing else."""
    before = opened.run(SHOWN)
    hidden = opened.run("document.querySelectorAll('.not_told > .plan').length")
    opened.run("document.querySelector('[name=outcome][value=not_told]').click()")
    assert opened.run(SHOWN) == before - hidden
    assert not opened.complaints()


def test_one_language_hides_the_labels_of_the_other(opened):
    """In English no label of the page is Chinese; sentences of the sources stay what they are."""
    opened.run("document.querySelector('[name=lang][value=en]').click()")
    assert opened.run("[...document.querySelectorAll('[lang=zh]')].every(e => !e.checkVisibility())")
    assert opened.run("document.documentElement.lang") == "en"


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_the_page_fits(opened, size):
    """Nothing scrolls sideways, and nothing is asked for from elsewhere."""
    opened.show(size)
    assert opened.run("document.documentElement.scrollWidth") <= size[0]
    assert not opened.complaints()

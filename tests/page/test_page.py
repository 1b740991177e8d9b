"""The page of a comparison in a real browser: filters, address, keyboard, sizes, print, and life without script."""

import pytest

from govbrief.views.page import render_page
from tests.page.browser import CHROMIUM, LAPTOP, PHONE, Browser
from tests.page.comparisons import comparison, large

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)

SHOWN = "[...document.querySelectorAll('.pair')].filter(p => p.checkVisibility()).length"
ALL = 21  # seven pairs, twice in one set and once in the set that lacks a report

COLOURS = """['body', 'ins', 'del', '.chip.harm', '.doubts b'].map(selector => {
    const found = document.querySelector(selector);
    let up = found;
    while (getComputedStyle(up).backgroundColor === 'rgba(0, 0, 0, 0)') up = up.parentElement;
    return [getComputedStyle(found).color, getComputedStyle(up).backgroundColor];
})"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "compare.html"
    path.write_text(render_page(comparison()), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser, page):
    """The page on a laptop, unfiltered."""
    browser.show(LAPTOP)
    browser.open(page)
    return browser


def choose(browser, name, value):
    """As a reader does it; the address follows a moment later."""
    browser.run(f"""(() => {{ const field = document.querySelector('.filters').elements[{name!r}];
        field.value = {value!r}; field.dispatchEvent(new Event('input', {{bubbles: true}})); }})()""")


def tick(browser, value):
    browser.run(f"document.querySelector('[name=only][value={value}]').click()")


def settled_hash(browser):
    return browser.run("new Promise(done => setTimeout(() => done(location.hash), 400))")


def test_page_runs_nothing_foreign_and_asks_for_nothing(opened):
    """Texts that would like to be scripts do nothing; nothing is refused because nothing is tried."""
    assert opened.run("typeof window.pwned") == "undefined"
    assert opened.complaints() == []
    assert [url for url in opened.requests() if not url.startswith("file:")] == []
    assert len(opened.requests()) == 1
    assert opened.run(SHOWN) == ALL


def test_policy_stops_what_does_not_belong(opened):
    """A script that got in all the same would not run, and could not call home."""
    opened.run("""(() => { const s = document.createElement('img'); s.src = 'http://127.0.0.1:9/x';
        document.body.append(s); })()""")
    assert settled_hash(opened) == ""
    assert any("Content Security Policy" in text for text in opened.complaints())


def test_each_filter_shows_what_it_names(opened):
    """Report, set, kind and the three ticks, alone and together; `missing` goes with what it belongs to."""
    expected = [
        ("report", "dalian", 14),
        ("set", "plain", 14),
        ("kind", "plan", 3),
        ("kind", "shortcoming", 3),
    ]
    for name, value, number in expected:
        choose(opened, name, value)
        assert opened.run(SHOWN) == number
        assert f"{number} of {ALL}" in opened.run("document.querySelector('.status').textContent")
        choose(opened, name, "")
    for value, number in (("changes", 18), ("regressions", 9), ("findings", 3)):
        tick(opened, value)
        assert opened.run(SHOWN) == number
        tick(opened, value)
    choose(opened, "set", "locked")
    tick(opened, "regressions")
    assert opened.run(SHOWN) == 3
    assert opened.run("[...document.querySelectorAll('.list')].filter(l => l.checkVisibility()).length") == 1


def test_search_reads_texts_findings_and_sources(opened):
    """All words must stand in a pair, in any language and width; labels are not searched."""
    for words, number in (
        ("数字化", 3),
        ("DIGITAL reform", 3),
        ("1762", 3),
        ("１７６２", 3),
        ("achievements", 0),
    ):
        choose(opened, "q", words)
        assert opened.run(SHOWN) == number, words
    assert opened.run("document.querySelector('.none').checkVisibility()")


def test_choices_say_how_many_pairs_they_would_show(opened):
    """The counts beside the choices take the other filters into account."""
    choose(opened, "set", "locked")
    told = opened.run("[...document.querySelectorAll('[name=report] option')].map(o => o.textContent)")
    assert told[1:] == ["dalian (7)", "yun & gang (0)"]
    assert (
        opened.run(
            "document.querySelector('[value=regressions]').parentElement.querySelector('.n').textContent"
        )
        == "3"
    )


def test_address_keeps_the_choice(opened, page):
    """The same address shows the same again, after loading and after going back."""
    choose(opened, "report", "yun & gang")
    choose(opened, "q", "行政复议")
    tick(opened, "regressions")
    address = settled_hash(opened)
    assert opened.run(SHOWN) == 3
    opened.open(page, address)
    assert opened.run(SHOWN) == 3
    assert opened.run("document.querySelector('[name=report]').value") == "yun & gang"
    opened.run("document.querySelector('[type=reset]').click()")
    assert (opened.run(SHOWN), settled_hash(opened)) == (ALL, "")


def test_regression_leads_to_its_pair(opened, page):
    """Also when a filter hides the pair; the address then leads there too, and back leads back."""
    opened.run("document.querySelector('#worse li a').click()")
    pair = opened.run("document.activeElement.id")
    assert pair.startswith("0.1.a03/00/")
    top = opened.run("document.activeElement.getBoundingClientRect().top")
    assert 0 <= top < LAPTOP[1]
    address = settled_hash(opened)
    opened.open(page, address)
    assert opened.run("document.activeElement.id") == pair
    choose(opened, "kind", "shortcoming")
    opened.run("document.querySelector('.only_a .gone a').click()")
    assert opened.run("document.activeElement.checkVisibility()")


def test_keyboard_reaches_every_filter(opened):
    """Tab goes through the fields in order; space ticks, letters search, enter loads nothing anew."""
    opened.run("document.querySelector('.filters summary').focus()")
    names = []
    for _ in range(7):
        opened.press("Tab")
        names.append(opened.run("document.activeElement.name || document.activeElement.type"))
    assert names == ["q", "report", "set", "kind", "only", "only", "only"]
    opened.press(" ")
    assert opened.run(SHOWN) == 3
    opened.press(" ")
    opened.run("document.querySelector('[name=q]').focus()")
    opened.press(*"1762", "Enter")
    assert opened.run(SHOWN) == 3


def test_one_language_may_be_hidden(opened, page):
    """Labels and texts go together; what has one language only stays; the address keeps the choice."""
    opened.run("document.querySelector('[name=lang][value=en]').click()")
    seen = "[...document.querySelectorAll('body [lang=zh]')].filter(e => e.checkVisibility()).length"
    assert opened.run(seen) == 0
    assert opened.run("document.querySelector('.part h5').checkVisibility()")
    assert opened.run("document.querySelector('.status').textContent") == f"{ALL} of {ALL} pairs shown"
    assert settled_hash(opened) == "#lang=en"
    opened.open(page, "#lang=zh")
    assert opened.run(seen.replace("=zh", "=en")) == 0 < opened.run(seen)


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_page_fits_its_window(browser, page, size, dark):
    """No scrolling sideways; both sides beside each other where there is room, else below; readable contrast."""
    browser.show(size, dark=dark)
    browser.open(page)
    assert browser.run("document.documentElement.scrollWidth") == size[0]
    sides = "['a', 'b'].map(n => document.querySelector('.two .' + n).getBoundingClientRect())"
    a, b = browser.run(f"{sides}.map(r => [r.left, r.top])")
    assert (b[0] > a[0] and b[1] == a[1]) if size == LAPTOP else (b[0] == a[0] and b[1] > a[1])
    assert browser.run("document.querySelector('.filters details').open") is (size == LAPTOP)
    colours = browser.run(COLOURS)
    assert all(contrast(*pair) >= 4.5 for pair in colours), colours


def contrast(*colours):
    """The contrast of two colours. Source: WCAG 2.2, relative luminance and contrast ratio."""
    light = []
    for colour in colours:
        parts = [int(c) / 255 for c in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        light.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(light) + 0.05) / (min(light) + 0.05)


def test_changes_are_told_apart_without_colour(opened):
    """What is gone is struck through, what is new underlined."""
    line = "getComputedStyle(document.querySelector('{}')).textDecorationLine"
    assert opened.run(line.format("del")) == "line-through"
    assert opened.run(line.format("ins")) == "underline"


def test_page_needs_no_script(browser, page):
    """Everything is shown, and no filter that could not work."""
    browser.show(LAPTOP, script=False)
    browser.open(page)
    assert browser.run(SHOWN) == ALL
    assert not browser.run("document.querySelector('.filters').checkVisibility()")
    assert browser.run("[...document.querySelectorAll('#worse li')].every(li => li.checkVisibility())")
    browser.show(LAPTOP)


def test_page_prints(browser, page):
    """Several pages of paper without the controls, every pair drawn, black on white also at night."""
    browser.show(LAPTOP, dark=True, medium="print")
    browser.open(page)
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not browser.run("document.querySelector('.controls').checkVisibility()")
    assert browser.run("getComputedStyle(document.querySelector('.pair')).contentVisibility") == "visible"
    assert browser.pdf().startswith(b"%PDF")
    browser.show(LAPTOP)


def test_large_page_is_quick(browser, tmp_path):
    """855 pairs: what the page itself computes to load and to filter, free of what else the machine does."""
    path = tmp_path / "large.html"
    path.write_text(render_page(large()), encoding="utf-8")
    browser.show(LAPTOP)
    browser.open(path)
    assert browser.run(SHOWN) == 855
    choose(browser, "q", "sentences say")
    assert browser.run(SHOWN) == 180
    drawn = (
        "[...document.querySelectorAll('.pair')].every(p => getComputedStyle(p).contentVisibility === 'auto')"
    )
    assert browser.run(drawn)
    tasks = {m["name"]: m["value"] for m in browser.metrics()}
    assert tasks["ScriptDuration"] < 5, tasks
    assert tasks["LayoutDuration"] < 10, tasks

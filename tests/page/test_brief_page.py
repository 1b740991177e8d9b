"""The page of a brief in a real browser: clicks, filters, keyboard, sizes, print, and life without script."""

import time

import pytest

from govbrief.views.briefpage import to_html
from tests.documents.brief import BRIEF, SOUND
from tests.documents.brief_items import SOURCE
from tests.page.briefs import press
from tests.page.browser import CHROMIUM, PHONE, Browser

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)

DESK = (1400, 900)
LIT = "[...document.querySelectorAll('{}')].filter(e => e.classList.contains('lit')).map(e => e.id || e.textContent)"
SHOWN = "[...document.querySelectorAll('li.one.told')].filter(e => e.checkVisibility()).map(e => e.id)"
COLOURS = """['h1', '.facts', '.opening .bad', 'mark', '.doubts li', '.tag', '.chip.aim', 'tr.target th', '.cause',
    '.note', '.time h3', 'p[lang=en]'].map(selector => {
    const found = document.querySelector(selector);
    let up = found;
    while (getComputedStyle(up).backgroundColor === 'rgba(0, 0, 0, 0)') up = up.parentElement;
    return [selector, getComputedStyle(found).color, getComputedStyle(up).backgroundColor];
})"""


OVERLAPS = """[...document.querySelectorAll('.told')].filter(told => {
    const tag = told.querySelector(':scope > .tag')?.getBoundingClientRect();
    const text = told.querySelector('p').getBoundingClientRect();
    return tag && tag.left < text.right - 1 && tag.top < text.bottom - 1 && tag.bottom > text.top + 1;
}).map(told => told.id)"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(to_html(BRIEF, SOURCE), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "press.html"
    path.write_text(to_html(*press()), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser, page):
    browser.show(DESK)
    browser.open(page)
    return browser


def choose(browser, name, value):
    browser.run(f"""(() => {{ const field = document.querySelector('.filters').elements[{name!r}];
        field.value = {value!r}; field.dispatchEvent(new Event('input', {{bubbles: true}})); }})()""")


def luminance(colour):
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_page_asks_for_nothing_and_complains_of_nothing(opened):
    """One file, no request besides it, no error, nothing that the policy had to stop."""
    assert opened.complaints() == []
    assert len(opened.requests()) == 1


def test_policy_stops_what_does_not_belong(opened):
    """A picture from elsewhere is not even asked for."""
    opened.run(
        """(() => { const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/x';
        document.body.append(i); })()"""
    )
    time.sleep(0.3)
    assert any("Content Security Policy" in text for text in opened.complaints())


def test_click_on_an_item_shows_its_sentences(opened):
    """Both cited sentences of the item are lit and in view, and nothing else."""
    opened.run("document.querySelector('#i2 p').click()")
    time.sleep(0.8)
    assert opened.run(LIT.format(".text .s")) == [e.text for e in BRIEF.items[2].evidence]
    assert opened.run(LIT.format("li.one")) == ["i2"]
    assert opened.run("""(() => { const s = document.querySelector('.text .lit').getBoundingClientRect();
        const a = document.querySelector('#source').getBoundingClientRect();
        return s.top >= a.top && s.bottom <= a.bottom; })()""")
    opened.press("Escape")
    assert opened.run(LIT.format("*")) == []


def test_click_on_a_figure_shows_its_amount(opened):
    """The amount of the table is lit in the sentence it stands in."""
    opened.run("document.querySelector('#f1 td').click()")
    assert opened.run(LIT.format(".text b")) == ["1726个"]
    assert len(opened.run(LIT.format(".text .s"))) == 1


def test_click_on_a_sentence_shows_what_tells_it(opened):
    """The item that rests on the sentence is lit, has the focus, and is shown even where a filter hid it."""
    choose(opened, "kind", "plan")
    assert "i0" not in opened.run(SHOWN)
    opened.run("document.querySelector('.text [data-i~=i0]').click()")
    time.sleep(0.3)
    assert opened.run(LIT.format("li.one")) == ["i0"]
    assert opened.run("document.activeElement.closest('li').id") == "i0"
    assert "i0" in opened.run(SHOWN)


def test_summary_leads_to_all_that_it_joins(opened):
    """A sentence of the summary lights the sentences of every item that it joins."""
    opened.run("document.querySelector('.summary li p').click()")
    assert len(opened.run(LIT.format(".text .s"))) == 2


def test_filters_show_what_they_name(opened):
    """Kind, theme, actor and status, alone and together; empty parts go, and the count is told."""
    for name, value, wanted in (
        ("kind", "plan", ["i5", "i4", "i6"]),
        ("state", "target", ["i5"]),
        ("kind", "", ["i5"]),
        ("state", "doubt", ["i4", "i1", "i2"]),
    ):
        choose(opened, name, value)
        assert opened.run(SHOWN) == wanted
    assert opened.run("document.querySelector('output').textContent") == "3/8条 · 3 of 8 items"
    assert not opened.run("document.querySelector('#h-shortcoming').checkVisibility()")
    opened.run("document.querySelector('[type=reset]').click()")
    time.sleep(0.2)
    assert len(opened.run(SHOWN)) == len(BRIEF.items)
    for name in ("theme", "actor"):
        values = opened.run(
            f"[...document.querySelector('[name={name}]').options].map(o => o.value).filter(Boolean)"
        )
        found = []
        for value in values:
            choose(opened, name, value)
            found.append(opened.run(SHOWN))
        assert all(found)
        assert sorted(ident for idents in found for ident in idents) == sorted(
            f"i{n}" for n in range(len(BRIEF.items))
        )
        choose(opened, name, "")


def test_one_language_alone(browser, tmp_path):
    """In English no Chinese is seen outside quotations, the source put away; and the other way round."""
    path = tmp_path / "en.html"
    path.write_text(to_html(SOUND, SOURCE, "en"), encoding="utf-8")
    browser.show(DESK)
    browser.open(path)
    text = browser.run("document.body.innerText").replace("中 + EN", "").replace("中文", "")
    assert [c for c in text if "\u4e00" <= c <= "\u9fff"] == []
    browser.run("document.querySelector('[name=lang][value=zh]').click()")
    text = browser.run("document.querySelector('main').innerText")
    assert "Shortcomings" not in text
    assert "不足" in text
    assert browser.run("document.documentElement.lang") == "zh"


def test_keyboard_reaches_filters_items_and_source(opened):
    """Tab goes through skip link, language and filters; Enter on an item's tag shows its sentence."""
    seen = []
    for _ in range(9):
        opened.press("Tab")
        seen.append(opened.run("document.activeElement.name || document.activeElement.className"))
    assert seen[:6] == ["skip", "lang", "kind", "theme", "actor", "state"]
    opened.run("document.querySelector('#i0 .tag').focus()")
    opened.press("Enter")
    assert opened.run(LIT.format("li.one")) == ["i0"]


def test_screen_readers_are_told_what_is_what(opened):
    """Every field, part and link has a name."""
    tree = opened.send("Accessibility.getFullAXTree")["nodes"]
    named = {
        role: [
            n["name"]["value"]
            for n in tree
            if n.get("role", {}).get("value") == role and not n.get("ignored")
        ]
        for role in ("combobox", "link", "region", "complementary", "main", "button", "checkbox", "radio")
    }
    assert all(name.strip() for names in named.values() for name in names if names is not named["main"])
    assert len(named["combobox"]) == 4
    assert len(named["complementary"]) == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_page_fits_its_window(browser, page, long, size, dark):
    """Nothing is wider than the window, and every text stands out from its ground (WCAG AA, 4.5)."""
    browser.show(size, dark=dark)
    browser.open(long)
    assert browser.run("document.documentElement.scrollWidth") <= size[0]
    assert browser.run(OVERLAPS) == []
    browser.open(page)
    assert browser.run("document.documentElement.scrollWidth") <= size[0]
    for selector, colour, ground in browser.run(COLOURS):
        light, deep = sorted(map(luminance, (colour, ground)), reverse=True)
        assert (light + 0.05) / (deep + 0.05) >= 4.5, selector


def test_phone_opens_the_source_as_a_sheet(browser, page):
    """On a phone the source comes up over the brief when it is asked for, and goes again."""
    browser.show(PHONE)
    browser.open(page)
    seen = "document.querySelector('#source').checkVisibility()"
    assert not browser.run(seen)
    browser.run("document.querySelector('#i0 .tag').click()")
    assert browser.run(seen)
    browser.run("document.querySelector('.close').click()")
    assert not browser.run(seen)


def test_page_needs_no_script(browser, page):
    """Without script the whole brief and the source are there, and the links lead from one to the other."""
    browser.show(DESK, script=False)
    browser.open(page, "#s-i2")
    browser.show(DESK)
    assert len(browser.run(SHOWN)) == len(BRIEF.items)
    assert browser.run("document.querySelector('#source').checkVisibility()")
    assert not browser.run("document.querySelector('.filters').checkVisibility()")


def test_prints_on_two_pages_without_the_source(browser, long):
    """The brief of a report of 8,400 characters prints on two A4 pages; the source stays away."""
    browser.show(DESK, medium="print")
    browser.open(long)
    assert not browser.run("document.querySelector('#source').checkVisibility()")
    pdf = browser.pdf()
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 2
    assert b"[0 0 594.95996 841.91998]" in pdf


def test_opens_in_a_second(browser, long):
    """A report of 8,400 characters in 40 sections is laid out within a second, and a click answers at once."""
    browser.show(DESK)
    browser.open(long)
    took = browser.run("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert took < 1000
    assert (
        browser.run(
            """(() => { const t = performance.now(); document.querySelector('#i9 p').click();
            return performance.now() - t; })()"""
        )
        < 100
    )

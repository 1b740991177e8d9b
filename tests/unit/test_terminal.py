"""Promises of the terminal view and of the progress display."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.views.labels import MARK
from govbrief.views.markdown import to_markdown
from govbrief.views.progress import LINE_EVERY_S, Progress, duration
from govbrief.views.terminal import print_brief
from govbrief.views.wrap import wrap
from tests.documents.any_brief import briefs, cells, doubtful_messages, evidence_texts, foreign_texts, texts
from tests.documents.brief import BRIEF, SOUND

langs = st.sampled_from(["both", "zh", "en"])
SGR = re.compile(r"\x1b\[[\d;]*m")


def printed(brief, lang="both", width=80, *, evidence=False, **console):
    """What a console of this width shows."""
    stream = io.StringIO()
    print_brief(brief, Console(file=stream, width=width, **console), lang, evidence=evidence)
    return stream.getvalue()


def bare(text):
    """Text without white space, marks and the bars in front of evidence."""
    return re.sub(rf"[\s{MARK}│]", "", clean(text))


@settings(deadline=None, max_examples=60)
@given(briefs, langs, st.booleans())
def test_no_text_is_lost(brief, lang, evidence):
    """Every text of the brief reads the same on the terminal, and every doubt has its message."""
    wanted = [*foreign_texts(brief, lang), *doubtful_messages(brief, lang)]
    wanted += evidence_texts(brief) if evidence else []
    narrow = bare(printed(brief, lang, evidence=evidence))
    assert [text for text in wanted if bare(text) not in narrow] == []
    wide = bare(printed(brief, lang, width=4000))
    assert [text for text in cells(brief, lang) if bare(text) not in wide] == []


@settings(deadline=None, max_examples=60)
@given(briefs, langs, st.booleans())
def test_nothing_leaves_the_screen(brief, lang, evidence):
    """No line is wider than 80 columns, wide characters counted as two."""
    assert max(map(cell_len, printed(brief, lang, evidence=evidence).split("\n"))) <= 80


@settings(deadline=None, max_examples=60)
@given(briefs, langs)
def test_no_text_controls_the_terminal(brief, lang):
    """Piped output holds no control characters; on a terminal the only ones are our own colours."""
    shown = (printed(brief, lang, evidence=True), printed(brief, lang, evidence=True, force_terminal=True))
    for text in (SGR.sub("", one) for one in shown):
        assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text) == []


@pytest.mark.parametrize("lang", ["both", "zh", "en"])
def test_marks_stand_behind_the_number(lang):
    """A doubtful number is marked where it stands, in the language that holds it."""
    text = printed(BRIEF, lang, width=200)
    assert ("built 1,762 ⚠ convenience" in text) == (lang != "zh")
    assert ("2952人 ⚠ 获得" in text) == (lang != "en")


def test_what_was_checked_comes_first():
    """What was checked and what failed stand on the first screen."""
    screen = " ".join(" ".join(printed(BRIEF).split("\n")[:20]).split())
    assert "24/27 numbers, 0/1 names confirmed;" in screen
    assert "6 to review ⚠" in screen
    assert "1 part of the work failed" in screen


def test_order_is_that_of_the_markdown():
    """The parts stand in one order in every format."""
    headings = re.findall(r"^━━ (.*?)(?: \(\d+\))?$", printed(BRIEF, "en"), re.MULTILINE)
    assert headings == re.findall(r"^## (.*)$", to_markdown(BRIEF, "en"), re.MULTILINE)


@pytest.mark.parametrize(
    ("lang", "other"), [("zh", r"[A-Za-z]+ [a-z]+"), ("en", r"[\u4e00-\u9fff，。：（〔]")]
)
def test_one_language_alone(lang, other):
    """With one language nothing of the other is left."""
    assert re.findall(other, printed(SOUND, lang)) == []


def test_target_does_not_look_like_a_result():
    """A target has an arrow in front of its value and its own word, a result neither; colour comes on top."""
    rows = [
        line
        for line in printed(BRIEF, "en", width=120).split("\n")
        if re.match(r"(→ )?(1,726|31|nine)", line)
    ]
    assert ["→" in row for row in rows] == ["target 2024" in row for row in rows] == [False, False, True]


@given(st.one_of(texts, st.text("法治政府，。《》“” 3a,", max_size=80)), st.integers(10, 30))
def test_wrap_keeps_text_and_width(text, width):
    """Wrapping takes away spaces at line ends only, and no line is too wide."""
    lines = [line.plain for line in wrap(Text(clean(text)), width)]
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert max(map(cell_len, lines)) <= width


def test_wrap_reads_like_print():
    """Chinese breaks anywhere but before closing and after opening punctuation; English at spaces."""
    assert [x.plain for x in wrap(Text("推动法治政府建设,取得进展"), 16)] == ["推动法治政府建", "设,取得进展"]
    assert [x.plain for x in wrap(Text("印发《法治纲要》两件"), 12)] == ["印发《法治纲", "要》两件"]
    assert [x.plain for x in wrap(Text("2023年印发《纲要》"), 12)] == ["2023年印发", "《纲要》"]
    assert [x.plain for x in wrap(Text("built 1,762 ⚠ stations"), 14)] == ["built 1,762 ⚠", "stations"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):  # noqa: D102 - as of every stream
        return True


class Clock:
    """Seconds that pass when a test says so."""

    now = 100.0

    def __call__(self):
        """The seconds so far."""
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_time_left_follows_the_pace(clock):
    """The time left is the pace of what is done times what is open, and counts down while a section runs."""
    progress = Progress(stream=io.StringIO(), clock=clock)
    progress.add(4)
    progress.started("一")
    assert progress.seconds_left is None
    clock.now += 20
    progress.done("一")
    assert progress.seconds_left == 60
    progress.started("二")
    clock.now += 5
    assert progress.seconds_left == 55
    clock.now += 100
    assert progress.seconds_left == 40
    progress.add(2)
    assert progress.seconds_left == 80
    assert str(progress) == "1 of 6 done, about 1 min 20 s left: 二"


def test_names_the_longest_running_section(clock):
    """With several sections running the first is named and the others are counted."""
    progress = Progress(stream=io.StringIO(), clock=clock)
    progress.add(3)
    for where in ("一", "二", "三"):
        progress.started(where)
    assert str(progress) == "0 of 3 done: 一 (and 2 more)"
    progress.done("一")
    assert str(progress).endswith(": 二 (and 1 more)")


def test_log_gets_a_line_in_ten_seconds(clock):
    """Without a terminal a plain line is written, one in ten seconds, without control characters."""
    stream = io.StringIO()
    with Progress(stream=stream, clock=clock) as progress:
        progress.add(50)
        for number in range(50):
            progress.started(f"{number}\x1b[31m节")
            clock.now += 1
            progress.done(f"{number}\x1b[31m节")
    lines = stream.getvalue().splitlines()
    assert len(lines) == 50 / LINE_EVERY_S
    assert lines[0] == "govbrief: 10 of 50 done, about 40 s left"
    assert "\x1b" not in stream.getvalue()


def test_quiet_says_nothing(clock):
    """With --quiet nothing is written, terminal or not."""
    for stream in (io.StringIO(), Terminal()):
        with Progress(quiet=True, stream=stream, clock=clock) as progress:
            progress.add(1)
            progress.started("一")
            progress.say("waiting for the model")
            clock.now += 60
            progress.done("一")
        assert stream.getvalue() == ""


def test_bar_shows_section_and_goes_away(monkeypatch):
    """On a terminal a bar names the running section; line and cursor are given back, errors included."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()

    def fail():
        with Progress(stream=stream) as progress:
            progress.add(2)
            progress.started("(三)坚持[/bold]科学民主决策")
            progress.say("the model is [ready]")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    shown = stream.getvalue()
    assert "0 of 2 done: (三)坚持[/bold]科学民主决策" in SGR.sub("", shown)
    assert "the model is [ready]" in SGR.sub("", shown)
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")
    assert shown.endswith("\x1b[2K")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 s"),
        (59.4, "59 s"),
        (59.6, "1 min 00 s"),
        (100, "1 min 40 s"),
        (725, "12 min"),
        (3900, "1 h 05 min"),
    ],
)
def test_duration_reads_well(seconds, words):
    """Times are told as people plan with them."""
    assert duration(seconds) == words

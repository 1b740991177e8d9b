"""What holds for the outline of any text at all."""

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.base.errors import InputError
from govbrief.read.chunks import cut_chunks
from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import load_report, report_of
from govbrief.read.sections import split_report
from govbrief_schemas.report import Outline

patient = settings(deadline=None)
"""A busy machine is no failure."""

PIECES = (
    *(
        "一、",
        "二、",
        "(一)",
        "（二）",
        "1.",
        "2,",
        "3、",
        "(1)",
        "①",
        "一是",
        "二是",
        "第一,",
        "第一部分",
        "01",
        "——",
        "·",
    ),
    *(
        "主要工作",
        "存在问题",
        "下一步打算",
        "2023年工作回顾",
        "名词解释",
        "附件1",
        "目录",
        "注:",
        "政府工作报告",
    ),
    *(
        "全年完成投资12.6亿元,增长5.2%。",
        "但基层力量仍然薄弱。",
        "到2027年建成。",
        "我们将认真解决。",
        "记者:有哪些举措?",
    ),
    *(
        "当前位置: 首页 > 公开",
        "责任编辑:张三",
        "下转第三版",
        "| | |",
        "索引号",
        "— 3 —",
        "来源:市政府",
        "(2024-01-05)",
    ),
    *(
        "“",
        "”",
        "《",
        "》",
        "(",
        "）",
        "。",
        ";",
        "：",
        ",",
        "!",
        "?",
        "…",
        " ",
        "  ",
        "\u3000\u3000",
        "\t",
        "|",
    ),
    *(
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u200b",
        "\xa0",
        "\x00",
        "😀",
        "a",
        "7",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


def outline_of(text: str) -> Outline:
    return split_report(report_of(Extracted(text), "x", b"", "utf-8"))


def is_read_from(clean: str, raw: str) -> bool:
    """Whether clean text is raw text with nothing but some characters left out."""
    rest = iter(raw)
    return all(char in rest for char in clean)


def readable(text: str) -> bool:
    try:
        outline_of(text)
    except InputError:
        return False
    return True


some_text = texts.filter(readable)


@patient
@given(texts)
def test_any_text_has_an_outline(text):
    """Any text gives an outline, or one clear error for a text that holds nothing."""
    try:
        outline_of(text)
    except InputError as error:
        assert "holds no text" in str(error)  # noqa: PT017 - the error is one of two right answers


@patient
@given(some_text)
def test_spans_are_sound(text):
    """Sections stand in document order and do not overlap; each holds its sentences, and they its raw text."""
    outline = outline_of(text)
    ends = 0
    for section in outline.sections:
        start, end = section.span
        assert ends <= start < end <= len(text)
        assert section.level >= 1
        assert is_read_from(section.heading, text[start:end])
        for sentence in section.sentences:
            assert start <= sentence.span.start < sentence.span.end <= end
            assert sentence.text.strip() == sentence.text != ""
            row = any(start <= cell.span.start < sentence.span.end for cell in outline.cells)
            assert row or is_read_from(sentence.text, sentence.span.of(text))
        ends = end


@patient
@given(some_text)
def test_nothing_is_lost(text):
    """Every letter and number lies in a heading, a sentence, the frame or the noise."""
    outline = outline_of(text)
    covered = set()
    for section in outline.sections:
        covered.update(range(section.span.start, section.span.end))
    for span in (*outline.noise, *outline.frame):
        covered.update(range(*span))
    lost = [char for at, char in enumerate(text) if at not in covered and char.isalnum()]
    assert lost == []


@patient
@given(some_text)
def test_sentences_are_read_once(text):
    """No two sentences share a character."""
    spans = sorted(s.span for section in outline_of(text).sections for s in section.sentences)
    assert all(above.end <= below.start for above, below in pairwise(spans))


@patient
@given(some_text, st.integers(1, 300))
def test_chunks_hold_every_sentence_once(text, budget):
    """Chunks hold all sentences in order, stay under the budget where sentences allow it, and cross no section."""
    outline = outline_of(text)
    chunks = cut_chunks(outline, budget)
    assert [s for chunk in chunks for s in chunk.sentences] == [
        s for one in outline.sections for s in one.sentences
    ]
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    for chunk in chunks:
        section = outline.sections[chunk.section]
        assert set(chunk.sentences) <= set(section.sentences)
        assert len(chunk.sentences) == 1 or sum(len(s.text) for s in chunk.sentences) <= budget


@patient
@given(some_text)
def test_full_width_or_not(text):
    """Line ends of another system change nothing but offsets."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    there = [(s.heading, s.level, s.role) for s in outline_of(unix).sections] if readable(unix) else []
    windows = unix.replace("\n", "\r\n")
    again = [(s.heading, s.level, s.role) for s in outline_of(windows).sections] if readable(windows) else []
    assert there == again


bodies = st.sampled_from([
    "全年办理案件3200件,群众满意率达到98.5%,各项任务圆满完成。",
    "新建改建农村公路138公里,完成投资4.2亿元。惠及群众2.6万人。",
    "组织培训18场次,参训人员1300余人次,队伍素质持续提升。",
])
names = st.text(
    "深化推进加强优化提升完善健全改革服务建设治理监督执法营商环境队伍基层法治", min_size=6, max_size=16
)
CN = "一二三四五六七八"


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, list[tuple[str, int]]]:
    """A report with two levels of numbered headings, and those headings with their levels."""
    lines = ["青岚县2023年工作情况报告", "2023年,全县上下认真落实各项决策部署,现将有关情况报告如下。"]
    headings = []
    run_in = draw(st.booleans())
    for part in range(draw(st.integers(2, 4))):
        heading = f"{CN[part]}、{draw(names)}"
        headings.append((heading, 1))
        lines.append(heading)
        for item in range(draw(st.integers(2, 5))):
            inner = f"({CN[item]}){draw(names)}"
            headings.append((inner, 2))
            body = f"{draw(bodies)}这是第{len(lines)}项工作。"  # no line twice: a second copy is passed over
            lines.extend([f"{inner}。{body}"] if run_in else [inner, body])
    return draw(st.sampled_from(["\n", "\n\n", "\r\n", "\n\u3000\u3000"])).join(lines), headings


@patient
@given(reports())
def test_numbered_headings_are_found(report):
    """Every numbered heading of a well-built report is found with its level, and nothing else."""
    text, headings = report
    assert [(s.heading, s.level) for s in outline_of(text).sections if s.heading] == headings


@patient
@given(st.binary(max_size=400) | st.text(string.printable, max_size=100).map(str.encode))
def test_any_bytes_give_a_report_or_an_error(tmp_path_factory, data):
    """Whatever the bytes, there is a report or an InputError, never anything else."""
    path = tmp_path_factory.mktemp("fuzz") / "report.txt"
    path.write_bytes(data)
    try:
        split_report(load_report(str(path)))
    except InputError as error:
        assert error.hint  # noqa: PT017 - the error is one of two right answers


@pytest.mark.parametrize("size", [1, 4])
def test_time_grows_with_length(size):
    """One line of a million characters is read; four times the text takes no more than about four times as long."""
    outline = outline_of("全年增长5.2%," * (25_000 * size))
    assert sum(len(s.text) for one in outline.sections for s in one.sentences) == 225_000 * size

"""Sentences and chunks: nothing lost, nothing cut that must stay whole."""

import pytest

from govbrief.read.chunks import cut_chunks, estimate_tokens
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.read.structure.passages import SourcePassage
from govbrief.read.structure.sentences import MAX_SENTENCE, split_sentences
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(SourcePassage.of_spans(text, [Span(0, len(text))]))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("发布《办法》。实施。", ["发布《办法》。", "实施。"]),
        ("他说:“干得好。”于是散会。", ["他说:“干得好。”", "于是散会。"]),
        ("他说:“干得好。再接再厉。”散会。", ["他说:“干得好。再接再厉。”", "散会。"]),
        ("增长5.2%。其中,工业增长3%", ["增长5.2%。", "其中,工业增长3%"]),
        ("办结(见表1。)事项。", ["办结(见表1。)事项。"]),
        ("好!很好!!", ["好!", "很好!!"]),
        ("“没有收尾的引号。下一句。", ["“没有收尾的引号。", "下一句。"]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    """A sentence ends at a full stop, not inside a quotation, a title or brackets."""
    assert sentences(text) == parts


def test_endless_sentence_is_cut():
    """Text without any full stop is cut at a comma, or anywhere, so that no prompt overflows."""
    parts = sentences("增长," * 2000)
    assert "".join(parts) == "增长," * 2000
    assert max(map(len, parts)) <= MAX_SENTENCE
    assert max(map(len, sentences("增" * 5000))) <= MAX_SENTENCE


def outline_of(*sizes: int) -> Outline:
    made = []
    at = 0
    for size in sizes:
        made.append(Sentence(Span(at, at + size), "增" * size))
        at += size
    section = Section("一、工作", "一、", 1, Role.PLAN, Span(0, at), ("回顾",), tuple(made))
    report = Report("增" * at, "x", "", "utf-8")
    return Outline(report, (section,), (), ())


def test_big_sections_are_split_evenly():
    """Ten sentences over a budget of seven make five and five, not seven and three."""
    chunks = cut_chunks(outline_of(*[100] * 10), 700)
    assert [len(chunk.sentences) for chunk in chunks] == [5, 5]
    assert [chunk.id for chunk in chunks] == ["00/00", "00/01"]
    assert chunks[0].heading_path == ("回顾", "一、工作")
    assert chunks[0].role is Role.PLAN


def test_long_sentence_is_a_chunk():
    """A sentence beyond the budget stays whole in a chunk of its own."""
    chunks = cut_chunks(outline_of(50, 900, 50), 300)
    assert [len(chunk.sentences) for chunk in chunks] == [1, 1, 1]


def test_heading_that_states_a_shortcoming_is_told(tmp_path):
    """「(二)信息化水平还不高。」 is a sentence of its chunk; 「二、存在的问题。」 is only a name."""
    path = tmp_path / "report.txt"
    text = (
        "青岚县2023年法治政府建设报告\n一、主要工作\n建成园区3个,新建学校2所,群众满意率提高。\n二、存在的主要问题。\n"
        "(一)信息化水平还不高。业务平台建设较慢,数据共享不够。\n(二)队伍力量还不足。专职人员缺乏,素质有待提高。\n"
    )
    path.write_text(text, encoding="utf-8")
    report = load_report(str(path))
    lacks = [c for c in cut_chunks(split_report(report), 1000) if c.role is Role.SHORTCOMING]
    told = [sentence for chunk in lacks for sentence in chunk.sentences]
    assert [s.text for s in told] == [
        "信息化水平还不高。",
        "业务平台建设较慢,数据共享不够。",
        "队伍力量还不足。",
        "专职人员缺乏,素质有待提高。",
    ]
    assert all(s.span.of(report.text) == s.text for s in told)


def test_chunks_of_a_report(tmp_path):
    """Sections stay apart, and headings alone make no chunk."""
    path = tmp_path / "report.txt"
    path.write_text(
        "青岚县2023年工作报告\n一、主要工作\n(一)抓产业。建成园区3个。\n(二)抓民生。新建学校2所。\n",
        encoding="utf-8",
    )
    chunks = cut_chunks(split_report(load_report(str(path))), 1000)
    assert [chunk.heading_path for chunk in chunks] == [
        ("一、主要工作", "(一)抓产业"),
        ("一、主要工作", "(二)抓民生"),
    ]


def test_tokens_are_estimated_high():
    """The estimate counts a Chinese character as a token and Latin text by its bytes, never too low by much."""
    assert estimate_tokens("全年增长") >= 3
    assert estimate_tokens("GDP grew 5.2%") >= 4
    assert estimate_tokens("") == 0

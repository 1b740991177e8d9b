"""The grammar of headings: marks, ends, runs and levels."""

import pytest

from govbrief.read.sections import find_headings
from govbrief.read.structure.headings import HeadingMark, find_markers, read_head, read_mark
from govbrief.read.structure.levels import heading_levels
from govbrief.read.structure.passages import SourcePassage
from govbrief.read.structure.repair import Paragraph
from govbrief.read.structure.runs import numbered_headings
from govbrief.read.structure.splits import split_paragraphs
from govbrief_schemas.report import Span

BODY = "全年完成投资12.6亿元,办结事项3200件,群众满意率达到98.5%,各项任务圆满完成。"


def paragraphs(*lines: str) -> list[Paragraph]:
    found = []
    at = 0
    raw = "\n".join(lines)
    for line in lines:
        found.append(Paragraph(SourcePassage.of_spans(raw, [Span(at, at + len(line))]), is_table=False))
        at += len(line) + 1
    return found


def headings(*lines: str) -> list[str]:
    parted = split_paragraphs(paragraphs(*lines))
    found = find_headings(parted)
    return [parted[index].passage.text[: found[index].end] for index in sorted(found)]


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("一、主要工作", "cn", 1),
        ("十二、附则", "cn", 12),
        ("二十一、其他", "cn", 21),
        ("三.工作打算", "cn", 3),
        ("二,存在的问题", "cn", 2),
        ("(一)经济建设", "cn-paren", 1),
        ("（十）党的建设", "cn-paren", 10),
        ("( 二 )经济", "cn-paren", 2),
        ("(三)、经济", "cn-paren", 3),
        ("1.经济", "digit", 1),
        ("2.2024年工作打算", "digit", 2),
        ("2,深化改革", "digit", 2),
        ("3、经济", "digit", 3),
        ("４．经济", "digit", 4),
        ("5 公共服务", "digit", 5),
        ("6)经济", "digit", 6),
        ("（1）经济", "paren", 1),
        ("③经济", "circled", 3),
        ("第一部分 回顾", "part", 1),
        ("第二章 目标", "part", 2),
        ("第三,经济", "nth", 3),
        ("一是经济", "clause", 1),
        ("二要经济", "clause", 2),
        ("01 经济", "zero", 1),
    ],
)
def test_marks(text, style, value):
    """Every way to number a line is read, full-width or not, with its value."""
    mark = read_mark(text)
    assert mark is not None
    assert (mark.style, mark.value) == (style, value)


@pytest.mark.parametrize(
    "text",
    [
        "一、二、三产业增加值",
        "三、四季度",
        "1.5万人次",
        "10月份以来",
        "2023年,",
        "12345热线",
        "3家企业",
        "四要素保障",
        "1,316件",
        "一季度",
        "第一产业",
        "全年",
    ],
)
def test_no_marks(text):
    """Sentences that begin with a number are no headings."""
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (f"(一)优化职能,推动发展。{BODY}", "(一)优化职能,推动发展"),
        (f"一、2023年工作回顾 2023年,{BODY}", "一、2023年工作回顾"),
        (f"1.总体要求:{BODY}", "1.总体要求"),
        ("二、存在的主要问题:", "二、存在的主要问题"),
        (f"一是提升质效,让群众满意。{BODY}", "一是提升质效,让群众满意"),
        ("一、夯实基础 提升能力", "一、夯实基础 提升能力"),
    ],
)
def test_where_a_heading_ends(text, heading):
    """A heading ends before its full stop, before a blank or colon that parts it from its body, or with the line."""
    head = read_head(text)
    assert head is not None
    assert text[: head.end] == heading


def test_long_headings_of_one_shape():
    """Headings that all begin alike and are long are headings; sentences that tell are not."""
    heads = [
        f"({n})在推动高质量发展上聚焦发力,{what}实现新的突破"
        for n, what in zip("一二三", "工农商", strict=True)
    ]
    assert headings(*(f"{head}。{BODY}" for head in heads)) == heads
    years = [
        "一、2023年国民经济和社会发展计划执行及完成情况",
        "二、2024年国民经济和社会发展总体要求和主要目标",
    ]
    assert headings(years[0], BODY, years[1], BODY) == years
    told = [f"{n}.截至2023年底,全县共办理各类案件3200件,同比增长5.2%。{BODY}" for n in range(1, 4)]
    assert headings(*told) == []


def test_lists_head_nothing():
    """Items with nothing under them are a list, whatever numbers them."""
    assert headings("目录如下", "1.投资管理办法", "2.人才引进措施", "3.加装电梯细则") == []
    assert headings("包括:", "(1)新建学校4所;", "(2)改造小区38个;", "(3)建设食堂10个。") == []


def test_glossaries_head_nothing():
    """Entries of a glossary are no headings, under its title or without one."""
    entries = ("1.三区三线:指三个区域和三条控制线。" + BODY, "2.专精特新:指具有四类特征的中小企业。" + BODY)
    assert headings(*entries) == []
    assert headings("名词解释", "1.六保:保居民就业。" + BODY, "2.六稳:稳就业。" + BODY) == ["名词解释"]


def test_clauses_inside_a_paragraph_head_nothing():
    """一是…二是… inside a paragraph are its clauses; on lines of their own with bodies they head them."""
    assert headings(f"存在不足。一是力量薄弱。{BODY}二是人员紧缺。{BODY}") == []
    assert headings(f"一是抓学习。{BODY}", f"二是抓执法。{BODY}") == ["一是抓学习", "二是抓执法"]


def test_two_headings_on_one_line():
    """Headings inside a line are found when their numbers go on."""
    line = f"一、主要成效 (一)稳增长,提质增效。{BODY}(二)抓创新,转型升级。{BODY}"
    assert headings(line, f"二、下步打算 {BODY}")[:3] == [
        "一、主要成效",
        "(一)稳增长,提质增效",
        "(二)抓创新,转型升级",
    ]


def test_list_inside_a_sentence_stays_whole():
    """Numbers after a colon and between semicolons part no paragraph."""
    text = "围绕三个方面发力:(一)优化环境;(二)推进项目;(三)改善民生。"
    assert len(split_paragraphs(paragraphs(text))) == 1


def test_a_gap_or_a_double_in_the_count_breaks_no_run():
    """A number left out, twice the same, or a slip of the pen does not end a run of headings."""
    lines = [f"{mark}工作持续推进。{BODY}" for mark in ("1、", "2,", "3、", "3、", "5 ", "6.")]
    assert len(numbered_headings(paragraphs(*lines))) == 6


def test_leads_need_siblings():
    """A short first sentence heads its paragraph only in a row of its like."""
    leads = ("经济运行稳中有进。", "创新动能加快集聚。", "改革开放纵深推进。")
    assert headings("一、工作回顾", *(lead + BODY for lead in leads))[1:] == [lead[:-1] for lead in leads]
    assert headings("一、工作回顾", leads[0] + BODY, BODY) == ["一、工作回顾"]


def test_plain_lines_need_siblings():
    """A short line without number is a heading beside others of its sort, or where its words say so."""
    assert headings(BODY, "农业生产稳定", BODY, "工业稳步回升", BODY) == ["农业生产稳定", "工业稳步回升"]
    assert headings(BODY, "市民中心夜景", BODY) == []
    assert headings(BODY, "下一步工作打算", BODY) == ["下一步工作打算"]


LEVELS = [
    (["cn", "cn-paren", "digit", "digit", "cn-paren", "cn"], [1, 2, 3, 3, 2, 1]),
    (["speaker", "cn", "clause", "clause", "cn", "speaker", "cn"], [1, 2, 3, 3, 2, 1, 2]),
    (["part", "cn", "cn", "part", "cn"], [1, 2, 2, 1, 2]),
    (["plain", "cn", "cn", "plain", "cn"], [1, 2, 2, 1, 2]),
    (["cn", "cn-paren", "annex", "cn"], [1, 2, 1, 2]),
    (["digit", "paren", "circled", "paren", "digit"], [1, 2, 3, 2, 1]),
    (["question", "clause", "question"], [1, 2, 1]),
    (["cn-paren", "cn", "cn-paren"], [1, 1, 2]),
]


@pytest.mark.parametrize(("styles", "levels"), LEVELS)
def test_levels(styles, levels):
    """Levels come from the order of styles in the document; what restarts lies under what stands between."""
    counts: dict[str, int] = {}
    marks = []
    previous = ""
    for style in styles:
        restarts = previous in {"speaker", "part", "plain", "annex"} or (
            previous == "cn" and style == "cn-paren"
        )
        counts[style] = 1 if restarts else counts.get(style, 0) + 1
        marks.append(HeadingMark(style, counts[style], 2))
        previous = style
    assert [level for level, _ in heading_levels(marks)] == levels


def test_a_style_may_stand_above_its_usual_parent():
    """1. above (一): the count of 1. goes on after (一), so (一) lies under it."""
    marks = [
        HeadingMark("digit", 1, 2),
        HeadingMark("cn-paren", 1, 3),
        HeadingMark("cn-paren", 2, 3),
        HeadingMark("digit", 2, 2),
    ]
    assert [level for level, _ in heading_levels(marks)] == [1, 2, 2, 1]


def test_markers_in_running_text():
    """List markers inside a sentence are found for the witness, amounts are not."""
    text = "一是新增3件;二是(一)整改5项;2.完成10项。"
    assert [span.of(text) for span in find_markers(text)] == ["一是", "二是", "2."]

"""Promises of the Markdown form of a brief."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govbrief.base.plain import clean
from govbrief.views.doubts import Piece, mark_doubts, mark_parts
from govbrief.views.labels import MARK
from govbrief.views.markdown import escape, to_markdown
from govbrief_schemas.brief import Failure, SummarySentence
from govbrief_schemas.finding import Finding, Rule, Verdict
from tests.documents.any_brief import (
    briefs,
    cells,
    doubtful_messages,
    evidence_texts,
    foreign_texts,
    notes,
    texts,
)
from tests.documents.brief import BRIEF, SOUND
from tests.documents.brief_items import CONGRESS, DELEGATED, ENFORCEMENT, noted, supported

langs = st.sampled_from(["both", "zh", "en"])
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inline_tokens(markdown):
    """Every inline token of a rendered document."""
    return [t for block in READER.parse(markdown) if block.type == "inline" for t in block.children]


def visible(markdown):
    """What a reader of the rendered document sees, without white space and marks."""
    return bare("".join(t.content for t in inline_tokens(markdown) if t.type in {"text", "code_inline"}))


def bare(text):
    """Clean text without white space and marks, which rendering may add."""
    return re.sub(rf"[\s{MARK}]", "", clean(text))


def shown(text, language, *findings):
    """The text with a * behind each marked piece."""
    return "".join(p.text + "*" * p.doubtful for p in mark_doubts(text, language, findings))


def refuted(language, seen, expected="31项", rule=Rule.VALUE):
    return noted(Verdict.REFUTED, rule, language, seen, expected)


@settings(deadline=None, max_examples=60)
@given(briefs, langs, st.booleans())
def test_no_text_is_lost(brief, lang, evidence):
    """Every text that the brief shows in the chosen language reads the same in the rendered Markdown."""
    seen = visible(to_markdown(brief, lang, evidence=evidence))
    wanted = [*foreign_texts(brief, lang), *cells(brief, lang), *doubtful_messages(brief, lang)]
    wanted += evidence_texts(brief) if evidence else []
    assert [text for text in wanted if bare(text) not in seen] == []


@settings(deadline=None, max_examples=60)
@given(briefs, langs, st.booleans())
def test_foreign_text_makes_no_markdown(brief, lang, evidence):
    """Neither a report nor a model can add HTML, links, images, fences, headings or list entries."""
    markdown = to_markdown(brief, lang, evidence=evidence)
    inline = inline_tokens(markdown)
    assert {t.type for t in inline} <= {"text", "code_inline", "strong_open", "strong_close"}
    assert all(re.fullmatch(r"[\w.+-]+@[\w.-]+", t.content) for t in inline if t.type == "code_inline")
    blocks = READER.parse(markdown)
    assert not {"html_block", "fence", "code_block", "hr"} & {t.type for t in blocks}
    headings = [t for t in blocks if t.type == "heading_open"]
    assert len(headings) == len(re.findall(r"^#{1,2} ", markdown, re.MULTILINE))
    assert sum(t.tag == "h1" for t in headings) == 1


@given(texts)
def test_escape_is_exact(text):
    """Escaped text renders as exactly the clean text, an e-mail address as code."""
    tokens = READER.parseInline(escape(text))[0].children
    assert "".join(t.content for t in tokens) == clean(text)
    assert {t.type for t in tokens} <= {"text", "code_inline"}


def test_addresses_do_not_become_links():
    """An address in a report stays text where bare addresses are made links."""
    assert escape("见http://a.cn/x与www.b.cn") == r"见http\://a.cn/x与www\.b.cn"
    assert escape("信箱fz_jb@dl.gov.cn。") == "信箱`fz_jb@dl.gov.cn`。"


@pytest.mark.parametrize(
    "unseen", ["\ufe0f", "\U000e0100", "\u034f", "\u3164", "\U000e0041", "\u009b", "\u200b"]
)
def test_nothing_hides_in_a_text(unseen):
    """Characters that nobody sees are taken away: a brief reads to a program as it does to a person."""
    assert clean(f"赋权{unseen}31项") == "赋权31项"


@given(texts, st.sampled_from(["zh", "en"]), st.lists(notes, max_size=3))
def test_every_doubt_marks_the_text(text, language, findings):
    """A marked text loses nothing; it is marked when a finding is doubtful about it, or about what it translates."""
    pieces = mark_doubts(text, language, findings)
    assert "".join(p.text for p in pieces) == clean(text)
    about = {language, "zh-en", "zh"} if clean(text) else {language, "zh-en"}
    doubtful = [f for f in findings if f.verdict is not Verdict.SUPPORTED and f.language in about]
    assert any(p.doubtful for p in pieces) == bool(doubtful)


def test_english_of_a_doubtful_text_is_doubtful():
    """Who reads the English alone sees that the Chinese which it translates has no ground."""
    doubt = Finding(Verdict.NOT_FOUND, Rule.VALUE, "zh", "九百件", "", "No such number.", "原文没有。")
    [whole, end] = mark_doubts("Hundreds were closed.", "en", [doubt])
    assert (whole.doubtful, end) == (False, Piece("", doubtful=True))
    assert not any(piece.doubtful for piece in mark_doubts("办结", "zh", [replace(doubt, language="en")]))


@pytest.mark.parametrize("lang", ["both", "zh", "en"])
def test_marks_stand_behind_the_number(lang):
    """A doubtful number is marked where it stands, in the language that holds it; its message is below."""
    markdown = to_markdown(BRIEF, lang)
    assert ("built 1,762 ⚠ convenience" in markdown) == (lang != "zh")
    assert ("2952人 ⚠ 获得" in markdown) == (lang != "en")
    assert ("covering 11,968 matters. ⚠" in markdown) == (lang != "zh")
    assert ("近12000项 ⚠。" in markdown) == (lang != "en")
    assert ("英文写“1,762”，原文是“1726个”。" in markdown) == (lang != "en")
    assert ("The English says “1,762”, but the source says “1726个”." in markdown) == (lang != "zh")


def test_marks_whole_numbers_only():
    """A number is not found inside a longer one."""
    assert shown("草案13件,修改3件。", "zh", refuted("zh", "3件")) == "草案13件,修改3件*。"
    assert shown("1,726 and 726 stations", "en", refuted("en", "726")) == "1,726 and 726* stations"
    assert shown("often ten", "en", refuted("en", "ten")) == "often ten*"


def test_marks_one_of_two_equal_numbers():
    """A place that a sound finding points at is not marked; without a pointer all places are."""
    text = "草案3件,修改3件。"
    sound = supported("zh", "3件", "3件")
    assert shown(text, "zh", replace(sound, at=2), refuted("zh", "3件")) == "草案3件,修改3件*。"
    assert shown(text, "zh", replace(sound, at=7), refuted("zh", "3件")) == "草案3件*,修改3件。"
    assert shown(text, "zh", sound, refuted("zh", "3件")) == "草案3件*,修改3件*。"
    assert shown(text, "zh", refuted("zh", "3件")) == "草案3件*,修改3件*。"


def test_marks_both_swapped_numbers():
    """Where two languages exchange two numbers, both are marked in both."""
    finding = refuted("zh-en", "31 … five", "5项 … 31项", Rule.SUBJECT)
    assert shown("收回5项,赋权31项", "zh", finding) == "收回5项*,赋权31项*"
    assert shown("took back 31 and gave five", "en", finding) == "took back 31* and gave five*"


def test_marks_the_end_when_nothing_stands_there():
    """What is missing in one language is marked at the end of that language."""
    assert shown("It works.", "en", refuted("zh-en", "", "31项", Rule.MISSING)) == "It works.*"
    assert shown("", "en", refuted("en", "", "", Rule.TRANSLATION)) == "*"


def test_parts_checked_as_one_are_marked_where_the_doubt_stands():
    """A doubt marks the text that holds it, or the first where none does."""
    texts = ["Report on Dalian, 2032", "Dalian Municipality"]
    marked = mark_parts(texts, "en", [refuted("en", "Municipality")])
    assert [[p.doubtful for p in part] for part in marked] == [[False], [False, True]]
    marked = mark_parts(texts, "en", [refuted("en", "2099")])
    assert [[p.doubtful for p in part] for part in marked] == [[False, True], [False]]


def test_order_for_a_person_in_a_hurry():
    """Headline, check and summary come first, shortcomings before plans, plans before results, details last."""
    markdown = to_markdown(BRIEF)
    wanted = [
        "# 大连2023：自报便民服务有进展，自认缺专门队伍",
        "**Dalian 2023: gains reported in one-stop services; the city admits it lacks dedicated staff**",
        "大连市2023年法治政府建设情况报告 Report on the Building of a Law-Based Government in Dalian, 2023",
        "大连市 Dalian Municipality",
        "法治政府建设年度报告 rule-of-law annual report · 2024-03-28",
        "发言人 Speakers: 编辑高佳欢 Gao Jiahuan, editor",
        "> ⚠ 数字24/27、名称0/1已核实；11条的术语、层级、时态已按规则比对（不能尽查）；6处待复核⚠，其中1处无法核对。",
        "> ⚠ 1处未完成，本摘要不完整：(八)健全科技保障体系。",
        "## 摘要 Summary",
        "1. 2023年,大连市向园区赋权31项,建成便民服务站1726个。〔一(一)〕",
        "1) In 2023 Dalian delegated 31 powers to its parks and built 1,726 convenience service stations.",
        "## 数据 Figures",
        "| 31 | 园区赋权 Powers delegated to parks〔一(一)〕 |  |",
        "| → 九个 · nine | 落实的配套程序制度（重大行政决策） Supporting procedures to apply (major decisions)〔二〕",
        "目标 target 2024年 2024 |",
        "## 不足 Shortcomings",
        "还比较薄弱。（原因：缺少专门的工作队伍）〔第3节〕 The teams",
        "still rather weak. (Cause: dedicated staff are lacking)",
        "## 计划 Plans",
        "- 2024年落实《大连市重大行政决策程序规定》及**九个配套程序制度**。〔二〕 In 2024",
        "and **nine supporting procedures**.",
        "- 贯彻实施新修订的",
        "**市人大 Municipal People's Congress**",
        "- 完成地方性法规立法计划。〔二〕 Complete the plan for local regulations.",
        "## 成效 Achievements",
        "**荣誉 Honours**",
        "- 大连市：向省级推荐第三批全国法治政府建设单项示范项目5个。〔一(九)〕 Dalian: Five",
        "**机构职能 Functions**",
        "**执法 Enforcement**",
        "## 未提及 Not told",
        "- 多数计划没有期限。 Most plans carry no date.",
        "## 核对 Check",
        "- 摘要2: 中文写“近12000项”",
        "- 计划〔二〕: 英文写“Administrative Reconsideration Law”",
        "- 成效〔一(一)〕: 英文写“1,762”，原文是“1726个”。",
        "覆盖 Coverage: 述及8/15句，用到5/7个数量。 8/15 statements told, 5/7 amounts used.",
        "## 未完成 What failed",
        "the answer was cut at the token limit",
        "govbrief 0.1.0 · qwen2.5-coder-1.5b-instruct-q4\\_k\\_m · default (9f86d081) · 2026-11-21",
        "seeds/dalian-2023.txt (c6626eec) · 重放录制 replayed",
    ]
    places = [markdown.find(text) for text in wanted]
    assert places == sorted(places), [text for text, at in zip(wanted, places, strict=True) if at < 0]
    assert -1 not in places


def test_evidence_only_where_asked_for():
    """The source's sentences, amounts not used and counts by verdict are printed with evidence, else not."""
    short, long = to_markdown(BRIEF), to_markdown(BRIEF, evidence=True)
    for text in (
        "> 向园区赋权31项,收回行政职权5项,开展园区赋权试点。 (228–255)",
        "| 1726个 (264–269) |",
        "- 开展法治建设考核工作。 (2396–2407)",
        "- 61个 (289–292): 推出61个“一件事一次办”事项",
        "已核实 Confirmed 25 · 不符 Contradicted 2",
    ):
        assert text in long
        assert text not in short


def test_labels_leave_room():
    """What govbrief adds to a brief of its own accord stays under 750 characters in two languages."""
    sound = BRIEF.model_copy(
        update={
            "items": tuple(item for item in BRIEF.items if not (item.doubts or item.target)),
            "failures": (),
            "summary": BRIEF.summary.model_copy(update={"sentences": BRIEF.summary.sentences[:1]}),
        }
    )
    own = to_markdown(sound)
    for text in sorted({*foreign_texts(sound, "both"), *cells(sound, "both")}, key=len, reverse=True):
        own = own.replace(escape(text), "") if len(text) > 2 else own
    assert len(re.sub(r"〔.*?〕|\(§.*?\)", "", own)) < 750, own


@pytest.mark.parametrize(
    ("lang", "other"), [("zh", r"[A-Za-z]+ [a-z]+"), ("en", r"[\u4e00-\u9fff，。：（〔]")]
)
def test_one_language_alone(lang, other):
    """With one language nothing of the other is left, tags and labels included."""
    sound = SOUND.model_copy(update={"failures": (Failure(section=ENFORCEMENT, reason=""),)})
    assert re.findall(other, to_markdown(sound, lang)) == []


def test_nothing_doubtful_is_said():
    """A brief without doubts says so up front, beside what was looked at, and marks nothing."""
    sound = BRIEF.model_copy(
        update={
            "items": (DELEGATED, CONGRESS),
            "figures": (),
            "failures": (),
            "summary": BRIEF.summary.model_copy(update={"sentences": BRIEF.summary.sentences[:1]}),
        }
    )
    markdown = to_markdown(sound)
    assert "> 数字8/8已核实；3条的术语、层级、时态已按规则比对（不能尽查）；规则未见疑点。" in markdown
    assert (
        "terms, levels and tense of 3 lines compared by rules, which miss some; the rules raise no doubt."
        in markdown
    )
    assert MARK not in markdown


def test_empty_brief_reads_well():
    """A brief of nothing says what is missing instead of showing empty parts."""
    nothing = BRIEF.model_copy(
        update={
            "items": (),
            "figures": (),
            "summary": BRIEF.summary.model_copy(update={"zh": (), "en": (), "sentences": ()}),
        }
    )
    markdown = to_markdown(nothing, "en")
    assert "No numbers to check; the rules raise no doubt" in markdown
    assert "No items were found." in markdown
    assert "Summary" not in markdown
    assert "Figures" not in markdown


def test_brief_without_headline_begins_with_its_title():
    """A brief of the older form, which has no headline, is headed by the report's title, told once."""
    markdown = to_markdown(BRIEF.model_copy(update={"headline": SummarySentence(zh="", en="", items=())}))
    assert markdown.startswith("# 大连市2023年法治政府建设情况报告\n\n**Report on the Building")
    assert markdown.count("Report on the Building") == 1


def test_who_shows_the_page_is_told_as_that():
    """The account that shows a press conference stands in the line of facts, and is no issuer."""
    head = BRIEF.report.model_copy(update={"publisher": "沈阳发布"})
    told = to_markdown(BRIEF.model_copy(update={"report": head}))
    assert "沈阳发布刊载 published by Shenyang Release" in " ".join(told.split())
    assert "刊载" not in to_markdown(BRIEF)

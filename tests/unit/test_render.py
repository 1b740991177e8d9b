"""Promises of the Markdown form of a brief."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govbrief.plain import clean
from govbrief.views.doubts import mark_doubts, mark_head
from govbrief.views.labels import MARK
from govbrief.views.markdown import anchor, escape, to_markdown
from govbrief_schemas.finding import Rule, Verdict
from tests.documents.any_brief import briefs, cells, doubtful_messages, foreign_texts, notes, texts
from tests.documents.brief import BRIEF, DELEGATED, LISTS, POWERS, noted, supported

langs = st.sampled_from(["both", "zh", "en"])
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inline_tokens(markdown):
    """Every inline token of a rendered document."""
    return [t for block in READER.parse(markdown) if block.type == "inline" for t in block.children]


def visible(markdown):
    """What a reader of the rendered document sees, without white space and marks."""
    return bare("".join(t.content for t in inline_tokens(markdown) if t.type == "text"))


def bare(text):
    """Clean text without white space and marks, which rendering may add."""
    return re.sub(rf"[\s{MARK}]", "", clean(text))


def shown(text, language, *findings):
    """The text with a * behind each marked piece."""
    return "".join(p.text + "*" * p.doubtful for p in mark_doubts(text, language, findings))


def refuted(language, seen, expected="31项", rule=Rule.VALUE):
    return noted(Verdict.REFUTED, rule, language, seen, expected)


@settings(deadline=None, max_examples=60)
@given(briefs, langs)
def test_no_text_is_lost(brief, lang):
    """Every text that the brief holds in the chosen language reads the same in the rendered Markdown."""
    seen = visible(to_markdown(brief, lang))
    wanted = [*foreign_texts(brief, lang), *cells(brief, lang), *doubtful_messages(brief, lang)]
    assert [text for text in wanted if bare(text) not in seen] == []


@settings(deadline=None, max_examples=60)
@given(briefs, langs)
def test_foreign_text_makes_no_markdown(brief, lang):
    """Neither a report nor a model can add HTML, links, images, code, emphasis, headings or list entries."""
    markdown = to_markdown(brief, lang)
    inline = inline_tokens(markdown)
    html = "".join(t.content for t in inline if t.type == "html_inline")
    assert re.sub(r'<a id="item-[\w-]*"></a>', "", html) == ""
    spans = {"link_open", "link_close", "strong_open", "strong_close", "em_open", "em_close"}
    assert {t.type for t in inline} <= {"text", "html_inline", *spans}
    assert all(t.attrs["href"].startswith("#item-") for t in inline if t.type == "link_open")
    blocks = [t.type for t in READER.parse(markdown)]
    assert not {"html_block", "fence", "code_block", "hr", "ordered_list_open"} & set(blocks)
    assert blocks.count("heading_open") == len(re.findall(r"^#{1,3} ", markdown, re.MULTILINE))


@given(texts)
def test_escape_is_exact(text):
    """Escaped text renders as exactly the clean text."""
    tokens = READER.parseInline(escape(text))[0].children
    assert "".join(t.content for t in tokens) == clean(text)
    assert {t.type for t in tokens} <= {"text"}


def test_addresses_do_not_become_links():
    """An address in a report stays text where bare addresses are made links."""
    assert escape("见http://a.cn/x与www.b.cn") == r"见http\://a.cn/x与www\.b.cn"


@given(texts, st.sampled_from(["zh", "en"]), st.lists(notes, max_size=3))
def test_every_doubt_marks_the_text(text, language, findings):
    """A marked text loses nothing; it is marked when any finding about its language is doubtful."""
    pieces = mark_doubts(text, language, findings)
    assert "".join(p.text for p in pieces) == clean(text)
    doubtful = [
        f for f in findings if f.verdict is not Verdict.SUPPORTED and f.language in {language, "zh-en"}
    ]
    assert any(p.doubtful for p in pieces) == bool(doubtful)


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
    """When every place has its own finding, only the doubtful one is marked; else all places are."""
    text = "草案3件,修改3件。"
    assert shown(text, "zh", supported("zh", "3件", "3件"), refuted("zh", "3件")) == "草案3件,修改3件*。"
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


def test_head_marks_title_or_issuer():
    """A doubt about the head marks the text that holds it, else the title."""
    head = BRIEF.report
    marked = mark_head(head.title, head.issuer, [refuted("en", "Municipality")])
    assert [p.doubtful for p in marked["issuer.en"]] == [False, True]
    assert [p.doubtful for p in marked["title.en"]] == [False]
    marked = mark_head(head.title, head.issuer, [refuted("en", "2032")])
    assert [p.doubtful for p in marked["title.en"]] == [False, True]


def test_order_for_a_person_in_a_hurry():
    """Title, verdict and failures come before the summary, details after the items."""
    markdown = to_markdown(BRIEF)
    wanted = [
        "# 大连市2023年法治政府建设情况报告",
        "**Report on the Building of a Law-Based Government in Dalian, 2023**",
        "Dalian Municipality",
        "法治政府建设年度报告 · rule-of-law annual report",
        "sha256 c6626eec8400)",
        "重放录制的应答 · replayed from recorded answers",
        "19个数字中16个已核实；6处待复核",
        "16 of 19 numbers confirmed; 6 findings to review, marked ⚠.",
        "1 part of the work failed",
        "## 摘要 Summary",
        "## 关键数据 Key figures",
        "| 园区赋权 · Powers delegated to parks | 31项 | 31 | 31项 (263–266) |",
        "## 工作成效 Achievements (3)",
        "### 政府机构职能 Government institutions and functions",
        "> 向园区赋权31项,收回行政职权5项,开展园区赋权试点。 (258–285)",
        "### 行政执法 Administrative law enforcement",
        "## 存在不足 Shortcomings (1)",
        "## 下一步计划 Plans (1)",
        "## 核对结果 What the check found",
        "## 覆盖情况 Coverage",
        "61个: 推出61个“一件事一次办”事项 (326–329)",
        "## 未完成部分 What failed",
        "the answer was cut at the token limit",
        "## 用量 Usage",
        "14 calls, 4 re-asks, 1 retry; 15,210 tokens in",
    ]
    places = [markdown.index(text) for text in wanted]
    assert places == sorted(places)


def test_findings_link_to_their_items():
    """Each finding of the check's list leads to the anchor of its item."""
    markdown = to_markdown(BRIEF)
    for item in (POWERS, LISTS):
        assert f"[{item.id}](#{anchor(item.id)}): " in markdown
        assert f'<a id="{anchor(item.id)}"></a>' in markdown
    assert anchor(DELEGATED.id) not in markdown


@given(st.sets(st.text(max_size=5), min_size=2, max_size=2))
def test_anchors_differ(ids):
    """Two items never share an anchor."""
    assert len(set(map(anchor, ids))) == 2


@pytest.mark.parametrize(("lang", "other"), [("zh", r"[A-Z][a-z]+ [a-z]+"), ("en", r"[，。：]")])
def test_one_language_alone(lang, other):
    """With one language the labels of the other are gone; evidence stays Chinese."""
    sound = BRIEF.model_copy(update={"items": (DELEGATED,), "failures": (), "figures": ()})
    sound = sound.model_copy(update={"summary": BRIEF.summary.model_copy(update={"sentences": ()})})
    markdown = to_markdown(sound, lang)
    assert "> 向园区赋权31项,收回行政职权5项,开展园区赋权试点。" in markdown
    own = re.sub(
        r"^ *>.*|^- .*(?:\(\d+–\d+\)|modell?|Source|来源|类型).*|^\|.*", "", markdown, flags=re.MULTILINE
    )
    assert re.findall(other, own) == []


def test_nothing_to_review_is_said():
    """A brief without doubts says so up front and marks nothing."""
    sound = BRIEF.model_copy(
        update={
            "items": (DELEGATED,),
            "failures": (),
            "summary": BRIEF.summary.model_copy(update={"sentences": BRIEF.summary.sentences[:1]}),
        }
    )
    markdown = to_markdown(sound)
    assert "全部8个数字已核实；没有待复核之处。" in markdown
    assert "All 8 numbers confirmed; nothing to review." in markdown
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
    assert "No numbers to check; nothing to review." in markdown
    assert "No items were found." in markdown
    assert "Summary" not in markdown
    assert "Key figures" not in markdown

"""Briefs of any text at all, for tests of what no report and no model can do to a reader."""

import re

from hypothesis import strategies as st

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import (
    Absence,
    Brief,
    BriefItem,
    Coverage,
    Evidence,
    Failure,
    Figure,
    Head,
    Provenance,
    QuantityCoverage,
    SectionCoverage,
    Speaker,
    Status,
    Summary,
    SummarySentence,
    Untold,
    UnusedQuantity,
)
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role

NASTY = [
    *(
        "",
        " ",
        "# 标题",
        "- 条目",
        "1. 一",
        "+ a",
        "> q",
        "| a | b |",
        "a\\|b",
        "|---|",
        "***粗***",
        "_x_ __y__",
    ),
    *("`code`", "```", "~~删~~", "<script>alert(1)</script>", "<!-- x", "<a id='x'>", "[点击](http://x.cn)"),
    *("![i](j)", "[^1]: n", "[a]: b", "&lt;&#60;", "$x$", "http://a.cn/b_c", "www.a.cn", "===", "---"),
    *("[bold]", "[/bold]", "[/]", "\\[red]", "\x1b[31m红", "\x1b]8;;x\x07", "\u202e倒", "a\x00b", "\ufeff"),
    *(
        "多\n行\r\n文\u2028本",
        "\U000e0041",
        "31项",
        "3",
        "十三",
        "⚠",
        "\u009b31m红",
        "\x90q\x9c",
        "⚠\ufe0f*\ufe0f",
        "字\U000e0100\u034f",
        "mail a.b-c@x-y.gov.cn now",
        "mailto:a@b.cn",
        '=HYPERLINK("http://x")',
        "javascript:alert(1)",
        '" onclick="x',
        "</script><b>",
        "{{7*7}}",
        "一(三)",
        "中文 English 1,762",
        "长" * 90,
        "x" * 120,
    ),
]
texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.text("3一项。,1 ⚠*|[]", max_size=12))
numbers = st.integers(0, 10**7)
bilinguals = st.builds(Bilingual, zh=texts, en=texts)
notes = st.builds(
    Finding,
    verdict=st.sampled_from(Verdict),
    rule=st.sampled_from(Rule),
    language=st.sampled_from(["zh", "en", "zh-en"]),
    seen=texts,
    expected=texts,
    message=texts,
    message_zh=texts,
)
evidences = st.builds(Evidence, start=numbers, end=numbers, text=texts)


def few(values, least=0):
    """A short tuple."""
    return st.lists(values, min_size=least, max_size=2).map(tuple)


items = st.builds(
    BriefItem,
    id=texts,
    kind=st.sampled_from(Kind),
    theme=st.sampled_from(Theme),
    group=bilinguals,
    actor=bilinguals,
    zh=texts,
    en=texts,
    cause=bilinguals,
    target=bilinguals,
    by=bilinguals,
    section=texts,
    tag=texts,
    evidence=few(evidences, 1),
    findings=few(notes),
)
sentences = st.builds(SummarySentence, zh=texts, en=texts, items=few(texts), findings=few(notes))
summaries = few(sentences).map(
    lambda told: Summary(zh=tuple(s.zh for s in told), en=tuple(s.en for s in told), sentences=told)
)
briefs = st.builds(
    Brief,
    report=st.builds(
        Head,
        title=bilinguals,
        issuer=bilinguals,
        year=st.none() | st.integers(1949, 2100),
        kind=st.none() | texts,
        source=texts,
        sha256=st.just("ab" * 32),
        published=st.none() | texts,
        speakers=few(st.builds(Speaker, name=bilinguals, office=bilinguals)),
        findings=few(notes),
    ),
    headline=sentences,
    summary=summaries,
    figures=few(
        st.builds(
            Figure,
            measure=bilinguals,
            value=texts,
            unit=texts,
            zh=texts,
            en=texts,
            scope=bilinguals,
            status=st.sampled_from(Status),
            by=bilinguals,
            item=texts,
            evidence=evidences,
            findings=few(notes),
        )
    ),
    items=few(items),
    absent=few(st.builds(Absence, what=texts, zh=texts, en=texts)),
    coverage=st.builds(
        Coverage,
        sections=few(
            st.builds(
                SectionCoverage,
                heading=texts,
                role=st.sampled_from(Role),
                items=numbers,
                tag=texts,
                statements=numbers,
                told=numbers,
            )
        ),
        untold=few(st.builds(Untold, start=numbers, end=numbers, text=texts, section=texts)),
        quantities=st.builds(
            QuantityCoverage,
            total=numbers,
            used=numbers,
            unused=few(st.builds(UnusedQuantity, start=numbers, end=numbers, text=texts, context=texts)),
        ),
    ),
    failures=few(st.builds(Failure, section=texts, reason=texts)),
    provenance=st.builds(
        Provenance,
        govbrief=st.just("0.1.0"),
        model=texts,
        prompt_set=texts,
        prompt_set_id=st.just("sha256:" + "cd" * 32),
        created=st.just("2026-11-21T22:56:03+00:00"),
        calls=numbers,
        reasks=numbers,
        retries=numbers,
        tokens_in=numbers,
        tokens_out=numbers,
        seconds=st.floats(0, 10**5),
        server_seconds=st.floats(0, 10**5),
        replayed=st.booleans(),
        strict=st.booleans(),
        left_out=numbers,
    ),
)


def foreign_texts(brief, lang):
    """Every text of reports and models that a brief shows in `lang` without being asked, tables not included."""
    shown = ("zh", "en") if lang == "both" else (lang,)
    head = brief.report
    items = (brief.headline, head.title, head.issuer, *brief.summary.sentences, *brief.items, *brief.absent)
    pairs = (*items, *(item.cause for item in brief.items), *(s.name for s in head.speakers))
    for pair in pairs:
        yield from (getattr(pair, language) for language in shown)
    yield from (head.source, brief.provenance.model, brief.provenance.prompt_set)
    yield from (f.reason for f in brief.failures)
    yield from (f.section for f in brief.failures if lang != "en" and f.section not in PARTS)


PARTS = {"head", "headline", "summary", "figures"}
"""What failed, by names that a reader gets in words."""


def evidence_texts(brief):
    """Every text of the source that a brief shows when it is asked for evidence."""
    yield from (e.text for item in brief.items for e in item.evidence)
    yield from (e.text for e in brief.coverage.untold)
    for unused in brief.coverage.quantities.unused:
        yield from (unused.text, unused.context)


def cells(brief, lang):
    """Every text that stands in a table."""
    shown = ("zh", "en") if lang == "both" else (lang,)
    for figure in brief.figures:
        number = re.search(r"[\d,.]+%?$", figure.en) if lang == "both" else None
        # in both languages a bare number stands once, with a sign for its qualifier
        yield from [number[0]] if number else (getattr(figure, language) for language in shown)
        for pair in (figure.measure, figure.scope, figure.by):
            yield from (getattr(pair, language) for language in shown)


def doubtful_messages(brief, lang):
    """What the reader must be told of each doubt: its message in each language shown that has one."""
    for finding in (f for part in brief.parts for f in part.doubts):
        if lang != "en":
            yield finding.message_zh
        if lang != "zh":
            yield finding.message

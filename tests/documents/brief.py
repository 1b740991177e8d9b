"""A brief of a real report, written by hand, in which every field and every state of `govbrief/2` occurs."""

from govbrief_schemas.brief import (
    Absence,
    Brief,
    Coverage,
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
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.report import Role
from tests.documents.brief_items import (
    DECISIONS,
    DELEGATED,
    ENFORCEMENT,
    FUNCTIONS,
    GAP,
    ITEMS,
    PLANS,
    POWERS,
    noted,
    quoted,
    say,
    supported,
)

SENTENCES = (
    SummarySentence(
        zh="2023年,大连市向园区赋权31项,建成便民服务站1726个。",
        en="In 2023 Dalian delegated 31 powers to its parks and built 1,726 convenience service stations.",
        items=("01/00/0", "01/00/1"),
        findings=(
            supported("zh", "31项", "31项"),
            supported("zh", "1726个", "1726个"),
            supported("en", "31", "31项"),
            supported("en", "1,726", "1726个"),
        ),
    ),
    SummarySentence(
        zh="行政执法“四张清单”涉及内容近12000项。",
        en="The four lists of enforcement cover nearly 12,000 matters.",
        items=("04/00/0",),
        findings=(
            noted(
                Verdict.NOT_FOUND,
                Rule.VALUE,
                "zh",
                "近12000项",
                "11968项",
                "The Chinese says “近12000项”, which nothing in the report carries; "
                "the nearest is “11968项”.",
                "中文写“近12000项”，报告中没有依据，最接近的是“11968项”。",
            ),
            noted(
                Verdict.NOT_FOUND,
                Rule.VALUE,
                "en",
                "nearly 12,000",
                "11968项",
                (
                    "The English says “nearly 12,000”, which nothing in the report "
                    "carries; the nearest is “11968项”."
                ),
                "英文写“nearly 12,000”，报告中没有依据，最接近的是“11968项”。",
            ),
        ),
    ),
    SummarySentence(
        zh="2024年,大连市将贯彻实施新修订的行政复议法。",
        en="In 2024 Dalian will implement the newly revised law on administrative reconsideration.",
        items=("11/00/2",),
        findings=(supported("zh", "2024年", "2024年"), supported("en", "2024", "2024年")),
    ),
)

HEADLINE = SummarySentence(
    zh="大连2023：自报便民服务有进展，自认缺专门队伍",
    en="Dalian 2023: gains reported in one-stop services; the city admits it lacks dedicated staff",
    items=(POWERS.id, GAP.id),
)

BRIEF = Brief(
    report=Head(
        title=say(
            "大连市2023年法治政府建设情况报告",
            "Report on the Building of a Law-Based Government in Dalian, 2023",
        ),
        issuer=say("大连市", "Dalian Municipality"),
        year=2023,
        kind="rule-of-law annual report",
        source="seeds/dalian-2023.txt",
        sha256="c6626eec840062f00848af65a7e398afe29ee0ef8a6bb0e45c591f78f31962b3",
        published="2024-03-28",
        speakers=(Speaker(name=say("高佳欢", "Gao Jiahuan"), office=say("编辑", "editor")),),
        findings=(supported("zh-en", "2023", "2023年"),),
    ),
    headline=HEADLINE,
    summary=Summary(
        zh=tuple(s.zh for s in SENTENCES), en=tuple(s.en for s in SENTENCES), sentences=SENTENCES
    ),
    figures=(
        Figure(
            measure=say("落实的配套程序制度", "Supporting procedures to apply"),
            value="9",
            unit="个",
            zh="九个",
            en="nine",
            scope=say("重大行政决策", "major decisions"),
            status=Status.TARGET,
            by=say("2024年", "2024"),
            item=DECISIONS.id,
            evidence=quoted("九个"),
            findings=(supported("en", "nine", "九个"),),
        ),
        Figure(
            measure=say("便民服务站", "Convenience service stations"),
            value="1726",
            unit="个",
            zh="1726个",
            en="1,726",
            item=POWERS.id,
            evidence=quoted("1726个"),
        ),
        Figure(
            measure=say("园区赋权", "Powers delegated to parks"),
            value="31",
            unit="项",
            zh="31项",
            en="31",
            item=DELEGATED.id,
            evidence=quoted("31项"),
            findings=(supported("zh", "31项", "31项"),),
        ),
    ),
    items=ITEMS,
    absent=(
        Absence(what="no_dates", zh="多数计划没有期限。", en="Most plans carry no date."),
        Absence(what="no_rates", zh="没有给出庭率。", en="No appearance rate is given."),
    ),
    coverage=Coverage(
        sections=(
            SectionCoverage(heading=FUNCTIONS, role=Role.ACHIEVEMENT, items=2, statements=6, told=2),
            SectionCoverage(heading=ENFORCEMENT, role=Role.ACHIEVEMENT, items=1, statements=4, told=2),
            SectionCoverage(heading="", role=Role.SHORTCOMING, items=1, statements=2, told=1),
            SectionCoverage(heading=PLANS, role=Role.PLAN, items=3, statements=3, told=3),
        ),
        quantities=QuantityCoverage(
            total=7,
            used=5,
            unused=(
                UnusedQuantity(
                    **quoted("61个").model_dump(), context="推出61个“一件事一次办”事项", section=FUNCTIONS
                ),
                UnusedQuantity(**quoted("60课时").model_dump(), context="全市行政执法人员普遍完成60课时培训"),
            ),
        ),
        untold=(
            Untold(**quoted("推出61个“一件事一次办”事项").model_dump(), section=FUNCTIONS),
            Untold(**quoted("开展法治建设考核工作。").model_dump(), section=""),
        ),
    ),
    failures=(Failure(section="(八)健全科技保障体系", reason="the answer was cut at the token limit"),),
    provenance=Provenance(
        govbrief="0.1.0",
        model="qwen2.5-coder-1.5b-instruct-q4_k_m",
        prompt_set="default",
        prompt_set_id="ps1:9f86d081884c7d659a2feaa0",
        created="2026-11-21T22:56:03Z",
        calls=14,
        reasks=4,
        retries=1,
        tokens_in=15210,
        tokens_out=6120,
        seconds=171.42,
        server_seconds=168.9,
        replayed=True,
    ),
)

SOUND = BRIEF.model_copy(
    update={
        "items": tuple(item for item in BRIEF.items if not item.doubts),
        "summary": BRIEF.summary.model_copy(update={"sentences": BRIEF.summary.sentences[:1]}),
        "failures": (),
    }
)
"""The same brief, with what is doubtful or failed left out."""

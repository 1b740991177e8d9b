"""A brief of a real report, written by hand, with every kind of doubt, for tests of what readers see."""

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import (
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
    Summary,
    SummarySentence,
    UnusedQuantity,
)
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role


def noted(verdict, rule, language, seen, expected="", message="", message_zh=""):  # noqa: PLR0913, PLR0917 - as the schema
    """A finding; a supported one needs no words of its own."""
    told = message or f"The text says “{seen}” and the cited sentences say “{expected}”."
    return Finding(
        verdict=verdict,
        rule=rule,
        language=language,
        seen=seen,
        expected=expected,
        message=told,
        message_zh=message_zh or f"写“{seen}”，所引原文为“{expected}”，一致。",
    )


def supported(language, seen, expected):
    """A number that the source carries."""
    return noted(Verdict.SUPPORTED, Rule.VALUE, language, seen, expected)


def evidence(start, text):
    """A slice of the source."""
    return Evidence(start=start, end=start + len(text), text=text)


FUNCTIONS = "(一)优化政府机构职能,推动政府作用更好发挥"
ENFORCEMENT = "(四)深化综合执法体制改革,推动更加严格规范公正文明执法"
PLANS = "二、2024年工作打算"

POWERS = BriefItem(
    id="01/00/1",
    kind=Kind.ACHIEVEMENT,
    theme=Theme.FUNCTIONS,
    zh="全市建成便民服务站1726个,300个高频事项实现“全市通办”。",
    en=(
        "The city built 1,762 convenience service stations, and 300 frequently "
        "used services can now be handled anywhere in the city."
    ),
    section=FUNCTIONS,
    evidence=(evidence(288, "全市建成便民服务站1726个,300个高频事项实现“全市通办”。"),),
    findings=(
        supported("zh", "1726个", "1726个"),
        supported("zh", "300个", "300个"),
        noted(
            Verdict.REFUTED,
            Rule.VALUE,
            "en",
            "1,762",
            "1726个",
            "The English says “1,762”, but the source says “1726个”.",
            "英文写“1,762”，原文是“1726个”。",
        ),
        supported("en", "300", "300个"),
    ),
    tries=3,
)
DELEGATED = BriefItem(
    id="01/00/0",
    kind=Kind.ACHIEVEMENT,
    theme=Theme.FUNCTIONS,
    zh="向园区赋权31项,收回行政职权5项,开展园区赋权试点。",
    en=(
        "Dalian delegated 31 powers to its industrial parks, took back five, "
        "and started a pilot of delegation to parks."
    ),
    section=FUNCTIONS,
    evidence=(evidence(258, "向园区赋权31项,收回行政职权5项,开展园区赋权试点。"),),
    findings=(
        supported("zh", "31项", "31项"),
        supported("zh", "5项", "5项"),
        supported("en", "31", "31项"),
        supported("en", "five", "5项"),
    ),
)
LISTS = BriefItem(
    id="04/00/0",
    kind=Kind.ACHIEVEMENT,
    theme=Theme.ENFORCEMENT,
    zh="动态调整完善行政裁量权基准,建立包容审慎监管执法“四张清单”,涉及内容11968项;2952人获得行政执法资格。",
    en=(
        "The city adjusted the benchmarks for administrative discretion and "
        "set up the “四张清单” of prudent enforcement, covering 11,968 matters."
    ),
    section=ENFORCEMENT,
    evidence=(
        evidence(960, "动态调整完善行政裁量权基准,建立包容审慎监管执法“四张清单”,涉及内容11968项。"),
        evidence(1150, "全市行政执法人员普遍完成60课时培训,2952人获得行政执法资格。"),
    ),
    findings=(
        supported("zh", "11968项", "11968项"),
        supported("zh", "2952人", "2952人"),
        supported("en", "11,968", "11968项"),
        noted(
            Verdict.REFUTED,
            Rule.MISSING,
            "zh-en",
            "",
            "2952人",
            "The Chinese says “2952人”, the English leaves it out.",
            "中文有“2952人”，英文缺漏。",
        ),
        noted(
            Verdict.NOT_FOUND,
            Rule.UNTRANSLATED,
            "en",
            "四张清单",
            "",
            "The English still holds Chinese: “四张清单”.",
            "英文中有未翻译的中文：“四张清单”。",
        ),
    ),
    tries=3,
)
GAP = BriefItem(
    id="10/00/1",
    kind=Kind.SHORTCOMING,
    theme=Theme.OTHER,
    zh="市县两级负责推进法治政府建设的力量还比较薄弱,缺少专门的工作队伍。",
    en=(
        "The teams that advance law-based government at city and county level "
        "are still rather weak, and dedicated staff are lacking."
    ),
    section="",
    evidence=(evidence(2380, "二是市县两级负责推进法治政府建设的力量还比较薄弱,缺少专门的工作队伍。"),),
    findings=(),
)
PLAN = BriefItem(
    id="11/00/2",
    kind=Kind.PLAN,
    theme=Theme.DISPUTES,
    zh="贯彻实施新修订的《中华人民共和国行政复议法》,提升行政复议办案能力和质效。",
    en=(
        "Dalian will implement the newly revised Administrative "
        "Reconsideration Law and improve the handling of reconsideration cases."
    ),
    section=PLANS,
    evidence=(
        evidence(
            2650,
            "贯彻实施新修订的《中华人民共和国行政复议法》,提升行政复议办案能力和质效,加快构建化解行政争议的主渠道并有效发挥作用。",
        ),
    ),
    findings=(
        noted(
            Verdict.UNCHECKED,
            Rule.TITLE,
            "en",
            "Administrative Reconsideration Law",
            "",
            "The English says “Administrative Reconsideration Law”, which the rules cannot check.",
            "英文写“Administrative Reconsideration Law”，规则无法核对。",
        ),
    ),
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

BRIEF = Brief(
    report=Head(
        title=Bilingual(
            zh="大连市2023年法治政府建设情况报告",
            en="Report on the Building of a Law-Based Government in Dalian, 2023",
        ),
        issuer=Bilingual(zh="大连市", en="Dalian Municipality"),
        year=2023,
        kind="rule-of-law annual report",
        source="seeds/dalian-2023.txt",
        sha256="c6626eec840062f00848af65a7e398afe29ee0ef8a6bb0e45c591f78f31962b3",
        findings=(supported("zh-en", "2023", "2023年"),),
    ),
    summary=Summary(
        zh=tuple(s.zh for s in SENTENCES), en=tuple(s.en for s in SENTENCES), sentences=SENTENCES
    ),
    figures=(
        Figure(
            measure=Bilingual(zh="便民服务站", en="Convenience service stations"),
            value="1726",
            unit="个",
            zh="1726个",
            en="1,726",
            item="01/00/1",
            evidence=evidence(297, "1726个"),
        ),
        Figure(
            measure=Bilingual(zh="园区赋权", en="Powers delegated to parks"),
            value="31",
            unit="项",
            zh="31项",
            en="31",
            item="01/00/0",
            evidence=evidence(263, "31项"),
        ),
    ),
    items=(DELEGATED, POWERS, LISTS, GAP, PLAN),
    coverage=Coverage(
        sections=(
            SectionCoverage(heading=FUNCTIONS, role=Role.ACHIEVEMENT, items=2),
            SectionCoverage(heading=ENFORCEMENT, role=Role.ACHIEVEMENT, items=1),
            SectionCoverage(heading="", role=Role.SHORTCOMING, items=1),
            SectionCoverage(heading=PLANS, role=Role.PLAN, items=1),
        ),
        quantities=QuantityCoverage(
            total=7,
            used=5,
            unused=(
                UnusedQuantity(start=326, end=329, text="61个", context="推出61个“一件事一次办”事项"),
                UnusedQuantity(
                    start=1166, end=1170, text="60课时", context="全市行政执法人员普遍完成60课时培训"
                ),
            ),
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

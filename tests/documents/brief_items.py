"""Items of a brief of a real report, written by hand, with every kind of doubt and every field that an item has."""

from pathlib import Path

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import BriefItem, Evidence
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind, Theme

SOURCE = (Path(__file__).parents[2] / "seeds" / "dalian-2023.txt").read_text(encoding="utf-8")
"""The report that the brief is about."""


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


def quoted(text):
    """A slice of the source, which stands in it once."""
    start = SOURCE.index(text)
    return Evidence(start=start, end=start + len(text), text=text)


def say(zh, en):
    """The same in both languages."""
    return Bilingual(zh=zh, en=en)


FUNCTIONS = "(一)优化政府机构职能,推动政府作用更好发挥"
ENFORCEMENT = "(四)深化综合执法体制改革,推动更加严格规范公正文明执法"
PLANS = "二、2024年工作打算"

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
    tag="一(一)",
    evidence=(quoted("向园区赋权31项,收回行政职权5项,开展园区赋权试点。"),),
    findings=(
        supported("zh", "31项", "31项"),
        supported("zh", "5项", "5项"),
        supported("en", "31", "31项"),
        supported("en", "five", "5项"),
    ),
)
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
    tag="一(一)",
    evidence=(quoted("全市建成便民服务站1726个,300个高频事项实现“全市通办”。"),),
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
LISTS = BriefItem(
    id="04/00/0",
    kind=Kind.ACHIEVEMENT,
    theme=Theme.ENFORCEMENT,
    zh="建立包容审慎监管执法“四张清单”,涉及内容11968项;2952人获得行政执法资格。",
    en=(
        "The city adjusted the benchmarks for administrative discretion and "
        "set up the “四张清单” of prudent enforcement, covering 11,968 matters."
    ),
    section=ENFORCEMENT,
    tag="一(四)",
    evidence=(
        quoted("动态调整完善行政裁量权基准,建立包容审慎监管执法“四张清单”,涉及内容11968项。"),
        quoted("2952人获得行政执法资格。"),
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
    zh="市县两级推进法治政府建设的力量还比较薄弱。",
    en="The teams that advance law-based government at city and county level are still rather weak.",
    cause=say("缺少专门的工作队伍", "dedicated staff are lacking"),
    section="",
    evidence=(quoted("二是市县两级负责推进法治政府建设的力量还比较薄弱,缺少专门的工作队伍。"),),
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
    tag="二",
    evidence=(
        quoted(
            "贯彻实施新修订的《中华人民共和国行政复议法》,提升行政复议办案能力和质效,加快构建化解行政争议的主渠道并有效发挥作用。"
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
DECISIONS = BriefItem(
    id="11/00/0",
    kind=Kind.PLAN,
    theme=Theme.DECISIONS,
    zh="2024年落实《大连市重大行政决策程序规定》及九个配套程序制度。",
    en="In 2024 Dalian will apply its rules for major administrative decisions and nine supporting procedures.",
    target=say("九个配套程序制度", "nine supporting procedures"),
    by=say("2024年", "2024"),
    section=PLANS,
    tag="二",
    evidence=(quoted("落实《大连市重大行政决策程序规定》及九个配套程序制度。"),),
    findings=(
        supported("zh", "2024年", "2024年"),
        supported("zh", "九个", "九个"),
        supported("en", "2024", "2024年"),
        supported("en", "nine", "九个"),
    ),
)
CONGRESS = BriefItem(
    id="11/00/1",
    kind=Kind.PLAN,
    theme=Theme.RULES,
    actor=say("市人大", "Municipal People's Congress"),
    zh="完成地方性法规立法计划。",
    en="Complete the plan for local regulations.",
    section=PLANS,
    tag="二",
    evidence=(quoted("推进科学民主立法,完成市人大地方性法规、市政府规章立法计划。"),),
    findings=(),
)
HONOUR = BriefItem(
    id="09/00/0",
    kind=Kind.ACHIEVEMENT,
    theme=Theme.LEADERSHIP,
    group=say("荣誉", "Honours"),
    actor=say("大连市", "Dalian"),
    zh="向省级推荐第三批全国法治政府建设单项示范项目5个。",
    en="Five single-item model projects were put forward to the province.",
    section="(九)持续加强党的领导,完善法治政府建设推进机制",
    tag="一(九)",
    evidence=(quoted("向省级推荐第三批全国法治政府建设单项示范项目5个。"),),
    findings=(supported("zh", "5个", "5个"), supported("en", "Five", "5个")),
)
ITEMS = (DELEGATED, POWERS, LISTS, GAP, PLAN, DECISIONS, CONGRESS, HONOUR)

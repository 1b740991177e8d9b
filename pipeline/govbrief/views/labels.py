"""Owns the words that govbrief itself puts in front of a reader, in both languages; must not know any format.

Labels are short: a page of one or two sides has no room for its own furniture. They are never text of a report
or a model, so they need no cleaning and no escaping.
"""

from typing import Literal

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Status
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role

Lang = Literal["both", "zh", "en"]
"""What the reader asked for."""
Language = Literal["zh", "en"]

MARK = "⚠"
"""Stands behind every doubtful piece of text, in every format."""


def say(zh: str, en: str) -> Bilingual:
    """The same words in both languages."""
    return Bilingual(zh=zh, en=en)


def alike(text: str) -> Bilingual:
    """What reads the same in both languages: a name, a number, an address."""
    return Bilingual(zh=text, en=text)


def each(words: Bilingual, lang: Lang) -> tuple[str, ...]:
    """The words of each language shown; once where they are the same, never where there are none."""
    texts = (getattr(words, language) for language in languages(lang))
    return tuple(dict.fromkeys(text for text in texts if text))


def show(words: Bilingual, lang: Lang, joint: str = " ") -> str:
    """The words of one language, or of both on one line."""
    return joint.join(each(words, lang))


def languages(lang: Lang) -> tuple[Language, ...]:
    """The languages shown, in the order in which they are printed."""
    return ("zh", "en") if lang == "both" else (lang,)


KINDS = {kind: kind.heading for kind in Kind}


def plans_for(year: int | None) -> Bilingual:
    """What heads the plans, with the year that they are for where the report says so."""
    return say(f"{year}年计划", f"Plans for {year}") if year else KINDS[Kind.PLAN]


# Short for the headings of parts two to nine of the Outline for 2021-2025, and what such reports tell beside them.
THEMES = {
    Theme.FUNCTIONS: say("机构职能", "Functions"),
    Theme.RULES: say("制度", "Rules"),
    Theme.DECISIONS: say("决策", "Decisions"),
    Theme.ENFORCEMENT: say("执法", "Enforcement"),
    Theme.EMERGENCY: say("应急", "Emergencies"),
    Theme.DISPUTES: say("纠纷化解", "Disputes"),
    Theme.SUPERVISION: say("监督", "Oversight"),
    Theme.DIGITAL: say("数字政府", "Digital"),
    Theme.JUDICIARY: say("司法", "Judiciary"),
    Theme.SOCIETY: say("法治社会", "Society"),
    Theme.LEADERSHIP: say("党的领导", "Party"),
    Theme.OTHER: say("其他", "Other"),
}

ROLES = {
    Role.ACHIEVEMENT: say("成效", "achievements"),
    Role.SHORTCOMING: say("不足", "shortcomings"),
    Role.PLAN: say("计划", "plans"),
    Role.LEADERSHIP: say("党的领导", "leadership"),
    Role.OTHER: say("其他", "other"),
}

VERDICTS = {
    Verdict.SUPPORTED: say("已核实", "Confirmed"),
    Verdict.MISPLACED: say("出处不符", "Not in the cited sentences"),
    Verdict.REFUTED: say("不符", "Contradicted"),
    Verdict.NOT_FOUND: say("无依据", "Not in the report"),
    Verdict.UNCHECKED: say("无法核对", "Could not be checked"),
}

STATUSES = {Status.RESULT: say("结果", "result"), Status.TARGET: say("目标", "target")}

REPORT_KINDS = {
    "rule-of-law annual report": "法治政府建设年度报告",
    "government work report": "政府工作报告",
    "statistical bulletin": "统计公报",
    "development plan report": "国民经济和社会发展计划报告",
    "budget report": "预算报告",
    "press conference": "新闻发布会",
    "work summary": "工作总结",
    "newspaper feature": "新闻报道",
}
"""The kinds that `load` knows -> Chinese; another kind is shown as it stands."""

UNTITLED = say("（无标题）", "(untitled)")
UNWORDED = say("（缺中文）", "(no English)")
HEADLINE = say("标题句", "Headline")
HEAD = say("标题与机关", "Title and issuer")
SPEAKERS = say("发言人", "Speakers")
SUMMARY = say("摘要", "Summary")
FIGURES = say("数据", "Figures")
VALUE = say("数值", "Value")
MEASURE = say("含义", "Measure")
BY = say("期限", "By")
TARGETS = say("目标与期限", "Targets by date")
AIM = say("目标", "Target")
CAUSE = say("原因", "Cause")
ABSENT = say("未提及", "Not told")
EVIDENCE = say("原文", "Source text")
CHECK = say("核对", "Check")
COVERAGE = say("覆盖", "Coverage")
SILENT = say("整节未述及", "Sections of which nothing is told")
UNTOLD = say("未述及的句子", "Sentences not told")
UNUSED = say("未用到的数量", "Amounts not used")
FAILURES = say("未完成", "What failed")
NO_ITEMS = say("未提取到条目。", "No items were found.")
NO_DOUBTS = say("没有待复核之处。", "Nothing to review.")
CHINESE = say("中文", "Chinese")
ENGLISH = say("英文", "English")

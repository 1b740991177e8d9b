"""Owns the words that govbrief itself puts into a brief, in both languages; must not know any format.

A Label is never text of a report or a model: it needs no cleaning and no escaping.
"""

from typing import Literal, NamedTuple

from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Role

Lang = Literal["both", "zh", "en"]
"""What the reader asked for."""
Language = Literal["zh", "en"]

MARK = "⚠"
"""Stands behind every doubtful piece of text, in every format."""


class Label(NamedTuple):
    """The same words in both languages."""

    zh: str
    en: str

    def show(self, lang: Lang, joint: str = " ") -> str:
        """The words of one language, or of both on one line."""
        return joint.join(self.all(lang))

    def all(self, lang: Lang) -> tuple[str, ...]:
        """The words of each language shown; once when they are the same in both."""
        if lang == "both":
            return (self.zh,) if self.zh == self.en else (self.zh, self.en)
        return (self.zh if lang == "zh" else self.en,)


def languages(lang: Lang) -> tuple[Language, ...]:
    """The languages shown, in the order in which they are printed."""
    return ("zh", "en") if lang == "both" else (lang,)


KINDS = {
    Kind.ACHIEVEMENT: Label("工作成效", "Achievements"),
    Kind.SHORTCOMING: Label("存在不足", "Shortcomings"),
    Kind.PLAN: Label("下一步计划", "Plans"),
}

# English names follow the headings of parts two to nine of the Outline for 2021-2025.
THEMES = {
    Theme.FUNCTIONS: Label("政府机构职能", "Government institutions and functions"),
    Theme.RULES: Label("依法行政制度", "Rules for law-based administration"),
    Theme.DECISIONS: Label("行政决策", "Administrative decision-making"),
    Theme.ENFORCEMENT: Label("行政执法", "Administrative law enforcement"),
    Theme.EMERGENCY: Label("突发事件应对", "Emergency response"),
    Theme.DISPUTES: Label("矛盾纠纷化解", "Prevention and resolution of disputes"),
    Theme.SUPERVISION: Label("权力监督", "Oversight of administrative power"),
    Theme.DIGITAL: Label("数字法治政府", "Digital law-based government"),
    Theme.JUDICIARY: Label("司法", "Judiciary"),
    Theme.SOCIETY: Label("法治社会", "Law-abiding society"),
    Theme.LEADERSHIP: Label("党的领导", "Party leadership"),
    Theme.OTHER: Label("其他", "Other"),
}

ROLES = {
    Role.ACHIEVEMENT: Label("成效", "achievements"),
    Role.SHORTCOMING: Label("不足", "shortcomings"),
    Role.PLAN: Label("计划", "plans"),
    Role.LEADERSHIP: Label("党的领导", "leadership"),
    Role.OTHER: Label("其他", "other"),
}

VERDICTS = {
    Verdict.SUPPORTED: Label("已核实", "Confirmed"),
    Verdict.MISPLACED: Label("出处不符", "Not in the cited sentences"),
    Verdict.REFUTED: Label("不符", "Contradicted"),
    Verdict.NOT_FOUND: Label("无依据", "Not in the report"),
    Verdict.UNCHECKED: Label("无法核对", "Could not be checked"),
}

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

ISSUER = Label("发布机关", "Issuer")
YEAR = Label("年份", "Year")
KIND = Label("类型", "Kind")
SOURCE = Label("来源", "Source")
MODEL = Label("模型", "Model")
PROMPTS = Label("提示集", "Prompts")
CREATED = Label("生成", "Made")
REPLAYED = Label("重放录制的应答", "replayed from recorded answers")

UNTITLED = Label("（无标题）", "(untitled)")
UNHEADED = Label("（无标题段落）", "(no heading)")
HEAD = Label("标题与发布机关", "Title and issuer")
SUMMARY = Label("摘要", "Summary")
FIGURES = Label("关键数据", "Key figures")
MEASURE = Label("指标", "Measure")
VALUE = Label("数值", "Value")
CHINESE = Label("中文", "Chinese")
ENGLISH = Label("英文", "English")
EVIDENCE = Label("原文", "Source text")
CHECK = Label("核对结果", "What the check found")
VERDICT = Label("结论", "Verdict")
COUNT = Label("数量", "Count")
COVERAGE = Label("覆盖情况", "Coverage")
SECTION = Label("章节", "Section")
ROLE = Label("性质", "Role")
ITEMS = Label("条目", "Items")
FAILURES = Label("未完成部分", "What failed")
USAGE = Label("用量", "Usage")
NOTHING = Label("无。", "None.")
NO_ITEMS = Label("未提取到条目。", "No items were found.")
NO_DOUBTS = Label("没有待复核之处。", "Nothing to review.")

"""Owns the sentences of findings about words, in English and Chinese: what stands where, and what is wrong with it."""

from govbrief.checking.messages import Wording, shorten
from govbrief_schemas.finding import Finding, Rule, Verdict

_WORDS: dict[Rule, Wording] = {
    Rule.LEVEL: Wording("another level of government", "行政层级不同"),
    Rule.PLACE: Wording("another name", "名称不同"),
    Rule.ORGAN: Wording("another organ or post", "机关或职务不同"),
    Rule.ACTOR: Wording("somebody else does it", "行为主体不同"),
    Rule.DOCUMENT: Wording("another kind of document", "文件种类不同"),
    Rule.FIRST: Wording("another rank", "位次不同"),
    Rule.REVERSED: Wording("the opposite", "意思相反"),
    Rule.TENSE: Wording("done and planned are mixed up", "已完成与计划混淆"),
    Rule.INCLUSIVE: Wording("a part is told beside its whole", "包含关系不同"),
    Rule.OMISSION: Wording("left out", "漏译"),
    Rule.INVENTION: Wording("nothing carries it", "没有依据"),
    Rule.LOOP: Wording("a repetition or a cut-off end", "重复或残缺"),
    Rule.TERM: Wording("another term", "术语不同"),
    Rule.NUMBER_NOUN: Wording("the number counts something else", "数字所指对象不同"),
}
"""What is wrong, in a few words behind what stands where."""


def word_finding(rule: Rule, zh: str, en: str, language: str = "zh-en") -> Finding:
    """A finding about words: the English against the Chinese, or (`zh`) an item's Chinese against its sentences.

    An empty side says nothing of the kind.
    """
    what = _WORDS[rule]
    here, there = shorten(en), shorten(zh)
    if language == "zh":
        sides = Wording("the Chinese", "中文"), Wording("the source", "原文")
    else:
        sides = Wording("the English", "英文"), Wording("the Chinese", "中文")
    (seen_side, held_side) = sides
    if en and zh:
        message = f"{seen_side.en} says “{here}”, {held_side.en} “{there}”: {what.en}."
        message_zh = f"{seen_side.zh}为“{here}”，{held_side.zh}为“{there}”：{what.zh}。"
    elif en:
        message = f"{seen_side.en} says “{here}”, and nothing in {held_side.en} says so: {what.en}."
        message_zh = f"{seen_side.zh}有“{here}”，{held_side.zh}没有：{what.zh}。"
    else:
        message = f"in {held_side.en} stands “{there}”, and {seen_side.en} does not say so: {what.en}."
        message_zh = f"{held_side.zh}有“{there}”，{seen_side.zh}没有：{what.zh}。"
    return Finding(Verdict.REFUTED, rule, language, en, zh, message[:1].upper() + message[1:], message_zh)


def plain_finding(message: str, message_zh: str) -> Finding:
    """What could not be checked as a whole, in words of its own."""
    return Finding(Verdict.UNCHECKED, Rule.EVIDENCE, "zh-en", "", "", message, message_zh)

"""Owns the head of a brief in English by rule: title, issuer, speakers and who acts. A model is asked last."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import Glossary
from govbrief.names.recognise import find_names
from govbrief.small.settled import settle_words
from govbrief.small.translating import Translator
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Speaker
from govbrief_schemas.item import NOTHING
from govbrief_schemas.report import Outline

_YEAR = re.compile(r"(20\d\d)年(?:度)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$")


@cache
def _table() -> Mapping[str, Any]:
    return read_table("heads")


def _longest(words: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(words.items(), key=lambda pair: -len(pair[0]))


async def title_in_english(outline: Outline, translator: Translator) -> str:
    """The report's title, whole, with its year.

    大连市2023年法治政府建设情况报告 -> Dalian: Report on Building a Law-Based Government in 2023
    """
    fact = outline.report.title
    if fact is None:
        return ""
    return _by_rule(fact.value, translator.desk.writer.glossary) or await translator.headline(fact.value)


def _by_rule(title: str, glossary: Glossary) -> str:
    """Issuer, year, subject and sort of paper, each known; empty where a part is not."""
    sort = next(((zh, en) for zh, en in _longest(_table()["papers"]) if title.endswith(zh)), None)
    years = _YEAR.findall(title)
    if sort is None or len(years) > 1:
        return ""
    rest = title.removesuffix(sort[0])
    year = f" in {years[0]}" if years else ""
    before, _, behind = re.sub(_YEAR, "|", rest).partition("|") if years else rest.partition("关于")
    issuer = _organ(before.removesuffix("关于"), glossary) if before else ""
    subject = settle_words(re.sub(r"^关于|(?:工作)?(?:的)?(?:工作)?情况?的?$", "", behind), glossary, {}).text
    if _CHINESE.search(issuer + subject) or (before and not issuer):
        return ""
    on = f" on {_titled(subject)}" if subject else ""
    return f"{issuer}: {sort[1]}{on}{year}" if issuer else f"{sort[1]}{on}{year}"


def _titled(text: str) -> str:
    small = {"a", "an", "and", "of", "on", "in", "the", "for", "to"}
    return " ".join(
        w if n and w in small else "-".join(p[:1].upper() + p[1:] for p in w.split("-"))
        for n, w in enumerate(text.split())
    )


async def issuer_in_english(outline: Outline, translator: Translator) -> str:
    """The issuer's name: a newspaper by its English name, an organ by rule, else by the model."""
    fact = outline.report.issuer
    if fact is None:
        return ""
    return _organ(fact.value, translator.desk.writer.glossary) or await translator.headline(fact.value)


def _organ(zh: str, glossary: Glossary) -> str:
    """沈阳市司法局 -> Justice Bureau of Shenyang; 云冈区 -> Yungang District; empty where a part is not known."""
    if zh in _table()["media"]:
        return str(_table()["media"][zh])
    whole = next((name for name in find_names(zh, "zh") if name.text == zh and name.english), None)
    if whole is not None:
        return _titled(whole.english)
    settled = settle_words(zh, glossary, {})
    return _titled(settled.text) if settled.is_settled else ""


def _spoken_by(speaker: str, glossary: Glossary) -> tuple[Bilingual, Bilingual, Bilingual]:
    """Name, office and organ of somebody who speaks: 市法院副院长高铁军."""
    post = next(((zh, en) for zh, en in _longest(_table()["posts"]) if zh in speaker), None)
    if post is None:
        return NOTHING, NOTHING, NOTHING
    organ, _, name = speaker.partition(post[0])
    named = Bilingual(zh=name, en=_pinyin(name)) if _PERSON.fullmatch(name) else NOTHING
    if (english := _organ(organ, glossary)) == "":
        return named, Bilingual(zh=post[0], en=post[1]), NOTHING
    office = Bilingual(zh=f"{organ}{post[0]}", en=f"{post[1]}, {english}")
    return named, office, Bilingual(zh=organ, en=english)


def _pinyin(name: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary takes 0.2 s to load

    doubled = 2 if len(name) > 3 else 1  # noqa: PLR2004 - a family name of two characters
    parts = lazy_pinyin(name)
    return f"{''.join(parts[:doubled]).capitalize()} {''.join(parts[doubled:]).capitalize()}"


def speakers_in_english(outline: Outline, glossary: Glossary) -> tuple[Speaker, ...]:
    """Everybody who speaks, in order, each once."""
    speakers = dict.fromkeys(section.speaker for section in outline.sections if section.speaker)
    found = [_spoken_by(speaker, glossary) for speaker in speakers]
    return tuple(Speaker(name=name, office=office) for name, office, _ in found if name)


def actor_of(outline: Outline, section: int, glossary: Glossary) -> Bilingual:
    """The organ of whoever speaks in a section; nothing where the issuer itself reports."""
    speaker = outline.sections[section].speaker
    return _spoken_by(speaker, glossary)[2] if speaker else NOTHING

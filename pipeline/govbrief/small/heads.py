"""Owns the head of a brief in English by rule: title, issuer, speakers and who acts. A model is asked last."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import Glossary
from govbrief.names.recognise import find_names
from govbrief.names.toponyms import SOURCE as PLACES
from govbrief.small.clauses import halves
from govbrief.small.english import lower_first
from govbrief.small.prefilled import settle_words
from govbrief.small.tellings import together
from govbrief.small.translating import Translator
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Speaker
from govbrief_schemas.item import NOTHING, Kind
from govbrief_schemas.report import Outline

_YEAR = re.compile(r"(20\d\d)年(?:度)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$")
_AHEAD = re.compile(r"到20\d\d年|将|力争|奋战|迈向")
"""What tells that a headline speaks of what is to be."""
_FEATURE = "newspaper feature"
_OFTEN = 2
"""Sentences or clauses that a place must open to be whom a newspaper writes about."""


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
    glossary = translator.desk.writer.glossary
    known = _by_form(fact.value, glossary) or _by_rule(fact.value, glossary)
    known = (
        known
        or _by_form(fact.value, glossary, last=True)
        or _slogan(fact.value, translator)
        or _told(fact.value, translator)
    )
    return known or await translator.headline(fact.value)


_TIMES = {
    "上": "the First Half of ",
    "上半年": "the First Half of ",
    "前三季度": "the First Three Quarters of ",
}
_TIMES |= {"一季度": "the First Quarter of ", "三季度": "the Third Quarter of "}


def _by_form(title: str, glossary: Glossary, *, last: bool = False) -> str:
    """A title of a fixed form, one of the general ones at `last`; empty where none fits or a part has no English."""
    for form in _table()["forms"]:
        if form.get("last", False) is not last or (found := re.fullmatch(form["zh"], title)) is None:
            continue
        zh = {name: text or "" for name, text in found.groupdict().items()}
        whose = _organ(zh["p"], glossary) if zh["p"] else ""
        what = settle_words(zh.get("s", ""), glossary, {}).text
        if (zh["p"] and not whose) or _CHINESE.search(what):
            continue
        parts = {
            **zh,
            "h": _TIMES.get(zh.get("h", ""), ""),
            "t": _TIMES.get(zh.get("t", ""), ""),
            "s": f" on {_titled(what)}" if what else "",
            "on": f" on {_titled(what)}" if what else " on Work",
            "in_y": f" in {zh['y']}" if zh.get("y") else "",
            "p": whose,
        }
        return str(form["en"]).format(**parts).removeprefix(": ")
    return ""


def _slogan(title: str, translator: Translator) -> str:
    """共建法治政府 共享美好生活: Building Law-Based Government Together, Sharing a Better Life."""
    parts = re.split(r"[\s，,]+", title.strip())
    said = [_call(part, translator) for part in parts] if len(parts) > 1 else []
    return _titled(", ".join(said)) if said and all(said) else ""


def _call(part: str, translator: Translator) -> str:
    verb = {
        "共建": "building",
        "共享": "sharing",
        "共创": "creating",
        "共谋": "seeking",
        "共筑": "building",
    }.get(part[:2])
    phrases = translator.frames.phrases
    what = phrases.noun(part[2:], may_ask=False) if verb else phrases.doing(part)
    if what is None:
        return ""
    together = " together" if verb and verb != "sharing" else ""
    return f"{verb} {what.bare}{together}" if verb else what.told


def _told(title: str, translator: Translator) -> str:
    """A headline of whole clauses, clause by clause by code; empty where one cannot be said."""
    clauses = [part for part in re.split(r"[!！。；;]", title) if part.strip()]
    if not re.search(r"[!！，,]", title):
        return ""
    kind = Kind.PLAN if _AHEAD.search(title) else Kind.ACHIEVEMENT
    said = [_clause(clause.strip(), kind, translator) for clause in clauses]
    if not said or not all(said):
        return ""
    places = tuple(term.en for term in translator.desk.writer.glossary.terms if term.source == PLACES)
    return "; ".join([said[0], *(one if one.startswith(places) else lower_first(one) for one in said[1:])])


def _clause(zh: str, kind: Kind, translator: Translator) -> str:
    """One clause of a headline; who it is about may be a place without its rank: 青岚着力优化环境."""
    places = [term for term in translator.desk.writer.glossary.terms if term.source == PLACES]
    about = next((t for t in places if zh.startswith(t.zh) or (t.zh[2:] and zh.startswith(t.zh[:-1]))), None)
    bare = zh.removeprefix(about.zh).removeprefix(about.zh[:-1]) if about else zh
    told = [translator.frames.say(part, kind) for part in halves(bare)]
    if not all(one and not one.holes for one in told):
        return ""
    english = together([one for one in told if one])
    if about is None:
        return english
    return f"{about.en} {'to ' if kind is Kind.PLAN else ''}{lower_first(english)}"


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
    """The organ of whoever speaks in a section, the place that a newspaper writes about; nothing for the issuer."""
    speaker = outline.sections[section].speaker
    return _spoken_by(speaker, glossary)[2] if speaker else subject_of(outline, glossary)


def subject_of(outline: Outline, glossary: Glossary) -> Bilingual:
    """The place that most sentences of a newspaper's feature speak of; nothing for any other report.

    法治日报 reports and closes no case: whoever does is 沈阳市.
    """
    if outline.report.kind is None or outline.report.kind.value != _FEATURE:
        return NOTHING
    text = "\n".join(sentence.text for section in outline.sections for sentence in section.sentences)
    places = [term for term in glossary.terms if term.source == PLACES]
    opened = {
        term: len(re.findall(rf"(?:^|[，,。；;：:\s]){re.escape(term.zh)}", text, re.MULTILINE))
        for term in places
    }
    most = max(opened, key=lambda term: opened[term], default=None)
    return Bilingual(zh=most.zh, en=most.en) if most and opened[most] >= _OFTEN else NOTHING

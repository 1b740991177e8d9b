"""Owns negation: a clear no in one language has a no in the other; words that merely look like one are known."""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.explained import given_by
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("negations")
_CLEAR_ZH = re.compile(any_of(word for word, _ in _WORDS["clear_zh"]))
_ANY_ZH = re.compile(any_of(word for word, _ in _WORDS["any_zh"]))
_NO_NEGATION_ZH = re.compile(any_of(word for word, _ in _WORDS["none_zh"]))
_CLEAR_EN = re.compile(any_of(_WORDS["clear_en"]), re.IGNORECASE)
_FIRM_EN = re.compile(any_of(_WORDS["any_en"]), re.IGNORECASE)
_ANY_EN = re.compile(any_of([*_WORDS["any_en"], *_WORDS["loose_en"]]), re.IGNORECASE)
_STRONG_ZH = re.compile(any_of(word for word, _ in _WORDS["strong_zh"]))
_STRONG_EN = re.compile(any_of(_WORDS["strong_en"]), re.IGNORECASE)
_BEFORE_ZH = re.compile(any_of(word for word, _ in _WORDS["before_zh"]))
_AFTER_ZH = re.compile(any_of(word for word, _ in _WORDS["after_zh"]))
_BEFORE_EN = re.compile(any_of(_WORDS["before_en"]), re.IGNORECASE)
_AFTER_EN = re.compile(any_of(_WORDS["after_en"]), re.IGNORECASE)
_TWICE_EN = re.compile(rf"[^.;]{{0,50}}?{any_of(_WORDS['bad_en'])}", re.IGNORECASE)
"""A no that denies something bad says yes: not one was answered late."""
_SHORT_ZH = re.compile(any_of(word for word, _ in _WORDS["short_zh"]))
_SHORT_EN = re.compile(any_of(_WORDS["short_en"]), re.IGNORECASE)
_AMPLE_EN = re.compile(any_of(_WORDS["ample_en"]), re.IGNORECASE)
_NO_NEGATION_EN = re.compile(any_of(_WORDS["none_en"]), re.IGNORECASE)


def check_shortfall(zh: str, en: str) -> Iterator[Finding]:
    """A finding where one clause tells of what falls short and its English of what is ample, with no no in it."""
    short = _SHORT_ZH.search(zh)
    ample = _AMPLE_EN.search(en) if short else None
    if short and ample and not (_ANY_EN.search(_NO_NEGATION_EN.sub(" ", en)) or _SHORT_EN.search(en)):
        yield word_finding(Rule.REVERSED, zh[max(0, short.start() - 6) : short.end()], ample[0])


def check_polarity(zh: str, en: str) -> Iterator[Finding]:
    """A finding where a clear no of one language has nothing like it in the other.

    Each Chinese clause that denies is held against the English clause that tells most of it.
    """
    plain_zh, plain_en = _NO_NEGATION_ZH.sub("　", zh), _NO_NEGATION_EN.sub(" ", en)
    clear_zh, clear_en = _CLEAR_ZH.search(plain_zh), _CLEAR_EN.search(plain_en)
    if clear_zh and not _ANY_EN.search(plain_en):
        yield word_finding(Rule.REVERSED, _around(plain_zh, clear_zh), "")
    elif (
        clear_en
        and not _ANY_ZH.search(plain_zh)
        and not (_TWICE_EN.match(plain_en, clear_en.start()) or _sets_against(plain_zh, plain_en, clear_en))
    ):
        yield word_finding(Rule.REVERSED, "", plain_en[clear_en.start() : clear_en.end() + 20].strip())
    elif (strong := _STRONG_ZH.search(zh)) and not _STRONG_EN.search(en):
        yield word_finding(Rule.REVERSED, _around(zh, strong), "")
    elif clear_zh:
        yield from _in_clauses(plain_zh, plain_en)
    yield from _other_side(zh, en)
    yield from check_shortfall(zh, en)


def _sets_against(zh: str, en: str, no: re.Match[str]) -> bool:
    """Whether a no only sets what was against what is, as Chinese does with 从 and 变: a chorus, not a solo."""
    before = en[: no.start()].rstrip()
    return before.endswith((",", "–", "—", ";")) and _CHANGED_ZH.search(zh) is not None


_CHANGED_ZH = re.compile("从|由[^，。；]{1,16}(?:变|转|向|到)|变|转|取代|代替|告别|而是|更|要我")


def _other_side(zh: str, en: str) -> Iterator[Finding]:
    """年底前 told as after the end of the year, and 立案后 as before filing."""
    before, after = _BEFORE_ZH.search(zh), _AFTER_ZH.search(zh)
    told_before, told_after = _BEFORE_EN.search(en), _AFTER_EN.search(en)
    if before and not after and told_after and not told_before and told_after[0].lower() == "after":
        yield word_finding(Rule.REVERSED, before[0], told_after[0])
    elif after and not before and told_before and not told_after and told_before[0].lower() == "before":
        yield word_finding(Rule.REVERSED, after[0], told_before[0])


def _in_clauses(zh: str, en: str) -> Iterator[Finding]:
    clauses = [clause for clause in _EN_CLAUSE.split(en) if len(stems_of(clause)) >= _FEW]
    parts = _ZH_CLAUSE.split(zh)
    for clause in parts:
        no = _CLEAR_ZH.search(clause)
        told = _told_in(clause, clauses) if no else ""
        if no and told and not _denied(told, clauses, [part for part in parts if part != clause]):
            yield word_finding(Rule.REVERSED, _around(clause, no), told.strip())
            return


def _denied(told: str, clauses: list[str], others: list[str]) -> bool:
    """Whether a clause denies, or one beside it does that tells none of the `others`.

    English may open with what a thing is and deny in its next clause.
    """
    if _FIRM_EN.search(told):
        return True
    at = clauses.index(told)
    near = [clause for clause in clauses[max(0, at - 1) : at + 2] if _FIRM_EN.search(clause)]
    return bool(near) and not {_told_in(other, clauses) for other in others} & set(near)


def _told_in(zh: str, clauses: list[str]) -> str:
    """The English clause of which a Chinese one explains most words; empty when two do or none does."""
    given = given_by(zh)
    shares = sorted(((_share(clause, given), clause) for clause in clauses), reverse=True)
    clear = shares and shares[0][0] >= _MOST and (len(shares) == 1 or shares[0][0] - shares[1][0] >= _AHEAD)
    return shares[0][1] if clear else ""


def _share(clause: str, given: frozenset[str]) -> float:
    words = [stem for stem in stems_of(clause) if len(stem) >= _FEW]
    return sum(word in given for word in words) / len(words) if words else 0.0


_ZH_CLAUSE = re.compile("[，。；,;、]")
_EN_CLAUSE = re.compile(r"[,;:.]|\b(?:and|but|while)\b")
_FEW, _MOST, _AHEAD = 3, 0.6, 0.25


def _around(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.end() + 6]

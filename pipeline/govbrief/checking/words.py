"""Owns what the check says of an item besides its numbers: titles, leftover Chinese, echo, role, cut-off.

Pure functions from strings to findings; offsets point into the report's raw text.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from govbrief.checking.loops import ends_phrasal
from govbrief.checking.messages import source_finding
from govbrief.read.structure.lookback import looks_back
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Role

TITLE = re.compile(r"《([^《》]{1,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?)》")
_ENGLISH_TITLE = re.compile(r"[“\"]([^“”\"]{4,120})[”\"]|(?<!\w)[*_]([^*_]{4,120})[*_](?!\w)")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNTRANSLATED = re.compile(
    r"《?[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff][\u3000-\u303f\u3400-\u9fff]*》?|[《》]"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
_ENDED = re.compile(r"[.!?…。！？;；:][\"'”’)\]）】*_]*$")
_STUCK = re.compile(r"(\S)\1{14}|\b(\w+(?:\W+\w+){0,3})(?:\W+\2\b){4}")
"""A model that repeats itself: one sign fifteen times, or up to four words five times."""
_DANGLING = frozenset([
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "with",
    "from",
    "into",
    "as",
    "and",
    "or",
    "but",
    "nor",
    "that",
    "which",
    "who",
    "whose",
    "than",
    "its",
    "their",
    "his",
    "her",
    "our",
    "this",
    "these",
    "those",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "has",
    "have",
    "had",
    "will",
    "would",
    "shall",
    "should",
    "can",
    "could",
    "may",
    "must",
    "not",
    "no",
    "issued",
    "including",
    "through",
    "under",
    "between",
    "among",
    "over",
    "about",
    "per",
    "via",
    "such",
    "each",
    "every",
    "all",
    "both",
    "more",
    "most",
])
"""Words that no English sentence ends with."""

_TARGET = re.compile(
    r"到20\d\d年|20\d\d年(?:底|末)?前|到[“「]?十[四五六]五|力争|争取|预计|预期目标|下一步|打算|将(?:继续|进一步|持续|于|在)|计划(?:于|在|到)"
)
_SHORTFALL = re.compile(
    r"不足|问题|薄弱|有待|不够|短板|差距|欠缺|困难|不高|不强|不平衡|不均|滞后|缺乏|仍需|亟待|弱项"
    r"|未能|未(?:如期|按期)?(?:完成|达到|实现)|没有(?:完成|达到|实现)|尚未|还没有|缺少|落后|不到位|不畅|乏力"
)

ECHO_FLOOR = 0.30
"""Below this share of shared character pairs no cited sentence carries the item; free paraphrases of the
seeds stay above 0.4, statements about another sentence of the same report below 0.2."""
_NEAR_TITLE = 0.55
_THIN_ENGLISH = 0.18
"""English words per Chinese character; translations of report prose lie between 0.4 and 0.9."""
_MIN_HAN = 12


class Folded(NamedTuple):
    """A text with blanks dropped and punctuation folded, and the raw offset of each character left."""

    text: str
    origin: tuple[int, ...]
    raw: str

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of a slice of the folded text."""
        return self.origin[start], self.origin[end - 1] + 1


_FOLD = str.maketrans("（）［］，：；！？－–—―～﹏“”‘’「」『』", "()[],:;!?------\"\"''\"\"''")


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """The text without blanks, full-width forms and dashes as one: `（2021—2025年）` is `(2021-2025年)`."""
    half = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return re.sub(r"-+", "-", re.sub(r"\s+", "", half.translate(_FOLD)))


@cache
def _fold_one(char: str) -> str:
    return "" if char.isspace() else fold(char)


def fold_with_origin(text: str) -> Folded:
    """The same as `fold`, with the raw offset of each character kept."""
    kept: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        folded = _fold_one(char)
        if folded and not (folded == "-" and kept and kept[-1] == "-"):
            kept.append(folded)
            origin.append(at)
    return Folded("".join(kept), tuple(origin), text)


def _locate(title: str, source: Folded) -> tuple[int, int] | None:
    """Where the source holds the words of a title, its brackets included when it has any."""
    for needle in (f"《{title}》", title):
        at = source.text.find(needle)
        if at >= 0:
            return source.place(at, at + len(needle))
    return None


def nearest_title(title: str, source: Folded) -> tuple[str, tuple[int, int]] | None:
    """The 《…》 of the source most like `title` with its raw offsets; None when none is close."""
    best: tuple[float, str, tuple[int, int]] | None = None
    for match in TITLE.finditer(source.text):
        likeness = SequenceMatcher(None, fold(title), match[1], autojunk=False).ratio()
        if likeness >= _NEAR_TITLE and (best is None or likeness > best[0]):
            best = (likeness, match[0], source.place(*match.span()))
    return best and (best[1], best[2])


def check_titles(text: str, source: Folded) -> Iterator[Finding]:
    """One finding per 《…》 of a Chinese text: SUPPORTED when the source holds its words anywhere."""
    for match in TITLE.finditer(text):
        where = _locate(fold(match[1]), source)
        if where:
            held = source.raw[slice(*where)]
            yield source_finding(Verdict.SUPPORTED, Rule.TITLE, "zh", match[0], held, where)
            continue
        near = nearest_title(match[1], source)
        if near:
            yield source_finding(Verdict.REFUTED, Rule.TITLE, "zh", match[0], near[0], near[1])
        else:
            yield source_finding(Verdict.NOT_FOUND, Rule.TITLE, "zh", match[0])


_CATCHWORD = re.compile(r"[“\"‘「『][^“”\"‘’「」『』]{1,30}[”\"’」』]")


def check_english_titles(text: str, zh: str = "") -> Iterator[Finding]:
    """UNCHECKED for every quoted or italic title of an English text: no rule here knows its Chinese name.

    A Chinese text that quotes as often has its catchwords quoted, and no titles: “清风窗口” is "Clean Windows".
    """
    if len(_ENGLISH_TITLE.findall(text)) <= len(_CATCHWORD.findall(zh)):
        return
    for match in _ENGLISH_TITLE.finditer(text):
        name = (match[1] or match[2]).strip()
        if sum(word[:1].isupper() for word in name.split()) >= 2:  # noqa: PLR2004 - one capital is a sentence's start
            yield source_finding(Verdict.UNCHECKED, Rule.TITLE, "en", name)


def check_untranslated(text: str) -> Iterator[Finding]:
    """One finding per run of Chinese in an English text."""
    for match in _UNTRANSLATED.finditer(text):
        yield source_finding(Verdict.REFUTED, Rule.UNTRANSLATED, "en", match[0])


def check_translation(zh: str, en: str) -> Iterator[Finding]:
    """What is empty, cut off in mid-sentence, or too thin to be a translation."""
    han = len(_HAN.findall(zh))
    if not han:
        yield source_finding(Verdict.REFUTED, Rule.TRANSLATION, "zh", zh)
    words = _WORD.findall(en)
    stripped = en.strip()
    if not words or _UNTRANSLATED.fullmatch(stripped):
        yield source_finding(Verdict.REFUTED, Rule.TRANSLATION, "en", en)
    elif (
        _STUCK.search(en)
        or _cut_off(stripped, words)
        or (han >= _MIN_HAN and len(words) < han * _THIN_ENGLISH)
    ):
        yield source_finding(Verdict.REFUTED, Rule.TRANSLATION, "en", f"…{stripped[-50:]}")


def _cut_off(text: str, words: Sequence[str]) -> bool:
    """True for `The government issued the`, an open bracket or quotation, a trailing comma or hyphen."""
    last = words[-1].lower()
    dangles = len(words) == 1 or not ends_phrasal(words[-2], last)
    if _ENDED.search(text):
        return dangles and last in {"the", "a", "an", "of", "and"}
    return (dangles and last in _DANGLING) or text[-1] in ",、-—(（“《" or text.count("“") > text.count("”")


@lru_cache(maxsize=512)
def _pairs(text: str) -> frozenset[str]:
    """Neighbouring Chinese characters, and whole Latin words and numbers, as a set."""
    han = re.sub(r"[^\u3400-\u9fff]+", " ", text)
    grams = {run[i : i + 2] for run in han.split() for i in range(len(run) - 1)}
    return frozenset(grams | {word.lower() for word in _WORD.findall(text) if len(word) > 1})


def overlap(text: str, others: Sequence[str]) -> float:
    """Share of the text's character pairs that the other texts hold; 1.0 for a text without any."""
    own = _pairs(text)
    return len(own & frozenset().union(*map(_pairs, others))) / len(own) if own else 1.0


def check_echo(zh: str, cited: Sequence[str]) -> Iterator[Finding]:
    """A finding when no cited sentence carries the item."""
    if overlap(zh, cited) < ECHO_FLOOR:
        yield source_finding(Verdict.NOT_FOUND, Rule.ECHO, "zh", zh)


def check_role(kind: Kind, role: Role, cited: Sequence[str]) -> Iterator[Finding]:
    """A finding when the kind of the item contradicts the role of its section.

    A plan may stand in an achievement section when the sentence itself states a target (到2025年……), a shortcoming
    when the sentence itself admits one, and an achievement among plans when the sentence looks back.
    """
    text = "".join(cited)
    allowed = {
        Role.SHORTCOMING: kind is Kind.SHORTCOMING,
        Role.PLAN: kind is Kind.PLAN
        or (kind is Kind.ACHIEVEMENT and any(looks_back(sentence) for sentence in cited)),
        Role.ACHIEVEMENT: kind is Kind.ACHIEVEMENT
        or bool((_TARGET if kind is Kind.PLAN else _SHORTFALL).search(text)),
    }
    if not allowed.get(role, True):
        yield source_finding(Verdict.REFUTED, Rule.ROLE, "zh-en", kind.value, role.value)

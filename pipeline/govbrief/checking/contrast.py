"""Owns words told for each other: 省级 as national, 检察院 as court, 减少 as increased.

The English of an entry needs Chinese that carries it. Where there is none, another entry of the same group that the
Chinese says and the English does not tell is what it was taken for.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from govbrief.checking.explained import given_by, is_unexplained
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import EnglishHit, stems_of
from govbrief.names.vocabulary import ChineseHit, WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule

_HEAD = re.compile(
    "[》”，。；、,;（(未已]|$|等|和|及|与|的?(?:制定|修订|起草|出台|印发|发布|公布|落实|编制|审议)|[一二两三四五六七八九十\\d]"
)
"""What follows a word that names a document: 按规定办理 names none."""
_NO_DOCUMENT = re.compile(
    r"\b(?:rule[- ]of[- ]law|law[- ](?:based|enforc\w+|abiding|literate|making|makers?|firms?|schools?|degrees?"
    r"|courses?|talks?|offices?|publicity|popularization|education)|by[- ]law)\b",
    re.IGNORECASE,
)


def names_document(zh: str, end: int) -> bool:
    """Whether a word that ends there names a document: 按规定办理 and 计划无指标 name none."""
    return _HEAD.match(zh, end) is not None


_NEVER_ALONE = frozenset({Rule.TERM, Rule.REVERSED, Rule.OMISSION})
"""A pole is wrong only where the Chinese holds the other one: charged, expedited and harmed are ordinary words."""
_REACH = 40
_TURNED = re.compile(
    r"(?:\b(?:not|no|never|without|nor|neither|hardly|less|lack\w*|little|far from|nothing)|n't)\b(?: [\w-]+){0,4} $",
    re.IGNORECASE,
)
"""What turns an English pole around: units that do not have a strong awareness."""
_SPEAKER = re.compile(
    r"(?:^|[,;:.] (?:(?:and|but|while|where) )?)(?:the )?(?:city|district|county|province|municipality)$",
    re.IGNORECASE,
)
_ANY_UNDERTAKING = frozenset({"scheme", "schemes", "programme", "programmes", "program", "programs"})
"""Without a capital they may be said of whatever is undertaken: work-relief schemes."""
_DEEDS = "deed"
"""The group of verbs, of which only the listed forms count."""
_NOUNS = frozenset({
    "buildings",
    "holdings",
    "findings",
    "savings",
    "belongings",
    "surroundings",
    "proceedings",
})
"""Nouns that are cut to the stem of a verb, and claim none of its deeds."""
_OWN = frozenset({Rule.ORGAN, Rule.LEVEL})
"""What the speaker's own name gives besides: 自身 in a province's report is the province's own."""
COUNTED = frozenset({"counted"})
"""Nouns that only a number beside them makes comparable."""


def check_contrasts(zh: str, en: str, own: str, *, official: bool) -> Iterator[Finding]:
    """One finding for each word of the English that nothing in the Chinese carries and that stands for another.

    `own` is the Chinese name of who speaks, which the English may say for a subject that Chinese leaves out.
    In `official` prose a word that nothing can explain need not stand for another, and limits have to be told.
    What several groups hold, or one word inside a longer one, is found once.
    """
    told: list[tuple[Rule, str]] = []
    for finding in _contrasts(zh, en, own, official=official):
        again = any(
            finding.rule == rule and finding.seen and (finding.seen in seen or seen in finding.seen)
            for rule, seen in told
            if seen
        )
        if not again:
            told.append((finding.rule, finding.seen))
            yield finding


def _contrasts(zh: str, en: str, own: str, *, official: bool) -> Iterator[Finding]:
    words = vocabulary()
    claims = words.claimed(en)
    musts = words.has_to_tell(zh)
    if not claims and not musts:
        return
    for name, group in words.groups.items():
        if name in claims or (musts and group.musts):
            if name in COUNTED or (group.rule == Rule.TERM and not (official or group.paired)):
                continue
            named = {hit.key for hit in group.said(own)} if own and group.rule in _OWN else set()
            foreign = [hit for hit in claims.get(name, []) if hit.key not in named]
            if group.rule == Rule.REVERSED:
                foreign = [
                    hit for hit in foreign if not _TURNED.search(en, max(0, hit.start - _REACH), hit.start)
                ]
            if group.rule == Rule.ORGAN:
                foreign = [hit for hit in foreign if en[hit.end : hit.end + 1] != "-"]
            foreign = [hit for hit in foreign if not _is_noun(hit, en, group)]
            if group.rule == Rule.DOCUMENT:
                foreign = [
                    hit
                    for hit in foreign
                    if not (_of_law(hit, en) or _is_verb(hit, en) or _frames(hit, en, zh))
                ]
            yield from _check_group(group, foreign, zh, en, official=official)


def _is_verb(hit: EnglishHit, en: str) -> bool:
    """Whether a word is a form of a verb and no document: measured, planned, ruling out."""
    return (
        re.fullmatch(
            r"(?:measur|plann|rul|outlin|notic|order|regulat|report|guid)(?:ed|ing)", en[hit.start : hit.end]
        )
        is not None
    )


def _is_noun(hit: EnglishHit, en: str, group: WordGroup) -> bool:
    """Whether a word only shares its stem with a verb: buildings, and the post that “posted” is no form of."""
    surface = en[hit.start : hit.end].lower()
    listed = group.entries[hit.key].en
    bare = group.name == _DEEDS and surface.isalpha() and not surface.endswith(("ed", "ing"))
    return surface in _NOUNS or (bare and surface.removesuffix("s") not in listed)


def _frames(hit: EnglishHit, en: str, zh: str) -> bool:
    """Whether a word only frames a catchword in quotes: the “one visit, all checks” scheme of “综合查一次”."""
    if en[hit.start : hit.end] in _ANY_UNDERTAKING:
        return True
    return en[: hit.start].rstrip().endswith(("”", '"', "’", "'")) and "《" not in zh and "“" in zh


def _of_law(hit: EnglishHit, en: str) -> bool:
    """Whether a word is part of one that names no document: the law of rule-of-law teams, law-based and law firms."""
    around = (match.span() for match in _NO_DOCUMENT.finditer(en))
    return any(start <= hit.start and hit.end <= end for start, end in around)


def _check_group(
    group: WordGroup, claims: Sequence[EnglishHit], zh: str, en: str, *, official: bool
) -> Iterator[Finding]:
    unsaid = [hit for hit in claims if not group.says(hit.key, zh)]
    counted = any(group.entries[hit.key].counts for hit in claims)
    if not (unsaid or counted or group.musts):
        return
    said = group.said(zh)
    if official:
        yield from _missing(group, zh, en, said)
    foreign = [hit for hit in unsaid if not group.licensed(hit.key, zh, said)]
    surplus = [hit for hit in _surplus(claims, said) if group.entries[hit.key].counts]
    if group.rule == Rule.TERM and foreign and not group.paired:
        given = given_by(zh)
        foreign = [hit for hit in foreign if not given.intersection(stems_of(en[hit.start : hit.end]))]
    if not foreign and not surplus:
        return
    rendered = vocabulary().told(group.name, en)
    named = [hit for hit in said if _is_rival(group, hit.key)]
    untold = [hit for hit in named if not rendered[hit.key]]
    wholly = list(untold)
    untold += _half_told(named, rendered)
    foreign += surplus if untold else []
    if group.rule == Rule.DOCUMENT:
        untold = [hit for hit in untold if names_document(zh, hit.end)]
    for hit in {hit.key: hit for hit in reversed(foreign)}.values():
        rivals = named if group.rule != Rule.LEVEL or not _speaks(hit, en) else wholly
        rival = next((one for one in untold if one.key != hit.key and one in rivals), None)
        if rival is not None:
            yield word_finding(Rule(group.rule), zh[rival.start : rival.end], en[hit.start : hit.end])
        elif _stands_alone(group, hit, zh, en, official=official):
            yield word_finding(Rule(group.rule), "", en[hit.start : hit.end])


def _speaks(hit: EnglishHit, en: str) -> bool:
    """Whether a clause begins with “the city” or “the district”: whoever reports, and whom Chinese leaves out."""
    return _SPEAKER.search(en, max(0, hit.start - _REACH), hit.end) is not None


def _is_rival(group: WordGroup, key: str) -> bool:
    """Whether English may be taken for an entry; a pole needs no English of its own, only some that may render it."""
    entry = group.entries[key]
    return bool(entry.en or (group.rule == Rule.REVERSED and entry.en_also))


def _stands_alone(group: WordGroup, hit: EnglishHit, zh: str, en: str, *, official: bool) -> bool:
    """Whether a word is wrong although it stands for none; “the city” and “the province” may be whoever reports."""
    entry = group.entries[hit.key]
    if not official or group.paired:
        return False
    if entry.alone:
        return True
    whole = en[: hit.start].lower().endswith("the ") and en[hit.start : hit.end].lower() == "province"
    own_level = group.rule == Rule.LEVEL and (whole or not entry.counts)
    return group.rule not in _NEVER_ALONE and not own_level and is_unexplained(hit, zh, en)


def _missing(group: WordGroup, zh: str, en: str, said: Sequence[ChineseHit]) -> Iterator[Finding]:
    """What the English has to tell, and does not."""
    musts = [hit for hit in said if group.entries[hit.key].must]
    rendered = vocabulary().told(group.name, en) if musts else Counter[str]()
    for hit in musts:
        if not rendered[hit.key]:
            yield word_finding(Rule(group.rule), zh[hit.start : hit.end], "")


def _half_told(said: Sequence[ChineseHit], rendered: Mapping[str, int]) -> list[ChineseHit]:
    """What the Chinese says more often than the English: one of the places may be told otherwise."""
    held = Counter(hit.key for hit in said)
    return [hit for hit in said if 0 < rendered[hit.key] < held[hit.key]]


def _surplus(claims: Sequence[EnglishHit], said: Sequence[ChineseHit]) -> list[EnglishHit]:
    """Claims that stand more often in the English than in the Chinese: one of them may stand for another word."""
    claimed, held = Counter(hit.key for hit in claims), Counter(hit.key for hit in said)
    return [hit for hit in claims if claimed[hit.key] > held[hit.key] > 0]

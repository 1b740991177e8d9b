"""Owns what a model does when it loses the thread: repetitions, ends that are cut off, placeholders left standing.

Only the shape of a text is looked at, never its meaning; the Chinese excuses what it repeats itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from govbrief.base.datafiles import any_of, read_table
from govbrief.base.needles import Sought
from govbrief.checking.echoes import echo_of
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_PLACEHOLDER = Sought(
    r"\((?:translation |text )?(?:continues|continued|to be continued|cont\.)\)|\[to be [a-z ]{1,20}\]"
    r"|[\[(](?:(?:the )?(?:rest|remainder|remaining|translation|text|source|original|sentence|output)\b[^\])]{0,24} )?"
    r"(?:incomplete|truncated|omitted|unclear|untranslated|missing|cut off|unreadable|illegible|not translated)[\])]"
    r"|\bN/A\b|\[(?:ORG|LOC|PER|MASK|UNK|PAD|END|EOS|TBC|SEP|CLS|translation|text|sic|unit|title|city|district|county|organization|term|unknown)\]"
    r"|\{\{|\}\}|\{[a-z_]\w*\}|⟦|⟧|\[(?:number|name|date|place|figure|amount|insert[^\]]*|omitted|unclear|blank|X+|\d+|\.\.\.|…|\s*)\]"
    r"|\bX{2,}\b|_{3,}|</?[A-Za-z_]+\d*>|\bTO ?DO\b|\bTBD\b|�|\?{2,}|\b(?:null|undefined|NaN|lorem ipsum)\b|%[sd]\b"
    r"|\(\s*\)|“\s*”|@@|\b(?:YYYY|MM/DD)\b|^(?:Here is|Sure[,!]|Translation:|English:)"
)
_CHAT = Sought(
    r"(?-i:\[[A-Z][A-Z_ -]{2,}\])|\bas an? (?:AI|artificial intelligence|(?:large )?language)"
    r"(?: (?:language )?(?:model|assistant))?(?:,? I\b|\W*$)|\b(?:I am|I'm) (?:sorry|unable|an AI)\b"
    r"|\bI (?:cannot|can't) (?:translate|assist|help with|provide)\b",
    re.IGNORECASE,
)
"""What a chat model says of itself, and a blank it left in capitals."""
_HOLE = re.compile(r"\b(?:to|of|the|a|an|reach|and|by|in|at|with|for)\s+[.,;]")
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[,;、，；]\s*(?:and\s+|or\s+)?|(?<!\s)\s++(?:and|or)\s+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z“\"(])")
_WORD_END = re.compile(r"(?<![A-Za-z’'-])([A-Za-z’'-]++)[\s.!?…;:,]*+$")
_WORD = re.compile(r"[A-Za-z]{3}")
_ANY_WORD = re.compile(r"\w+")
_THREE = 3
"""Words in a row of which every phrase has as many that is looked for twice."""
_NEAR_END = 83
"""Characters before the end that must hold a word for an open quotation to count."""
_DOUBLED = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)
_OF_TWICE = re.compile(
    r"\b((?:of|in|for|to|by|with|on|at|from) (?:the |a )?\w{4,}) \1\b|\b([a-z]{5,}) (?:and|or) \2\b(?![- ][a-z])"
)
"""Of government of government; amended or amended."""
_COUNTED_TWICE = re.compile(r"\b(?<!\d[,.])(?<![,.][,.])((\d[\d,.]*+) [a-z]{4,}),? and \1\b")
_ZH_DOUBLED = re.compile(r"([\u4e00-\u9fff]{3,12})(?:[、，,和及]\1)+(?![\u4e00-\u9fff])")
_PHRASE_AGAIN = re.compile(r"\b(\w+(?:[ ’'-]\w+){2,5})(?:[,.;:]? | and )\1(?![\w-])", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b((?:\w+[ ’'-]){2,5}\w+)(?: \1)+\b", re.IGNORECASE)
"""Three words and more that come again with nothing between them: no Chinese asks for that."""
_BREAKS_OFF = re.compile(r"[,;] ((?:\w+ ){1,5}\w+)(?: \w+){1,6}, \1[.\s]*$", re.IGNORECASE)
_COUNTED_CUT = re.compile(
    r"\b(?:with|in|to|from|of|for|at|by|linking \w+) (?:the |all |some |over |about |nearly )?"
    r"(?:\d[\d,.]{0,12}|two|three|four|five|six|seven|eight|nine|ten) [a-z]{3,}s "
    r"(?:on|of|with|from|to|into|across|under)\W{0,6}$|\bfrom (?:the )?[a-z]+ to\W{0,6}$|\b[a-z]{3,}-$"
)
"""A counted thing and a preposition: linking it with 74 cities on."""
_GET_CUT = re.compile(
    r"\b(?:and|to) (?:get|give|make|provide|ensure|become|bring|allow|enable)\W{0,6}$"
    rf"|\b(?:must|will|should|shall|so that [a-z ]{{1,30}}) (?:further |continue to |fully )?"
    rf"{any_of(read_table('ends')['need_object'])}\W{{0,6}}$"
    rf"|\b{any_of(read_table('ends')['links'])}\W{{0,6}}$",
    re.IGNORECASE,
)
"""A verb or a link that needs something behind it."""
_ENDLESS = re.compile(
    r"\betc\b\.?,? (?:and )?etc\b[^A-Za-z]*(?:etc\.?)?|\band so (?:on|forth),? and so (?:on|forth)\b"
    r"|[a-z] ?(?:\.\.\.|…)|\((?:see|as) above\)"
)
"""Etc. etc.; a sentence that trails off."""
_TRAILS = re.compile(r"…|\.\.\.|等等")
_LONG_WORD = re.compile("[A-Za-z]{4}")
_LONG_ECHO = 7
_PERIOD = 4
_SHORTEST = 3
"""Shorter sentences are exclamations, list marks or names."""


def check_loops(zh: str, en: str, *, official: bool) -> Iterator[Finding]:
    """At most one finding for each kind of stumble, with the words where it shows.

    A quotation left open is one in `official` prose only: elsewhere people forget the closing mark.
    """
    stumbles = (
        _placeholder(zh, en),
        _repetition(zh, en, official=official),
        _cut_end(zh, en, official=official),
    )
    yield from (word_finding(Rule.LOOP, "", text) for text in stumbles if text)
    if official and (doubled := _ZH_DOUBLED.search(zh)):
        yield word_finding(Rule.LOOP, doubled[0], "")


def _placeholder(zh: str, en: str) -> str:
    """A mark that somebody was to fill in, or a hole before a full stop."""
    match = _PLACEHOLDER.search(en) or _CHAT.search(en) or _HOLE.search(en)
    match = match or (None if _TRAILS.search(zh) else _ENDLESS.search(en))
    return en[max(0, match.start() - 20) : match.end() + 10].strip() if match else ""


def _repetition(zh: str, en: str, *, official: bool) -> str:
    """The words that come again at once, or a list that begins anew; empty where the Chinese repeats too."""
    words = _ANY_WORD.findall(en.lower())
    return (
        _doubled_word(en, words)
        or _of_twice(zh, en)
        or _doubled_phrase(zh, en, words)
        or _repeated_parts(en)
        or _long_echo(zh, en)
        or echo_of(zh, en, official=official)
    )


def _doubled_phrase(zh: str, en: str, words: Sequence[str]) -> str:
    """Three to six words that come again at once, or begin again behind the last comma and break off."""
    threes_again = _comes_again(words, _THREE)
    if threes_again and (at_once := _AT_ONCE.search(en)):
        return at_once[0]
    match = (_PHRASE_AGAIN.search(en) if threes_again else None) or _breaks_off(en)
    return match[0] if match and _LONG_WORD.search(match[1]) and not _repeats_chinese(zh) else ""


def _breaks_off(en: str) -> re.Match[str] | None:
    """Where what stands behind the last comma stood before; most texts are not searched for it."""
    before, _, last = en.lower().rpartition(", ")
    return _BREAKS_OFF.search(en) if last.split(".")[0].strip() in before else None


def _comes_again(words: Sequence[str], size: int) -> bool:
    """Whether so many words in a row stand twice; said of most texts by the number of different words alone."""
    if len(words) - len(set(words)) < size:
        return False
    runs = list(zip(*(words[at:] for at in range(size)), strict=False))
    return len(set(runs)) < len(runs)


def _doubled_word(en: str, words: Sequence[str]) -> str:
    if not any(map(eq, words, words[1:])):
        return ""
    for match in _DOUBLED.finditer(en):
        is_name = match[1][0].isupper() and not match[0][-len(match[1]) :].islower()  # not: Digital digital
        if match[1].lower() not in _data()["twice"] and not is_name:
            return match[0]
    return ""


def _of_twice(zh: str, en: str) -> str:
    twice = _COUNTED_TWICE.search(en)
    if twice and zh.count(twice[2]) == 1:
        return twice[0]
    again = _OF_TWICE.search(en)
    return again[0] if again and again[2] not in _data()["twice"] else ""


def _repeated_parts(en: str) -> str:
    """A, A and B; A, B, A, B; ends of 1 to 4 parts that the next parts repeat."""
    places = [(m.start(), m.end()) for m in _PARTS.finditer(en)]
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(en)]
    parts = [stems_of(en[a:b]) for a, b in zip(starts, ends, strict=True)]
    lasts = [part[-1] for part in parts if part]
    if len(set(lasts)) == len(lasts):
        return ""  # parts that repeat others end as those do
    for period in range(1, _PERIOD + 1):
        for i in range(len(parts) - 2 * period + 1):
            first, second = parts[i : i + period], parts[i + period : i + 2 * period]
            if _again(first, second, en[ends[i] : starts[i + 1]]):
                return en[starts[i] : ends[i + 2 * period - 1]].strip()
    return ""


def _again(first: Sequence[tuple[str, ...]], second: Sequence[tuple[str, ...]], joint: str) -> bool:
    """Whether the second parts repeat the first: the ends of the first part and of the last one may run on."""
    if not all((*first, *second)):
        return False
    if len(first) > 1:
        return list(first[1:]) == list(second[1:]) and first[0][-len(second[0]) :] == second[0]
    one, two = first[0], second[0]
    if one[-len(two) :] != two:
        return False
    return ("," in joint or len(two) > 1) and two[0] not in _data()["twice"] and not two[0].isdigit()


def _long_echo(zh: str, en: str) -> str:
    """A run of seven words that stands twice, where the Chinese does not repeat eight characters."""
    stems = stems_of(en)
    if not _comes_again(stems, _LONG_ECHO):
        return ""
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(stems) - _LONG_ECHO + 1):
        run = stems[i : i + _LONG_ECHO]
        if run in seen and i - seen[run] >= _LONG_ECHO:
            return "" if _repeats_chinese(zh) else " ".join(run)
        seen.setdefault(run, i)
    return ""


def _repeats_chinese(zh: str, size: int = 4) -> bool:
    runs = [zh[i : i + size] for i in range(len(zh) - size + 1)]
    return len(set(runs)) < len(runs)


def _cut_end(zh: str, en: str, *, official: bool) -> str:
    """The last words of a sentence that nobody ends there, or a quotation that nobody closes."""
    text = en.strip()
    if cut := _COUNTED_CUT.search(text) or _GET_CUT.search(text):
        return f"…{cut[0][-40:]}"
    for sentence in _SENTENCE.split(text):
        match = _WORD_END.search(sentence)
        if match and _dangles(match[1], sentence[: match.start(1)].lower().split(), sentence):
            return f"…{sentence[-40:]}"
    left_open = official and _is_left_open(text) and not _unbalanced(zh)
    return f"…{text[-40:]}" if left_open else ""


def _is_left_open(text: str) -> bool:
    """Whether a quotation or a bracket opens behind all that close, with words in it up to the end."""
    last = max(text.rfind(mark) for mark in '”)」》“("')
    rest = text[last + 1 :]
    inner = [at for mark in "「《" if (at := rest.find(mark)) >= 0]
    if last >= 0 and text[last] in "“(":
        inner.append(-1)
    return bool(inner) and _WORD.search(rest[min(inner) + 1 :][-_NEAR_END:]) is not None


def _unbalanced(text: str) -> bool:
    return any(
        text.count(opening) != text.count(closing) for opening, closing in ("“”", "()", "（）", "《》")
    )


def _dangles(last: str, before: Sequence[str], sentence: str) -> bool:
    """True for `improve the`, `mediation and`, `law-based`, `had been`, `good laws and good`."""
    data = _data()
    if last[0].isupper() or "?" in sentence[-3:] or len(before) < _SHORTEST or _is_whole(before[-1], last):
        return False
    ends_clause = last in data["helping"] and data["opening"] & set(before[-_NEAR_BY:])
    if ends_clause or (last in _POINTING and before[-1] == "of"):
        return False  # wherever they should; 589 brands, and the mark of a billion at 34 of those
    if _breaks_off_at(last, before[-1]) or last in data["never_last"] or last.endswith("-based"):
        return True
    if last in data["stranded"]:
        held = [word for one, word in pairwise(["", *before[-10:]]) if (one, word) != ("so", "that")]
        is_done = before[-1].endswith("ed") or before[-1] in data["participles"]
        lets = data["relative"] if is_done else data["lets_strand"]  # not: were resolved in
        return not lets & set(held)
    if before[-1] == "and" and last in before[-6:-1] and last not in data["twice"]:
        return True
    nearest = next((word for word in reversed(before) if word not in data["modifiers"]), "")
    return last in data["adjectives"] and nearest in data["joints"]


_NEAR_BY = 5
"""Words before a verb of help in which a clause may open that ends with it."""


def _breaks_off_at(last: str, before: str) -> bool:
    """Fewer steps and less; breaches that."""
    if last == "that":
        return before.endswith(("s", "ed")) and before not in _data()["before_that"]
    return last in _COMPARED and before == "and"


_COMPARED = frozenset({"less", "fewer"})
_POINTING = frozenset({"these", "those"})
_A_WHILE = frozenset({"a", "long", "short", "little", "good", "worth", "once"})


def _is_whole(before: str, last: str) -> bool:
    """Whether two words may end a sentence although the last one alone may not: disposed of, a while."""
    return ends_phrasal(before, last) or (last == "while" and before in _A_WHILE)


def ends_phrasal(verb: str, particle: str) -> bool:
    """Whether a sentence may end with a preposition because the verb before it takes one: cars were disposed of."""
    return particle in _PHRASAL.get(verb.lower(), ())


def _data() -> dict[str, frozenset[str]]:
    return _LISTS


_PHRASAL: dict[str, list[str]] = {
    form: verbs.split() for forms, verbs in read_table("ends")["phrasal"].items() for form in forms.split()
}
_LISTS = {key: frozenset(words) for key, words in read_table("ends").items() if key != "phrasal"}

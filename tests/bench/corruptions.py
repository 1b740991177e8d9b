"""Plants errors in sound sentences and counts what the check finds; `make bench` prints the table.

Every sentence of the seeds that holds a number is an untouched Chinese item resting on itself; `pairs.toml`
holds sentences of the seeds with their English. An error counts as found when the check raises a finding
that is neither SUPPORTED nor UNCHECKED and the untouched item raised none. The same seed plants the same
errors.
"""

import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from govbrief.checking.check import SourceIndex, check_item, index_source
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.finding import Rule, Verdict
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Role, Sentence

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
VALUE_ERRORS = frozenset({"digit", "scale", "decimal", "year", "fabricated"})
"""Errors of which 99 in 100 must be found; of the others 85."""
UNTOUCHED = "untouched"
PASSED = frozenset({Verdict.SUPPORTED, Verdict.UNCHECKED})
WORDS = frozenset({Rule.TITLE, Rule.UNTRANSLATED, Rule.ECHO, Rule.ROLE, Rule.TRANSLATION})
"""Rules that say nothing about numbers."""


class Case(NamedTuple):
    """A sound statement: what it rests on, and its English when there is one."""

    source: SourceIndex
    evidence: Sentence
    zh: str
    en: str


_NUMBER = re.compile(r"(?<![\d.A-Za-z“+×·—-])\d[\d,]*(?:\.\d+)?(?![\d+×·]|—\d|-\d)")
"""A number of its own: not part of a name (“12+1”, 7×24) or of a range of years."""
_YEAR = re.compile(r"20\d\d(?=年)|(?<=\b)20\d\d(?=\b)(?!,)")
_ZH_UNITS = ["件", "人", "家", "次", "项", "份", "个", "户", "名", "部", "条", "宗", "万元", "人次"]
_LONGEST_FIRST = sorted(_ZH_UNITS, key=len, reverse=True)
_ZH_FABRICATED = ["涉及单位{n}家", "同比增长{n}%", "惠及群众{n}人", "投入资金{n}万元"]
_EN_FABRICATED = [", covering {n} counties", ", up {n} percent year on year", ", involving {n} people"]
_TURNED = {
    "增长": "下降",
    "提升": "降低",
    "提高": "降低",
    "上升": "下降",
    "增加": "减少",
    "减少": "增加",
    "下降": "上升",
    "压减": "增加",
    "缩减": "增加",
    "rose": "fell",
    "fell": "rose",
    "dropped": "climbed",
    "up": "down",
    "increased": "decreased",
    "cutting": "raising",
}
_DIRECTION = re.compile(
    r"(?P<old>增长|提升|提高|上升|增加|减少|下降|压减|缩减)(?=[了至到为达约近超]{0,2}\d)"
    r"|\b(?P<en>rose|fell|dropped|increased|up|cutting)(?= (?:[a-z]+ ){0,3}\d)"
)
_REQUALIFIED = {
    "余": "", "多": "", "近": "超", "超": "近",
    "以上": "以下", "以内": "以上", "不少于": "不超过", "突破": "接近",
    "more than": "nearly", "over": "almost", "no fewer than": "at most",
    "exceed": "stay below", "exceeded": "stayed below",
    "within": "above", "nearly": "more than",
}  # fmt: skip
_QUALIFIER = re.compile(
    r"(?<=\d)(?P<old>[余多])|(?P<old2>近|超|突破|不少于)(?=\d)|(?P<old3>以[上内])(?=[^\u4e00-\u9fff]|$|的)"
    r"|\b(?P<en>more than|over|no fewer than|exceed|exceeded|within|nearly)(?= \d)"
)


def changed_digit(number: str, rng: random.Random) -> str:
    """Another number with the same form: one digit differs, the first never becomes zero."""
    at = rng.choice([i for i, char in enumerate(number) if char.isdigit()])
    digits = [d for d in "123456789" if d != number[at]]
    return number[:at] + rng.choice(digits) + number[at + 1 :]


def shifted(number: str) -> str:
    """The number times or divided by ten."""
    plain = number.replace(",", "")
    if "." in plain:
        whole, part = plain.split(".")
        return whole + part[0] + ("." + part[1:] if part[1:] else "")
    return plain + "0"


def _at(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def plant_chinese(text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Every kind of error that fits the sentence, with the sentence that holds it."""
    numbers = [m for m in _NUMBER.finditer(text) if not text[m.end() :].startswith("年")]
    for match in numbers:
        yield "digit", _at(text, match, changed_digit(match[0], rng))
        yield "decimal", _at(text, match, shifted(match[0]))
        after = text[match.end() : match.end() + 1]
        if after == "万":
            yield "scale", text[: match.end()] + "亿" + text[match.end() + 1 :]
        elif after not in "余多%亿千百—-~至":
            yield "scale", text[: match.end()] + "万" + text[match.end() :]
        if after == "%":
            yield "points", text[: match.end()] + "个百分点" + text[match.end() + 1 :]
        if text[match.end() :].startswith("个百分点"):
            yield "points", text[: match.end()] + "%" + text[match.end() + 4 :]
        unit = next((u for u in _LONGEST_FIRST if text[match.end() :].startswith(u)), None)
        if unit:
            new = rng.choice([u for u in _ZH_UNITS if u[0] not in {unit[0], *"人名万"}])
            yield "unit", text[: match.end()] + new + text[match.end() + len(unit) :]
    for match in _YEAR.finditer(text):
        yield "year", _at(text, match, str(int(match[0]) + rng.choice([-2, -1, 1, 3])))
    yield from _reword(text)
    yield from _swap(text, numbers, rng)
    n = rng.randint(131, 987)
    yield "fabricated", text.rstrip("。;") + "," + rng.choice(_ZH_FABRICATED).format(n=n) + "。"


def plant_english(text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """The same for the English side."""
    numbers = list(_NUMBER.finditer(text))
    amounts = [m for m in numbers if not _YEAR.fullmatch(m[0])]
    for match in amounts:
        yield "digit", _at(text, match, changed_digit(match[0], rng))
        yield "decimal", _at(text, match, shifted(match[0]))
        after = text[match.end() :]
        if after.startswith(" million"):
            yield "scale", text[: match.end()] + " billion" + after[8:]
        elif not after.startswith(("%", " percent", " billion", " trillion")):
            yield "scale", text[: match.end()] + " thousand" + after
        if after.startswith("%"):
            yield "points", text[: match.end()] + " percentage points" + after[1:]
        elif after.startswith(" percent") and not after.startswith(" percentage"):
            yield "points", text[: match.end()] + " percentage points" + after[8:]
        if after.startswith(" percentage points"):
            yield "points", text[: match.end()] + " percent" + after[18:]
        yield "dropped", re.sub(r"\s+", " ", _at(text, match, ""))
    for match in _YEAR.finditer(text):
        yield "year", _at(text, match, str(int(match[0]) + rng.choice([-2, -1, 1, 3])))
    yield from _reword(text)
    yield from _swap(text, amounts, rng)
    yield "fabricated", text.rstrip(".") + rng.choice(_EN_FABRICATED).format(n=rng.randint(131, 987)) + "."


def _reword(text: str) -> Iterator[tuple[str, str]]:
    """Turn a direction or a qualifier that stands at a number."""
    for match in _DIRECTION.finditer(text):
        yield "direction", _at(text, match, _TURNED[match[0]])
    for match in _QUALIFIER.finditer(text):
        yield "qualifier", _at(text, match, _REQUALIFIED[match[0]])


def _swap(text: str, numbers: list[re.Match[str]], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Exchange two different numbers of the sentence."""
    pairs = [(a, b) for a in numbers for b in numbers if a.start() < b.start() and a[0] != b[0]]
    for a, b in rng.sample(pairs, min(4, len(pairs))):
        yield "swap", text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]


def cases() -> list[Case]:
    """Every sentence of the seeds with a number, every clause of one, and every bilingual pair."""
    found: dict[tuple[str, str], Case] = {}
    pairs = tomllib.loads((HERE / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    for path in sorted(SEEDS.glob("*.txt")):
        outline = split_report(load_report(str(path)))
        source = index_source(outline)
        sentences = [sentence for section in outline.sections for sentence in section.sentences]
        for sentence in sentences:
            for text in {sentence.text: 0, **dict.fromkeys(clauses(sentence.text))}:
                if _NUMBER.search(text):
                    found.setdefault((text, ""), Case(source, sentence, text, ""))
        for pair in pairs:
            home = [s for s in sentences if pair["zh"].rstrip("。") in s.text]
            if home:
                found.setdefault((pair["zh"], pair["en"]), Case(source, home[0], pair["zh"], pair["en"]))
    return list(found.values())


def clauses(sentence: str) -> list[str]:
    """Parts of a sentence as an item quotes them: between semicolons, or two neighbouring commas."""
    parts = [part.strip() for part in re.split(r"[;；]", sentence)]
    commas = [clause for part in parts for clause in re.split(r"[,，](?!\d)", part)]
    return [*parts, *(f"{a},{b}" for a, b in pairwise(commas))]


def alarms(case: Case, zh: str, en: str) -> bool:
    """True when the check marks the numbers of the item as wrong."""
    item = Item("00/00/0", Kind.ACHIEVEMENT, Theme.OTHER, zh, en or "-", (case.evidence,), 0)
    findings = check_item(item, case.source, Role.OTHER)
    return any(f.verdict not in PASSED and f.rule not in WORDS for f in findings if en or f.language == "zh")


def measure(seed: int = 7) -> tuple[dict[tuple[str, str], Counter[str]], list[tuple[str, str]]]:
    """Counts by kind of error and language, and what was missed or cried over."""
    rng = random.Random(seed)  # noqa: S311 - reproducible errors, no secret
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    examples: list[tuple[str, str]] = []
    for case in cases():
        cried = alarms(case, case.zh, case.en)
        counts[UNTOUCHED, "en" if case.en else "zh"].update(n=1, found=cried)
        if cried:
            examples.append((UNTOUCHED, f"{case.zh} / {case.en}"))
        planted = [(kind, "zh", text, case.en) for kind, text in plant_chinese(case.zh, rng)]
        planted += (
            [(kind, "en", case.zh, text) for kind, text in plant_english(case.en, rng)] if case.en else []
        )
        for kind, language, zh, en in planted:
            found = not cried and alarms(case, zh, en)
            counts[kind, language].update(n=1, found=found)
            if not found and not cried:
                examples.append((kind, en if language == "en" else zh))
    return counts, examples


def rate(counts: dict[tuple[str, str], Counter[str]], kinds: Iterable[str]) -> tuple[int, float]:
    """How many errors of these kinds were planted, and the share that was found."""
    rows = [row for (kind, _), row in counts.items() if kind in set(kinds)]
    planted = sum(row["n"] for row in rows)
    return planted, sum(row["found"] for row in rows) / planted


def main() -> None:
    """Print the table; with `-v` also what was missed."""
    counts, examples = measure()
    kinds = sorted({kind for kind, _ in counts})
    sys.stdout.write(f"{'error':12}{'zh':>14}{'en':>14}\n")
    for kind in kinds:
        cells = (counts[kind, language] for language in ("zh", "en"))
        row = "".join(f"{c['n']:7}{c['found'] / c['n']:7.1%}" if c["n"] else f"{'-':>14}" for c in cells)
        sys.stdout.write(f"{kind:12}{row}\n")
    for name, members in (
        ("value errors", VALUE_ERRORS),
        ("other errors", {*kinds} - VALUE_ERRORS - {UNTOUCHED}),
    ):
        planted, share = rate(counts, members)
        sys.stdout.write(f"{name}: {planted} planted, {share:.1%} found\n")
    if "-v" in sys.argv:
        for kind, text in examples:
            sys.stdout.write(f"{kind}: {text}\n")


if __name__ == "__main__":
    main()

"""Owns checking a brief, a translation or any text against its report; no model.

A brief as JSON is checked item by item; any other file, in any format that reports come in, text by text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govbrief.base.briefs import parse_brief
from govbrief.base.errors import InputError
from govbrief.checking.check import index_source
from govbrief.checking.recheck import recheck_brief
from govbrief.checking.texts import Stated, Texts, check_lines, lines_of, lines_of_stated
from govbrief.checking.word_messages import plain_finding
from govbrief.names.glossary import Glossary, load_glossary
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.brief import Brief
from govbrief_schemas.finding import NUMBER_RULES, Finding, Rule, Verdict
from govbrief_schemas.report import Report

_WEIGHTS = {
    **dict.fromkeys(NUMBER_RULES, 1),
    **dict.fromkeys((Rule.REVERSED, Rule.TENSE, Rule.LEVEL, Rule.NUMBER_NOUN, Rule.FIRST, Rule.INCLUSIVE), 0),
    **dict.fromkeys((Rule.ORGAN, Rule.ACTOR, Rule.PLACE, Rule.DOCUMENT, Rule.TITLE, Rule.INVENTION), 1),
    **dict.fromkeys((Rule.OMISSION, Rule.MISSING, Rule.TERM, Rule.SCOPE), 2),
}
"""What a reader must see first: what turns the meaning, then what is wrong, then what is missing, then form."""
_FORM = 3
_VERDICTS = (Verdict.REFUTED, Verdict.NOT_FOUND, Verdict.MISPLACED, Verdict.UNCHECKED, Verdict.SUPPORTED)


Places = tuple[tuple[str, tuple[Finding, ...]], ...]
"""Each place with the findings on it."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a second check says: each place of the brief with the findings on it."""

    places: Places
    compared: int = 0
    """Texts whose words were compared in both languages."""
    alone: int = 0
    """Texts of which only numbers and titles were looked at: in one language, and like no sentence of the report."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, supported ones included."""
        return tuple(f for _, found in self.places for f in found)

    @property
    def doubts(self) -> tuple[tuple[str, Finding], ...]:
        """Where and what a reader must look at, the weightiest first."""
        doubts = [(p, f) for p, found in self.places for f in found if f.verdict is not Verdict.SUPPORTED]
        return tuple(sorted(doubts, key=lambda doubt: weight(doubt[1])))


def weight(finding: Finding) -> tuple[int, int]:
    """Small for what matters most."""
    return _VERDICTS.index(finding.verdict), _WEIGHTS.get(finding.rule, _FORM)


def verify_brief(brief: Brief, report: Report) -> Verified:
    """The findings on a brief against `report`; what the brief says of itself is not believed."""
    outline = split_report(report)
    places = tuple(recheck_brief(brief, outline, index_source(outline)))
    told = len(brief.items) + len(brief.summary.sentences)
    return Verified((*_foreign_source(report), *places), compared=told)


def verify(path: Path, report: Report, glossary: Path | None = None) -> Verified:
    """The findings on the brief (JSON of either form), or on the text of any file, in `path` against `report`.

    The terms of `glossary` have to be told as it says.

    Raises:
        InputError: the file cannot be read, or is JSON but no brief.
        PromptError: the glossary is not well formed.
    """
    if _is_json(path):
        return verify_brief(parse_brief(_read(path), path), report)
    outline = split_report(report)
    source = index_source(outline)
    foreign = _foreign_source(report)
    lines = lines_of(load_report(str(path)).text)
    return _verified(foreign, check_lines(lines, outline, source, _own_terms(glossary)))


def verify_stated(stated: Sequence[Stated], report: Report, glossary: Path | None = None) -> Verified:
    """The findings on what a printed brief states, of which the language is known."""
    outline = split_report(report)
    texts = check_lines(lines_of_stated(stated), outline, index_source(outline), _own_terms(glossary))
    return _verified(_foreign_source(report), texts)


def _verified(foreign: Places, texts: Texts) -> Verified:
    return Verified((*foreign, *texts.places), texts.compared, texts.alone)


def _own_terms(path: Path | None) -> Glossary:
    """The terms of a user's own file."""
    if path is None:
        return Glossary(())
    built_in = set(load_glossary().terms)
    return Glossary(tuple(term for term in load_glossary(path).terms if term not in built_in))


def _foreign_source(report: Report) -> Places:
    """A finding when the source is no Chinese report: then nothing of it proves anything."""
    if not report.foreign:
        return ()
    message = f"The source is no Chinese government report: {report.foreign}; what it confirms is little."
    return (
        ("source", (plain_finding(message, f"来源不是中文政府报告：{report.foreign}，核对结果仅供参考。"),)),
    )


def _is_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.suffix == ".json" or file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", hint="give a brief or a text"
        ) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise InputError(f"{path}: cannot be read ({reason})", hint="a brief as JSON is UTF-8") from error

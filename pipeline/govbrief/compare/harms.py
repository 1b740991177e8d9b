"""Owns what counts as a regression of one side against the other, and says it in both languages; pure.

A finding is new when the baseline's item does not have the same one; what the baseline gets wrong as well is no
regression. The list is strict: it names whatever a reader loses, and the thresholds of the gate say how much may pass.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from govbrief.base.plain import clean
from govbrief.compare.measures import is_number, is_untranslated
from govbrief_schemas.alignment import AlignedSide, Alignment, Harm, Pair, Regression
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import UNHEADED, Brief, BriefItem
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind

_SHOWN = 60
"""Characters of an item's text in a message."""
_WRONG = frozenset({Verdict.MISPLACED, Verdict.REFUTED, Verdict.NOT_FOUND})
_TRANSLATION = frozenset({Rule.UNTRANSLATED, Rule.TRANSLATION})
ORDER = tuple(Harm)
"""The worst first."""


def doubt_key(finding: Finding) -> tuple[str, str, str, str, str]:
    """What makes two findings the same one."""
    return finding.verdict, finding.rule, finding.language, finding.seen, finding.expected


def harm_of(finding: Finding) -> Harm:
    """The sort of regression that a new finding is."""
    if is_number(finding) and finding.verdict in _WRONG:
        return Harm.NUMBER
    return Harm.TRANSLATION if finding.rule in _TRANSLATION else Harm.DOUBT


def _new(before: Sequence[Finding], now: Sequence[Finding]) -> list[Finding]:
    """The findings of `now` that `before` does not hold, each as often as it is new."""
    left = Counter(map(doubt_key, before))
    found = []
    for finding in now:
        left[doubt_key(finding)] -= 1
        if left[doubt_key(finding)] < 0:
            found.append(finding)
    return found


def harms_of(
    a: BriefItem | AlignedSide | None, b: BriefItem | AlignedSide | None, *, told: bool
) -> tuple[Harm, ...]:
    """Sorts of regression of `b` against `a`, the worst first; `told`: others tell the sentences of a lone item."""
    if b is None:
        return () if told else (Harm.DROPPED,)
    harms = {harm_of(f) for f in _new(a.doubts if a else (), b.doubts)}
    if a and a.kind is not b.kind and not _mends_role(a, b):
        harms.add(Harm.KIND)
    if is_untranslated(b.zh, b.en) and not (a and is_untranslated(a.zh, a.en)):
        harms.add(Harm.TRANSLATION)
    return tuple(harm for harm in ORDER if harm in harms)


def _mends_role(a: BriefItem | AlignedSide, b: BriefItem | AlignedSide) -> bool:
    """Whether `b` leaves a contradiction with its section that `a` has."""
    contradicts = [any(f.rule is Rule.ROLE for f in item.doubts) for item in (a, b)]
    return contradicts == [True, False]


def regressions(a: Brief, b: Brief, alignment: Alignment) -> tuple[Regression, ...]:
    """Everything that `b` does worse than `a`, the worst sort first, each in the order of the alignment."""
    found = [
        *_failed(a, b, alignment),
        *(
            r
            for section in alignment.sections
            for p in section.pairs
            for r in _of_pair(p, section.heading, alignment)
        ),
        *_of_whole(a, b, alignment),
    ]
    return tuple(sorted(found, key=lambda r: ORDER.index(r.harm)))


def _failed(a: Brief, b: Brief, where: Alignment) -> Iterator[Regression]:
    """Parts that failed in `b`, where the same section has fewer failures in `a`."""
    before = Counter(f.section for f in a.failures)
    exact = Counter(a.failures)
    for section, number in Counter(f.section for f in b.failures).items():
        new = [f for f in b.failures if f.section == section and f not in exact]
        for failure in new[: max(0, number - before[section])]:
            name = section or UNHEADED.en
            zh = f"“{clean(section) or UNHEADED.zh}”未完成：{clean(failure.reason_zh or failure.reason)}"
            yield _regression(
                Harm.FAILED, where, section, zh, f"{clean(name)} failed: {clean(failure.reason)}"
            )


def _of_pair(pair: Pair, section: str, where: Alignment) -> Iterator[Regression]:
    a, b = pair.a, pair.b
    ids = (a.id if a else None, b.id if b else None)
    if Harm.DROPPED in pair.harms and a:
        zh, en = f"缺少条目：{_excerpt(a.zh)}", f"an item is gone: {_excerpt(a.zh)}"
        yield _regression(Harm.DROPPED, where, section, zh, en, ids)
    if b is None:
        return
    if Harm.KIND in pair.harms and a:
        zh, en = _kinds(a.kind, b.kind)
        yield _regression(
            Harm.KIND, where, section, f"{zh}：{_excerpt(b.zh)}", f"{en}: {_excerpt(b.zh)}", ids
        )
    new = _new(a.doubts if a else (), b.doubts)
    for finding in new:
        harm = harm_of(finding)
        yield _regression(harm, where, section, clean(finding.message_zh), clean(finding.message), ids)
    if Harm.TRANSLATION in pair.harms and not any(harm_of(f) is Harm.TRANSLATION for f in new):
        zh, en = ("英文夹有中文", "the English holds Chinese") if b.en.strip() else ("没有英文", "no English")
        yield _regression(
            Harm.TRANSLATION, where, section, f"{zh}：{_excerpt(b.zh)}", f"{en}: {_excerpt(b.zh)}", ids
        )


def _of_whole(a: Brief, b: Brief, where: Alignment) -> Iterator[Regression]:
    """New findings on the summary and on the English title and issuer; a summary or a name that is gone."""
    summaries = [[f for s in brief.summary.sentences for f in s.doubts] for brief in (a, b)]
    heads = [[f for f in brief.report.findings if f.verdict is not Verdict.SUPPORTED] for brief in (a, b)]
    for section, (before, now) in (("summary", summaries), ("head", heads)):
        for finding in _new(before, now):
            message = clean(finding.message_zh), clean(finding.message)
            yield _regression(harm_of(finding), where, section, *message)
    if a.summary.sentences and not b.summary.sentences:
        yield _regression(Harm.DROPPED, where, "summary", "没有摘要", "there is no summary")
    for zh, before_en, now_en in (
        (a.report.title.zh, a.report.title.en, b.report.title.en),
        (a.report.issuer.zh, a.report.issuer.en, b.report.issuer.en),
    ):
        if is_untranslated(zh, now_en) and not is_untranslated(zh, before_en):
            yield _regression(
                Harm.TRANSLATION, where, "head", f"未译：{_excerpt(zh)}", f"not translated: {_excerpt(zh)}"
            )


def _kinds(a: Kind, b: Kind) -> tuple[str, str]:
    before, now = a.heading, b.heading
    return f"类别由“{before.zh}”变为“{now.zh}”", f"told as {b.value}, not as {a.value}"


def _excerpt(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _regression(  # noqa: PLR0913, PLR0917 - the parts of one line, in its order
    harm: Harm,
    where: Alignment,
    section: str,
    zh: str,
    en: str,
    ids: tuple[str | None, str | None] = (None, None),
) -> Regression:
    return Regression(
        harm=harm,
        report=where.report,
        column=where.column,
        section=section,
        message=Bilingual(zh=zh, en=en),
        a=ids[0],
        b=ids[1],
    )

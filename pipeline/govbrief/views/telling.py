"""Owns Brief to Telling: what is told, in which order, under which names; must not know any format."""

import re
from collections.abc import Collection, Iterable, Sequence

from govbrief.base.datafiles import read_table
from govbrief.base.plain import clean
from govbrief.names.toponyms import known_places
from govbrief.views import labels, remarks
from govbrief.views.citing import Citations, bracketed, gathered
from govbrief.views.doubts import Piece, emphasise, mark_doubts, mark_parts
from govbrief.views.labels import alike, say
from govbrief.views.silence import silent_sections
from govbrief.views.told import Doubt, Entry, Failed, Gap, Group, Passage, Row, Telling, ToldPart
from govbrief.write.sectiontags import bare_heading
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import (
    Brief,
    BriefItem,
    Failure,
    Head,
    Status,
    SummarySentence,
)
from govbrief_schemas.finding import Finding
from govbrief_schemas.item import NOTHING, Kind, Theme

ORDER = (Kind.SHORTCOMING, Kind.PLAN, Kind.ACHIEVEMENT)


def tell_brief(brief: Brief) -> Telling:
    """The brief in the order of reading."""
    citations = Citations(brief)
    by_id = {item.id: item for item in brief.items}
    headline = _sentence(brief.headline, by_id, citations).words
    facts, speakers = _facts(brief.report)
    if not headline:
        headline, facts = facts[0], facts[1:]
    failures = tuple(_failed(failure, citations) for failure in brief.failures)
    return Telling(
        headline=headline,
        facts=tuple(fact for fact in facts if fact),
        speakers=speakers,
        opening=remarks.opening(brief, failures),
        summary=tuple(_summary(brief, by_id, citations)),
        figures=tuple(_figures(brief, by_id, citations)),
        parts=tuple(part for kind in ORDER if (part := _part(brief, kind, citations)).groups),
        absent=tuple(say(clean(a.zh), clean(a.en)) for a in brief.absent),
        doubts=tuple(_doubts(brief, citations)),
        gaps=tuple(
            Gap(citations.tag(s.heading, s.tag), clean(s.heading), s.told, s.statements)
            for s in brief.coverage.sections
            if s.told < s.statements
        ),
        silent=tuple(silent_sections(brief, citations)),
        unused=brief.coverage.quantities.unused,
        sentences=brief.coverage.untold,
        coverage=remarks.coverage(brief),
        failures=failures,
        provenance=remarks.provenance(brief),
    )


def plain(words: Bilingual) -> Passage:
    """Text that nothing is found on."""
    zh, en = (tuple(Piece(line) for line in (clean(text),) if line) for text in (words.zh, words.en))
    return Passage(zh, en)


def _facts(head: Head) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """What is known of the report, and who speaks in it: what a model worded is marked where it is doubtful."""
    kind, year = head.kind or "", "" if head.year is None else f"{head.year}"
    title, issuer, *speakers = _marked((head.title, head.issuer, *_speakers(head)), head.findings)
    facts = (
        title,
        issuer,
        plain(alike("" if year in head.title.zh else year)),
        plain(say(labels.REPORT_KINDS.get(kind, kind), kind)),
        plain(alike(head.published or "")),
        plain(_shown_by(head.publisher) if head.publisher else NOTHING),
    )
    return facts, tuple(speakers)


def _shown_by(name: str) -> Bilingual:
    """The account or paper that shows the page, in English where it has an English name."""
    table = read_table("heads")
    english = table["media"].get(name, "") or next(
        (
            f"{place} {kind}"
            for end, kind in table["local_media"].items()
            if name.endswith(end) and (place := known_places().get(name.removesuffix(end)))
        ),
        "",
    )
    return say(f"{name}刊载", f"published by {english}" if english else "")


def _speakers(head: Head) -> Iterable[Bilingual]:
    for speaker in head.speakers:
        zh = clean(f"{speaker.office.zh}{speaker.name.zh}")
        en = ", ".join(text for text in (clean(speaker.name.en), clean(speaker.office.en)) if text)
        yield say(zh, en)


def _sentence(sentence: SummarySentence, by_id: dict[str, BriefItem], citations: Citations) -> Entry:
    joined = [by_id[ident] for ident in sentence.items if ident in by_id]
    return Entry(
        words=Passage(
            mark_doubts(sentence.zh, "zh", sentence.findings),
            mark_doubts(sentence.en, "en", sentence.findings),
        ),
        tags=tuple(gathered(citations.of_all(joined))),
        findings=sentence.findings,
        joins=tuple(item.id for item in joined),
    )


def _summary(brief: Brief, by_id: dict[str, BriefItem], citations: Citations) -> Iterable[Entry]:
    """The sentences; where only their plain texts are kept, these, pair by pair."""
    told = brief.summary
    if told.sentences:
        yield from (_sentence(sentence, by_id, citations) for sentence in told.sentences)
        return
    for index in range(max(len(told.zh), len(told.en))):
        zh, en = (texts[index] if index < len(texts) else "" for texts in (told.zh, told.en))
        yield Entry(plain(say(zh, en)), (), ())


def _figures(brief: Brief, by_id: dict[str, BriefItem], citations: Citations) -> Iterable[Row]:
    """Results first, then targets. A measure that an item worded is as doubtful as the item."""
    for figure in sorted(brief.figures, key=lambda f: f.status is Status.TARGET):
        item = by_id.get(figure.item)
        findings = figure.findings or (item.findings if item else ())
        measure, scope, by = _marked((figure.measure, figure.scope, figure.by), findings)
        yield Row(
            figure=figure,
            value=_visible(say(figure.zh, figure.en)),
            measure=Passage(
                _scoped(measure.zh, scope.zh, "（）"), _scoped(measure.en, scope.en, (" (", ")"))
            ),
            by=by,
            tag=citations.of_figure(figure, item),
        )


def _scoped(
    measure: tuple[Piece, ...], scope: tuple[Piece, ...], brackets: Sequence[str]
) -> tuple[Piece, ...]:
    """What is counted, and of whom."""
    if not scope:
        return measure
    return (*measure, Piece(brackets[0]), *scope, Piece(brackets[1]))


def _part(brief: Brief, kind: Kind, citations: Citations) -> ToldPart:
    items = [item for item in brief.items if item.kind is kind]
    alone = _only_actor(brief.items)
    named = {Kind.PLAN: _by_actor, Kind.ACHIEVEMENT: _by_theme}.get(kind, _together)
    return ToldPart(
        kind,
        labels.plans_for(brief.report.plan_year) if kind is Kind.PLAN else labels.KINDS[kind],
        tuple(
            Group(
                NOTHING if name.zh == alone else name,
                tuple(_entry(item, (name.zh, alone), citations) for item in members),
            )
            for name, members in named(items)
        ),
    )


Groups = Iterable[tuple[Bilingual, Sequence[BriefItem]]]


def _together(items: Sequence[BriefItem]) -> Groups:
    if items:
        yield NOTHING, items


def _by_actor(items: Sequence[BriefItem]) -> Groups:
    """The issuer's own plans, then those of the others in their order; targets and dates first."""
    actors = dict.fromkeys([NOTHING, *(_visible(item.actor) for item in items)])
    for actor in actors:
        mine = [item for item in items if _visible(item.actor) == actor]
        if mine:
            yield (
                say(actor.zh, actor.en[:1].upper() + actor.en[1:]),
                sorted(mine, key=lambda item: not (item.target or item.by)),
            )


def _by_theme(items: Sequence[BriefItem]) -> Groups:
    """By the report's own groups in their order, then by theme; a single theme needs no name."""
    groups = dict.fromkeys(_visible(item.group) for item in items)
    groups.pop(NOTHING, None)
    for group in groups:
        mine = [item for item in items if _visible(item.group) == group]
        yield say(bare_heading(group.zh), group.en), mine
    rest = [item for item in items if not _visible(item.group)]
    for theme in Theme:
        if mine := [item for item in rest if item.theme is theme]:
            alone = len(mine) == len(items) and theme is Theme.OTHER
            yield NOTHING if alone else labels.THEMES[theme], mine


def _visible(words: Bilingual) -> Bilingual:
    return say(clean(words.zh), clean(words.en))


def _only_actor(items: Sequence[BriefItem]) -> str:
    """Who does all that a brief tells, as in a newspaper's page on a city: said once, by the headline."""
    actors = {_visible(item.actor).zh for item in items}
    return actors.pop() if len(actors) == 1 else ""


def _entry(item: BriefItem, known: Collection[str], citations: Citations) -> Entry:
    """One line; who did it stands in front where neither the line nor what is `known` says so."""
    actor = _visible(item.actor)
    said = actor.zh in known or _names(clean(item.zh), actor.zh)
    words, cause, lead = _marked(
        (say(item.zh, item.en), item.cause, NOTHING if said else actor), item.findings
    )
    tag = citations.of_item(item)
    return Entry(
        words=Passage(emphasise(words.zh, item.target.zh), emphasise(words.en, item.target.en)),
        tags=(tag,) if tag else (),
        findings=item.findings,
        lead=Passage(lead.zh, _capital(lead.en)),
        cause=cause,
        evidence=item.evidence,
        item=item,
    )


_SCOPE = re.compile(r"^(?:[全本我][省市区县州]|各级|各地|有关|相关|的)+")
_AND = re.compile(r"[、和与及]")


def _names(line: str, actor: str) -> bool:
    """Whether a line says who acts: by the name, or by one of several without 全市, 各级 before it."""
    parts = (_SCOPE.sub("", part) for part in (actor, *_AND.split(actor)))
    return any(len(part) > len("市局") and part in line for part in parts)


def _capital(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """English that opens a line, with the capital letter that a name in mid-sentence does not have."""
    if not pieces:
        return pieces
    first, *others = pieces
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *others)


def _marked(texts: Sequence[Bilingual], findings: Sequence[Finding]) -> tuple[Passage, ...]:
    """Texts that were checked as one, each doubt marked where it stands."""
    zh = mark_parts([text.zh for text in texts], "zh", findings)
    en = mark_parts([text.en for text in texts], "en", findings)
    return tuple(map(Passage, zh, en))


def _failed(failure: Failure, citations: Citations) -> Failed:
    """What failed: a section is called by its number where its heading cannot be read."""
    name = remarks.failed_part(failure)
    tag = citations.tag(failure.section).en if name.zh == name.en else ""
    return Failed(say(name.zh, tag or name.en), remarks.failed_why(failure))


def _doubts(brief: Brief, citations: Citations) -> Iterable[Doubt]:
    """Every finding to review with its place, in the order of reading."""
    yield from (Doubt(f, labels.HEAD) for f in brief.report.doubts)
    yield from (Doubt(f, labels.HEADLINE) for f in brief.headline.doubts)
    for number, sentence in enumerate(brief.summary.sentences, 1):
        yield from (Doubt(f, say(f"摘要{number}", f"Summary {number}")) for f in sentence.doubts)
    for figure in brief.figures:
        yield from (Doubt(f, labels.FIGURES) for f in figure.doubts)
    for kind in ORDER:
        for item in (item for item in brief.items if item.kind is kind):
            place = _named(labels.KINDS[kind], citations.of_item(item))
            yield from (Doubt(f, place, item) for f in item.doubts)


def _named(kind: Bilingual, tag: Bilingual) -> Bilingual:
    return say(f"{kind.zh}{bracketed(tag.zh, 'zh')}", f"{kind.en}{bracketed(tag.en, 'en')}")

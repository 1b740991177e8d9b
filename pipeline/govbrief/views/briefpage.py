"""Owns Brief to one self-contained page: the brief as it is read, the source beside it, each leading to the other.

All that a reader sees is in the page itself and can be read, and followed by links, without the script.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from govbrief.views import labels, remarks
from govbrief.views.citing import bracketed
from govbrief.views.deadlines import deadlines
from govbrief.views.doubts import Piece, tail
from govbrief.views.labels import Lang, Language, show
from govbrief.views.sourcepane import Stretch, lay_source
from govbrief.views.telling import ORDER, tell_brief
from govbrief.views.told import Passage, Row
from govbrief.views.webpage import fill_page
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, BriefItem, Status
from govbrief_schemas.item import Kind


class Choice(NamedTuple):
    """An option of a filter."""

    value: str
    label: Bilingual


class Filter(NamedTuple):
    """One thing that items and figures are chosen by."""

    name: str
    label: Bilingual
    all: Bilingual
    choices: tuple[Choice, ...]


_STATES = (
    Choice("result", labels.STATUSES[Status.RESULT]),
    Choice("target", labels.STATUSES[Status.TARGET]),
    Choice("doubt", labels.say("待复核", "to review")),
)
_ISSUER = labels.say("本机关", "the issuer")


class Names:
    """What the parts of a brief are called inside its page: short, safe, and never a text of the report."""

    def __init__(self, brief: Brief) -> None:
        """Number the items and the figures in the order of the brief."""
        self._items = {item.id: f"i{number}" for number, item in enumerate(brief.items)}
        self._figures = {id(figure): f"f{number}" for number, figure in enumerate(brief.figures)}

    @property
    def items(self) -> Mapping[str, str]:
        """The names of the items by their ids."""
        return self._items

    def item(self, ident: str) -> str:
        """The name of an item by its id; empty where there is none."""
        return self._items.get(ident, "")

    def row(self, row: Row) -> str:
        """The name of a figure."""
        return self._figures[id(row.figure)]


class Facets:
    """What the filters find items and figures by."""

    def __init__(self, brief: Brief) -> None:
        """Know every theme and every actor of the brief."""
        self._items = {item.id: item for item in brief.items}
        themes = dict.fromkeys(_theme(item) for kind in ORDER for item in brief.items if item.kind is kind)
        actors = dict.fromkeys(item.actor for item in brief.items)
        self.themes = tuple(Choice(f"t{n}", theme) for n, theme in enumerate(themes))
        self.actors = tuple(Choice(f"a{n}", actor or _ISSUER) for n, actor in enumerate(actors))
        self._theme = {theme: f"t{n}" for n, theme in enumerate(themes)}
        self._actor = {actor: f"a{n}" for n, actor in enumerate(actors)}

    def of(self, item: BriefItem) -> str:
        """The words that an item is found by."""
        kept = (
            item.kind.value,
            self._theme[_theme(item)],
            self._actor[item.actor],
            *(["result"] if item.kind is Kind.ACHIEVEMENT else []),
            *(["target"] if item.target or item.by else []),
            *(["doubt"] if item.doubts else []),
        )
        return " ".join(kept)

    def of_row(self, row: Row) -> str:
        """The words that a figure is found by: those of the item that tells it, and its own status."""
        item = self._items.get(row.figure.item)
        told = (
            [word for word in self.of(item).split() if word not in {choice.value for choice in _STATES}]
            if item
            else []
        )
        doubtful = any(piece.doubtful for pieces in row.measure for piece in pieces)
        return " ".join([*told, row.figure.status.value, *(["doubt"] if doubtful else [])])


def _theme(item: BriefItem) -> Bilingual:
    return item.group or labels.THEMES[item.theme]


def to_html(brief: Brief, source_text: str | None, lang: Lang = "both", *, home: str = "") -> str:
    """The page; without `source_text` the brief's own slices of the source stand beside it.

    `home` is the address of the index that the page belongs to, if it belongs to one.
    """
    told = tell_brief(brief)
    names = Names(brief)
    facets = Facets(brief)
    return fill_page(
        "brief.html.j2",
        ("base.css", "brief.css"),
        ("brief.js",),
        lang=lang,
        home=home,
        told=told,
        names=names,
        name=show(_plain(told.headline), "en" if lang == "en" else "zh") or show(labels.UNTITLED, lang),
        deadlines=deadlines(told),
        source=lay_source(brief, source_text, names.items, [(names.row(row), row) for row in told.figures]),
        whole=source_text is not None,
        tally=remarks.tally(remarks.findings(brief)),
        facets=facets,
        filters=_filters(facets),
        p=_passage,
        pieces=_pieces,
        inks=_inks,
        cite=_cite,
        message=remarks.message,
        labels=labels,
    )


def _filters(facets: Facets) -> tuple[Filter, ...]:
    kinds = tuple(Choice(kind.value, labels.KINDS[kind]) for kind in ORDER)
    return (
        Filter("kind", labels.say("类别", "Kind"), labels.say("全部类别", "All kinds"), kinds),
        Filter("theme", labels.say("主题", "Theme"), labels.say("全部主题", "All themes"), facets.themes),
        Filter("actor", labels.say("主体", "Actor"), labels.say("全部主体", "All actors"), facets.actors),
        Filter("state", labels.say("状态", "Status"), labels.say("全部状态", "Any status"), _STATES),
    )


def _plain(passage: Passage) -> Bilingual:
    return labels.say("".join(p.text for p in passage.zh), "".join(p.text for p in passage.en))


def _pieces(pieces: Iterable[Piece]) -> Markup:
    """Marked text; the mark is told to who cannot see it."""
    told = tuple(pieces)
    out = Markup()
    for index, piece in enumerate(told):
        text = escape(piece.text)
        if piece.doubtful:
            mark = tail(told, index)
            text = Markup("<mark>{}{}</mark>{}").format(text, mark.rstrip(), mark[len(mark.rstrip()) :])
        elif piece.strong:
            text = Markup("<b>{}</b>").format(text)
        out += text
    return out


def _passage(passage: Passage) -> Markup:
    """A passage in both languages, of which a reader may hide one; the same text once."""
    if passage.zh == passage.en:
        return _pieces(passage.zh)
    spans = [
        Markup("<span lang={}>{}</span>").format(language, _pieces(pieces))
        for language, pieces in (("zh", passage.zh), ("en", passage.en))
        if pieces
    ]
    return Markup(" ").join(spans)


def _inks(stretch: Stretch) -> Markup:
    """A piece of the source; amounts of the table and amounts that nothing uses stand out."""
    out = Markup()
    for ink in stretch.inks:
        text = escape(ink.text)
        if ink.unused:
            text = Markup("<u>{}</u>").format(text)
        if ink.figures:
            text = Markup('<b data-f="{}">{}</b>').format(" ".join(ink.figures), text)
        anchors = (Markup('<i id="q-{}"></i>').format(name) for name in ink.opens)
        out += Markup().join((*anchors, text))
    return out


def _cite(tags: Iterable[Bilingual]) -> Markup:
    """The sections that something is told from, as each language cites them."""
    told = tuple(tags)
    spans = []
    for language, joint in (("zh", "、"), ("en", ", ")):
        cited = joint.join(tag for one in told if (tag := getattr(one, language)))
        if cited:
            kept: Language = "zh" if language == "zh" else "en"
            spans.append(Markup("<span lang={}>{}</span>").format(language, bracketed(cited, kept).strip()))
    return Markup(" ").join(spans)

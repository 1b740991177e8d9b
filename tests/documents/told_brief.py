"""A brief made of nothing but source sentences, for tests of what is read in them rather than in a model's words."""

from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import BriefItem, Evidence, Figure
from govbrief_schemas.item import Kind, Theme
from tests.documents.brief import BRIEF


def told_brief(place, year, *sentences, kind=Kind.ACHIEVEMENT, figures=()):
    """A brief of `place` on `year` with an item for each sentence; `figures` are (number, measure) pairs."""
    source = "".join(sentences)
    pieces = []
    for sentence in sentences:
        start = source.index(sentence)
        pieces.append(Evidence(start=start, end=start + len(sentence), text=sentence))
    items = tuple(
        BriefItem(
            id=f"00/00/{index}",
            kind=kind,
            theme=Theme.OTHER,
            zh=piece.text,
            en="(English)",
            section="",
            evidence=(piece,),
        )
        for index, piece in enumerate(pieces)
    )
    rows = tuple(
        Figure(
            measure=Bilingual(zh=measure, en=measure),
            value="0",
            unit="",
            zh=number,
            en=number,
            item="",
            evidence=Evidence(start=source.find(number), end=source.find(number) + len(number), text=number),
        )
        for number, measure in figures
    )
    head = BRIEF.report.model_copy(
        update={
            "issuer": Bilingual(zh=place, en=f"City of {place}"),
            "year": year,
            "title": Bilingual(zh=place, en=place),
        }
    )
    coverage = BRIEF.coverage.model_copy(update={"untold": ()})
    return BRIEF.model_copy(update={"report": head, "items": items, "figures": rows, "coverage": coverage})

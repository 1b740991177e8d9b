"""Owns the method for models too small to condense: code chooses the source's own clauses, the model translates them.

Numbers stand behind placeholders while it does, so that none can be changed. What the model leaves out is asked for
in pieces; what a summary needs is taken from items without doubt.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from govbrief.errors import ModelError
from govbrief.sets.method_form import MethodForm
from govbrief.small import overlays
from govbrief.small.advice import advice
from govbrief.small.digest import Digest, Names, ask_measures, ask_names, ask_summary
from govbrief.small.draft import Draft
from govbrief.small.figures import confirmed_figures
from govbrief.small.form import QuoteExample, QuoteLimits, fault, limits_of, spoken
from govbrief.small.select import extract_items, items_per_chunk, translated
from govbrief.small.settle import settle
from govbrief.write.desk import Desk
from govbrief.write.method import Checked, Said, Whole
from govbrief_schemas.finding import Finding, Verdict
from govbrief_schemas.item import Item
from govbrief_schemas.report import Chunk

if TYPE_CHECKING:
    from govbrief_schemas.brief import Figure

_REPORT = frozenset({"terms", "report"})


class Quote:
    """The quoting method at work on one report."""

    form: ClassVar[MethodForm] = MethodForm(
        name="quote",
        files={
            "system.md": frozenset(),
            "chunk.md": _REPORT | {"path", "sentences", "cite", "kinds", "most"},
            "translate.md": _REPORT | {"zh", "en", "complaints", "kind"},
            "names.md": _REPORT | {"title", "issuer", "complaints"},
            "summary.md": _REPORT | {"items"},
            "measures.md": _REPORT | {"measures"},
        },
        limits=QuoteLimits,
        example=QuoteExample,
        answers=overlays.SAMPLES,
        fault=fault,
        spoken=spoken,
    )

    def __init__(self, desk: Desk) -> None:
        """A method at work on the report of `desk`."""
        self._desk = desk
        self._writer = desk.writer

    async def items(self, chunks: Sequence[Chunk]) -> tuple[Checked, ...]:
        """Items from the weightiest sentences of each chunk, each translated, checked and sent back on its own."""
        most = items_per_chunk(chunks, limits_of(self._writer.prompts))
        found = await self._desk.together([self._chunk(chunk, most) for chunk in chunks])
        return tuple(one for some in found for one in some)

    async def whole(self, items: Sequence[Checked]) -> Whole:
        """Head, summary and figures, each asked for on its own."""
        desk, writer = self._desk, self._writer
        unnamed: tuple[Names, tuple[Finding, ...]] = (Names("", ""), ())
        names, noted = await desk.attempt("head", lambda: ask_names(desk.report, writer), unnamed)
        unsummed: tuple[Digest, ...] = ()
        digests = await desk.attempt("summary", lambda: ask_summary(items, writer), unsummed)
        figures: tuple[Figure, ...] = confirmed_figures(items, desk.witness, desk.outline)
        worded = await desk.attempt("figures", lambda: ask_measures(figures, writer), figures)
        return Whole(
            title=names.title,
            issuer=names.issuer,
            head_findings=noted,
            sentences=tuple(self._sound(digest) for digest in digests),
            figures=worded,
        )

    async def _chunk(self, chunk: Chunk, most: int) -> tuple[Checked, ...]:
        heading = chunk.heading_path[-1] if chunk.heading_path else chunk.sentences[0].text[:20]

        async def settled(draft: Draft) -> Checked | None:
            try:
                draft = await translated(draft, self._writer)
                return await settle(draft, self._desk.check, self._advise, self._writer)
            except ModelError as error:
                # one sentence that cannot be had does not take its section along
                if error.fatal:
                    raise
                self._desk.failed(heading, error)
            return None

        async def checked_items() -> tuple[Checked, ...]:
            drafts = await extract_items(chunk, most, self._writer)
            checked = await self._desk.together([settled(draft) for draft in drafts])
            return tuple(one for one in checked if one)

        return await self._desk.attempt(heading, checked_items, ())

    def _advise(self, finding: Finding) -> str:
        return advice(finding, self._desk.witness)

    def _sound(self, digest: Digest) -> Said:
        """A summary sentence with its findings; one with doubts gives way to the words of its item, which has none."""
        findings = self._checked(digest.item)
        if any(f.verdict is not Verdict.SUPPORTED for f in findings):
            digest = digest.verbatim()
            findings = self._checked(digest.item)
        item = digest.item
        return Said(item.zh, item.en, tuple(source.id for source in digest.sources), findings)

    def _checked(self, item: Item) -> tuple[Finding, ...]:
        return self._desk.check_words(item.zh, item.en, item.evidence)

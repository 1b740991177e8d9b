"""Owns the formats that `summarize` writes a brief in; how each looks is the views'."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govbrief.base.errors import UsageError
from govbrief.base.plain import escape_unseen
from govbrief.views.labels import Lang
from govbrief_schemas.brief import Brief

FORMATS = ("md", "json", "html", "docx")
USUAL = ("md", "json")
"""What a folder gets when nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Forms:
    """How the user wants a brief to look."""

    lang: Lang = "both"
    evidence: bool = False
    """Whether the source's own sentences are printed too."""
    template: Path | None = None
    """A Word document whose styles a `docx` takes."""

    def require_usable(self, formats: Sequence[str], out: Path | None) -> None:
        """Fail before any work on what would fail after it.

        Raises:
            UsageError: a Word document without a place, a template without a Word document.
            InputError: the template cannot be read.
        """
        if "docx" in formats and out is None:
            raise UsageError("a Word document needs --out", hint="give a file: --out brief.docx")
        if self.template is None:
            return
        if "docx" not in formats:
            raise UsageError("--template is for Word documents", hint="add --format docx")
        from govbrief.views.wordstyles import begin_document

        begin_document(self.template)

    def write(self, brief: Brief, form: str, source_text: str | None) -> str | bytes:
        """The brief in one of `FORMATS`."""
        if form == "md":
            from govbrief.views.markdown import to_markdown

            return to_markdown(brief, self.lang, evidence=self.evidence)
        if form == "html":
            from govbrief.views.briefpage import to_html

            return to_html(brief, source_text, self.lang)
        if form == "docx":
            from govbrief.views.wordbrief import to_docx

            return to_docx(brief, self.lang, self.template)
        return escape_unseen(brief.model_dump_json(by_alias=True, indent=1)) + "\n"

"""Owns the command `site`: a folder of pages from briefs."""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govbrief.cli.options import Lang, QuietFlag

if TYPE_CHECKING:
    from govbrief_schemas.brief import Brief

_LARGEST = 100_000_000
"""Bytes of a source that is read beside its brief."""


def site(
    briefs: Annotated[
        list[Path], typer.Argument(metavar="BRIEF...", help="Briefs as JSON, or folders that hold them.")
    ],
    *,
    out: Annotated[Path, typer.Option(help="Folder for the pages.")],
    lang: Annotated[Lang, typer.Option(help="Languages to begin with; a page can switch.")] = Lang.BOTH,
    quiet: QuietFlag = False,
) -> None:
    """Make pages to read of many briefs: an index, the briefs, the indicators. 生成网页。"""
    from govbrief.base.briefs import load_briefs
    from govbrief.base.files import require_writable, write_atomically
    from govbrief.views.site import site_pages

    read = load_briefs(briefs)
    require_writable(out)
    for page in site_pages(read, _texts(read), lang.value):
        write_atomically(out / page.path, page.html)
    if not quiet:
        print(f"wrote {out / 'index.html'} and {len(read)} briefs", file=sys.stderr)


def _texts(briefs: Iterable["Brief"]) -> dict[str, str]:
    """The sources that still lie where the briefs were made from, and are still the same, by their sha256."""
    from govbrief.base.errors import InputError
    from govbrief.read.load import load_report

    texts: dict[str, str] = {}
    for head in (brief.report for brief in briefs):
        try:
            if head.sha256 not in texts and _is_same(Path(head.source), head.sha256):
                texts[head.sha256] = load_report(head.source, force=True).text
        except (OSError, ValueError, InputError):
            continue  # a page without its source shows the sentences that the brief keeps
    return texts


def _is_same(path: Path, sha256: str) -> bool:
    """Whether the file is there with this content; a brief may name anything, a device or a huge file too."""
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == sha256

"""Owns PDF to plain text, a form feed between pages; a page without a text layer is told, never passed over.

pypdfium2 is the reader that keeps CJK characters apart from CJK radicals (⾸, ⼀) in files made by browsers.
"""

from typing import Any

from govbrief.read.formats.extracted import Extracted, FormatError
from govbrief.read.formats.pdfpage import page_text

MAX_PAGES = 3000
MAX_CHARS = 30_000_000


def read_pdf(data: bytes) -> Extracted:
    """Text of all pages, one after the other, with the offset where each begins.

    Raises:
        FormatError: damaged, locked by a password, or too long.
    """
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no stubs; others need not pay for it

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as exc:
        locked = "password" in str(exc).lower()
        raise FormatError(
            "the PDF is locked by a password" if locked else f"the PDF is damaged: {exc}"
        ) from exc
    if pages > MAX_PAGES:
        raise FormatError(f"the PDF has {pages} pages, more than {MAX_PAGES}")
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    blank: list[int] = []
    unread: list[str] = []
    size = 0
    for number in range(pages):
        try:
            told = _text_of(document, number)
        except pypdfium2.PdfiumError:
            told = ""
            unread.append(f"page {number + 1} is damaged")
        else:
            blank += [] if told else [number + 1]
        text = f"{told}\n" + ("\f" if number + 1 < pages else "")
        places.append((size, f"page {number + 1}"))
        texts.append(text)
        size += len(text)
        if size > MAX_CHARS:
            raise FormatError(f"the PDF holds more than {MAX_CHARS} characters of text")
    if len(unread) == pages:
        raise FormatError("the PDF is damaged: none of its pages can be read")
    return Extracted("".join(texts), places, unread, blank)


def _text_of(document: Any, number: int) -> str:  # noqa: ANN401 - the reader has no stubs
    """The text of a page; empty where it has none."""
    page = document[number]
    textpage = page.get_textpage()
    text = page_text(textpage).rstrip()
    textpage.close()
    page.close()
    return text

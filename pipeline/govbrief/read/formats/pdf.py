"""Owns PDF to plain text, page by page; a page without a text layer is named, never passed over.

pypdfium2 is the reader that keeps CJK characters apart from CJK radicals (⾸, ⼀) in files made by browsers.
"""

import unicodedata

from govbrief.read.formats.extracted import Extracted, FormatError

MAX_PAGES = 3000
MAX_CHARS = 30_000_000


def read_pdf(data: bytes) -> Extracted:
    """Text of all pages, one after the other, with the offset where each begins.

    Raises:
        FormatError: damaged, locked by a password, too long, or scanned from the first page to the last.
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
    unread: list[str] = []
    size = 0
    for number in range(pages):
        page = document[number]
        textpage = page.get_textpage()
        text = _clean(textpage.get_text_range())
        textpage.close()
        page.close()
        places.append((size, f"page {number + 1}"))
        if not text.strip():
            unread.append(f"page {number + 1} has no text layer (a scanned image?)")
        texts.append(text)
        size += len(text)
        if size > MAX_CHARS:
            raise FormatError(f"the PDF holds more than {MAX_CHARS} characters of text")
    if len(unread) == pages:
        raise FormatError("the PDF is scanned: no page has a text layer, page 1 to the last")
    return Extracted("".join(texts), places, unread)


def _clean(text: str) -> str:
    """One page's text with plain line ends; control characters and hyphen marks of the engine left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "")
    text = "".join(
        char for char in text if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Cn"}
    )
    return f"{text.rstrip()}\n"

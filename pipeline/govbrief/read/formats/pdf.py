"""Owns PDF to plain text, a form feed between pages; a page without a text layer is told, never passed over.

pypdfium2 is the reader that keeps CJK characters apart from CJK radicals (⾸, ⼀) in files made by browsers.
"""

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
    size = 0
    for number in range(pages):
        page = document[number]
        textpage = page.get_textpage()
        text = f"{page_text(textpage).rstrip()}\n" + ("\f" if number + 1 < pages else "")
        textpage.close()
        page.close()
        places.append((size, f"page {number + 1}"))
        if not text.strip():
            blank.append(number + 1)
        texts.append(text)
        size += len(text)
        if size > MAX_CHARS:
            raise FormatError(f"the PDF holds more than {MAX_CHARS} characters of text")
    return Extracted("".join(texts), places, blank=blank)

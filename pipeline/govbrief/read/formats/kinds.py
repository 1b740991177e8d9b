"""Owns telling formats apart: by the first bytes, and by the file name only where bytes cannot tell."""

import re

_HTML = re.compile(
    rb"^\s*(?:<!--.{0,400}?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOM = b"\xef\xbb\xbf"
_HEAD = 2048

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_REFUSED = {
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file (.doc, .xls)",
    b"{\\rtf": "a rich text file (.rtf)",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
}


def tell_format(data: bytes, name: str) -> str:
    """`pdf`, `docx`, `zip`, `picture`, `html`, `md` or `text`."""
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and name.lower().endswith(".pdf")):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data or name.lower().endswith((".docx", ".docm")) else "zip"
    if data.startswith(_PICTURES) or (data.startswith(b"BM") and b"\0" in data[:16]):
        return "picture"
    head = data[:_HEAD].removeprefix(_BOM)
    lower = name.lower().partition("?")[0]
    if _HTML.match(head) or lower.endswith((".html", ".htm", ".shtml", ".xhtml")):
        return "html"
    return "md" if lower.endswith((".md", ".markdown")) else "text"


def refused_kind(data: bytes) -> str:
    """What a file is that no reader takes; empty when nothing is known against it."""
    return next((kind for magic, kind in _REFUSED.items() if data.startswith(magic)), "")

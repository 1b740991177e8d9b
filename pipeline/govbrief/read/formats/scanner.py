"""Owns the child process that recognises pictures: a page to an image without its seal, an image to lines in order.

`python -m govbrief.read.formats.scanner pdf 1 3` reads a file on standard input and prints a JSON object for each page.
"""

import io
import json
import re
import sys
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from govbrief.read.formats.ocr import MEMORY

_DPI = 200
"""Small print of a scanned A4 page is read at 200 dots an inch; at 300 it takes twice as long and reads no better."""
_MOST_PIXELS = 12_000_000
_RED = 60
"""How much redder than green and blue a seal's ink is; black print, grey scans and yellow paper are under 30."""
_INDENT = (1.2, 3.5)
"""Heights of a line by which the first of a paragraph stands in; a centered title stands further."""
_GLUED = re.compile(r"[\u4e00-\u9fff）)]\d[\d.,]*(?:\s+[-\d][\d.,]*)*$")
"""A row of a table whose label and number, and so perhaps two numbers, have lost the gap between them."""
_SAME_ROW = 0.6
_CELL_GAP, _WORD_GAP = 1.6, 0.25
"""Heights of a line between two cells of a table, and between two numbers that are not one."""
_MIN_COLUMN = 6
_COLUMN_WIDTH = 0.28


class ScannedPiece(NamedTuple):
    """A box of text on the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    score: float

    @property
    def height(self) -> float:
        """Of the box."""
        return self.bottom - self.top


def in_reading_order(pieces: list[ScannedPiece], width: float) -> list[tuple[str, float]]:
    """Lines of a page, columns one after the other, cells of a row with a tab between; each with its lowest score."""
    lines: list[tuple[str, float]] = []
    for column in _columns(pieces, width):
        edge = sorted(piece.left for piece in column)[len(column) // 4]
        for row in _rows(column):
            text = row[0].text
            for one, two in pairwise(row):
                gap = (two.left - one.right) / one.height
                text += ("\t" if gap > _CELL_GAP else " " if gap > _WORD_GAP else "") + two.text
            indent = _INDENT[0] < (row[0].left - edge) / row[0].height < _INDENT[1]
            text = _mended(text)
            lines.append(("\u3000\u3000" * indent + text, _sure(text, min(piece.score for piece in row))))
    return lines


def _mended(text: str) -> str:
    """Slips that only one reading fits: 「2021一2025年」 has a dash, 「6.83%0」 is per mille."""
    return re.sub(r"(?<=\d)[%％][0oO〇](?![\d.])", "‰", re.sub(r"(?<=\d)一(?=\d)", "—", text))


def _sure(text: str, score: float) -> float:
    """The score of a line; none for one whose numbers may be others: a comma for a point, cells that ran together."""
    odd = re.search(r"\d[,，]\d{1,2}(?!\d)|\d\.\d+\.\d", text)
    glued = _GLUED.search(text) is not None and re.search(r"[。，；,;]", text) is None
    return 0.0 if odd or glued else score


def _columns(pieces: list[ScannedPiece], width: float) -> list[list[ScannedPiece]]:
    """The pieces of each column of running text; a page without columns is one, lines across part bands."""
    middle = width / 2
    left = [p for p in pieces if p.right <= middle * 1.06]
    right = [p for p in pieces if p.left >= middle * 0.94]
    across = [p for p in pieces if p not in left and p not in right]
    sides_are_text = all(
        len(side) >= _MIN_COLUMN and sum(p.right - p.left for p in side) / len(side) > width * _COLUMN_WIDTH
        for side in (left, right)
    )
    if not sides_are_text or len(across) > len(pieces) / 4:
        return [pieces] if pieces else []
    edges = sorted(p.top for p in across)
    bands: list[list[ScannedPiece]] = []
    start = float("-inf")
    for edge in (*edges, float("inf")):
        bands.extend([p for p in side if start <= p.top < edge] for side in (left, right))
        bands.append([p for p in across if p.top == edge])
        start = edge
    return [band for band in bands if band]


def _rows(pieces: list[ScannedPiece]) -> list[list[ScannedPiece]]:
    """Pieces that stand beside each other, from top to bottom."""
    rows: list[list[ScannedPiece]] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom) / 2):
        middle = (piece.top + piece.bottom) / 2
        above = rows[-1][-1] if rows else None
        if above is not None and abs(middle - (above.top + above.bottom) / 2) < _SAME_ROW * min(
            piece.height, above.height
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _images(kind: str, data: bytes, pages: list[int]) -> Any:  # noqa: ANN401 - images of a library without stubs
    """The pages as pictures, one at a time."""
    opener: Any = import_module("PIL.Image")
    opener.MAX_IMAGE_PIXELS = _MOST_PIXELS * 4
    if kind != "pdf":
        yield opener.open(io.BytesIO(data)).convert("RGB")
        return
    document = import_module("pypdfium2").PdfDocument(data)
    for page in pages:
        width, height = document[page - 1].get_size()
        scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        yield document[page - 1].render(scale=scale).to_pil().convert("RGB")


def _without_seal(image: Any) -> Any:  # noqa: ANN401
    """The picture as an array, red ink turned to paper."""
    np = import_module("numpy")
    pixels = np.asarray(image).astype(np.int16)
    red = pixels[:, :, 0] - np.maximum(pixels[:, :, 1], pixels[:, :, 2]) > _RED
    found = pixels.astype(np.uint8)
    found[red] = 255
    return found[:, :, ::-1]


def _piece(corners: list[list[float]], text: str, score: float) -> ScannedPiece:
    """The upright box around four corners."""
    across, down = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return ScannedPiece(min(across), min(down), max(across), max(down), text, score)


def _main() -> int:
    kind, pages = sys.argv[1], [int(page) for page in sys.argv[2:]]
    data = sys.stdin.buffer.read()
    try:
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except ImportError:
        pass
    engine = import_module("rapidocr").RapidOCR(params={"Global.log_level": "critical"})
    try:
        for image in _images(kind, data, pages):
            pixels = _without_seal(image)
            found = engine(pixels)
            pieces = [
                _piece([[float(x) for x in corner] for corner in box], text, float(score))
                for box, text, score in zip(
                    [] if found.boxes is None else found.boxes,
                    found.txts or (),
                    found.scores or (),
                    strict=True,
                )
            ]
            lines = in_reading_order(pieces, pixels.shape[1])
            sys.stdout.write(json.dumps({"lines": lines}) + "\n")
            sys.stdout.flush()
    except (OSError, ValueError, MemoryError) as exc:
        sys.stdout.write(json.dumps({"error": str(exc)[:200]}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())

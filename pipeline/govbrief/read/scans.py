"""Owns pages without text: filled from their images where the engine is installed, named with the way on where not."""

from collections.abc import Callable
from dataclasses import replace

from govbrief.read.formats.extracted import Extracted
from govbrief.read.formats.ocr import INSTALL, SURE, Scan, can_recognise, recognise


def read_scans(extracted: Extracted, data: bytes, kind: str, told: Callable[[str], None]) -> Extracted:
    """The text with its blank pages read from their images; without the engine they are named as unread.

    Raises:
        FormatError: an image cannot be opened, or the engine gave up.
    """
    if not extracted.blank:
        return extracted
    if not can_recognise():
        unread = [
            f"page {page} has no text layer (a scanned image?): {INSTALL} reads it"
            for page in extracted.blank
        ]
        return replace(extracted, unread=unread)
    scans = {scan.page: scan for scan in recognise(data, kind, extracted.blank, told)}
    starts = [start for start, _ in extracted.places]
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    doubtful: list[tuple[int, int]] = []
    size = 0
    for number, (start, label) in enumerate(extracted.places, 1):
        end = starts[number] if number < len(starts) else len(extracted.text)
        text = extracted.text[start:end]
        if number in scans:
            text, unsure = _told(scans[number], text)
            doubtful.extend((size + begin, size + stop) for begin, stop in unsure)
        places.append((size, label))
        texts.append(text)
        size += len(text)
    return replace(
        extracted,
        text="".join(texts),
        places=places,
        doubtful=doubtful,
        recognised=[(scan.page, scan.score) for scan in scans.values() if scan.lines],
        unread=[f"page {page} shows no text" for page, scan in scans.items() if not scan.lines],
    )


def _told(scan: Scan, blank: str) -> tuple[str, list[tuple[int, int]]]:
    """The page's lines, with the page break that stood there, and the slices that are not sure."""
    text = ""
    unsure: list[tuple[int, int]] = []
    for line in scan.lines:
        if line.score < SURE:
            unsure.append((len(text), len(text) + len(line.text)))
        text += f"{line.text}\n"
    return text + ("\f" if "\f" in blank else ""), unsure

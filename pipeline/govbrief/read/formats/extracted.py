"""Owns Extracted: what a reader of one format hands back; must not know what a report is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what the file says beside its text."""

    text: str
    places: list[tuple[int, str]] = field(default_factory=list)
    """Offset and name of every page or paragraph, in order."""
    unread: list[str] = field(default_factory=list)
    """Parts without text, e.g. a scanned page."""
    blank: list[int] = field(default_factory=list)
    """Numbers of pages that hold no text but may show some."""
    recognised: list[str] = field(default_factory=list)
    """Parts read from their image, each with how sure the reading is."""
    doubtful: list[tuple[int, int]] = field(default_factory=list)
    """Slices of the text that were read from an image and not surely, half-open."""
    stated: dict[str, str] = field(default_factory=dict)
    """Metadata outside the text: `title`, `issuer`, `published` of a web page."""


class FormatError(ValueError):
    """A file that its format's reader refuses; the message says why, without the file's name."""

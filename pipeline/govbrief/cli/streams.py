"""Owns the three standard streams: however they are found, a command reads, prints and ends without a traceback.

A closed stream is the null device. What an encoding cannot say is told in escapes that JSON knows, so that a line of
JSON stays one in ASCII too. No control character of a file name or a text passes in a message.
"""

import codecs
import contextlib
import io
import os
import sys

from govbrief.base.errors import PipelineError
from govbrief.base.plain import printable

_ESCAPES = "govbrief_escapes"


def settle_streams() -> None:
    """Make the streams usable; the first thing that a command does."""
    codecs.register_error(_ESCAPES, _escaped)
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # the lowest number that is free is this one: else the next file that is opened would be written to
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - open as long as the process
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPES)


def tell(error: PipelineError) -> None:
    """An error in words on standard error, its hint below; nobody may be left to read it."""
    hint = f"  {printable(error.hint)}\n" if error.hint else ""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"govbrief: {printable(str(error))}\n{hint}")
        sys.stderr.flush()


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What cannot be encoded, each as JSON writes it: 中 as its four hexadecimal digits, 𝟗 as a pair."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.end]
    units = piece.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end

"""Owns the three standard streams: however they are found, a command reads, prints and ends without a traceback.

A closed stream is the null device. What an encoding cannot say is told in escapes that JSON knows, so that a line of
JSON stays one in ASCII too. No control character of a file name or a text passes in a message.
"""

import codecs
import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator

from govbrief.base.errors import OutputError, PipelineError
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


@contextlib.contextmanager
def to_the_end() -> Iterator[None]:
    """A block whose printed results are all written when it ends.

    Raises:
        OutputError: standard output takes no more.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        sys.exit(1)
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            raise
        _give_up_output()
        raise OutputError(
            f"standard output: cannot be written ({error.strerror})",
            hint="free some space, or write with --out",
        ) from error


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def _give_up_output() -> None:
    """What is left in the buffer goes nowhere, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def tell(error: PipelineError) -> None:
    """An error in words on standard error, its hint and its Chinese below; nobody may be left to read it."""
    chinese = "。".join(part for part in (error.zh, error.hint_zh) if part)
    below = "".join(f"  {printable(line)}\n" for line in (error.hint, chinese) if line)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"govbrief: {printable(str(error))}\n{below}")
        sys.stderr.flush()


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What cannot be encoded, each as JSON writes it: 中 as its four hexadecimal digits, 𝟗 as a pair."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.end]
    units = piece.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end

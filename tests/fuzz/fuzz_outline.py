"""Coverage-guided fuzzing of everything from bytes to chunks: no crash, no hang, only reports or clear errors.

    python -m tests.fuzz.fuzz_outline -max_total_time=600 -timeout=60 corpus/

Foreign formats are read here without their child process and its bounds: a web page as it is, a Word file of which the
input is the main part, a PDF as it is. `tests/property/test_foreign.py` damages sound files of each.
"""

import io
import sys
import zipfile

import atheris

with atheris.instrument_imports():
    from govbrief.base.errors import InputError
    from govbrief.read.chunks import cut_chunks
    from govbrief.read.decode import decode_text
    from govbrief.read.formats.docx import read_docx
    from govbrief.read.formats.extracted import Extracted, FormatError
    from govbrief.read.formats.html import read_html
    from govbrief.read.formats.markdowntext import read_markdown
    from govbrief.read.formats.pdf import read_pdf
    from govbrief.read.load import report_of
    from govbrief.read.sections import split_report
    from govbrief.views.outline import outline_json


def fuzz_bytes(data: bytes) -> None:
    """One input: its first byte chooses the way in, the rest is the file."""
    try:
        text, encoding = data[1:].decode("utf-8", "ignore"), "utf-8"
        if data[:1] == b"b":  # as a file; most bytes fit no encoding and end here
            text, encoding = decode_text(data[1:], "fuzz")
        read = {b"m": read_markdown, b"h": read_html}.get(data[:1], Extracted)
        extracted = _FOREIGN[data[:1]](data[1:]) if data[:1] in _FOREIGN else read(text)
        outline = split_report(report_of(extracted, "fuzz", data, encoding))
    except (FormatError, RecursionError):
        return  # the child process says both in words
    except InputError as error:
        if not error.hint:
            raise
        return
    outline_json(outline)
    chunks = cut_chunks(outline, 300)
    sentences = sum(len(section.sentences) for section in outline.sections)
    if sum(len(chunk.sentences) for chunk in chunks) != sentences:
        raise AssertionError("a sentence is in no chunk, or in two")


def _word(main_part: bytes) -> "Extracted":
    """What the reader makes of a Word file with this main part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", main_part)
    return read_docx(file.getvalue())


_FOREIGN = {b"w": _word, b"p": read_pdf}
"""Readers of bytes by the first byte of the input."""


def main() -> None:
    """Fuzz until the time is over; libFuzzer's options follow on the command line."""
    atheris.Setup(sys.argv, fuzz_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

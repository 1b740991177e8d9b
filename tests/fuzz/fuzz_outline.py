"""Coverage-guided fuzzing of everything from bytes to chunks: no crash, no hang, only reports or clear errors.

    python -m tests.fuzz.fuzz_outline -max_total_time=600 -timeout=60 corpus/

Readers of foreign formats run in a child process and are left out here; Markdown and plain text are in.
"""

import sys

import atheris

with atheris.instrument_imports():
    from govbrief.errors import InputError
    from govbrief.read.chunks import cut_chunks
    from govbrief.read.decode import decode_text
    from govbrief.read.formats.extracted import Extracted
    from govbrief.read.formats.markdown import read_markdown
    from govbrief.read.load import report_of
    from govbrief.read.sections import split_report
    from govbrief.views.outline import outline_json


def fuzz_bytes(data: bytes) -> None:
    """One input: its first byte chooses the way in, the rest is the file."""
    try:
        text, encoding = data[1:].decode("utf-8", "ignore"), "utf-8"
        if data[:1] == b"b":  # as a file; most bytes fit no encoding and end here
            text, encoding = decode_text(data[1:], "fuzz")
        extracted = read_markdown(text) if data[:1] == b"m" else Extracted(text)
        outline = split_report(report_of(extracted, "fuzz", data, encoding))
    except InputError as error:
        if not error.hint:
            raise
        return
    outline_json(outline)
    chunks = cut_chunks(outline, 300)
    sentences = sum(len(section.sentences) for section in outline.sections)
    if sum(len(chunk.sentences) for chunk in chunks) != sentences:
        raise AssertionError("a sentence is in no chunk, or in two")


def main() -> None:
    """Fuzz until the time is over; libFuzzer's options follow on the command line."""
    atheris.Setup(sys.argv, fuzz_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Names of files, things that are no files, and streams that are closed or speak another encoding."""

from collections.abc import Iterator

from tests.drills.hostile.case import EITHER, NOT_READ, READ, SOUND, Case

_LONG = "白榆市司法局" * 13
"""78 characters, 234 bytes: a name that a disk takes, and that nothing can be added to."""


def cases() -> Iterator[Case]:
    """All of them."""
    names: dict[str, str | bytes] = {
        "234 bytes": f"{_LONG}.txt",
        "255 bytes": "a" * 251 + ".txt",
        "not UTF-8": b"\xff\xfe\x80.txt",
        "escapes": "a\x1b[31m\x9b2J.txt",
        "a line break": "a\nb.txt",
        "blanks": "   .txt",
        "marks of Markdown": "[a](http:__x)![b]*.txt",
        "a formula": "=1+1.txt",
        "markup": "<b onclick=x>&amp;.txt",
        "overrides": "\u202etxt.exe\u2066.txt",
        "no ending": "report",
        "two endings": "report.txt.pdf.txt",
        "points": "...txt",
    }
    for name, path in names.items():
        for words in (("outline",), ("summarize", "--dry-run"), ("numbers",)):
            yield Case(f"name: {name} ({words[0]})", (*words, "--", path), READ | {3}, {path: SOUND})
    for name, path in names.items():
        missing = path + b"x" if isinstance(path, bytes) else f"{path}x"
        yield Case(f"name: {name}, not there", ("outline", "--", missing), NOT_READ)
    yield from _no_files()
    yield from _streams()


def _no_files() -> Iterator[Case]:
    for name, path in {
        "a folder": ".", "no such folder": "no/such/report.txt", "nothing": "/dev/null", "memory": "/proc/self/mem",
        "a name of a megabyte": "a" * 100_000, "an empty name": "", "a file as a folder": "/etc/passwd/x",
        "an address not allowed": "http://127.0.0.1:9/", "a file address": "file:///etc/passwd",
    }.items():  # fmt: skip
        yield Case(f"place: {name}", ("outline", path), frozenset({2, 3}))
    yield Case(
        "place: a link to itself",
        ("outline", "loop.txt"),
        NOT_READ,
        in_shell='ln -s loop.txt loop.txt; exec "$@"',
    )
    yield Case("place: zeros without end", ("outline", "/dev/zero"), NOT_READ)
    yield Case(
        "place: a pipe that nobody writes to",
        ("outline", "pipe.txt"),
        NOT_READ,
        in_shell='mkfifo pipe.txt; exec "$@"',
    )
    yield Case(
        "place: a file that nobody may read",
        ("outline", "report.txt"),
        EITHER,
        {"report.txt": SOUND},
        in_shell='chmod 0 report.txt; exec "$@"',
    )


def _streams() -> Iterator[Case]:
    files: dict[str | bytes, bytes] = {"report.txt": SOUND}
    for name, shell in {
        "output closed": '"$@" >&-', "errors closed": '"$@" 2>&-', "input closed": '"$@" <&-',
        "all closed": '"$@" <&- >&- 2>&-', "output full": '"$@" >/dev/full', "a reader that goes": '"$@" | head -c 1',
    }.items():  # fmt: skip
        full = {5} if name == "output full" else {0, 1, 141}
        for words in (
            ("outline", "report.txt"),
            ("numbers", "report.txt", "--json"),
            ("summarize", "report.txt", "--dry-run"),
        ):
            yield Case(f"stream: {name} ({words[0]})", words, frozenset(full), files, in_shell=shell)
    for name, environ in {
        "ascii": {"PYTHONIOENCODING": "ascii"}, "ascii, strict": {"PYTHONIOENCODING": "ascii:strict"},
        "utf-16": {"PYTHONIOENCODING": "utf-16"}, "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "a terminal of one column": {"COLUMNS": "1"}, "no terminal": {"TERM": "dumb"}, "colours": {"FORCE_COLOR": "1"},
    }.items():  # fmt: skip
        yield Case(f"stream: {name}", ("outline", "report.txt"), READ, files, environ=environ)
        yield Case(f"stream: {name}, an error", ("outline", "报告\x9b.txt"), NOT_READ, environ=environ)
    yield Case("stdin: a report", ("outline", "-"), READ, stdin=SOUND)
    yield Case("stdin: closed", ("outline", "-"), NOT_READ, stdin=None)
    yield Case("stdin: noise", ("numbers", "-"), EITHER, stdin=bytes(range(256)) * 1000)

"""Briefs to be checked, lines for filters, and recordings that are damaged or lie."""

import json
from collections.abc import Iterator
from typing import Any

from govbrief.cli.briefformats import Forms
from tests.documents.brief import BRIEF
from tests.drills.hostile.case import CHECKED, REPORT, SOUND, WRONG_USE, Case

_DEEP = "[" * 100_000


def cases() -> Iterator[Case]:
    """For `check`, `export`, the filters and `--replay`."""
    yield from _briefs()
    yield from _edited()
    yield from _lines()
    yield from _recordings()


def _briefs() -> Iterator[Case]:
    sound = json.loads(BRIEF.model_dump_json(by_alias=True))
    texts = {
        "empty": "",
        "no object": "[]",
        "null": "null",
        "a number": "9" * 5000,
        "cut": json.dumps(sound)[:-20],
        "100,000 brackets": _DEEP,
        "not a number": '{"schema": NaN, "items": Infinity}',
        "another version": json.dumps(sound | {"schema": "govbrief/99"}),
        "lone surrogates": json.dumps(sound).replace("items/", "\\ud800/"),
        "keys twice": '{"items": 1, "items": 2}',
        "offsets beyond the source": _with_evidence(sound, 10**9, 2 * 10**9),
        "offsets below zero": _with_evidence(sound, -5, -1),
        "offsets of 400 digits": _with_evidence(sound, 10**400, 10**401),
        "items of text": json.dumps(sound | {"items": "all"}),
        "no items": json.dumps(sound | {"items": []}),
        "a text of a megabyte": _with_text(sound, "件" * 300_000),
        "digits of a megabyte": _with_text(sound, "9" * 1_000_000),
        "escapes": _with_text(sound, "\x1b[31m\x9b2J\u202e1726件"),
    }
    for n, (name, text) in enumerate(texts.items()):
        files = {"brief.json": text.encode("utf-8", "surrogatepass"), "report.txt": SOUND}
        words = (
            ("export", "brief.json", "--out", "tables")
            if n % 3 == 2
            else ("check", "brief.json", "report.txt")
        )
        yield Case(f"brief: {name} ({words[0]})", words, CHECKED, files)


def _with_evidence(brief: dict[str, Any], start: int, end: int) -> str:
    copy = json.loads(json.dumps(brief))
    for item in copy["items"]:
        for piece in item["evidence"]:
            piece["start"], piece["end"] = start, end
    return json.dumps(copy)


def _with_text(brief: dict[str, Any], text: str) -> str:
    copy = json.loads(json.dumps(brief))
    copy["items"][0]["zh"] = text
    return json.dumps(copy, ensure_ascii=False)


def _edited() -> Iterator[Case]:
    written = {form: Forms().write(BRIEF, form, None) for form in ("md", "html", "docx")}
    for form, made in written.items():
        data = made if isinstance(made, bytes) else made.encode()
        for name, damaged in (
            ("as it is", data),
            ("cut", data[: len(data) // 2]),
            ("twice", data * 2),
            ("with a page within", data.replace("件".encode(), b"<script>alert(1)</script>")),
            ("without its end", data.rstrip(b">\n") + b"<" * 50_000),
        ):
            files: dict[str | bytes, bytes] = {f"brief.{form}": damaged, "report.txt": SOUND}
            yield Case(
                f"brief as {form}: {name} (check)", ("check", f"brief.{form}", "report.txt"), CHECKED, files
            )


def _lines() -> Iterator[Case]:
    pair = json.dumps({"zh": "办理26件", "en": "26 cases", "text": "26件", "lang": "zh"})
    inputs = {
        "nothing": b"",
        "empty lines": b"\n\n\n",
        "no JSON": b"hello\n",
        "a list": b"[]\n",
        "null": b"null\n",
        "no fields": b"{}\n",
        "numbers for texts": b'{"zh": 1, "en": 2, "text": 3}\n',
        "null for texts": b'{"zh": null, "en": null, "text": null}\n',
        "a line of a megabyte": json.dumps({
            "zh": "9" * 1_000_000,
            "en": "9",
            "text": "九" * 300_000,
        }).encode(),
        "lone surrogates": b'{"zh": "\\ud800", "en": "\\udfff", "text": "\\ud800"}\n',
        "no encoding": b'{"zh": "\xff\xfe"}\n',
        "100,000 brackets": _DEEP.encode(),
        "no end of line": pair.encode(),
        "ends of other systems": pair.encode() + b"\r\n" + pair.encode() + b"\r",
        "a bad line between": f"{pair}\n{{\n{pair}\n".encode(),
        "a byte order mark": b"\xef\xbb\xbf" + pair.encode(),
    }
    for name, data in inputs.items():
        for verb in ("check", "numbers"):
            codes = frozenset({0, 1, 2, 3})
            yield Case(f"filter: {name} ({verb})", (verb, "--jsonl"), codes, stdin=data)


def _recordings() -> Iterator[Case]:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(f'*{chr(97 + n)}' for _ in range(9))}]\n" for n in range(9)
    )
    texts = {
        "empty": b"",
        "no YAML": b"{[}: -",
        "a bomb": bomb.encode(),
        "an order to Python": b"!!python/object/apply:os.system ['touch here']",
        "other keys": b"answers: 1\n",
        "no interactions": b"interactions: []\nversion: 1\n",
        "interactions of text": b"interactions: none\nversion: 1\n",
        "noise": bytes(range(256)) * 100,
        "deep": _DEEP.encode(),
    }
    for name, data in texts.items():
        files: dict[str | bytes, bytes] = {"answers/default/report.yaml": data, "report.txt": SOUND}
        words = ("summarize", "report.txt", "--replay", "answers", "--out", "out", "--prompts", "default")
        yield Case(f"recording: {name}", words, frozenset({2, 3, 4}), files)
    yield Case(
        "recording: no such folder", ("summarize", "report.txt", "--replay", "none"), WRONG_USE | {3, 4},
        {"report.txt": REPORT.encode()},
    )  # fmt: skip

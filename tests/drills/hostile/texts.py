"""Texts and foreign files that are damaged, lie about what they are, or are made to be read for ever."""

import codecs
import io
import random
import zipfile
import zlib
from collections.abc import Iterator

from tests.drills.hostile.case import EITHER, NOT_READ, READ, REPORT, SOUND, Case
from tests.support.office import as_docx, as_html, as_pdf

MEGABYTE = 1_000_000
_NOISE = random.Random(13).randbytes(200_000)  # noqa: S311 - no secret


def cases() -> Iterator[Case]:
    """Each kind of file that a report comes in, once for `outline`, by turns for `numbers` and a dry run."""
    ways = ("outline", "numbers", "summarize")
    made = [*_plain().items(), *_markdown().items(), *_pages().items(), *_word().items(), *_pdf().items()]
    for n, (name, (data, codes)) in enumerate(made):
        kind = name.partition(":")[0]
        verb = (
            "summarize"
            if "megabyte of" in name
            else ways[n % 3]
            if kind == "txt"
            else ("outline", "summarize")[n % 2]
        )
        words = (verb, f"report.{kind}", *(("--dry-run", "--force") if verb == "summarize" else ()))
        yield Case(f"{name} ({verb})", words, codes, {f"report.{kind}": data})


def _plain() -> dict[str, tuple[bytes, frozenset[int]]]:
    encodings = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk")
    read = {f"txt: {encoding}": (REPORT.encode(encoding), READ) for encoding in encodings}
    read["txt: big5"] = (REPORT.translate(_TRADITIONAL).encode("big5", "replace"), EITHER)
    odd = {
        "empty": b"",
        "utf-32": REPORT.encode("utf-32"),
        "a byte order mark alone": codecs.BOM_UTF8,
        "half of a byte order mark": b"\xef\xbb",
        "utf-8 cut within a character": SOUND[:-2] + b"\xe6",
        "gb18030 cut within a character": REPORT.encode("gb18030")[:-3],
        "two encodings in one file": SOUND + REPORT.encode("gb18030"),
        "zeros": b"\0" * MEGABYTE,
        "zeros between": SOUND.replace(b"\n", b"\0\n"),
        "noise": _NOISE,
        "surrogates in utf-8": SOUND + b"\xed\xa0\x80\xed\xb0\x80",
        "overlong utf-8": SOUND + b"\xc0\xaf\xe0\x80\xaf",
        "utf-7": b"+dn2V-" * 1000,
        "ebcdic": REPORT.encode("cp500", "replace"),
        "gzip named txt": b"\x1f\x8b\x08" + zlib.compress(SOUND),
        "no characters": "\ufffe\uffff\U0010ffff".encode("utf-8", "surrogatepass") + SOUND,
        "one line of a megabyte": REPORT.replace("\n", "").encode() * 2500,
        "300,000 empty lines": SOUND + b"\n" * 300_000,
        "carriage returns alone": SOUND.replace(b"\n", b"\r"),
        "breaks of Unicode": REPORT.replace("\n", "\u2028\x85\x0b\x0c").encode(),
        "100,000 headings": "".join(f"{n}. 标题\n" for n in range(100_000)).encode(),
        "100,000 tabs in a row": SOUND + b"\t" * 100_000 + b"1",
        "brackets that never close": SOUND + "（《“".encode() * 100_000,
        "a table of 5,000 columns": SOUND + ("指标\t" * 5000 + "\n" + "1\t" * 5000).encode(),
        "escapes": SOUND + b"\x1b[2J\x1b]0;title\x07\xc2\x9b31m",
        "a number of 100,000 digits": SOUND + b"9" * 100_000,
        "a numeral of 100,000 characters": SOUND + "九亿".encode() * 50_000,
        "a year of no calendar": REPORT.replace("2023", "99999999").encode(),
        "English only": b"This is a report of 1,726 cases.\n" * 100,
    }
    for name, char in _RUNS.items():
        odd[f"a megabyte of one {name}"] = SOUND + char.encode() * (MEGABYTE // len(char.encode()))
    return read | {f"txt: {name}": (data, EITHER) for name, data in odd.items()}


_RUNS = {
    "blank": " ", "wide blank": "\u3000", "digit": "7", "listing comma": "、", "letter": "a", "numeral": "一",
    "title mark": "《",
    "quote": "“", "bracket": "（", "combining mark": "\u0332", "tag": "\U000e0041", "colon": "：", "full stop": "。",
}  # fmt: skip
_TRADITIONAL = str.maketrans("报设办议过", "報設辦議過")


def _markdown() -> dict[str, tuple[bytes, frozenset[int]]]:
    odd = {
        "lists in lists": "".join(f"{'  ' * n}- 项\n" for n in range(2000)),
        "quotes in quotes": ">" * 50_000 + " 引",
        "100,000 marks": "#" * 100_000,
        "brackets": "[" * 100_000,
        "links within links": "[a](" * 30_000,
        "stars": "*a **b" * 50_000,
        "a fence that never closes": "```\n" + REPORT * 100,
        "a page within": f"<script>alert(1)</script>\n\n{REPORT}\n\n<div" + "<div>" * 20_000,
        "front matter": f"---\ntitle: !!python/object/apply:os.system [id]\n---\n{REPORT}",
        "a table of 2,000 columns": "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n|" + "1|" * 2000,
    }
    return {f"md: {name}": (f"{REPORT}\n{text}".encode(), EITHER) for name, text in odd.items()}


def _pages() -> dict[str, tuple[bytes, frozenset[int]]]:
    body = "".join(f"<p>{line}</p>" for line in REPORT.splitlines())
    odd = {
        "50,000 elements deep": "<div>" * 50_000 + body,
        "nothing closed": "<p><b><table><tr><td><select><option>" * 5000 + body,
        "an attribute of a megabyte": f'<p title="{"a" * MEGABYTE}">{body}',
        "100,000 attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{body}",
        "a charset that lies": f'<meta charset="utf-16">{body}',
        "a charset that is none": f'<meta charset="\'><script>">{body}',
        "scripts": f"<script>{'alert(1);' * 10_000}</script>{body}<svg onload=alert(1)>",
        "references": "&#0;&#x110000;&#xd800;&#x9b;&nosuch;" * 10_000 + body,
        "cells of a billion columns": f"<table><tr><td colspan=999999999 rowspan=999999999>1</td></tr></table>{body}",
        "a comment that never closes": f"{body}<!--" + "a" * MEGABYTE,
        "frames": f"<frameset><frame src='file:///etc/passwd'></frameset>{body}",
        "a file of one tag": "<" * MEGABYTE,
        "sheets": f"<style>{'.a{display:none}' * 20_000}</style><p class=a>9</p>{body}",
        "zeros within": body.replace("件", "\0件"),
    }
    made = {f"html: {name}": (f"<html><body>{text}".encode(), EITHER) for name, text in odd.items()}
    return made | {"html: sound, in GBK": (as_html(REPORT, "gbk"), READ)}


def _word() -> dict[str, tuple[bytes, frozenset[int]]]:
    sound = as_docx(REPORT)
    head = b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    paragraph = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    parts = {
        "ten gigabytes of nothing": head + b"<w:body>" + b" " * 100 * MEGABYTE,
        "a billion laughs": b'<!DOCTYPE d [<!ENTITY l0 "ha">' + laughs + b"]>" + head + paragraph % b"&l9;",
        "a foreign entity": b'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + head
        + paragraph % b"&f;",
        "100,000 elements deep": head + b"<w:p>" * 100_000,
        "cut within": head + b"<w:body><w:p><w:r><w:t>abc",
        "a run of a megabyte": head
        + b"<w:body>"
        + paragraph % ("字" * 300_000).encode()
        + b"</w:body></w:document>",
        "no XML": _NOISE,
        "empty": b"",
    }
    odd = {name: _packed({"word/document.xml": data}) for name, data in parts.items()} | {
        "no zip": b"PK\x03\x04" + _NOISE,
        "cut": sound[: len(sound) // 2],
        "no main part": _packed({"word/other.xml": b"<a/>"}),
        "names that climb": _packed({"../../etc/passwd": b"x", "word/document.xml": b"<a/>"}),
        "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
        "10,000 parts": _packed({f"word/{n}.xml": b"<a/>" for n in range(10_000)}),
    }
    made = {f"docx: {name}": (data, EITHER) for name, data in odd.items()}
    return made | {"docx: sound": (sound, READ), "docx: a text": (SOUND, EITHER)}


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _pdf() -> dict[str, tuple[bytes, frozenset[int]]]:
    sound = as_pdf(REPORT)
    begin = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    odd = {
        "cut": sound[: len(sound) // 2],
        "its head alone": b"%PDF-1.7\n",
        "noise behind the head": b"%PDF-1.7\n" + _NOISE,
        "pages that hold themselves": begin
        + b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
        "a billion pages": begin
        + b"2 0 obj<</Type/Pages/Kids[]/Count 999999999>>endobj\ntrailer<</Root 1 0 R>>",
        "brackets in brackets": begin + b"[" * 200_000,
        "locked": begin + b"2 0 obj<</Filter/Standard/V 5>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>",
        "a stream that swells": _swelling(),
        "a web page": as_html(REPORT),
    }
    made = {f"pdf: {name}": (data, EITHER) for name, data in odd.items()}
    return made | {"pdf: empty": (b"", NOT_READ), "pdf: sound": (sound, EITHER)}


def _swelling() -> bytes:
    """A page whose content is 300 MB of blanks when it is unpacked."""
    packed = zlib.compress(b" " * 300 * MEGABYTE, 9)
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )

"""Owns bytes to text: which encoding they are in, and what is no text at all.

GB2312 and GBK are read as GB18030, which holds both: pages that name the first use characters of the last. Big5 and
UTF-16 without a mark are tried last, and only where the result reads like Chinese.
"""

import codecs
import re
import unicodedata
from collections.abc import Sequence

from govbrief.base.errors import InputError

_SAMPLE = 200_000
_STRANGE_SHARE = 0.05
"""Share of characters that no Chinese text uses. GB18030 decodes nearly every byte string, so its result is
judged: reports have under 0.001; Big5, EUC-KR and packed bytes read as GB18030 have over 0.1."""
_MAX_CONTROLS = 0.01
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{3,20})",
    re.IGNORECASE,
)
_BIG5 = frozenset({"big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5"})
_GB = frozenset({"gb2312", "gbk", "gb18030", "cp936", "x-gbk", "gb_2312-80", "hz-gb-2312", "euc-cn"})
_JUDGED = {"gb18030": ("gb2312",), "big5hkscs": ("big5",), "utf-16-le": ("gbk",), "utf-16-be": ("gbk",)}
"""What each decoding is judged by: the 6,763 characters of GB2312, the 5,401 of Big5's first level."""
_BIG5_COMMON = 0xC6
_UNKNOWN = "Convert it first, e.g. iconv -f BIG5 -t UTF-8 report.txt > report-utf8.txt."
_NOT_TEXT = "Give a text, HTML, Word (.docx) or PDF file."


def decode_text(data: bytes, source: str, named: str = "") -> tuple[str, str]:
    """The text of the bytes and the encoding's name; UTF-8 wins over GB18030 where both fit.

    `named` is the encoding that a server or a page states; it is tried first and believed only when it fits.

    Raises:
        InputError: binary data, or neither UTF-8 nor GB18030.
    """
    for encoding in _candidates(data, named):
        text = _try(data, encoding, _JUDGED.get(encoding, ()))
        if text is not None:
            return text, encoding
    if b"\0" not in data[:_SAMPLE] and (text := _try(data, "gb18030", ("gb2312", "big5"))) is not None:
        return text, "gb18030"  # traditional characters in a mainland encoding
    if b"\0" in data[:_SAMPLE]:
        raise InputError(f"{source} is not a text file: it holds NUL bytes", hint=_NOT_TEXT)
    if not _few_controls(data[:_SAMPLE].decode("latin-1")):
        raise InputError(f"{source} is not a text file: it is full of control characters", hint=_NOT_TEXT)
    bad = _bad_byte(data)
    raise InputError(
        f"{source}: the encoding is neither UTF-8 (byte {bad} does not fit) nor GB18030", hint=_UNKNOWN
    )


def meta_charset(data: bytes) -> str:
    """The encoding that an HTML page names in its head; empty when it names none."""
    match = _META.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace").lower() if match is not None else ""


def _candidates(data: bytes, named: str) -> list[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if b"\0" in data[:_SAMPLE]:
        return ["utf-16-le", "utf-16-be"]
    if data.startswith(codecs.BOM_UTF8):
        return ["utf-8"]
    if named.lower() in _GB:
        return ["gb18030", "utf-8", "big5hkscs"]
    return ["big5hkscs", "utf-8", "gb18030"] if named.lower() in _BIG5 else ["utf-8", "gb18030", "big5hkscs"]


def _try(data: bytes, encoding: str, charsets: Sequence[str]) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if charsets and not data.isascii() and not _reads_like_text(text, charsets):
        return None
    return text if _few_controls(text) else None


def _few_controls(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x7f]", sample))
    return controls <= len(sample) * _MAX_CONTROLS


def _reads_like_text(text: str, charsets: Sequence[str]) -> bool:
    """Whether a decoding reads like Chinese, judged by its first characters."""
    sample = [char for char in text[:_SAMPLE] if char >= "\x80"]
    return sum(_is_strange(char, charsets) for char in sample) <= len(sample) * _STRANGE_SHARE


def _is_strange(char: str, charsets: Sequence[str]) -> bool:
    """Whether no Chinese text of an office uses the character."""
    if "\u4e00" <= char <= "\u9fa5":
        return not any(_is_common(char, charset) for charset in charsets)
    if "\u2010" <= char <= "\u33ff" or "\uff00" <= char <= "\uffef":
        return unicodedata.category(char) in {"Cn", "Lo", "Lm"} and not "\u3005" <= char <= "\u3007"
    return unicodedata.category(char) not in {"Zs", "Po", "Sm", "Ps", "Pe", "Lu", "Ll", "Cf"}


def _is_common(char: str, charset: str) -> bool:
    """Whether a character is one of those that nearly all text of the charset is written with."""
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return False
    return charset != "big5" or code[0] <= _BIG5_COMMON


def _bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.start
    return 0

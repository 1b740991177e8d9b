"""Owns what every page has in common: templates, style and script inside the page, and what a browser may do with it.

Texts of reports and models are foreign: they are cleaned and escaped, and the page's own policy lets nothing run or
load but the one style and the one script, which it knows by their hashes.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from govbrief.base.plain import clean
from govbrief_schemas.bilingual import Bilingual

_FILES = Path(__file__).resolve().parent / "page"


def fill_page(template: str, styles: Sequence[str], scripts: Sequence[str], **values: Any) -> str:  # noqa: ANN401 - as a template takes them
    """The page; the same values always give the same bytes."""
    style, script = _content(tuple(styles)), _content(tuple(scripts))
    return (
        templates()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - files of this package
            script=Markup(script),  # noqa: S704
            policy=_policy(style, script),
            **values,
        )
    )


@cache
def _content(names: tuple[str, ...]) -> str:
    return "".join((_FILES / name).read_text(encoding="utf-8") for name in names)


@cache
def _policy(style: str, script: str) -> str:
    """What a browser may do with the page."""
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() for text in (style, script)
    ]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


@cache
def _in_both(zh: str, en: str) -> Markup:
    """Words in both languages, of which a reader may hide one; what only one language has stays."""
    if zh == en or not (zh and en):
        return escape(zh or en)
    return Markup("<span lang=zh>{}</span> <span lang=en>{}</span>").format(zh, en)


def in_words(words: Bilingual | str, en: str = "") -> Markup:
    """A label, or a message of a report or model, in both languages."""
    zh, en = (words, en) if isinstance(words, str) else (words.zh, words.en)
    return _in_both(clean(zh), clean(en))


@cache
def templates() -> Environment:
    """The templates' surroundings: everything is escaped, an unknown name is an error."""
    environment = Environment(
        loader=FileSystemLoader(_FILES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = clean
    environment.globals["t"] = in_words
    return environment

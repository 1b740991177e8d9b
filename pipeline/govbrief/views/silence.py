"""Owns which sections a page names because nothing of them is told."""

import re
from collections.abc import Iterable

from govbrief.base.plain import clean
from govbrief.views.citing import Citations, gathered
from govbrief.views.labels import say
from govbrief.write.sectiontags import bare_heading
from govbrief.write.weigh import SEVERAL
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief

_NAMED = 5
"""Sections of which nothing is told that a page names; of more, those that say most."""


_PAUSE = re.compile(r"[，,、；;]")


def _first(heading: str) -> str:
    """A heading up to its first pause: 深化综合执法体制改革,推动… is found by the reform."""
    return _PAUSE.split(heading, maxsplit=1)[0]


def silent_sections(brief: Brief, citations: Citations) -> Iterable[Bilingual]:
    """Sections of which nothing is told: by the heading too where they say several things, else by the tag.

    Bare tags of one speaker stand together behind his name; those that are too many to be named are counted.
    """
    silent = [
        section
        for section in brief.coverage.sections
        if section.heading and section.statements and not section.told and not citations.leads(section)
    ]
    named = sorted(silent, key=lambda section: -section.statements)[:_NAMED]
    bare: list[Bilingual] = []
    for section in (section for section in silent if section in named):
        tag = citations.tag(section.heading, section.tag)
        zh = _first(bare_heading(clean(section.heading))) if section.statements >= SEVERAL else ""
        if not zh:
            bare.append(tag)
            continue
        yield from gathered(bare)
        bare.clear()
        shown = "" if tag.zh.startswith("“") else tag.zh
        yield say(f"{shown} {zh}".strip(), f"{tag.en} {clean(section.en)}".strip())
    yield from gathered(bare)
    if more := len(silent) - len(named):
        yield say(f"另{more}节", f"{more} more")

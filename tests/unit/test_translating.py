"""Owns what happens to a clause whose English cannot be had, or is broken."""

import asyncio
from types import SimpleNamespace

import pytest

from govbrief.base.errors import ModelError
from govbrief.methods import load_set
from govbrief.names.glossary import load_glossary
from govbrief.small.quoteanswer import Translated
from govbrief.small.translating import Translator
from govbrief_schemas.item import Kind


class Writer:
    """Says one thing after the other, the last one for ever; an error is raised."""

    prompts, glossary = load_set("embedded"), load_glossary()

    def __init__(self, *said):
        """What it says, in order."""
        self.said, self.asked = list(said), []

    async def ask(self, what, *_, **__):
        """The next thing said."""
        self.asked.append(what)
        answer = self.said.pop(0) if len(self.said) > 1 else self.said[0]
        if isinstance(answer, Exception):
            raise answer
        return Translated(en=answer)


def translate(zh, *said, kind=Kind.PLAN):
    """The clause as a translator whose writer says so makes it, and what failed."""
    failed = []
    desk = SimpleNamespace(
        writer=Writer(*said),
        report=None,
        reasks=0,
        check_words=lambda *_: (),
        failed=lambda *told: failed.append(told),
    )
    return asyncio.run(Translator(desk).clause(zh, kind, ())), desk.writer.asked, failed


LASTING, POLISHED = (
    "持续擦亮营商环境金名片",
    "Keep polishing the golden name card of the business environment",
)


def test_english_that_is_no_clause_is_asked_again():
    """A try with broken English is not taken where another is sound; one that stays broken keeps its fault."""
    made, asked, _ = translate(LASTING, "The the of", POLISHED)
    assert (made.en, made.tries, len(asked)) == (POLISHED, 2, 2)
    broken, *_ = translate(LASTING, "The the of")
    assert not broken.is_sound


def test_broken_english_of_a_part_is_left_out():
    """Beside a part that code says, one that the model says in broken English is not told, in neither language."""
    found = "梳理问题112个"
    broken, *_ = translate(f"{found}，{LASTING}", "The the of")
    assert (broken.zh, broken.en) == (found, "Identify 112 problems")
    assert broken.dropped == (LASTING,)
    whole, *_ = translate(f"{found}，{LASTING}", POLISHED)
    assert whole.zh == f"{found}，{LASTING}"


def test_a_fatal_fault_ends_a_part():
    """What no other request could mend ends the translation; anything else is named and left out."""
    found = "梳理问题112个"
    made, _, failed = translate(f"{found}，{LASTING}", ModelError("no"))
    assert (made.zh, [what for what, _ in failed]) == (found, [LASTING])
    with pytest.raises(ModelError):
        translate(f"{found}，{LASTING}", ModelError("no key", fatal=True))

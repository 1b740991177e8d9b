"""Owns verb and object of a clause that code says: the tense, the adverbs, the time and the scope around them."""

from collections.abc import Callable, Sequence

from govbrief.small.inflect import participle, past
from govbrief.small.lexicon import sort_of
from govbrief.small.objects import Counted, Thing
from govbrief_schemas.item import Kind

_TAILS = frozenset({"for the first time", "ahead of schedule", "with priority", "across the area"})

Form = Callable[[Callable[[str], str]], str]
Doing = tuple[Form, tuple[Counted, ...]]


def formed(verb: str, thing: Thing, *behind: str) -> Form:
    """Verb and object, for whatever tense the verb is given."""
    return lambda tense: " ".join([tense(verb), thing.en, *behind])


def of_all(row: Counted, verbs: Sequence[str], zh: str, english: str) -> Counted:
    """指导、审核、备案文件: what is counted had all of it done."""
    if len(verbs) == 1 or not row.zh.startswith(verbs[-1]):
        return row
    last = participle(english.rsplit(" and ", maxsplit=1)[-1])
    done = f"{row.en.removesuffix(last)}{participle(english)}"
    return row._replace(zh=f"{zh}{row.zh.removeprefix(verbs[-1])}", en=done)


def in_tense(form: Form, adverbs: Sequence[str], kind: Kind) -> str:
    """Verb and object as done or as planned, with one adverb of those that were told."""
    tail = next((word for word in adverbs if word in _TAILS), "")
    helper = next((word for word in adverbs if word.endswith(" to")), "")
    manner = [word for word in adverbs if word and word not in {tail, helper}][:1]
    if manner == ["fully"] and form(_as_it_is).split(" ")[0] not in sort_of("thorough"):
        manner = []
    words = " ".join([
        *manner,
        form(_as_it_is if kind is Kind.PLAN or helper else past),
        *([tail] if tail else []),
    ])
    if not helper:
        return words
    return f"{helper if kind is Kind.PLAN else past(helper)} {words}"


def _as_it_is(verb: str) -> str:
    return verb


def around(words: str, front: str, behind: str) -> str:
    """A clause with the time and the scope that stand in front of it and behind it."""
    told = f"{words} {behind}" if behind else words
    return f"{front}, {told}" if front else told

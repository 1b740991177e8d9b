"""Owns the order of the rules of words: the English against the Chinese, the Chinese against its sentences.

Each rule is a module of its own and knows nothing of the others.
"""

from collections.abc import Iterator, Sequence

from govbrief.checking.antonyms import check_antonyms
from govbrief.checking.contrast import check_contrasts
from govbrief.checking.coverage import check_inventions
from govbrief.checking.documents import check_documents
from govbrief.checking.inclusive import check_inclusive
from govbrief.checking.loops import check_loops
from govbrief.checking.polarity import check_polarity
from govbrief.checking.scopes import check_scopes
from govbrief.checking.standpoint import Standpoint
from govbrief.checking.tense import check_tense
from govbrief.checking.whereabouts import check_whereabouts
from govbrief_schemas.finding import Finding


def check_said(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """Where the English says something else than the Chinese, besides numbers."""
    yield from check_scopes(zh, en)
    yield from check_contrasts(zh, en)
    yield from check_documents(zh, en)
    yield from check_whereabouts(zh, en, standpoint)
    yield from check_inventions(zh, en)
    yield from check_polarity(zh, en)
    yield from check_antonyms(zh, en)
    yield from check_tense(zh, en, standpoint)
    yield from check_inclusive(zh, en)
    yield from check_loops(zh, en)


def check_carried(zh: str, cited: Sequence[str], standpoint: Standpoint) -> Iterator[Finding]:
    """What the Chinese of an item says that its sentences do not carry, besides numbers."""
    del zh, cited, standpoint
    yield from ()

"""Owns the order of the rules of words: the English against the Chinese, the Chinese against its sentences.

Each rule is a module of its own and knows nothing of the others.
"""

from collections.abc import Iterator, Sequence

from govbrief.checking.scopes import check_scopes
from govbrief.checking.standpoint import Standpoint
from govbrief_schemas.finding import Finding


def check_said(zh: str, en: str, standpoint: Standpoint) -> Iterator[Finding]:
    """Where the English says something else than the Chinese, besides numbers."""
    del standpoint
    yield from check_scopes(zh, en)


def check_carried(zh: str, cited: Sequence[str], standpoint: Standpoint) -> Iterator[Finding]:
    """What the Chinese of an item says that its sentences do not carry, besides numbers."""
    del zh, cited, standpoint
    yield from ()

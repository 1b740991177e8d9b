"""Owns how a phrase behaves: whether it is a doing, whether `are` follows it, whether a list shares its head."""

import re
from collections.abc import Sequence

from govbrief.small.inflect import singular
from govbrief.small.lexicon import Noun, WordSort, sort_of


def is_doing(english: str) -> bool:
    """Whether a phrase is a doing: reserving projects. It is no subject of how something stands; a leading role is."""
    found = re.match(r"(?:the )?(?!building|training|financing|handling|heating)([a-z]+ing) ", english)
    return found is not None and found[1] not in sort_of("adjectives")


def is_many(noun: Noun) -> bool:
    """Whether `are` follows: the quality and efficiency of …, cases, people."""
    head = re.split(" (?:of|in|for|between|to|on) ", noun.en)[0]
    several = noun.sort is WordSort.MASS and singular(head) != head and not head[:1].isupper()
    return noun.sort in {WordSort.THINGS, WordSort.LIST} or several or " and " in head


_HEADED = 3
"""Characters from which on a phrase has a head and something before it."""


def may_share(parts: Sequence[str]) -> bool:
    """Whether the last part's head may be that of all: A、B体系建设. Nobody knows, so code does not say it."""
    ends = tuple(sort_of("shared"))
    last = parts[-1]
    alone = any(part.endswith((*ends, "}")) for part in parts[:-1])
    return last.endswith(ends) and len(last) > _HEADED and not alone

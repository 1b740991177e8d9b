"""Owns paired differences: how large, how sure; pure, the same on every run.

A report is one case, however many items or runs it has: what a set gets wrong in one report it gets wrong all over that
report, so items are no independent witnesses. Differences are taken report by report and reports are resampled.

With few reports the plain percentile bootstrap is too narrow: five differences that happen to have one sign never
give an interval around zero, and that happens by chance once in sixteen. So two things must agree before a
difference is called one:

- the interval leaves out zero: a percentile bootstrap widened to what Student's t asks for (expanded percentile
  interval; Source: Hesterberg, What Teachers Should Know About the Bootstrap, 2015, section 4.2);
- a sign-flip test gives at most 3.5 %: if the two columns were alike, each difference could as well have the other
  sign, so among all flips a result this large must be rare. That holds exactly, for any number of reports.

The limit lies under 5 % so that of a thousand comparisons of a set with itself no more than 5 % are called different,
and not just on average (simulated in tests/property/test_statistics.py). Fewer than six reports cannot pass it, with
2 of 32 flips at best: "too few cases to tell".
"""

import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from statistics import NormalDist
from typing import NamedTuple

from govbrief_schemas.comparison import IntervalMethod
from govbrief_schemas.measure import Better, Tendency

METHOD = IntervalMethod(confidence=0.95, resamples=4000, seed=20211201, fewest_reports=6)
"""The seed is any number; it stands in the result so that the intervals can be made again."""
RARE = 0.035
"""Share of sign flips up to which a difference is not taken for chance; 2 of 64 (six reports) still pass."""
EXACT_FLIPS = 12
"""Reports up to which all sign flips are tried; beyond that, as many random ones as there are resamples."""
# Student's t at 97.5 % for 1 to 30 degrees of freedom.
_T = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
_NORMAL = NormalDist()
_TIE = 1e-9
"""Sums that differ by less than this, relative to their size, are the same sum added in another order."""


class Interval(NamedTuple):
    """Ends of a confidence interval."""

    low: float
    high: float


def interval(differences: Sequence[float], method: IntervalMethod = METHOD) -> Interval | None:
    """The bootstrap interval of the mean; None with fewer than two reports."""
    n = len(differences)
    if n < 2:  # noqa: PLR2004 - one report has no spread
        return None
    if not any(differences):
        return Interval(0.0, 0.0)
    means = sorted(sum(map(differences.__getitem__, drawn)) / n for drawn in _draws(n, method))
    tail = _tail(n)
    last = len(means) - 1
    return Interval(means[round(tail * last)], means[round((1 - tail) * last)])


def _tail(n: int) -> float:
    """The share that the interval leaves out at each end."""
    degrees = n - 1
    t = _T[degrees - 1] if degrees <= len(_T) else _NORMAL.inv_cdf(0.975)
    return _NORMAL.cdf(-t * (n / degrees) ** 0.5)


@lru_cache(maxsize=8)
def _draws(n: int, method: IntervalMethod) -> tuple[tuple[int, ...], ...]:
    """Which reports each resample holds; the same for every measure, so that measures can be compared."""
    source = random.Random(method.seed)  # noqa: S311 - resampling, no secret
    return tuple(tuple(source.choices(range(n), k=n)) for _ in range(method.resamples))


def chance(differences: Sequence[float], method: IntervalMethod = METHOD) -> float:
    """The share of sign flips whose sum is at least as far from zero; 1 without any difference."""
    sizes = [abs(d) for d in differences if d]
    if not sizes:
        return 1.0
    seen = abs(sum(differences)) * (1 - _TIE)
    if len(sizes) <= EXACT_FLIPS:
        sums = [
            abs(sum(s * v for s, v in zip(signs, sizes, strict=True))) for signs in _all_signs(len(sizes))
        ]
        return sum(total >= seen for total in sums) / len(sums)
    source = random.Random(method.seed)  # noqa: S311 - resampling, no secret
    hits = sum(
        abs(sum(v if source.random() < 0.5 else -v for v in sizes)) >= seen  # noqa: PLR2004 - a fair coin
        for _ in range(method.resamples)
    )
    # what was seen is one flip itself, so the share is never nought
    return (hits + 1) / (method.resamples + 1)


@lru_cache(maxsize=EXACT_FLIPS)
def _all_signs(n: int) -> tuple[tuple[int, ...], ...]:
    # turning all signs over changes no distance from zero, so the first one stays
    return tuple((1, *signs) for signs in product((1, -1), repeat=n - 1))


def tendency(differences: Sequence[float], better: Better, method: IntervalMethod = METHOD) -> Tendency:
    """What the differences of all reports say together."""
    if differences and not any(differences):
        return Tendency.NO_DIFFERENCE
    if len(differences) < method.fewest_reports:
        return Tendency.TOO_FEW
    if chance(differences, method) > RARE:
        return Tendency.NO_DIFFERENCE
    ends = interval(differences, method)
    if ends is None or ends.low <= 0 <= ends.high:
        return Tendency.NO_DIFFERENCE
    if better is Better.NEITHER:
        return Tendency.DIFFERENT
    return Tendency.BETTER if (ends.low > 0) is (better is Better.HIGHER) else Tendency.WORSE

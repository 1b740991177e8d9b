"""Indicators: the figures of many reports said of the same thing, so that cities and years stand side by side.

`indicators_of(brief)` maps the numbers of a brief, `series(briefs)` puts those of many briefs side by side. A number
is mapped or left alone, never guessed. Vocabulary is `data/indicators.toml`; no model, and no word of a prompt.
"""

from govbrief.compare.indicators.catalogue import Catalogue, Indicator, load_catalogue
from govbrief.compare.indicators.series import IndicatorSeries, Jump, Point, series
from govbrief.compare.indicators.values import IndicatorValue, indicators_in, indicators_of

__all__ = [
    "Catalogue",
    "Indicator",
    "IndicatorSeries",
    "IndicatorValue",
    "Jump",
    "Point",
    "indicators_in",
    "indicators_of",
    "load_catalogue",
    "series",
]

"""Owns a tracking as one self-contained page; what is told and in which words is `track_labels`'."""

import govbrief
from govbrief.compare.track.outcomes import Tracking
from govbrief.views import track_labels
from govbrief.views.labels import Lang
from govbrief.views.webpage import fill_page


def tracking_page(tracking: Tracking, lang: Lang = "both") -> str:
    """The whole page; the same tracking always gives the same bytes."""
    return fill_page(
        "track.html.j2",
        ("base.css", "track.css"),
        ("track.js",),
        tracking=tracking,
        groups=tuple(track_labels.groups(tracking)),
        vague=track_labels.vague(tracking),
        words=track_labels,
        lang=lang,
        version=govbrief.__version__,
    )

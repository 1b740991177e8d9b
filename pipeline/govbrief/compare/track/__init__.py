"""Tracking: the plans of an older report against the results that later reports of the same place tell.

`track(old, later)` is the whole of it. Rules and exact numbers only, no model: a plan that nothing is told of is "not
told", never broken.
"""

from govbrief.compare.track.accounts import AccountText, account_of_brief, account_of_outline, with_brief
from govbrief.compare.track.follow import track
from govbrief.compare.track.outcomes import Account, Outcome, PlanPart, Reply, TrackedPlan, Tracking

__all__ = [
    "Account",
    "AccountText",
    "Outcome",
    "PlanPart",
    "Reply",
    "TrackedPlan",
    "Tracking",
    "account_of_brief",
    "account_of_outline",
    "track",
    "with_brief",
]

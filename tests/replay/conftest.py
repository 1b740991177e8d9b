"""Replay fixtures: cassettes are matched on body, so a changed prompt cannot replay an old answer."""

from typing import Any

import pytest


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    """What two requests must share, for vcrpy as for `govbrief.model.cassettes`."""
    return {"match_on": ["method", "path", "body"], "record_mode": "none"}


@pytest.fixture(autouse=True)
def _every_interaction_is_played(request: pytest.FixtureRequest) -> Any:
    """Fail when a replayed cassette holds answers that the test no longer asks for."""
    vcr = request.getfixturevalue("vcr") if request.node.get_closest_marker("vcr") else None
    yield
    if vcr is not None:
        assert vcr.all_played, f"unplayed interactions in {vcr._path}"

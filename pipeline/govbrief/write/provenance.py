"""Owns how a brief says that it came about."""

from datetime import UTC, datetime

from govbrief.base.version import __version__
from govbrief.write.desk import Desk, DeskMeans
from govbrief_schemas.brief import Provenance


def provenance(desk: Desk, means: DeskMeans, seconds: float) -> Provenance:
    """Who wrote the brief, asked how, at what cost."""
    asker, prompts = desk.writer.asker, desk.writer.prompts
    usage = asker.usage
    return Provenance(
        govbrief=__version__,
        model=asker.model,
        prompt_set=prompts.name,
        prompt_set_id=prompts.id,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        calls=usage.calls,
        reasks=desk.reasks,
        retries=usage.retries,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        seconds=round(seconds, 2),
        server_seconds=round(usage.busy_s, 2),
        replayed=means.source.replays,
        strict=desk.strict,
    )

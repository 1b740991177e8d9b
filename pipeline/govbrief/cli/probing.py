"""Owns what `doctor` finds out about a server: whether it answers, and in which form it takes a request of a brief."""

import asyncio
import json
from http import HTTPStatus
from typing import Final

from govbrief.base.errors import PipelineError
from govbrief.base.settings import Settings
from govbrief.cli.health import Check, Health
from govbrief.model.forms import Rung
from govbrief.model.reach import ask_for_models, without_secrets

DEFAULT_BASE_URL: Final = "https://api.openai.com/v1"
"""Where the openai package goes when a key and no address is given."""
SLOW_S: Final = 60.0
"""A question this small should be answered sooner; a section takes ten times as long."""
MEANINGS: Final = {
    Rung.GRAMMAR: "the server enforces the whole schema",
    Rung.STRICT: "strict JSON schema",
    Rung.JSON_OBJECT: "JSON mode, the schema in the message",
    Rung.TEXT: "plain text, the schema in the message",
}


def server_checks(settings: Settings) -> list[Check]:
    """Whether the server answers, and how it answers one question; that is not asked where it would be vain."""
    server = _server(settings)
    if server.health is Health.FAULT or settings.model is None:
        return [server]
    return [server, _question(settings)]


def _question(settings: Settings) -> Check:
    """One tiny structured question, as a brief would ask it."""
    # the model stack takes a second to load
    from govbrief.model.probe import as_row, probe

    name, name_zh = "question", "试问"
    try:
        met = asyncio.run(probe(settings))
    except PipelineError as error:
        return Check(name, name_zh, Health.FAULT, str(error), error.hint)
    form = met.form
    refused = f", after {met.refusals} refused" if met.refusals else ""
    detail = f"answered in {met.seconds:.1f} s as {form.rung} ({MEANINGS[form.rung]}){refused}"
    if met.seconds > SLOW_S:
        return Check(name, name_zh, Health.NOTE, detail, "slow: raise --timeout, or take a faster --model")
    row = ", ".join(f"{key} = {json.dumps(value)}" for key, value in as_row(form).items())
    fix = f"nothing to set: what was refused is remembered ({row})" if met.refusals else ""
    return Check(name, name_zh, Health.OK, detail, fix)


def _server(settings: Settings) -> Check:
    """Whether the server answers a list of its models, with the key that a brief would use."""
    name, name_zh = "server", "接口"
    url = settings.base_url or DEFAULT_BASE_URL
    seen = ask_for_models(url, settings.api_key)
    where = without_secrets(url)
    if seen.problem:
        fix = "check --base-url or OPENAI_BASE_URL, that the server runs, and the network"
        return Check(name, name_zh, Health.FAULT, f"{where}: cannot be reached: {seen.problem}", fix)
    if seen.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Check(
            name, name_zh, Health.FAULT, f"{where}: refuses the key ({seen.status})", "check OPENAI_API_KEY"
        )
    if seen.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        fix = "wait, or ask those who run the server"
        return Check(name, name_zh, Health.FAULT, f"{where}: answers {seen.status}", fix)
    if seen.status != HTTPStatus.OK:
        detail = f"{where}: answers, but does not list its models ({seen.status})"
        return Check(name, name_zh, Health.NOTE, detail, "if a brief fails: the address usually ends in /v1")
    if settings.model and seen.models and settings.model not in seen.models:
        fix = f"--model with one of its own, such as {', '.join(sorted(seen.models)[:5])}"
        return Check(name, name_zh, Health.NOTE, f"{where}: does not list the model {settings.model}", fix)
    return Check(name, name_zh, Health.OK, f"{where}: answers")

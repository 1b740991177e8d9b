"""`summarize --dry-run`: what a batch would ask and cost, counted with nothing sent."""

import json
from pathlib import Path

import pytest

from govbrief.base.settings import Settings
from govbrief.batch.dryrun import DryRun
from govbrief.cli.estimating import estimate
from govbrief.methods import load_set
from govbrief.model.cassettes import read_cassettes
from govbrief.names.glossary import load_glossary
from govbrief.read.load import load_report

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def recorded(prompt_set, report):
    """Tokens in and out that the recorded answers of one report tell; none where nothing had to be asked."""
    cassette = ROOT / "cassettes" / prompt_set / f"{report.stem}.yaml"
    answers = read_cassettes(cassette).values() if cassette.exists() else ()
    usages = [json.loads(answer["response"]["body"]["string"])["usage"] for answer in answers]
    return sum(u["prompt_tokens"] for u in usages), sum(u["completion_tokens"] for u in usages)


@pytest.mark.parametrize(
    ("prompt_set", "settings"),
    [("default", Settings(base_url="http://x/v1", model="m")), ("embedded", Settings())],
)
def test_forecast_is_near_what_recorded_runs_used(prompt_set, settings):
    """Of the five seeds together, tokens in and out are within a tenth of those that were counted."""
    reports = [load_report(str(path)) for path in SEEDS]
    dry = DryRun(settings, load_set(prompt_set), load_glossary())
    total = estimate(dry, reports, {}, None).total
    used = [recorded(prompt_set, path) for path in SEEDS]
    assert total.tokens_in == pytest.approx(sum(t for t, _ in used), rel=0.1)
    assert total.tokens_out == pytest.approx(sum(t for _, t in used), rel=0.1)


def test_nothing_is_sent_and_no_file_made(summarize, serve, tmp_path):
    """The server hears nothing, and the folder is not even there."""
    server = serve()
    done = summarize(server, "--dry-run", "--out", tmp_path / "out")
    assert (done.code, server.requests) == (0, [])
    assert "Nothing was sent" in " ".join(done.out.split())
    assert not (tmp_path / "out").exists()


def test_money_at_a_price_of_ones_own(summarize, serve, tmp_path):
    """The configuration file tells what a model costs; what nobody knows is said to be unknown."""
    server = serve()
    told = json.loads(summarize(server, "--dry-run", "--format", "json").out)
    assert told["total"]["usd"] is None
    assert '[prices."m"]' in " ".join(summarize(server, "--dry-run").out.split())
    (tmp_path / "config" / "govbrief").mkdir(parents=True)
    config = tmp_path / "config" / "govbrief" / "config.toml"
    config.write_text('[prices."m"]\nin = 1.0\nout = 10\n', encoding="utf-8")
    told = json.loads(summarize(server, "--dry-run", "--format", "json").out)["total"]
    assert told["usd"] == pytest.approx((told["tokens_in"] + 10 * told["tokens_out"]) / 1e6)
    config.write_text('[prices]\nm = "dear"\n', encoding="utf-8")
    refused = summarize(server, "--dry-run")
    assert refused.code == 2
    assert "US dollars per million tokens" in refused.err


def test_what_is_kept_or_finished_is_not_counted(summarize, serve, tmp_path):
    """After a run nothing is left to ask; with `--again`, all is answered from the ledger."""
    server = serve()
    out = ("--out", tmp_path / "out", "--format", "json")
    before = json.loads(summarize(server, "--dry-run", *out).out)
    assert before["total"]["calls"] >= 5
    summarize(server, *out)
    sent = len(server.requests)
    after = json.loads(summarize(server, "--dry-run", *out).out)
    assert (after["total"]["calls"], after["reports"][0]["finished"]) == (0, True)
    again = json.loads(summarize(server, "--dry-run", "--again", *out).out)
    assert (again["total"]["calls"], again["total"]["kept"]) == (0, sent)
    assert len(server.requests) == sent


def test_a_recording_costs_nothing(summarize, tmp_path):
    """With `--replay` there is nothing to count."""
    assert summarize("http://127.0.0.1:9/v1", "--dry-run", "--replay", tmp_path).code == 2

"""What is kept in a ledger can be seen, taken elsewhere and forgotten."""

import json

from govbrief.model.ledger import FILE


def test_ledger_is_shown_exported_and_pruned(govbrief, summarize, serve, tmp_path):
    """The figures are those of the requests that were paid for."""
    server = serve()
    summarize(server, "--out", tmp_path / "out")
    asked = len(server.requests)
    assert f"{asked} answers" in govbrief("ledger", "show", tmp_path / "out").out
    rows = [
        json.loads(line) for line in govbrief("ledger", "export", tmp_path / "out" / FILE).out.splitlines()
    ]
    assert len(rows) == asked
    assert all(row["tokens_in"] > 0 and "choices" in json.loads(row["answer"]) for row in rows)
    assert govbrief("ledger", "prune", tmp_path / "out", "--days", 1).err == "0 answers forgotten\n"
    assert govbrief("ledger", "prune", tmp_path / "out", "--days", 0).err == f"{asked} answers forgotten\n"
    assert govbrief("ledger", "show", tmp_path / "out").out == ""


def test_no_ledger_is_made_by_looking(govbrief, tmp_path):
    """A folder without a ledger is told, and stays without."""
    assert govbrief("ledger", "show", tmp_path).code == 3
    assert not list(tmp_path.iterdir())

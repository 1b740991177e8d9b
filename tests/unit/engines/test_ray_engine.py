"""`summarize --engine ray`: the same briefs from the workers of a cluster."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from govbrief.engines import raydata
from govbrief.errors import UsageError

SEED = Path("seeds/shenyang-justice-2023.txt")


def summarize(out, *options):
    command = [
        sys.executable,
        "-m",
        "govbrief",
        "summarize",
        "--replay",
        "cassettes",
        "--out",
        str(out),
        "--quiet",
    ]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False)  # noqa: S603 - our own


def brief(path):
    made = json.loads(path.read_text(encoding="utf-8"))
    del made["provenance"]
    return made


@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed")
def test_ray_makes_the_same_briefs(tmp_path):
    """A folder in, the briefs of the plain engine and a table out."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / SEED.name).write_bytes(SEED.read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    plain = summarize(tmp_path / "plain", str(SEED))
    spread = summarize(
        tmp_path / "ray", str(folder), "--engine", "ray", "--workers", "1", "--format", "md,parquet"
    )
    assert (plain.returncode, spread.returncode) == (0, 5), spread.stderr
    assert "empty.txt is empty" in spread.stderr
    one, other = (brief(tmp_path / engine / f"{SEED.stem}.json") for engine in ("plain", "ray"))
    one["report"]["source"] = other["report"]["source"]
    assert one == other
    assert (tmp_path / "ray" / "figures.parquet").exists()
    assert (tmp_path / "ray" / f"{SEED.stem}.md").exists()


def test_missing_ray_is_told_with_its_fix(monkeypatch):
    """Without the extra there is one line on how to get it, and no traceback."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError) as told:
        raydata.require_ray()
    assert told.value.hint == "pip install 'govbrief[ray]'"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--record", "x"), "cannot record"),
        (("-",), "into a folder"),
        (("--ray-address", "auto", "--engine", "local"), "for --engine ray"),
    ],
)
def test_what_a_cluster_cannot_do_is_refused(tmp_path, options, said):
    """Before any work, with exit code 2."""
    refused = summarize(tmp_path / "out", str(SEED), "--engine", "ray", *options)
    assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr

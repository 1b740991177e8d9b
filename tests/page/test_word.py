"""The Word document of a brief, opened and printed by LibreOffice."""

import shutil
import subprocess

import pytest

from govbrief.views.wordbrief import to_docx
from tests.documents.brief import BRIEF
from tests.documents.brief_items import GAP

OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(
    OFFICE is None or READER is None,
    reason="no LibreOffice on this machine: apt-get install libreoffice-writer poppler-utils",
)


def test_libreoffice_prints_it(tmp_path):
    """Opened without repair and printed: headings, tables, footnotes and both scripts are on the paper."""
    path = tmp_path / "brief.docx"
    path.write_bytes(to_docx(BRIEF))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - found on this machine
    told = subprocess.run(  # noqa: S603
        [READER, "-layout", path.with_suffix(".pdf"), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode("utf-8")
    seen = "".join(told.split())
    for text in (
        BRIEF.headline.zh,
        BRIEF.headline.en,
        "不足 Shortcomings",
        "→ 九个 · nine",
        GAP.evidence[0].text,
    ):
        assert "".join(text.split()) in seen

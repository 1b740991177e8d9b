"""What the commands `site` and `check` do with printed briefs: what they write, what they say, how they end."""

import hashlib

import pytest
from selectolax.lexbor import LexborHTMLParser

from govbrief.views.site import INDEX
from govbrief_schemas.brief import Coverage, QuantityCoverage
from tests.documents.brief import BRIEF

EMPTY = Coverage(sections=(), quantities=QuantityCoverage(total=0, used=0, unused=()))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_text(BRIEF.model_dump_json(by_alias=True), encoding="utf-8")
    return tmp_path


def test_command_writes_the_folder(folder, govbrief):
    """A folder of briefs in, a folder of pages out, said on standard error."""
    done = govbrief("site", folder / "in", "--out", folder / "site", "--lang", "en")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"wrote {folder / 'site' / INDEX} and 1 briefs\n"
    assert 'data-lang="en"' in (folder / "site" / INDEX).read_text(encoding="utf-8")
    assert len(list((folder / "site" / "briefs").iterdir())) == 1


def test_source_is_shown_only_where_it_is_the_same(folder, govbrief, report):
    """The page holds the whole source where it lies unchanged, else the cited sentences; a device is not read."""
    data = report.read_bytes()
    for source, sha256, whole in (
        (report, hashlib.sha256(data).hexdigest(), True),
        (report, "0" * 64, False),
        ("/dev/zero", "0" * 64, False),
    ):
        head = BRIEF.report.model_copy(update={"source": f"{source}", "sha256": sha256})
        bare = BRIEF.model_copy(update={"report": head, "items": (), "figures": (), "coverage": EMPTY})
        (folder / "in" / "a.json").write_text(bare.model_dump_json(by_alias=True), encoding="utf-8")
        assert govbrief("site", folder / "in", "--out", folder / "site").code == 0
        (page,) = (folder / "site" / "briefs").glob(f"{sha256[:12]}.html")
        shown = (
            LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("#source .text").text(separator="")
        )
        assert bool(shown.strip()) == whole


def test_command_names_what_is_no_brief(tmp_path, govbrief):
    """Exit 3 with the file's name; nothing is written."""
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    done = govbrief("site", tmp_path / "x.json", "--out", tmp_path / "site")
    assert done.code == 3
    assert "x.json" in done.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("content", [b"PK\x03\x04", None])
def test_check_names_a_form_that_cannot_be_read(tmp_path, govbrief, report, content):
    """Exit 3 with the file's name and the reason."""
    path = tmp_path / "brief.docx"
    if content:
        path.write_bytes(content)
    done = govbrief("check", path, report)
    assert done.code == 3
    assert done.err.startswith(f"govbrief: {path}: cannot be read (")


def test_check_reads_a_page_of_others_as_text(tmp_path, govbrief, report):
    """A page that is none of ours is checked by the text that it shows."""
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>全年办结案件98765件。</p></body></html>", encoding="utf-8")
    done = govbrief("check", path, report, "--json")
    assert "98765" in done.out

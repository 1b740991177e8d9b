"""A folder as source: the reports in it, each once, in order."""

import pytest

from govbrief.base.errors import InputError
from govbrief.base.files import file_names
from govbrief.read.folders import expand_sources


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.PDF", "sub/c.docx", ".hidden.txt", ".git/d.txt", "notes.xlsx", "out/a.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def test_readable_files_below_a_folder_in_order(folder):
    """Nothing hidden, nothing that has no reader, none of the results; a file named beside its folder comes once."""
    found = expand_sources([str(folder / "b.txt"), str(folder), "-", "nowhere.txt"], folder / "out")
    names = [name.removeprefix(f"{folder}/") for name in found]
    assert names == ["b.txt", "a.PDF", "sub/c.docx", "-", "nowhere.txt"]


def test_folder_without_reports_is_told(tmp_path):
    """An empty folder is no finished work."""
    with pytest.raises(InputError, match="without a report"):
        expand_sources([str(tmp_path)])


def test_names_of_many_files_are_unlike_and_quick():
    """A hundred thousand reports of one name in one folder name take a second, not a day."""
    names = file_names([f"{n}/x/report.txt" for n in range(20_000)])
    assert len(set(names.values())) == 20_000
    assert (names["0/x/report.txt"], names["7/x/report.txt"]) == ("x-report", "x-report-8")

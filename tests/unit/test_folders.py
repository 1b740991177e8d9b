"""A folder as source: the reports in it, each once, in order."""

import pytest

from govbrief.base.errors import InputError
from govbrief.base.files import file_names
from govbrief.read.folders import expand_sources
from govbrief.views.remarks import left_unread


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
    names = [name.removeprefix(f"{folder}/") for name in found.files]
    assert names == ["b.txt", "a.PDF", "sub/c.docx", "-", "nowhere.txt"]


def test_files_that_nothing_reads_are_named(folder):
    """A report whose ending has no reader is told, hidden files and results are not."""
    found = expand_sources([str(folder), str(folder / "notes.xlsx")], folder / "out")
    assert found.skipped == (), "what the user names himself is tried, and fails on its own"
    assert expand_sources([str(folder)], folder / "out").skipped == (str(folder / "notes.xlsx"),)
    several = left_unread(("a/1.xls", "a/2.wps", "b/3.rtf", "b/4.rtf"))
    assert several.en == "4 files of a type that cannot be read left out: 1.xls, 2.wps, 3.rtf, …"
    assert several.zh == "文件夹中4个文件的类型无法读取，已略过：1.xls、2.wps、3.rtf等"


def test_folder_without_reports_is_told(tmp_path):
    """An empty folder is no finished work."""
    with pytest.raises(InputError, match="without a report"):
        expand_sources([str(tmp_path)])


def test_names_of_many_files_are_unlike_and_quick():
    """A hundred thousand reports of one name in one folder name take a second, not a day."""
    names = file_names([f"{n}/x/report.txt" for n in range(20_000)])
    assert len(set(names.values())) == 20_000
    assert (names["0/x/report.txt"], names["7/x/report.txt"]) == ("x-report", "x-report-8")

"""What a shell asks of the program: its version, its help, and how a word goes on."""

import pytest

import govbrief as library
from govbrief.cli.options import known_formats, known_sets


def test_version(govbrief):
    """`--version` says the version of the package."""
    assert govbrief("--version") == (0, f"govbrief {library.__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_of_the_whole_and_of_a_command(govbrief, flag):
    """Both spellings work, above and below."""
    assert "summarize" in govbrief(flag).out
    assert "--evidence" in govbrief("summarize", flag).out


def test_completion():
    """Sets by name, formats one after the other."""
    assert known_sets("e") == ["embedded"]
    assert known_formats("md,h") == ["md,html"]
    assert known_formats("x") == []

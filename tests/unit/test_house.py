"""The house itself: names that mean one thing, files that one reads in one go, few rooms, one door to what is weak."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import govbrief
import govbrief_schemas

HOMES = [Path(package.__file__).parent for package in (govbrief, govbrief_schemas)]
FILES = [path for home in HOMES for path in sorted(home.rglob("*.py"))]
MOST_LINES, MOST_ROOMS = 300, 20
ENTRANCES = {"__init__", "__main__"}
WEAK = re.compile(r"\b(?:small|weak)(?:er)?\b(?: and \w+| or \w+)? models?\b|小模型|弱模型", re.IGNORECASE)


def twice(named):
    """Names with more than one place."""
    return {name: places for name, places in named.items() if len(places) > 1}


def test_module_names_are_unique():
    """A file is known by its name alone, whichever folder it lies in."""
    named = defaultdict(list)
    for path in FILES:
        if path.stem not in ENTRANCES:
            named[path.stem].append(str(path))
    assert twice(named) == {}


def test_class_names_are_unique():
    """A class that others can import means one thing in the whole product."""
    named = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named[node.name].append(str(path))
    assert twice(named) == {}


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.name)
def test_no_file_is_too_long(home):
    """Three hundred lines at most."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in home.rglob("*.py")}
    assert {path.name: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_few_rooms():
    """A folder is a room, and so is a file beside the folders; both main files and the schemas are counted."""
    inside = HOMES[0]
    rooms = {path.relative_to(inside).parts[0] for path in inside.rglob("*.py")}
    assert len(rooms | {"pipeline/__main__.py", "schemas"}) <= MOST_ROOMS, sorted(rooms)


def test_only_one_door_leads_to_what_is_weak():
    """No module mentions a small or weak model but those that exist for one."""
    inside = HOMES[0]
    others = [p for p in FILES if inside / "small" not in p.parents and p != inside / "methods.py"]
    assert [path.name for path in others if WEAK.search(path.read_text(encoding="utf-8"))] == []

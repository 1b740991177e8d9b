"""`govbrief prompts`: what there is, what differs, and a new set that works at once."""

import io
import json
import shutil
import subprocess

import pytest
from rich.console import Console

from govbrief.methods import FORMS, load_set
from govbrief.sets.prompt_files import FOLDER, set_names
from govbrief.sets.prompt_tools import diff_sets
from govbrief.views.promptsets import print_diff


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    """An empty folder to work in."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.fixture
def mine(tmp_path):
    """A whole set that a test may change."""
    return shutil.copytree(FOLDER / "default", tmp_path / "prompts" / "mine")


def test_list_names_every_set(govbrief):
    """Name, short id, what it extends, and what it is for."""
    done = govbrief("prompts", "list")
    assert (done.code, done.err) == (0, "")
    rows = done.out.splitlines()
    for name in set_names():
        prompts = load_set(name)
        at = next(i for i, row in enumerate(rows) if row.startswith(f"{name} "))
        assert prompts.id[:19] in rows[at]
        assert rows[at + 1].strip() == prompts.about
    assert "extends 继承 default" in next(row for row in rows if row.startswith("plain"))


def test_list_of_folders_as_json(govbrief, mine):
    """Any folder can stand in the list."""
    found = json.loads(govbrief("prompts", "list", mine, "plain", "--json").out)["sets"]
    assert [(one["name"], one["extends"]) for one in found] == [("mine", []), ("plain", ["default"])]
    assert found[0]["id"] == load_set("default").id


def test_show_names_the_file_of_everything(govbrief):
    """Each setting and message with the file that it comes from."""
    lines = govbrief("prompts", "show", "plain").out.splitlines()
    told = {
        line.split(" = ")[0].strip(): line.split("# ")[1] for line in lines if " = " in line and "# " in line
    }
    assert told["limits.reasks"] == str(FOLDER / "plain" / "set.toml")
    assert told["limits.figures"] == str(FOLDER / "default" / "set.toml")
    assert f"== system.md  # {FOLDER / 'plain' / 'system.md'}" in lines
    assert f"== whole.md  # {FOLDER / 'default' / 'whole.md'}" in lines
    assert all(
        line in lines for line in (FOLDER / "plain" / "system.md").read_text(encoding="utf-8").splitlines()
    )


def test_show_as_json(govbrief, here):
    """The same for programs; a default comes from no file, a path is as short as it can be for people."""
    (here / "small").mkdir()
    (here / "small" / "set.toml").write_text('extends = "plain"\n', encoding="utf-8")
    found = json.loads(govbrief("prompts", "show", "./small", "--json").out)
    assert (found["name"], found["extends"], found["about"]) == (
        "small",
        ["plain", "default"],
        load_set("plain").about,
    )
    settings = {one["name"]: (one["value"], one["file"]) for one in found["settings"]}
    assert settings["limits.reasks"] == (0, str(FOLDER / "plain" / "set.toml"))
    assert {one["name"]: one["text"] for one in found["messages"]} == dict(load_set("plain").texts)


def test_text_of_a_set_does_not_control_the_terminal(govbrief, mine):
    """A set may be somebody else's."""
    (mine / "whole.md").write_text("{{ title }}\x1b[31m[bold]\n", encoding="utf-8")
    assert "\x1b" not in govbrief("prompts", "show", mine).out
    assert "[bold]" in govbrief("prompts", "show", mine).out


def test_diff_is_what_patch_reads(govbrief, mine, here):
    """A unified diff of settings and messages, exit 0; applied to one set's messages it gives the other's."""
    (mine / "whole.md").write_text("{{ title }}", encoding="utf-8")
    settings = (mine / "set.toml").read_text(encoding="utf-8").replace("seed = 7", "seed = 8")
    (mine / "set.toml").write_text(settings, encoding="utf-8")
    done = govbrief("prompts", "diff", "default", mine)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"--- default/set.toml\n+++ {mine}/set.toml\n@@ ")
    assert "\n-seed = 7\n+seed = 8\n" in done.out
    assert done.out.endswith("+{{ title }}\n\\ No newline at end of file\n")
    patch = shutil.which("patch")
    if patch:
        whole = shutil.copytree(FOLDER / "default", here / "patched")
        names = done.out[done.out.index("--- default/whole.md") :]
        subprocess.run([patch, "-s", whole / "whole.md"], input=names.encode(), check=True)  # noqa: S603 - our own
        assert (whole / "whole.md").read_text(encoding="utf-8") == "{{ title }}"


def test_diff_of_a_set_with_itself_is_empty(govbrief):
    """Nothing differs, nothing is said."""
    assert govbrief("prompts", "diff", "default", "default") == (0, "", "")


def test_diff_has_colors_on_a_terminal():
    """Green for what comes, red for what goes."""
    stream = io.StringIO()
    print_diff(
        diff_sets("default", "plain", FORMS),
        Console(file=stream, force_terminal=True, color_system="standard"),
    )
    assert "\x1b[31m-limits.reasks = " in stream.getvalue()
    assert "\x1b[32m+limits.reasks = " in stream.getvalue()


@pytest.mark.parametrize("options", [(), ("--copy",)], ids=["extends", "copy"])
@pytest.mark.parametrize("base", set_names())
def test_new_set_works_at_once(govbrief, here, base, options):
    """It loads by its path, asks what its base asks, and has a name of its own."""
    done = govbrief("prompts", "new", "./own", "--from", base, *options)
    assert (done.code, done.out) == (0, "own/set.toml\n")
    assert done.err.endswith(f"--prompts {here / 'own'}\n")
    made = load_set("./own")
    assert (made.name, made.id) == ("own", load_set(base).id)
    files = {path.name for path in (here / "own").iterdir()}
    assert files == ({"set.toml", *made.texts} if options else {"set.toml"})
    assert (f'extends = "{base}"' in (here / "own" / "set.toml").read_text(encoding="utf-8")) is not bool(
        options
    )


def test_new_set_from_a_folder(govbrief, mine, here, monkeypatch):
    """The base is found from wherever the new set is used."""
    assert govbrief("prompts", "new", "deep/own", "--from", mine).code == 0
    assert 'extends = "../../prompts/mine"' in (here / "deep" / "own" / "set.toml").read_text(
        encoding="utf-8"
    )
    monkeypatch.chdir("/")
    assert load_set(str(here / "deep" / "own")).files["whole.md"].samefile(mine / "whole.md")


def test_name_that_means_something_else_here_is_not_used(govbrief, here):
    """A folder that hides a set of govbrief does not become the base."""
    shutil.copytree(FOLDER / "plain", here / "elsewhere" / "default")
    assert govbrief("prompts", "new", "elsewhere/own", "--from", "default").code == 0
    assert load_set("elsewhere/own").id == load_set("default").id


def test_copy_keeps_examples(govbrief, mine):
    """Examples are copied as they are, quotation marks too."""
    row = {"sentences": ["S1"], "kind": "plan", "zh": '将办3件"实事"。', "en": 'Do 3 "practical things".'}
    with (mine / "set.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[examples]]\nsource = '将办3件“实事”。'\nanswer = '{json.dumps({'items': [row]})}'\n")
    assert govbrief("prompts", "new", "own", "--from", mine, "--copy").code == 0
    assert load_set("own").settings.examples == load_set(str(mine)).settings.examples


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_nothing_is_overwritten(govbrief, here, kind):
    """What is there stays as it is; exit 2."""
    (here / "own").mkdir() if kind == "folder" else (here / "own").write_text("x", encoding="utf-8")
    done = govbrief("prompts", "new", "own")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("govbrief: own: is there already, and nothing is overwritten\n  ")


def test_name_of_govbrief_is_not_taken(govbrief, here):
    """Recordings and briefs name a set by its folder, so two of one name would be mixed up."""
    done = govbrief("prompts", "new", "plain", "--from", "default")
    assert done.code == 2
    assert "'plain' is the name of a set that comes with govbrief" in done.err
    assert not (here / "plain").exists()


def test_folder_that_cannot_be_made(govbrief, here):
    """Exit 5 names it."""
    (here / "file").write_text("", encoding="utf-8")
    done = govbrief("prompts", "new", "file/own")
    assert done.code == 5
    assert done.err.startswith("govbrief: file/own: cannot be made (")


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("diff", "default"), ("list", "plain"), ("new", "own", "--from")],
    ids=lambda a: a[0],
)
def test_wrong_set_is_exit_2(govbrief, mine, here, arguments):
    """Each command names file, line and the way out, and does nothing."""
    with (mine / "set.toml").open("a", encoding="utf-8") as file:
        file.write("itmes = 3\n")
    line = (mine / "set.toml").read_text(encoding="utf-8").count("\n")
    done = govbrief("prompts", *arguments, mine)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"govbrief: {mine}/set.toml:{line}: examples.1.itmes: ")
    assert done.err.endswith("\n  docs/prompts.md lists the settings\n")
    assert not list(here.iterdir())

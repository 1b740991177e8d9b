"""Sets are validated when they are loaded, extend one another, and are known by what they ask."""

import shutil

import pytest

from govbrief.base.errors import PromptError
from govbrief.methods import load_set
from govbrief.sets.prompt_files import FOLDER, set_names

EXAMPLE = """
[[examples]]
source = "全市办理案件13.7万件，同比增长5.2%。"
answer = '''{"items": [{"sentences": ["S1"], "kind": "achievement",
 "zh": "全市办理案件13.7万件，同比增长5.2%。",
 "en": "137,000 cases handled in the city, up 5.2% year on year."}]}'''
"""


@pytest.fixture
def mine(tmp_path):
    """A whole set that a test may change."""
    return shutil.copytree(FOLDER / "default", tmp_path / "mine")


@pytest.fixture
def heir(tmp_path):
    """A set that extends `default` and says nothing else."""
    folder = tmp_path / "heir"
    folder.mkdir()
    (folder / "set.toml").write_text('about = "x"\nextends = "default"\n', encoding="utf-8")
    return folder


def write(folder, file, text):
    (folder / file).write_text(text, encoding="utf-8")


def change(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    write(folder, file, text.replace(old, new, 1))


def add(folder, file, text):
    """Append `text`; gives the line that it begins on."""
    before = (folder / file).read_text(encoding="utf-8")
    write(folder, file, before + text)
    return before.count("\n") + 1


def refusal(folder):
    with pytest.raises(PromptError) as caught:
        load_set(str(folder))
    assert caught.value.exit_code == 2
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize("name", set_names())
def test_sets_of_govbrief_load(name):
    """Every set that comes with govbrief is sound, says what it is for, and is asked in its own way."""
    prompts = load_set(name)
    assert prompts.name == name
    assert prompts.about.endswith(".")
    others = {load_set(other).id for other in set_names() if other != name}
    assert prompts.id.startswith("sha256:")
    assert prompts.id not in others


def test_unknown_set_names_those_there_are():
    """The answer to a misspelt name is the list of names."""
    with pytest.raises(PromptError, match="no prompt set 'defualt'") as caught:
        load_set("defualt")
    assert all(name in caught.value.hint for name in set_names())


def test_unknown_variable(mine):
    """File, line and the variables that the file may use."""
    line = add(mine, "whole.md", "\nHello {{ nobody }}\n") + 1
    assert refusal(mine) == f"{mine}/whole.md:{line}: unknown variable 'nobody'"


def test_template_syntax(mine):
    """A template that is not one is named with its line."""
    line = add(mine, "items.md", "\n{% for %}\n") + 1
    with pytest.raises(PromptError) as caught:
        load_set(str(mine))
    assert str(caught.value).startswith(f"{mine}/items.md:{line}: ")


def test_missing_file(mine):
    """A set that extends nothing needs every file."""
    (mine / "merge.md").unlink()
    assert refusal(mine) == f"{mine}/merge.md: cannot be read (No such file or directory)"


def test_file_in_another_encoding(mine):
    """What is not UTF-8 is not guessed at."""
    (mine / "merge.md").write_bytes("标题".encode("gb18030"))
    assert refusal(mine).startswith(f"{mine}/merge.md: cannot be read (")


@pytest.mark.parametrize(
    ("text", "line"), [("a = 1\nb = = 2\n", 2), ('about = "x"\n\n[limits\n', 3), ("a = ", 1)]
)
def test_bad_toml(mine, text, line):
    """The line on which the file stops being TOML."""
    write(mine, "set.toml", text)
    assert refusal(mine).startswith(f"{mine}/set.toml:{line}: ")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('extends = "default"\ncolour = 1\n', 2, "colour: Extra inputs are not permitted (seen: 1)"),
        ('extends = "default"\ntemperature = 3\n', 2, "temperature: Input should be less than or equal to 2"),
        ('extends = "default"\nmethod = "condens"\n', 2, "method: no method 'condens'"),
        ('about = "x"\n', 1, "method: not named"),
        ('extends = "default"\nmethod = "quote"\n', 1, "limits.clause_chars: Field required"),
        ('extends = "default"\nlimits = 3\n', 2, "limits: "),
        ('extends = "default"\n\n[limits]\nevidence = 0\n', 4, "limits.evidence: Input should be greater than"),
        ('extends = "default"\nlimits.evidence = 0\n', 2, "limits.evidence: Input should be greater than"),
        ('extends = "default"\n[limits]\nitmes = 4\n', 3, "limits.itmes: Extra inputs are not permitted"),
        ('method = "condense"\n[limits]\nevidence = 4\n', 2, "limits.reasks: Field required"),
        ('method = "condense"\nseed = 1\n', 1, "limits: Field required"),
        (f'extends = "default"\n{EXAMPLE}[[examples]]\nanswer = ""\n', 8, "examples.1.source: Field required"),
        ('extends = "default"\n[[examples]]\nsource = "x"\nanswer = 3\n', 4, "examples.0.answer: "),
    ],
)  # fmt: skip
def test_wrong_setting(mine, text, line, told):
    """File, line, setting, what is wrong, and what was seen."""
    write(mine, "set.toml", text)
    assert refusal(mine).startswith(f"{mine}/set.toml:{line}: {told}")


def test_wrong_setting_of_the_extended_set_is_named_there(mine, tmp_path):
    """A mistake is named in the file that has it, not in the one that takes it over."""
    line = add(mine, "set.toml", "itmes = 4\n")
    heir = tmp_path / "heir"
    heir.mkdir()
    write(heir, "set.toml", 'extends = "mine"\n')
    assert refusal(heir).startswith(f"{mine}/set.toml:{line}: examples.1.itmes: ")


@pytest.mark.parametrize(
    ("base", "told"), [("nobody", ": no prompt set 'nobody'"), ("mine", ", which is this set")]
)
def test_extends_what_cannot_be_extended(mine, base, told):
    """A set that is missing, or this one again."""
    write(mine, "set.toml", f'about = "x"\nextends = "{base}"\n')
    assert refusal(mine).startswith(f"{mine}/set.toml:2: extends '{base}'{told}")


def test_extends_in_a_circle(mine, heir):
    """A set that extends one that extends it."""
    write(mine, "set.toml", 'extends = "heir"\n')
    write(heir, "set.toml", 'about = "x"\nextends = "mine"\n')
    assert refusal(mine).startswith(f"{heir}/set.toml:2: extends 'mine', which is this set or extends it")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("137,000 cases", "13.7 million cases", "13.7 million"),
        ("up 5.2%", "down 5.2%", "5.2%"),
        ('"zh": "全市办理案件13.7万件', '"zh": "全市办理案件13.6万件', "'13.6万件', which the cited sentences"),
        ('["S1"]', '["S2"]', "it cites S2, which its source does not have"),
        ('"achievement"', '"deed"', "its answer is not of the form"),
        ('"items": [', '"items": ', "its answer is not of the form"),
    ],
)  # fmt: skip
def test_example_that_fails_its_own_check(mine, old, new, told):
    """The model imitates examples, so their numbers are held to what its own are held to."""
    number = len(load_set(str(mine)).settings.examples) + 1
    line = add(mine, "set.toml", EXAMPLE.replace(old, new)) + 1
    message = refusal(mine)
    assert message.startswith(f"{mine}/set.toml:{line}: example {number} fails its own check: ")
    assert told in message


def test_heir_asks_the_same(heir):
    """A set that only extends asks what the other asks, so it has the same id; `about` is no question."""
    ours, theirs = load_set(str(heir)), load_set("default")
    assert (ours.name, ours.about) == ("heir", "x")
    assert ours.id == theirs.id
    assert (ours.files, ours.limits) == (theirs.files, theirs.limits)


def test_heir_changes_one_file_and_one_limit(heir):
    """Everything else still comes from the extended set."""
    write(heir, "merge.md", "{{ lines }} {{ most }}\n")
    add(heir, "set.toml", "[limits]\nreasks = 1\n")
    ours, theirs = load_set(str(heir)), load_set("default")
    assert [name for name in ours.texts if ours.texts[name] != theirs.texts[name]] == ["merge.md"]
    assert ours.files["merge.md"].parent == heir
    assert ours.limits == theirs.limits.model_copy(update={"reasks": 1})
    assert ours.id != theirs.id


def test_base_beside_comes_before_one_of_govbrief(mine, tmp_path):
    """`extends` looks for a folder beside the set first."""
    beside = mine.rename(tmp_path / "default")
    write(beside, "merge.md", "{{ lines }}\n")
    heir = tmp_path / "heir"
    heir.mkdir()
    write(heir, "set.toml", 'extends = "default"\n')
    assert load_set(str(heir)).texts["merge.md"] == "{{ lines }}\n"


CHANGES = {
    "message": lambda folder: add(folder, "whole.md", "."),
    "limit": lambda folder: change(folder, "set.toml", "reasks = ", "reasks = 1"),
    "seed": lambda folder: change(folder, "set.toml", "seed = ", "seed = 1"),
    "example": lambda folder: add(folder, "set.toml", EXAMPLE),
}


@pytest.mark.parametrize("what", CHANGES)
def test_id_changes_with_what_is_asked(mine, what):
    """One byte of a message, a limit, a seed or an example makes another set of it."""
    before = load_set(str(mine)).id
    CHANGES[what](mine)
    assert load_set(str(mine)).id != before


def test_id_stays_with_what_is_not_asked(mine):
    """Purpose, comments, order and name of the folder ask nothing."""
    before = load_set(str(mine)).id
    change(mine, "set.toml", 'about = "', 'about = "Now for ')
    add(mine, "set.toml", "# a remark\n")
    (mine / "notes.txt").write_text("mine", encoding="utf-8")
    assert load_set(str(mine.rename(mine.with_name("other")))).id == before


def test_example_with_one_word_changed_is_another_set(mine):
    """Examples are asked with, so their words count."""
    add(mine, "set.toml", EXAMPLE)
    before = load_set(str(mine)).id
    change(mine, "set.toml", "cases handled", "cases dealt with")
    assert load_set(str(mine)).id != before


def test_echoes_are_lines_and_examples(mine):
    """What must not come back as an item: lines of messages and texts of examples, short words left out."""
    add(mine, "set.toml", EXAMPLE)
    write(mine, "merge.md", "Terms:\n- Give the lines that a reader needs.\n{{ lines }}\n")
    echoes = load_set(str(mine)).echoes
    assert "Give the lines that a reader needs" in echoes
    assert "全市办理案件13.7万件，同比增长5.2%。" in echoes
    assert ",000 cases handled in the city, up 5.2% year on year" in echoes
    assert "Terms:" not in echoes


def test_missing_value_is_an_error(mine):
    """A variable that is not given is never an empty word."""
    with pytest.raises(PromptError) as caught:
        load_set(str(mine)).render("merge.md", most=3)
    assert str(caught.value).startswith(f"{mine}/merge.md: ")


def test_report_text_is_never_a_template(mine):
    """Braces in a report stay braces."""
    line = {"id": "a", "kind": "plan", "field": "", "actor": None, "zh": "{{ 7*7 }}{% raw", "en": ""}
    text = load_set(str(mine)).render("merge.md", lines=[line], most=1, themes=(), terms=(), report=None)
    assert "{{ 7*7 }}{% raw" in text

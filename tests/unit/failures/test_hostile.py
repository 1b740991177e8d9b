"""What was made to hurt ends in a line or in a result, in time that its size allows."""

import os
import subprocess
import sys
import time
from pathlib import Path

import jinja2
import pytest

from govbrief.base.briefs import parse_brief
from govbrief.base.errors import InputError, PromptError, UsageError
from govbrief.base.settings import read_settings
from govbrief.methods import FORMS
from govbrief.model.cassettes import read_cassettes
from govbrief.read.formats.markdowntext import read_markdown
from govbrief.sets.prompts import load_prompts
from govbrief.write.weigh import weight

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "piece", ["[", "*a **b", "[a](", "~~a ", "<s>", "<br", "![", "# ", "`", "__a", "^[", "<sup>"]
)
def test_marks_of_markdown_that_never_close(piece):
    """Time grows with the text, not with its square."""
    begun = time.process_time()
    read_markdown(piece * (300_000 // len(piece)))
    assert time.process_time() - begun < 1.5


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("x **粗体**：正文 **二** 三", "x 粗体：正文 二 三"),
        ("** a** b", "** a** b"),
        ("~~gone~~ stays", " stays"),
        ("<s>a<b>c</b></s>d", "d"),
        ("# 标题 ##", "标题"),
        ("***a***", "a"),
        ("**一、****二**", "一、二"),
    ],
)
def test_marks_of_markdown_that_close(text, plain):
    """A mark opens before a character and closes behind one, in one line."""
    assert read_markdown(text).text == plain


def test_numerals_without_end_weigh_at_once():
    """A sentence of numerals is weighed in a moment."""
    begun = time.process_time()
    weight("一" * 300_000)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 100_000])
def test_json_that_no_reader_takes(text):
    """A number of 5,000 digits, and brackets in brackets, are no brief."""
    with pytest.raises(InputError, match="not a brief"):
        parse_brief(text, Path("brief.json"))


def test_recording_of_nested_brackets(tmp_path):
    """The parser in C would take the process with it."""
    (tmp_path / "a.yaml").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(InputError, match="not a readable cassette"):
        read_cassettes(tmp_path)


def test_configuration_of_nested_brackets(tmp_path):
    """Told as any other that cannot be read."""
    (tmp_path / "govbrief").mkdir()
    (tmp_path / "govbrief" / "config.toml").write_text("a = " + "[" * 50_000, encoding="utf-8")
    with pytest.raises(UsageError, match="not a readable configuration"):
        read_settings({}, {"XDG_CONFIG_HOME": str(tmp_path)})


@pytest.mark.parametrize(
    "message",
    [
        "{{ 1 // 0 }}",
        "{% include 'other' %}",
        "{% for a in range(10**9) %}x{% endfor %}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{{ 'a' * 10**9 }}",
        "{{ 2 ** 1000000000 }}",
    ],
)
def test_message_that_breaks_when_it_is_filled_in(message):
    """It is named, whatever it raises; no operator makes a giant."""
    prompts = load_prompts("default", FORMS)
    env = next(iter(prompts.templates.values())).environment
    prompts.templates["clause.md"] = env.from_string(message)
    prompts.files["clause.md"] = Path("clause.md")
    with pytest.raises(PromptError, match=r"clause\.md: \S"):
        prompts.render("clause.md")
    assert isinstance(env, jinja2.Environment)
    assert env.from_string("{{ 3 * 4 }} {{ 'a' * 3 }}").render() == "12 aaa"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
@pytest.mark.parametrize("words", [("outline",), ("numbers", "--json")])
def test_output_that_takes_no_more(tmp_path, words):
    """Exit 5 with what is wrong, and no traceback at the end of the process either."""
    report = tmp_path / "report.txt"
    report.write_text(
        "白榆市2023年法治政府建设年度报告\n\n一、做法\n全市共办理案件1726件。\n", encoding="utf-8"
    )
    paths = os.pathsep.join(str(ROOT / part) for part in ("pipeline", "schemas"))
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "govbrief", *words, str(report)],
            env=os.environ | {"PYTHONPATH": paths},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 5
    assert done.stderr.startswith("govbrief: standard output: cannot be written")
    assert "Traceback" not in done.stderr

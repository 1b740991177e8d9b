"""What a user sees when a report cannot be read, nothing can be asked, or options do not fit together."""

import pytest

from govbrief.base.errors import UsageError
from govbrief.base.settings import Settings, read_settings
from govbrief.model.profile import profile_for
from tests.unit.failures.conftest import REPORT, read_brief

EMPTY_HINT = "Give a file that holds the text of a report."
UNREADABLE = {
    "empty": (b"", "{} is empty", EMPTY_HINT),
    "blank": (" \u3000\r\n".encode(), "{} holds no text", EMPTY_HINT),
    "binary": (
        b"\x00\x01\x02" * 50,
        "{} is not a text file: it holds NUL bytes",
        "Give a text, HTML, Word (.docx) or PDF file.",
    ),
    "another encoding": (
        "Отчёт правительства за год, исполнение хорошее.".encode("cp1251") * 9,
        "{}: the encoding is neither UTF-8 (byte 0 does not fit) nor GB18030",
        "Convert it first, e.g. iconv -f BIG5 -t UTF-8 report.txt > report-utf8.txt.",
    ),
}


@pytest.mark.parametrize(("data", "message", "hint"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_report(govbrief, tmp_path, data, message, hint):
    """Exit 3 with what is wrong and the fix, before anything else happens."""
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    done = govbrief("summarize", path)
    assert done == (3, "", f"govbrief: {message.format(path)}\n  {hint}\n")


def test_no_such_report(govbrief, tmp_path):
    """Exit 3 names the path."""
    done = govbrief("summarize", tmp_path / "none.txt")
    hint = "Check the path; - reads standard input."
    assert done == (3, "", f"govbrief: no such file: {tmp_path}/none.txt\n  {hint}\n")


def test_folder_without_a_report(govbrief, tmp_path):
    """Exit 3 names the folder, and what a report ends in."""
    done = govbrief("summarize", tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(
        f"govbrief: {tmp_path} is a folder without a report\n  read are files that end in .txt"
    )


def test_one_of_two_reports_is_unreadable(summarize, serve, report, tmp_path):
    """The other one is briefed, the bad one is named, and the exit code says that part of the work failed."""
    done = summarize(serve(), "--out", tmp_path / "out", sources=(tmp_path / "none.txt", report))
    assert done.code == 5
    hint = "Check the path; - reads standard input."
    assert done.err == f"govbrief: no such file: {tmp_path}/none.txt\n  {hint}\n"
    assert len(read_brief(tmp_path / "out")["items"]) == 4


def test_no_report_is_readable(govbrief, tmp_path):
    """Every one of them is named."""
    done = govbrief("summarize", tmp_path / "a.txt", tmp_path / "b.txt")
    assert done.code == 3
    assert [line for line in done.err.splitlines() if "no such file" in line] == [
        f"govbrief: no such file: {tmp_path}/a.txt",
        f"govbrief: no such file: {tmp_path}/b.txt",
    ]


def test_neither_key_nor_model(govbrief, report):
    """Exit 4 says what to do first."""
    done = govbrief("summarize", report, "--quiet")
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "govbrief: no key, no --base-url, and the embedded model is not installed\n"
        "  run `govbrief model fetch` (1.1 GB, once), or set OPENAI_API_KEY or --base-url\n"
        "  没有密钥和 --base-url，内置模型也未安装。请运行 `govbrief model fetch`（1.1 GB，仅一次），"
        "或设置 OPENAI_API_KEY 或 --base-url\n"
    )


def test_model_file_that_is_not_there(govbrief, report, tmp_path, monkeypatch):
    """Exit 4 names the file."""
    program = tmp_path / "llama-server"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("GOVBRIEF_LLAMA_SERVER", str(program))
    done = govbrief("summarize", report, "--quiet", "--model-file", tmp_path / "none.gguf")
    assert done.code == 4
    assert done.err.startswith(f"govbrief: {tmp_path}/none.gguf: no such model file\n  ")


USAGE = {
    "no model": (
        ["--base-url", "http://127.0.0.1:1/v1"],
        "a key or --base-url is given, but no model",
        "name it with --model or GOVBRIEF_MODEL",
    ),
    "address": (
        ["--base-url", "u:pw@localhost:8080/v1", "--model", "m"],
        "'localhost:8080/v1' is no address of a server",
        "give a whole one, e.g. --base-url http://127.0.0.1:8080/v1",
    ),
    "format": (
        ["--format", "doc"],
        "--format 'doc' is not known",
        "known: md, json, html, docx, csv, jsonl, parquet",
    ),
    "tables": (
        ["--format", "md,csv"],
        "tables hold all reports together and need a folder",
        "give one: --out out",
    ),
    "word to stdout": (["--format", "docx"], "a Word document needs --out", "give a file: --out brief.docx"),
    "template": (["--template", "x.docx"], "--template is for Word documents", "add --format docx"),
    "two formats": (["--format", "md,json"], "two formats need --out", "give a folder: --out out"),
    "suffix": (
        ["--out", "brief.txt"],
        "--out brief.txt is no format known here",
        "give a folder, or a file that ends in .md or .json or .html or .docx",
    ),
    "format and suffix": (
        ["--out", "brief.md", "--format", "json"],
        "--format json does not fit --out brief.md",
        "give a folder, or leave --format out",
    ),
    "concurrency": (["--concurrency", "0"], "concurrency is '0'", "give a number above 0, or auto"),
    "timeout": (["--timeout", "nan"], "timeout_s is nan", "give a number above 0"),
}


@pytest.mark.parametrize(("options", "message", "hint"), USAGE.values(), ids=USAGE)
def test_options_that_do_not_fit(govbrief, report, options, message, hint):
    """Exit 2 with the reason and the fix."""
    assert govbrief("summarize", report, "--quiet", *options) == (2, "", f"govbrief: {message}\n  {hint}\n")


def test_one_file_for_two_reports(govbrief, report):
    """Exit 2; neither brief overwrites the other."""
    done = govbrief("summarize", report, report.parent / "b.txt", "--out", "brief.md")
    assert done == (2, "", "govbrief: --out brief.md is one file for 2 reports\n  give a folder: --out out\n")


def test_unknown_option_is_wrong_usage(govbrief):
    """Exit 2, as for every other wrong use."""
    assert govbrief("summarize", "--no-such-option").code == 2


def test_unknown_prompt_set(govbrief, report):
    """Exit 2 lists the sets that there are."""
    done = govbrief("summarize", report, "--prompts", "none")
    assert done.code == 2
    assert done.err.startswith("govbrief: no prompt set 'none'\n  sets here: ")


@pytest.mark.parametrize("key", ["sk-with blank", "schlüssel"])
def test_key_that_no_request_can_carry(summarize, monkeypatch, key):
    """Exit 2, and the key is not shown."""
    monkeypatch.setenv("OPENAI_API_KEY", key)
    done = summarize("http://127.0.0.1:1/v1")
    assert done == (
        2,
        "",
        "govbrief: the key holds a blank or a character that no key has\n  set OPENAI_API_KEY again\n",
    )


def test_same_report_twice_is_one_report(summarize, serve, report, tmp_path):
    """A report that is named twice is read, asked about and written once."""
    server = serve()
    assert summarize(server, "--out", tmp_path / "out", sources=(report, report)).code == 0
    assert len(server.requests) == 5


def test_reports_of_one_name_keep_apart(summarize, serve, tmp_path):
    """Two files of one name, even in folders of one name, give two briefs."""
    paths = [tmp_path / way / "2023" / "report.txt" for way in ("a", "b")]
    for path in paths:
        path.parent.mkdir(parents=True)
        path.write_text(REPORT, encoding="utf-8")
    assert summarize(serve(), "--out", tmp_path / "out", "--format", "md", sources=tuple(paths)).code == 0
    assert {p.name for p in (tmp_path / "out").glob("*.md")} == {"2023-report.md", "2023-report-2.md"}


def write_config(tmp_path, text):
    path = tmp_path / "config" / "govbrief" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_flag_beats_environment_beats_file(tmp_path):
    """Each setting comes from the first place that has it."""
    write_config(tmp_path, 'model = "file"\nbase_url = "http://file/v1"\nconcurrency = 3\ntimeout_s = 1.5\n')
    environ = {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "OPENAI_BASE_URL": "http://environment/v1",
        "GOVBRIEF_MODEL": "environment",
        "OPENAI_API_KEY": "sk-1\n",
    }
    flags = {"model": "flag", "base_url": None, "concurrency": None}
    assert read_settings(flags, environ) == Settings(
        api_key="sk-1", base_url="http://environment/v1", model="flag", concurrency=3, timeout_s=1.5
    )


def test_embedded_model_is_the_default():
    """Without key and address the model runs here, one request at a time; a model file always runs here."""
    assert Settings().embedded
    assert profile_for(Settings()).requests_at_once == 1
    assert not Settings(api_key="k").embedded
    assert profile_for(Settings(base_url="http://x/v1")).requests_at_once == 8
    assert read_settings({"model_file": "/m/other.gguf"}, {"OPENAI_API_KEY": "k"}).embedded
    assert read_settings({"model_file": "/m/other.gguf"}, {}).model_name == "other"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("model = ", "not a readable configuration file"), ('modle = "m"', "unknown setting 'modle'")],
)
def test_broken_configuration_file_is_named(tmp_path, text, reason):
    """The file is named, since nobody sees it on the command line."""
    path = write_config(tmp_path, text)
    with pytest.raises(UsageError, match=reason) as caught:
        read_settings({}, {"XDG_CONFIG_HOME": str(tmp_path / "config")})
    assert str(path) in str(caught.value)
    assert caught.value.hint

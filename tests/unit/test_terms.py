"""A user's own terms: both forms of the file, what they override, and how a bad one is refused."""

from pathlib import Path

import pytest

from govbrief.base.errors import PromptError
from govbrief.names.glossary import Glossary, load_glossary
from govbrief.names.terms import Term


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


def names(terms: tuple[Term, ...]) -> list[str]:
    return [term.zh for term in terms]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


OWN_TOML = """
[[term]]
zh = "枫桥经验"
en = "Fengqiao way"

[[term]]
zh = "零纠纷工作室"
en = "zero-dispute studio"
also = ["no-dispute studio"]
source = "house style"
"""

OWN_CSV = """\
zh,en,also,source,note
枫桥经验,Fengqiao way,,,
零纠纷工作室,zero-dispute studio,"no-dispute studio; studio",house style,
"""


@pytest.mark.parametrize(
    ("name", "text"), [("own.toml", OWN_TOML), ("own.csv", OWN_CSV), ("bom.csv", "\ufeff" + OWN_CSV)]
)
def test_own_terms_override_and_add(glossary, tmp_path, name, text):
    """A user's entry replaces ours, forms included; a new one is found; the rest stays."""
    path = written(tmp_path, name, text)
    own = load_glossary(path)
    assert len(own.terms) == len(glossary.terms) + 1
    assert names(own.departures("枫桥经验", "the Fengqiao model")) == ["枫桥经验"]
    assert own.departures("枫桥经验", "the Fengqiao way") == ()
    assert names(own.terms_in("建立零纠纷工作室,受理行政复议")) == ["零纠纷工作室", "行政复议"]
    assert own.departures("零纠纷工作室", "no-dispute studios") == ()
    assert [term.source for term in own.terms_in("枫桥经验和零纠纷工作室")] == [name, "house style"]
    assert names(glossary.departures("枫桥经验", "the Fengqiao model")) == []


def test_another_punctuation_overrides_the_same_term(glossary, tmp_path):
    """“八五”普法 and 八五普法 are one term, so the user's spelling does not matter."""
    own = load_glossary(written(tmp_path, "own.csv", "zh,en\n“八五”普法,legal literacy plan\n"))
    assert len(own.terms) == len(glossary.terms)
    assert own.terms_in("八五普法")[0].en == "legal literacy plan"


def test_a_changed_file_is_read_again(tmp_path):
    """The cache follows what the file holds, not its name."""
    path = written(tmp_path, "own.csv", "zh,en\n某某办法,One Measure\n")
    first = load_glossary(path)
    assert load_glossary(path) is first
    written(tmp_path, "own.csv", "zh,en\n某某办法,Another Measure\n")
    assert load_glossary(path).terms_in("某某办法")[0].en == "Another Measure"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("g.toml", "[[term]\n", ["not TOML", "line 1"]),
        ("g.toml", '[[terms]]\nzh = "某"\nen = "x"\n', ["unknown key 'terms'"]),
        ("g.toml", 'term = "x"\n', ["`term` must be a list"]),
        ("g.toml", "sources = 1\n", ["`sources`"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "x"\n[[term]]\nzh = "乙"\n', ["entry 2 (乙)", "en is missing"]),
        ("g.toml", '[[term]]\nen = "x"\n', ["entry 1 (no zh)", "zh is missing"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "x"\nalso = "y"\n', ["entry 1 (某)", "also must be a list"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "x"\nsource = 3\n', ["entry 1 (某)", "source must be a text"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "x"\nEN = "y"\n', ["entry 1 (某)", "unknown field 'EN'"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "x"\nunless = ["乙"]\n', ["entry 1 (某)", "must hold 某"]),
        ("g.toml", '[[term]]\nzh = "某"\nen = "某"\n', ["entry 1 (某)", "no English"]),
        ("g.toml", '[[term]]\nzh = "“”"\nen = "x"\n', ["entry 1", "no Chinese"]),
        (
            "g.toml",
            '[[term]]\nzh = "某"\nen = "x"\n[[term]]\nzh = "“某”"\nen = "y"\n',
            ["entry 2", "stands twice"],
        ),
        ("g.csv", "chinese,en\n某,x\n", [":1:", "no column zh"]),
        ("g.csv", "", [":1:", "no column en, zh"]),
        ("g.csv", "zh,en\n某,x\n乙,\n", [":3:", "en is missing"]),
        ("g.csv", "zh,en\n某,x,y,z\n", [":2:", "more cells"]),
        ("g.csv", 'zh,en\n某,"x\n', [":2:", "not CSV"]),
        ("g.csv", "zh,en,remark\n某,x,y\n", [":2:", "unknown field 'remark'"]),
        ("g.csv", "zh,en\n某,x\n某,y\n", [":3:", "stands twice"]),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(tmp_path, name, text, said):
    """The message names the file, the line or entry, and what is wrong; the hint says what to do."""
    path = written(tmp_path, name, text)
    with pytest.raises(PromptError) as caught:
        load_glossary(path)
    assert [part for part in [str(path), *said] if part not in str(caught.value)] == []
    assert caught.value.hint


def test_an_unreadable_file_is_refused(tmp_path):
    """A missing file and one that is not UTF-8 are the user's to mend, not a crash."""
    gbk = tmp_path / "gbk.csv"
    gbk.write_bytes("zh,en\n某,x\n".encode("gb18030"))
    for path in (tmp_path / "missing.toml", gbk):
        with pytest.raises(PromptError, match=path.name):
            load_glossary(path)

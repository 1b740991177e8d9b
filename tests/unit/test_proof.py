"""The second reading of locked numbers: what it proves, what it refuses, and that it is no echo of the first."""

import ast
from pathlib import Path

import pytest

from govbrief.numbers import locks, proof
from govbrief.numbers.locks import lock_numbers
from govbrief.numbers.proof import proves

PROVED = [
    ("1千3百", "1,300"),
    ("2亿3千万", "230 million"),
    ("3.5个亿", "350 million"),
    ("3亿5,000万", "350 million"),
    ("13.7万", "137,000"),
    ("4109.9余万", "over 41.099 million"),
    ("不少于30", "at least 30"),
    ("约一百二十", "about 120"),
    ("两千零五", "2,005"),
    ("一千零五十", "1,050"),
    ("1.2万亿", "1.2 trillion"),
    ("98.5%", "98.5%"),
    ("百分之三十", "30%"),
    ("2.1个百分点", "2.1 percentage points"),
    ("六七百", "about 600 to 700"),
    ("三成", "30%"),
    ("负3.5%", "-3.5%"),
    ("2024年3月5日", "March 5, 2024"),
    ("3月至5月", "March to May"),
    ("2021-2025年", "2021-2025"),
    ("二十大", "20th National Congress"),
    ("十四五", "14th Five-Year Plan"),
    ("亿", "100 million"),
]
REFUSED = [
    ("1286", "12,860"),
    ("2.35亿", "23.5 million"),
    ("1千3百", "1,000"),
    ("三千五", "3,005"),
    ("98.5%", "98.5 percentage points"),
    ("2.1个百分点", "2.1%"),
    ("300余", "300"),
    ("近300", "over 300"),
    ("2024年3月5日", "May 3, 2024"),
    ("十四五", "15th Five-Year Plan"),
    ("二十大", "19th National Congress"),
    ("六七百", "about 600"),
    ("3月至5月", "May to March"),
]


@pytest.mark.parametrize(("zh", "en"), PROVED)
def test_what_both_readings_agree_on_is_proved(zh, en):
    """A slice and its English that say the same, read each by itself."""
    assert proves(f"共{zh}件", 1, 1 + len(zh), en)


@pytest.mark.parametrize(("zh", "en"), REFUSED)
def test_what_differs_is_not_proved(zh, en):
    """Another value, unit, qualifier or date, and what the strict reader cannot read."""
    assert not proves(f"共{zh}件", 1, 1 + len(zh), en)


@pytest.mark.parametrize(
    ("text", "piece", "en"),
    [
        ("办理1千3百件", "1千", "1,000"),
        ("办理1千3百件", "3百", "300"),
        ("投资3.5个亿", "3.5", "3.5"),
        ("增长12.5%", "2.5%", "2.5%"),
        ("增长12.5%", "12", "12"),
        ("共二百三十件", "三十", "30"),
        ("共1,234件", "234", "234"),
    ],
)
def test_a_part_of_a_number_is_not_proved(text, piece, en):
    """A slice that ends inside a longer number is never locked."""
    start = text.index(piece)
    assert not proves(text, start, start + len(piece), en)


@pytest.mark.parametrize("text", ["审结案件1286件", "占98.5%", "提高2.1个百分点", "投入3.5亿元"])
def test_a_reader_made_wrong_locks_nothing(text, monkeypatch):
    """With every value ten times too large the second reading disagrees, and the number stays in the sentence."""
    assert lock_numbers(text).locks
    sound = locks.english_number
    monkeypatch.setattr(locks, "english_number", lambda value: sound(value * 10))
    assert lock_numbers(text).locks == ()
    assert lock_numbers(text).text == text


def test_the_second_reading_shares_no_code_with_the_first():
    """The module imports nothing of the project."""
    tree = ast.parse(Path(proof.__file__).read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        )
    }
    assert not [name for name in imported if name and name.startswith("govbrief")]

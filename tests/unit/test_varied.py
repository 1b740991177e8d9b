"""Lines of many kinds of reports: sound ones told freely pass, and of planted errors a fair share is found."""

import tomllib
from collections import Counter
from pathlib import Path

from govbrief.checking.antonyms import check_antonyms
from govbrief.checking.check import Standpoint, check_pair
from govbrief_schemas.finding import Rule, Verdict

VARIED = tomllib.loads((Path(__file__).parents[1] / "corpus" / "varied.toml").read_text(encoding="utf-8"))[
    "item"
]
MOST_ALARMS = 0.025
FLOOR = 0.72
"""Mean share over the types that must be found; what was reached when it was written lies a little above."""


def marked(zh, en):
    """The rules by which the check says that something is wrong."""
    return {f.rule for f in check_pair(zh, en) if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}}


def test_sound_lines_pass():
    """At most 2.5 in a hundred sound lines are marked."""
    alarms = [item["en"] for item in VARIED if marked(item["zh"], item["en"])]
    assert len(alarms) <= MOST_ALARMS * len(VARIED), alarms


def test_planted_errors_are_found():
    """The mean over the types is no lower than the floor."""
    hits, all_of = Counter(), Counter()
    for item in VARIED:
        for kind, old, new in item["wrong"]:
            assert item["en"].count(old) >= 1, (old, item["en"])
            all_of[kind] += 1
            hits[kind] += bool(marked(item["zh"], item["en"].replace(old, new, 1)))
    assert sum(hits[kind] / n for kind, n in all_of.items()) / len(all_of) >= FLOOR


def test_two_parties_change_places():
    """甲听取乙 is not B hearing A, whatever the verb, in the active and in the passive."""
    zh = "区人大常委会听取区政府工作报告9项。"
    sound = (
        "The standing committee of the district people's congress heard nine work reports of the government."
    )
    turned = "The government heard nine work reports of the standing committee of the people's congress."
    assert not marked(zh, sound)
    assert marked(zh, turned) == {Rule.ACTOR}
    assert not marked(
        "市政府督查各区政府。", "The district governments were inspected by the municipal government."
    )


def test_a_list_tells_all_its_members():
    """公安、市场监管 without the one of them is an omission; both or none is none."""
    zh = "区教育局会同市场监管局、公安局开展检查62次。"
    both = (
        "The district education bureau made 62 inspections with the market regulation bureau and the police."
    )
    one = "The district education bureau made 62 inspections with the market regulation bureau."
    assert not marked(zh, both)
    assert marked(zh, one) == {Rule.OMISSION}


def test_a_clause_excuses_only_itself():
    """What one clause says of its number does not excuse the opposite in another: 合格 and 不合格, 收回 and 下放."""
    zh = "收回权限12项,下放权限26项。"
    assert not marked(zh, "12 powers were taken back, and 26 delegated.")
    assert Rule.REVERSED in marked(zh, "12 powers were delegated, and 26 taken back.")
    food = "抽检食品合格率98.7%,下架不合格食品213批次。"
    assert not marked(food, "98.7% of the food tested passed, and 213 substandard batches were pulled.")
    assert marked(food, "98.7% of the food tested failed, and 213 substandard batches were pulled.") == {
        Rule.REVERSED
    }


def test_an_opposite_far_away_excuses_nothing():
    """Another sentence of a long source that gives the opposite word does not excuse it; the one drawn on does."""
    zh, en = "监管力度加强。", "Oversight was weakened."
    far = Standpoint(issuer="青桐市人民政府", cited="监管力度加强。\n图书馆人手削弱。")
    near = Standpoint(issuer="青桐市人民政府", cited="监管力度加强。\n监管力度削弱。")
    assert [f.rule for f in check_antonyms(zh, en, far.cited)] == [Rule.REVERSED]
    assert not list(check_antonyms(zh, en, near.cited))


def test_a_pole_under_a_not_is_none():
    """Units that do not have a strong awareness are told of 意识不强 rightly."""
    assert not marked(
        "部分单位法治意识不强。", "Some units do not have a strong awareness of the rule of law."
    )
    assert marked("部分单位法治意识不强。", "Some units have a strong awareness of the rule of law.")


def test_what_is_wanting_is_not_done():
    """有待加强 is not “has been strengthened”."""
    assert not marked("基层执法力量有待加强。", "Grassroots enforcement still needs strengthening.")
    assert marked("基层执法力量有待加强。", "Grassroots enforcement has been strengthened.") == {Rule.TENSE}


def test_people_are_counted_as_people():
    """156人 are no 156 communities."""
    assert not marked("社区矫正对象在矫156人。", "156 people were under community correction.")
    assert marked("社区矫正对象在矫156人。", "156 communities were under correction.") == {Rule.NUMBER_NOUN}

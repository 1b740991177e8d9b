"""Terms of the administration of law that are told for their neighbours."""

import pytest

from govbrief.base.datafiles import read_table
from govbrief.checking.check import check_pair
from govbrief.checking.family_terms import check_compounds
from govbrief_schemas.finding import Rule, Verdict

_WRONG = [
    ("行政机关实质性化解行政争议42件。", "Administrative bodies resolved 42 labour disputes in substance."),
    (
        "修订应急预案20件,开展应急演练36场。",
        "20 development plans were revised and 36 emergency drills held.",
    ),
    (
        "聘请公职律师,完善法律顾问制度。",
        "Public-sector lawyers were engaged and the system of financial advisers improved.",
    ),
    (
        "推行柔性执法,规范执法文书。",
        "Joint law enforcement was practised and enforcement papers standardized.",
    ),
    (
        "健全社会信用体系,完成信用修复。",
        "The social security system was improved, and credit repairs completed.",
    ),
    ("换发行政执法证件,规范执法行为。", "Driving licences were renewed and enforcement regulated."),
    (
        "完善联席会议制度,研究执法问题。",
        "The joint inspection system was improved and enforcement problems studied.",
    ),
]
_SOUND = [
    (
        "行政机关实质性化解行政争议42件。",
        "Administrative bodies resolved 42 disputes with the government in substance.",
    ),
    (
        "修订应急预案20件,开展应急演练36场。",
        "20 contingency plans were revised and 36 emergency drills held.",
    ),
    ("处理劳资纠纷,化解行政争议。", "Labour disputes were handled and administrative disputes resolved."),
    ("推行柔性执法,开展联合执法。", "Flexible and joint law enforcement were practised."),
    ("开展案卷评查和投诉受理。", "Case files were evaluated and complaints accepted."),
    ("制定行政法规和规章。", "Administrative regulations and rules were made."),
    (
        "查处交通违法,规范驾驶证管理。",
        "Traffic violations were dealt with and driving licences better managed.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), _WRONG)
def test_a_neighbouring_term_is_found(zh: str, en: str) -> None:
    """The Chinese names one member of a family, the English another, whatever else is told."""
    assert list(check_compounds(zh, en))
    assert Rule.TERM in {f.rule for f in check_pair(zh, en) if f.verdict is not Verdict.SUPPORTED}


@pytest.mark.parametrize(("zh", "en"), _SOUND)
def test_a_term_in_any_good_wording_passes(zh: str, en: str) -> None:
    """Both members told, one told freely, or one English name of two members."""
    assert not [f for f in check_pair(zh, en) if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}]


@pytest.mark.parametrize("name", sorted(read_table("families_law")))
def test_a_family_has_several_members_with_words_of_their_own(name: str) -> None:
    """Each has Chinese and English; no Chinese word stands for two members."""
    members = {
        key: entry for key, entry in read_table("families_law")[name].items() if isinstance(entry, dict)
    }
    words = [word for entry in members.values() for word in entry["zh"].split("|")]
    assert len(members) > 2
    assert all(entry["en"] and entry["eg"] in entry["zh"] for entry in members.values())
    assert len(words) == len(set(words))

"""Names of a text: what is one, at which level, and its settled English."""

import pytest

from govbrief.names.recognise import find_names
from govbrief_schemas.name import Level, NameKind

CHINESE = [
    (
        "大同市云冈区人民政府",
        NameKind.ORGAN,
        Level.DISTRICT_COUNTY,
        "people's government of Yungang District, Datong",
    ),
    ("口泉镇", NameKind.PLACE, Level.TOWNSHIP, "Kouquan Town"),
    ("西花园街道", NameKind.PLACE, Level.TOWNSHIP, "Xihuayuan Subdistrict"),
    ("恒安新区", NameKind.PLACE, Level.DISTRICT_COUNTY, "Heng'an New Area"),
    ("沈阳市", NameKind.PLACE, Level.MUNICIPAL, "Shenyang"),
    ("省司法厅", NameKind.ORGAN, Level.PROVINCIAL, None),
    ("副局长", NameKind.POST, None, "deputy director"),
    ("《行政执法监督规定》", NameKind.DOCUMENT, None, ""),
    ("“十四五”规划", NameKind.PLAN, None, "14th Five-Year Plan"),
    ("全国民主法治示范村", NameKind.HONOUR, Level.NATIONAL, None),
]


@pytest.mark.parametrize(("text", "kind", "level", "english"), CHINESE)
def test_a_chinese_name_is_found_whole(text, kind, level, english):
    """The name is one slice of the text, with its kind, level and English."""
    sentence = f"经研究,{text}。"
    (name,) = find_names(sentence, "zh")
    assert (name.text, name.kind, name.level) == (text, kind, level)
    assert name.span.of(sentence) == text
    assert english is None or name.english == english


@pytest.mark.parametrize("text", ["各县区", "示范区建设", "我市", "景区和园区", "全省", "农村和社区"])
def test_what_only_looks_like_a_place_is_none(text):
    """各县区 names no district."""
    assert not [name for name in find_names(text, "zh") if name.kind is NameKind.PLACE]


def test_english_names_have_levels_too():
    """The word in front of an organ says its level."""
    text = "The Municipal People's Congress and Yungang District issued the “Measures for Making Government Rules”."
    found = [(name.text, name.kind, name.level) for name in find_names(text, "en")]
    assert ("People's Congress", NameKind.ORGAN, Level.MUNICIPAL) in found
    assert ("Yungang District", NameKind.PLACE, Level.DISTRICT_COUNTY) in found
    assert ("Measures for Making Government Rules", NameKind.DOCUMENT, None) in found

"""What a sentence tells, clause by clause, and what of it only strikes a posture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbrief.small.clauses import is_posture, units_of

CASES = [
    ("制定政府规章1件,修订1件,废止6件。", ("制定政府规章1件，修订1件，废止6件",)),
    ("坚持以人民为中心,建成服务站3个,为发展提供了有力保障。", ("建成服务站3个",)),
    ("一是建设数据平台;二是推行网上办理。", ("建设数据平台", "推行网上办理")),
    (
        "今年5月,全县31个部门主要负责人,在述法会议上作了专题述法。",
        ("今年5月，全县31个部门主要负责人，在述法会议上作了专题述法",),
    ),
    ("全年发放补贴1,234万元。", ("全年发放补贴1,234万元",)),
    (
        "2023年,青河县从全省30多个候选县区中脱颖而出,被省委依法治省办公室命名为法治政府建设示范县。",
        ("2023年，青河县从全省30多个候选县区中脱颖而出，被省委依法治省办公室命名为法治政府建设示范县",),
    ),
]


@pytest.mark.parametrize(("sentence", "units"), CASES)
def test_units(sentence, units):
    """Short clauses stay with their neighbour, posture goes, numbers and subjects stay whole."""
    assert units_of(sentence, 34) == units


@pytest.mark.parametrize(("opening", "closing"), ["“”", "《》", "（）", "〔〕", '""'])
def test_what_is_enclosed_is_never_cut(opening, closing):
    """A quotation, title or bracket stays whole, however many commas it holds."""
    told = f"各部门落实{opening}依法行政,严格执法;公正司法{closing}的要求"
    assert units_of(f"{told}。", 10) == (told,)


@given(
    st.lists(
        st.sampled_from(["建成12个站", "修订3件", "坚持以人民为中心", "为发展提供保障", "开展“三,四”行动"]),
        min_size=1,
    )
)
def test_units_are_the_sources_own_words(clauses):
    """Every clause of every unit stands in the sentence, in its order."""
    sentence = ",".join(clauses) + "。"
    at = 0
    for unit in units_of(sentence, 34):
        for clause in unit.split("，"):
            at = sentence.index(clause, at) + len(clause)


@pytest.mark.parametrize(
    ("clause", "posture"),
    [
        ("坚持以高质量发展为指导", True),
        ("按照省委部署要求", True),
        ("围绕42项重点任务", False),
        ("深入贯彻《纲要(2021—2025年)》", True),
        ("出台《燃气管理办法》", False),
    ],
)
def test_posture(clause, posture):
    """Guidance and purpose are posture; a figure is none, and the years of a title are no figure."""
    assert is_posture(clause) is posture

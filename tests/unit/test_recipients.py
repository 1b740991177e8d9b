"""On which side of a deed a party stands."""

import pytest

from govbrief.checking.recipients import check_recipients

WRONG = [
    (
        "提请市人大常委会审议条例草案2件。",
        "Two draft regulations were submitted by the municipal people's congress.",
    ),
    ("向省级推荐示范项目6个。", "Six projects were recommended by the province."),
    ("对7名责任人予以通报批评。", "They were criticised by seven persons responsible."),
    ("自觉接受人大监督。", "The government exercised strict oversight over the people's congress."),
    (
        "加大拖欠民营企业账款清欠力度。",
        "More will be done to clear the debts owed by private enterprises.",
    ),
    ("为农民工追回欠薪310万元。", "3.1 million yuan of unpaid wages was recovered from migrant workers."),
    ("将线索9条移送公安机关。", "Nine leads were transferred by the public security organs."),
    ("走访企业260家。", "They were visited by 260 enterprises."),
    ("向社区下放事项14项。", "Fourteen items were delegated by the communities."),
]
SOUND = [
    (
        "提请市人大常委会审议条例草案2件。",
        "Two draft regulations were submitted for deliberation by the municipal people's congress.",
    ),
    ("公安机关向检察院移送案件12件。", "Twelve cases were transferred by the police to the procuratorate."),
    (
        "向社会公开征求意见,群众提出建议230条。",
        "Opinions were solicited, and 230 were submitted by the public.",
    ),
    ("对市民反映的问题逐一核查。", "Every problem reported by residents was checked."),
    ("对部门规范性文件进行审查。", "Normative documents issued by departments were reviewed."),
    ("为职工追回被企业拖欠的工资。", "Wages owed by enterprises were recovered for workers."),
    (
        "清理拖欠企业账款2.3亿元。",
        "Arrears of 230 million yuan owed to enterprises by government bodies were cleared.",
    ),
    ("审核企业申报材料。", "Materials filed by enterprises were examined."),
    ("接受社会监督。", "It is open to public oversight."),
    (
        "对原巡视员立案调查。",
        "A former inspector was investigated by the Discipline Inspection Commission.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_a_party_on_the_other_side_is_found(zh: str, en: str) -> None:
    assert [finding.rule.value for finding in check_recipients(zh, en)] == ["actor"]


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_a_party_on_its_own_side_is_let_pass(zh: str, en: str) -> None:
    assert not list(check_recipients(zh, en))

"""Promises of tracking: what later reports tell of a plan is found, nothing is invented, and silence is not blame."""

import pytest

from govbrief.compare.track import Outcome, account_of_brief, account_of_outline, track, with_brief
from govbrief.compare.track.phrasing import title_core
from govbrief.compare.track.pledges import read_pledges
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief_schemas.item import Kind
from tests.documents.told_brief import told_brief


def told_in(*sentences, year=2023, kind=Kind.ACHIEVEMENT):
    """An account of what was done, or with another kind planned or admitted."""
    return account_of_brief(told_brief("甲市", year, *sentences, kind=kind))


def followed(plan, *results, year=2023, kind=Kind.ACHIEVEMENT):
    """The one plan, tracked against sentences of a later report."""
    (tracked,) = track(
        told_in(plan, year=2022, kind=Kind.PLAN), [told_in(*results, year=year, kind=kind)]
    ).plans
    return tracked


def outcome(plan, *results, year=2023, kind=Kind.ACHIEVEMENT):
    """What became of it."""
    return followed(plan, *results, year=year, kind=kind).outcome


SEEDS = {"old": "seeds/shenyang-press-2023.txt", "new": "seeds/shenyang-justice-2023.txt"}


@pytest.fixture(scope="module")
def shenyang():
    """The press conference of March 2023 against the justice bureau's report on that year."""
    old, new = (account_of_outline(split_report(load_report(path))) for path in SEEDS.values())
    return track(old, [new])


READ_BY_HAND = [
    # what the press conference promises, what the report says of it, and how an editor judges it
    ("每年完成立法项目不少于4个", "地方性法规4件", Outcome.KEPT),
    ("行政执法监督专项行动", "“清风执法”专项监督", Outcome.KEPT),
    ("应出尽出", "99.7%", Outcome.PARTLY),
    ("80%以上的区县(市)达到省级法治政府建设示范地区标准", "50%以上地区或项目", Outcome.PARTLY),
    ("50%以上区县(市)达到省级法治政府建设示范地区标准", "50%以上地区或项目", Outcome.KEPT),
    ("《沈阳市优化营商环境条例》", "审办《沈阳市优化营商环境条例》", Outcome.KEPT),
    ("《沈阳市行政规范性文件制定程序规定》", "修订《沈阳市行政规范性文件制定程序规定》", Outcome.KEPT),
    ("行政执法规范化建设年暨“清风执法”专项监督", "规范化建设深化年暨“清风执法”专项监督", Outcome.KEPT),
    ("重大行政决策事项目录管理办法", "印发《沈阳市重大行政决策事项目录管理办法》", Outcome.KEPT),
    ("实际网办率100%", "审批事项实际网办率达到100%", Outcome.KEPT),
    ("好评率100%", "企业群众评价满意率100%", Outcome.KEPT),
    ("行政执法队伍不合格人员清理", "行政执法队伍不合格人员清理专项行动", Outcome.KEPT),
    ("规范行政执法专项监督", "查处违规人员207人", Outcome.KEPT),
    ("行政机关负责人出庭应诉", "负责人出庭应诉工作实施细则》", Outcome.PARTLY),
    ("重大行政决策合法性审查", "提升重大行政决策合法性审查水平", Outcome.PARTLY),
]


@pytest.mark.parametrize(("planned", "told", "judged"), READ_BY_HAND)
def test_every_promise_that_an_editor_finds_is_found(shenyang, planned, told, judged):
    """Each promise read by hand is tracked to the sentence that answers it, with the same judgement."""
    parts = [part for plan in shenyang.plans for part in plan.parts if planned in part.words]
    assert [part.outcome for part in parts] == [judged]
    assert any(told in answer.evidence.text for answer in parts[0].answers)


def test_nothing_is_invented(shenyang):
    """No other part of any plan of the press conference is answered, and none is called broken."""
    answered = [part.words for plan in shenyang.plans for part in plan.parts if part.answers]
    assert len(answered) == len(READ_BY_HAND)
    assert shenyang.count(Outcome.CONTRADICTED) == 0


def test_two_annual_reports_of_an_invented_city():
    """Every part of seven plans is judged as their author meant it, headings that say a plan themselves included."""
    folder = "tests/documents/tracked/"
    old, new = (
        account_of_outline(split_report(load_report(folder + name)))
        for name in ("plans-2022.txt", "results-2023.txt")
    )
    plans = track(old, [new]).plans
    assert [(plan.outcome.value, " ".join(part.outcome.value for part in plan.parts)) for plan in plans] == [
        ("partly", "kept kept partly"),
        ("contradicted", "kept kept contradicted"),
        ("contradicted", "kept kept contradicted"),
        ("contradicted", "kept contradicted kept"),
        ("partly", "partly kept"),
        ("kept", "kept"),
        ("kept", "kept"),
    ]


def test_answers_are_slices_of_the_later_report(shenyang):
    """Both sides of an answer stand in their sources at the places given."""
    old, new = (load_report(path).text for path in SEEDS.values())
    for plan in shenyang.plans:
        assert old[plan.evidence.start : plan.evidence.end] == plan.evidence.text
        for answer in (answer for part in plan.parts for answer in part.answers):
            assert new[answer.evidence.start : answer.evidence.end] == answer.evidence.text


@pytest.mark.parametrize(
    ("plan", "result", "judged"),
    [
        ("出台《甲市供水条例》。", "出台《甲市供水条例(修订)》。", Outcome.KEPT),
        ("出台《甲市供水条例》。", "印发《关于印发〈甲市供水条例〉的通知》。", Outcome.KEPT),
        ("出台《甲市供水条例》。", "起草《甲市供水条例》并公开征求意见。", Outcome.PARTLY),
        ("出台《甲市供水条例》。", "认真贯彻《甲市供水条例》。", Outcome.PARTLY),
        ("出台《甲市供水条例》。", "《甲市供水条例》未能出台。", Outcome.CONTRADICTED),
        ("出台《甲市供水条例》。", "出台《甲市供水条例实施细则》。", Outcome.NOT_TOLD),
        ("出台《甲市供水条例》《甲市排水条例》。", "出台《甲市排水条例》。", Outcome.PARTLY),
        ("严格落实《甲市供水条例》。", "修订《甲市供水条例》。", Outcome.NOT_TOLD),
    ],
)
def test_a_document_is_made_on_the_way_or_not(plan, result, judged):
    """Only the very document counts, and only where the plan is to make it."""
    assert outcome(plan, result) is judged


@pytest.mark.parametrize(
    ("plan", "result", "judged"),
    [
        ("行政机关负责人出庭应诉率达到98%以上。", "全市行政机关负责人出庭应诉率99%。", Outcome.KEPT),
        ("行政机关负责人出庭应诉率达到98%以上。", "全市行政机关负责人出庭应诉率95%。", Outcome.CONTRADICTED),
        ("行政诉讼败诉率降至5%以下。", "行政诉讼败诉率4.1%。", Outcome.KEPT),
        ("行政诉讼败诉率降至5%以下。", "行政诉讼败诉率6%。", Outcome.CONTRADICTED),
        ("到2025年,行政机关负责人出庭应诉率达到98%以上。", "行政机关负责人出庭应诉率95%。", Outcome.PARTLY),
        ("行政机关负责人出庭应诉率达到98%以上。", "行政诉讼败诉率99%。", Outcome.NOT_TOLD),
        ("行政机关负责人出庭应诉率达到98%以上。", "市本级行政机关负责人出庭应诉率99%。", Outcome.NOT_TOLD),
        ("全年接待游客800万人次。", "全年接待游客850万人次。", Outcome.KEPT),
        ("全年接待游客800万人次。", "全年培训学员850万人次。", Outcome.NOT_TOLD),
        ("全年接待游客800万人次。", "五年来接待游客850万人次。", Outcome.NOT_TOLD),
    ],
)
def test_a_target_is_measured_by_the_number_of_the_same_thing(plan, result, judged):
    """Same measure, same scope, same span of time; a value that falls short contradicts only when it was due."""
    assert outcome(plan, result) is judged


@pytest.mark.parametrize(
    ("plan", "year", "judged"),
    [
        ("办理法律援助案件800件以上。", 2023, Outcome.KEPT),
        ("办理法律援助案件800件以上。", 2024, Outcome.NOT_TOLD),
        ("每年办理法律援助案件800件以上。", 2024, Outcome.KEPT),
        ("到2024年,办理法律援助案件800件以上。", 2024, Outcome.KEPT),
    ],
)
def test_a_target_without_a_date_is_for_the_next_year(plan, year, judged):
    """A report on 2022 plans for 2023; what was done in 2024 says nothing of it."""
    assert outcome(plan, "办理法律援助案件900件。", year=year) is judged


@pytest.mark.parametrize(
    ("plan", "result", "judged"),
    [
        ("开展特种设备安全百日攻坚专项行动。", "组织开展特种设备安全百日攻坚专项行动。", Outcome.KEPT),
        (
            "开展特种设备安全百日攻坚专项行动。",
            "特种设备安全百日攻坚专项行动正在推进,已开展自查。",
            Outcome.PARTLY,
        ),
        ("开展特种设备安全百日攻坚专项行动。", "开展校园食品安全专项行动。", Outcome.NOT_TOLD),
        ("开展校园周边食品摊贩专项整治行动。", "开展校园周边交通秩序专项整治行动。", Outcome.NOT_TOLD),
        ("坚持和发展新时代“枫桥经验”。", "坚持和发展新时代“枫桥经验”。", Outcome.NOT_TOLD),
    ],
)
def test_a_measure_is_known_by_its_own_name(plan, result, judged):
    """What only shares a field, or is an attitude, answers nothing."""
    assert outcome(plan, result) is judged


@pytest.mark.parametrize(
    ("plan", "result", "judged"),
    [
        ("加强镇街合法性审查队伍规范化工作。", "镇街合法性审查队伍规范化不断加强。", Outcome.PARTLY),
        ("加强镇街合法性审查队伍规范化工作。", "加强社区矫正工作。", Outcome.NOT_TOLD),
        ("加强基层治理工作。", "加强基层治理工作。", Outcome.NOT_TOLD),
    ],
)
def test_continuing_work_is_never_more_than_partly_kept(plan, result, judged):
    """Work without an end is told or not told; what every report speaks of is no answer."""
    assert outcome(plan, result) is judged


def test_what_a_later_report_plans_keeps_no_plan():
    """A plan that is planned again is not told as done."""
    assert outcome("出台《甲市供水条例》。", "出台《甲市供水条例》。", kind=Kind.PLAN) is Outcome.NOT_TOLD


def test_what_is_past_or_vague_is_no_pledge():
    """召开了 is done, and an attitude cannot be looked for."""
    (past,) = told_in("召开了特种设备安全百日攻坚专项行动会议。", kind=Kind.PLAN).sentences
    (vague,) = told_in("持续深化改革,提升工作水平。", kind=Kind.PLAN).sentences
    assert read_pledges(past, 2023) == read_pledges(vague, 2023) == ()


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("《沈阳市优化营商环境条例(修订草案)》", "优化营商环境条例"),
        ("关于印发《甲市供水办法》的通知", "甲市供水办法"),
        ("甲市人民政府工作规则", "工作规则"),
    ],
)
def test_a_document_is_known_without_its_trimmings(title, core):
    """Place, brackets and the form of a notice are no part of a document's name."""
    assert title_core(title).endswith(core.removeprefix("甲市"))


def test_a_report_takes_its_english_from_its_brief():
    """With the brief beside the report, a plan has the words of the item that tells it."""
    brief = told_brief("甲市", 2022, "出台《甲市供水条例》。", kind=Kind.PLAN)
    bare = account_of_brief(brief)
    plain = bare._replace(sentences=tuple(one._replace(en="", zh="", item="") for one in bare.sentences))
    assert [one.en for one in with_brief(plain, brief).sentences] == ["(English)"]

"""What headline and summary of a quoted brief tell first: honours and figures; what an organ set up for itself last."""

from types import SimpleNamespace

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.names.toponyms import toponyms
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.digest import digest_of
from govbrief.small.digestparts import Digested
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Absence
from govbrief_schemas.finding import Verdict
from govbrief_schemas.item import NOTHING, Item, Kind, Theme
from govbrief_schemas.report import Sentence, Span

DONE, PLAN, LACK = Kind.ACHIEVEMENT, Kind.PLAN, Kind.SHORTCOMING
COURT, BUREAU = (
    Bilingual(zh="县法院", en="County Court"),
    Bilingual(zh="县司法局", en="County Justice Bureau"),
)
SET_UP = "成立了法治建设领导小组，组建了工作专班"


@pytest.fixture
def digest(tmp_path):
    """Headline and summary of lines of one clause: kind, Chinese, weight, who acts and the theme."""

    def made(*rows, absent=(), doubts=lambda *_: (), title="青河县工作情况", asked=""):
        path = tmp_path / "report.txt"
        path.write_text(f"{title}\n\n一、主要工作\n建成服务站12个。\n", encoding="utf-8")
        outline = split_report(load_report(str(path)))
        desk = SimpleNamespace(
            outline=outline,
            report=outline.report,
            check_words=doubts,
            absent=[Absence(what=one, zh=f"{one}。", en=f"{one.capitalize()}.") for one in absent],
            writer=SimpleNamespace(glossary=load_glossary().extended(toponyms(outline.report))),
        )
        told = []
        for n, (kind, zh, weight, actor, *theme) in enumerate(rows):
            unit = TellableUnit(zh, kind, Sentence(Span(n * 100, n * 100 + len(zh)), zh), 0, weight)
            item = Item(
                id=str(n),
                kind=kind,
                theme=theme[0] if theme else Theme.OTHER,
                zh=zh,
                en=f"Line {n}",
                evidence=(),
                section=0,
                actor=actor,
            )
            told.append(Digested(item, (Clause(zh, f"Line {n}", is_asked=zh == asked),), (unit,)))
        found = digest_of(desk, told, "")
        return found.headline.zh, [one.zh for one in found.sentences]

    return made


def test_what_is_set_up_for_oneself_comes_last(digest):
    """A leading group stands in neither headline nor summary where there is something else, however much it weighs."""
    built = "建成便民服务站12个，覆盖全县"
    head, summary = digest((DONE, SET_UP, 9.0, NOTHING), (DONE, built, 4.0, NOTHING))
    assert (head, summary) == (built, [f"{built}。"])
    head, summary = digest((DONE, SET_UP, 9.0, NOTHING))
    assert (head, summary) == (SET_UP, [f"{SET_UP}。"])


def test_an_honour_may_be_long(digest):
    """Who gave it makes it long; a list of the same length stands in its line."""
    honour = "2023年，青河县从全省30多个候选县区中脱颖而出，被省委全面依法治省委员会办公室命名为省级法治政府建设示范县"
    listed = (
        "开展专项检查1500次、联合检查1200次，对发现的问题督促有关单位和乡镇街道"
        "逐项制定整改措施并限期完成整改，全部问题已经按照程序销号"
    )
    short = "建成便民服务站12个，覆盖全县"
    assert len(listed) > 60
    assert digest((DONE, short, 4.0, NOTHING), (DONE, honour, 9.0, NOTHING))[0] == f"{short}；{honour}"
    assert digest((DONE, short, 4.0, NOTHING), (DONE, listed, 9.0, NOTHING))[0] == short


def test_each_who_acts_has_a_sentence_of_plans(digest):
    """In the order in which they speak, the most definite plans of each; what an organ achieved comes first."""
    aim = "到2026年，矛盾纠纷化解率达到95%以上"
    rows = [
        (DONE, "办结法律援助案件410件", 3.0, BUREAU),
        (PLAN, "制定公共法律服务体系建设规划", 9.0, BUREAU),
        (PLAN, aim, 5.0, BUREAU),
        (PLAN, "加强民营经济司法保护和产权司法保护", 1.0, COURT),
    ]
    _, summary = digest(*rows)
    assert summary == [
        "县司法局：办结法律援助案件410件。",
        f"县司法局计划：制定公共法律服务体系建设规划；{aim}。",
        "县法院计划：加强民营经济司法保护和产权司法保护。",
    ]


def test_a_press_conference_is_headed_by_its_dated_targets(digest):
    """Its own place names it; a result that it recalls stands in the summary."""
    aim, more = "到2026年，矛盾纠纷化解率达到95%以上", "每年开展专项检查4次以上"
    rows = [(DONE, HONOUR, 9.0, COURT), (PLAN, more, 9.0, BUREAU), (PLAN, aim, 1.0, BUREAU)]
    head, summary = digest(*rows, title="青河县新闻发布会", absent=["no_shortcomings"])
    assert head == f"青河县发布会：县司法局：{more}；{aim}；未提及不足"
    assert summary[0] == f"县法院：{HONOUR}。"
    assert summary[-1] == "no_shortcomings。"
    assert digest(*rows)[0] == f"县法院：{HONOUR}"


def test_what_a_report_leaves_unsaid_ends_its_summary(digest):
    """In one sentence, and not where a shortcoming is told after all."""
    rows = [(DONE, TOTAL, 5.0, NOTHING), (PLAN, "加强行政执法队伍建设", 1.0, NOTHING)]
    both = ["plans_without_numbers", "plans_without_dates", "no_publication_date"]
    assert digest(*rows, absent=both)[1][-1] == "plans_without_numbers；plans_without_dates。"
    lack = (LACK, "数字化水平还不高", 9.0, NOTHING)
    assert digest(*rows, lack, absent=["no_shortcomings"])[1][-1].startswith("计划：")


HONOUR, RATE, TOTAL, SMALL, RULES = (
    "获评省级法治政府建设示范县",
    "行政机关负责人出庭应诉率达到97.5%",
    "全县化解矛盾纠纷21500件",
    "新设综合服务窗口6个",
    "制定政府规章12件，修订30件",
)


def test_a_headline_tells_honour_then_rate_then_total(digest):
    """The two that are worth most, whatever a clause weighed when lines were chosen, in reading order."""
    rows = [(DONE, zh, weight, NOTHING) for weight, zh in enumerate((SMALL, RULES, TOTAL, RATE, HONOUR))]
    for first, second in ((RATE, HONOUR), (TOTAL, RATE), (SMALL, TOTAL)):
        assert digest(*rows)[0] == f"{first}；{second}"
        rows = [row for row in rows if row[1] != second]


def test_a_summary_tells_results_by_field_and_no_headline_again(digest):
    """Results of one theme stand in one sentence, in reading order; what the headline tells is not said twice."""
    rows = [(DONE, zh, 5.0, NOTHING, Theme.DISPUTES) for zh in (SMALL, "累计调解各类纠纷900件")]
    rows += [(DONE, zh, 5.0, NOTHING) for zh in (HONOUR, RATE, "开展专项检查30余次")]
    assert digest(*rows)[1] == [f"{SMALL}；累计调解各类纠纷900件。", "开展专项检查30余次。"]


def test_what_code_said_comes_before_what_a_model_said(digest):
    """An honour in a model's words stands behind a total in settled ones."""
    rows = [(DONE, zh, 5.0, NOTHING) for zh in (SMALL, TOTAL, HONOUR)]
    assert digest(*rows)[0] == f"{TOTAL}；{HONOUR}"
    assert digest(*rows, asked=HONOUR)[0] == f"{SMALL}；{TOTAL}"


def test_documents_fill_a_summary_to_two_results(digest):
    """Documents that were issued stand where results are few, and never third."""
    other = "印发行政执法案卷评查办法"
    rows = [(DONE, zh, 5.0, NOTHING) for zh in (HONOUR, RATE, TOTAL, RULES, other)]
    assert digest(*rows)[1] == [f"{TOTAL}；{RULES}。"]


def test_a_headline_admits_the_shortcoming_that_is_a_fact_and_says_what_plans_lack(digest):
    """What is missing comes before what is a matter of degree; plans with numbers are not said to lack them."""
    vague, missing = "数字化水平还不高", "乡镇缺少专职执法人员"
    rows = [(DONE, TOTAL, 5.0, NOTHING), (LACK, vague, 9.0, NOTHING), (LACK, missing, 9.0, NOTHING)]
    assert digest(*rows)[0] == f"{TOTAL}；自认{missing}等"
    assert digest(*rows[:2])[0] == f"{TOTAL}；自认{vague}"
    without = digest(*rows, absent=["plans_without_numbers"])
    assert without[0] == f"{TOTAL}；自认{missing}等；计划无数量指标"
    assert without[1][-2:] == [f"不足：{vague}；{missing}。", "plans_without_numbers。"]


def test_an_ending_that_is_doubted_leaves_the_headline_plain(digest):
    """A sound result is not shown with a doubt because of what was put behind it."""
    doubt = SimpleNamespace(verdict=Verdict.NOT_FOUND)
    rows = [(DONE, TOTAL, 5.0, NOTHING), (LACK, "数字化水平还不高", 9.0, NOTHING)]
    assert digest(*rows, doubts=lambda zh, *_: (doubt,) if "自认" in zh else ())[0] == TOTAL


def test_an_admission_is_worth_more_than_a_second_result(digest):
    """Should the check not let both stand, the second result goes: into the summary."""
    doubt = SimpleNamespace(verdict=Verdict.NOT_FOUND)
    rows = [(DONE, TOTAL, 5.0, NOTHING), (DONE, RATE, 5.0, NOTHING), (LACK, "数字化水平还不高", 9.0, NOTHING)]
    head, summary = digest(*rows, doubts=lambda zh, *_: (doubt,) if "自认" in zh and RATE in zh else ())
    assert head == f"{TOTAL}；自认数字化水平还不高"
    assert summary[0] == f"{RATE}。"


def test_a_clause_that_makes_a_sentence_doubted_is_left_out(digest):
    """The others stand; a shortcoming is never left out."""
    doubt = SimpleNamespace(verdict=Verdict.NOT_FOUND)
    aims = ["法律顾问参与率达到100%", "到2026年，建成法治公园4个"]
    rows = [(PLAN, zh, 3.0, NOTHING) for zh in aims]
    rows += [(LACK, "数字化水平还不高", 9.0, NOTHING), (LACK, aims[1], 9.0, NOTHING)]
    _, (lacks, plans) = digest(*rows, doubts=lambda zh, *_: (doubt,) if aims[1] in zh else ())
    assert plans == f"计划：{aims[0]}。"
    assert lacks == f"不足：数字化水平还不高；{aims[1]}。"


def test_rates_aimed_at_come_before_documents(digest):
    """All plans with a measure or a date that a sentence holds; one without fills it up to three."""
    aims = ["法律顾问参与率达到100%", "到2026年，建成法治公园4个", "矛盾纠纷排查率达到90%"]
    rows = [(PLAN, zh, 3.0, NOTHING) for zh in aims]
    law = (PLAN, "严格实施《青河县规章制定办法》", 9.0, NOTHING)
    assert digest(*rows, law)[1] == [f"计划：{'；'.join(aims)}。"]
    assert digest(*rows[:2], law)[1] == [f"计划：{'；'.join([*aims[:2], law[1]])}。"]


def test_a_plan_is_not_told_twice(digest):
    """What one clause holds of another stands in one of them."""
    short, long = "法律顾问参与率达到100%", "法律顾问参与率达到100%，建成法治公园4个"
    assert digest((PLAN, short, 3.0, NOTHING), (PLAN, long, 3.0, NOTHING))[1] in (
        [f"计划：{short}。"],
        [f"计划：{long}。"],
    )


def test_the_plans_own_year_is_no_date(digest):
    """Without measure or date a doing stands before a document that is carried out."""
    law, doings = (
        "2026年，认真落实《法治建设纲要》",
        ["组织实施机构改革工作", "加强行政执法队伍建设", "开展执法检查"],
    )
    rows = [(PLAN, law, 9.0, NOTHING), *((PLAN, zh, 1.0, NOTHING) for zh in doings)]
    assert digest(*rows)[1] == [f"计划：{law}；{'；'.join(doings[:2])}。"]
    assert digest(*rows, (PLAN, "提升行政复议办案质量和效率", 1.0, NOTHING))[1] == [
        f"计划：{'；'.join(doings[:2])}；提升行政复议办案质量和效率。"
    ]


def test_a_large_total_comes_before_a_small_one(digest):
    """By the order of magnitude, and of a whole area before a part where they are alike."""
    rows = [(DONE, "建成便民服务站300个", 5.0, NOTHING), (DONE, "累计化解纠纷21500件", 5.0, NOTHING)]
    rows += [(DONE, "办结信访事项620件", 5.0, NOTHING)]
    assert digest(*rows)[1] == ["建成便民服务站300个。"]
    rows[1] = (DONE, "全县累计化解纠纷290件", 5.0, NOTHING)
    assert digest(*rows[:2])[0] == "建成便民服务站300个；全县累计化解纠纷290件"
    assert digest(*rows)[1] == ["建成便民服务站300个。"]


def test_a_result_takes_along_the_clause_that_dates_it():
    """An amount of 2021 does not stand alone as if it were the report's year's; another sentence dates nothing."""
    sentence = Sentence(Span(900, 960), "2021年度免罚企业845家，免罚金额达4100万元")
    units = [
        TellableUnit(zh, DONE, sentence, 0, 5.0) for zh in ("2021年度免罚企业845家", "免罚金额达4100万元")
    ]

    def summary(units):
        head = TellableUnit(HONOUR, DONE, Sentence(Span(0, 9), HONOUR), 0, 5.0)
        lines = [[head], units]
        told = [
            Digested(
                Item(id=str(n), kind=DONE, theme=Theme.OTHER, zh="", en="", evidence=(), section=0),
                tuple(Clause(unit.zh, "Line") for unit in line),
                tuple(line),
            )
            for n, line in enumerate(lines)
        ]
        report = SimpleNamespace(issuer=None, title=None, year=None, kind=None)
        outline = SimpleNamespace(report=report, sections=(), plan_year=None)
        desk = SimpleNamespace(outline=outline, report=report, check_words=lambda *_: (), absent=())
        return [one.zh for one in digest_of(desk, told, "").sentences]

    assert summary(units) == ["2021年度免罚企业845家；免罚金额达4100万元。"]
    units[0] = TellableUnit(units[0].zh, DONE, Sentence(Span(800, 820), units[0].zh), 0, 5.0)
    assert summary(units) == ["2021年度免罚企业845家。"]  # the other stands in the headline, for itself

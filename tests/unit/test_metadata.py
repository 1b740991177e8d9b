"""What a report says of itself, each fact with the place that says it."""

import pytest

from govbrief.read.structure.metadata import read_metadata

BODY = "全县上下团结奋斗,各项工作取得新进展,人民群众获得感不断增强,经济社会发展总体平稳,民生持续改善。"

CASES = [
    (
        f"青岚县司法局关于2023年法治政府建设情况的报告\n{BODY}",
        {"title": "青岚县司法局关于2023年法治政府建设情况的报告", "issuer": "青岚县司法局", "year": "2023"},
    ),
    (
        f"政府工作报告\n——2024年1月10日在临溪市第九届人民代表大会第四次会议上\n各位代表:\n一、2023年工作回顾\n{BODY}",
        {
            "title": "政府工作报告",
            "issuer": "临溪市人民政府",
            "year": "2023",
            "kind": "government work report",
        },
    ),
    (
        f"2024年石桥区政府工作报告\n一、2023年工作回顾\n{BODY}",
        {"issuer": "石桥区人民政府", "year": "2023", "kind": "government work report"},
    ),
    (
        f"云河市2023年国民经济和社会发展统计公报\n云河市统计局\n2024年3月28日\n{BODY}",
        {"issuer": "云河市统计局", "year": "2023", "kind": "statistical bulletin", "published": "2024-03-28"},
    ),
    (
        f"关于东陵区2023年国民经济和社会发展计划执行情况\n与2024年国民经济和社会发展计划草案的报告\n{BODY}",
        {"title": "关于东陵区2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"},
    ),
    (
        f"首页\n北川政发〔2024〕3号\n北川区2023年工作总结\n发布时间:2024-2-5 来源:区政府办\n{BODY}",
        {"number": "北川政发〔2024〕3号", "published": "2024-02-05", "year": "2023"},
    ),
    (f"南 岭 县 政 府 工 作 报 告\n{BODY}", {"title": "南岭县政府工作报告", "issuer": "南岭县人民政府"}),
    (f"柳林镇2023年工作总结\n{BODY}\n柳林镇人民政府\n2023年12月25日\n", {"issuer": "柳林镇人民政府"}),
    (
        f"政府工作报告\n2021年12月27日在青溪县第十七届人民代表大会第一次会议上\n{BODY}到2026年,总量过三百亿元。\n",
        {"year": "2021"},
    ),
    (f"上半年全市经济运行情况\n时间:2022-07-26\n东川市统计局\n{BODY}\n", {"year": "2022"}),
    (f"四季度全市经济运行情况\n时间:2023-01-26\n东川市统计局\n{BODY}\n", {"year": None}),
    (
        f"首页 > 公开 2019年北屏县政府工作报告 发布时间:2019-03-01 点击:23\n{BODY}\n",
        {"title": "2019年北屏县政府工作报告"},
    ),
]

KINDS = [
    (
        "各位代表:\n我代表石岭县人民政府,向大会报告工作,请予审议。推进法治政府建设,完成预算执行。",
        "government work report",
    ),
    (
        "各位代表:\n现在,我代表国务院,向大会报告政府工作。今年统计公报显示经济运行平稳。",
        "government work report",
    ),
    ("石岭市召开法治政府建设新闻发布会(实录)\n主持人:大家好。\n", "press conference"),
    ("主持人:大家好。\n晨报记者:请问预算执行如何?\n周局长:总体平稳。\n", "press conference"),
    ("受县人民政府委托,现将石岭县2023年预算执行情况和2024年预算草案提请大会审议。", "budget report"),
    ("受市政府委托,我向大会报告国民经济和社会发展计划执行情况,请予审查。", "development plan report"),
    ("现将石岭县2022年度法治政府建设情况报告如下。", "rule-of-law annual report"),
    ("我局认真学习法治政府建设要求。现将2023年工作总结如下。", "work summary"),
    ("全县各部门推进法治政府建设,统计公报已经发布,预算执行顺利。", None),
]

WHOLE = [
    (
        "政府工作报告——2024年1月10日在石岭市第九届人民代表大会第四次会议上\n",
        "政府工作报告",
        "石岭市人民政府",
        "2023",
    ),
    (
        "2024年石岭自治县政府工作报告(2024年2月3日在石岭自治县第十届人民代表大会第三次会议上) 县长 王明\n",
        "2024年石岭自治县政府工作报告",
        "石岭自治县人民政府",
        "2023",
    ),
    (
        "2025年石岭省政府工作报告\n各位代表:\n我代表省人民政府向大会报告工作。",
        "2025年石岭省政府工作报告",
        "石岭省人民政府",
        "2024",
    ),
    (
        "政府工作报告\n——2020年5月22日在第十三届全国人民代表大会第三次会议上\n国务院总理 某某某\n来源:中国政府网\n",
        "政府工作报告",
        "国务院",
        "2019",
    ),
    (
        "东石市2023年法治政府建设情况报告 2023年,东石市深入学习贯彻习近平法治思想。一、主要做法 (一)加强领导。",
        "东石市2023年法治政府建设情况报告",
        "东石市人民政府",
        "2023",
    ),
    (
        "石岭县人民政府办公室2022年度政府信息公开工作年度报告\n来源:石岭县政府网\n",
        "石岭县人民政府办公室2022年度政府信息公开工作年度报告",
        "石岭县人民政府办公室",
        "2022",
    ),
    ("石岭新区二〇二三年工作总结\n", "石岭新区二〇二三年工作总结", "石岭新区管理委员会", "2023"),
]


TITLES = [
    (
        "石岭市人民政府关于2023年度法治政府建设情况的报告",
        "rule-of-law annual report",
        "石岭市人民政府",
        "2023",
    ),
    ("石岭县公安局2023年度依法行政工作总结", "rule-of-law annual report", "石岭县公安局", "2023"),
    ("石岭自治县2024年政府工作报告", "government work report", "石岭自治县人民政府", "2023"),
    ("2023年石岭市国民经济和社会发展统计公报", "statistical bulletin", "石岭市统计局", "2023"),
    ("石岭县2023年财政决算报告", "budget report", "石岭县人民政府", "2023"),
    ("石岭市2024年上半年经济运行情况", "economic report", "石岭市统计局", "2024"),
    ("石岭市教育局2023年政府信息公开工作年度报告", "information disclosure report", "石岭市教育局", "2023"),
    ("石岭镇人民政府2023年工作总结及2024年工作计划", "work summary", "石岭镇人民政府", "2023"),
    ("石岭街道办事处二〇二三年度工作总结", "work summary", "石岭街道办事处", "2023"),
    (
        "石岭经济技术开发区管理委员会2023年度法治政府建设情况报告",
        "rule-of-law annual report",
        "石岭经济技术开发区管理委员会",
        "2023",
    ),
    (
        "中共石岭县委全面依法治县委员会办公室2023年工作总结",
        "rule-of-law annual report",
        "中共石岭县委全面依法治县委员会办公室",
        "2023",
    ),
]


@pytest.mark.parametrize(("title", "kind", "issuer", "year"), TITLES, ids=range(len(TITLES)))
def test_titles(title, kind, issuer, year):
    """What a title alone tells: kind, issuer in full, the year looked back on."""
    found = read_metadata(f"{title}\n{BODY}")
    assert [one.value for one in (found.title, found.kind, found.issuer, found.year)] == [
        title,
        kind,
        issuer,
        year,
    ]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=range(len(KINDS)))
def test_kind(text, kind):
    """A kind is what a report does and announces, not what it speaks of."""
    found = read_metadata(f"{text}{BODY}").kind
    assert (found.value if found else None) == kind


@pytest.mark.parametrize(("text", "title", "issuer", "year"), WHOLE, ids=range(len(WHOLE)))
def test_head(text, title, issuer, year):
    """A title ends before date, congress and speaker; an issuer is an organ in full and never a site."""
    found = read_metadata(f"{text}{BODY}")
    assert [fact.value if fact else None for fact in (found.title, found.issuer, found.year)] == [
        title,
        issuer,
        year,
    ]


@pytest.mark.parametrize(("text", "facts"), CASES, ids=range(len(CASES)))
def test_facts(text, facts):
    """Title, issuer, year looked back on, kind, date and number are read where the text states them."""
    found = read_metadata(text)._asdict()
    assert {name: found[name].value if found[name] else None for name in facts} == facts


@pytest.mark.parametrize(("text", "facts"), CASES, ids=range(len(CASES)))
def test_spans(text, facts):
    """The span of a fact holds what it says, broken lines and spaced letters aside."""
    assert facts
    found = read_metadata(text)._asdict()
    for name in ("title", "issuer", "year", "number"):
        if found[name] is not None and found[name].value != "2018":  # a work report of 2019 tells of 2018
            packed = "".join(found[name].span.of(text).split())
            assert found[name].value in packed or (name == "issuer" and packed[:3] in found[name].value)


@pytest.mark.parametrize(
    "text", ["", "增长5.2%。", f"{BODY}\n{BODY}", "目录\n一、总则\n二、附则"], ids=range(4)
)
def test_nothing_is_guessed(text):
    """A text that states nothing of itself has no metadata."""
    found = read_metadata(text)
    assert (found.title, found.issuer, found.year, found.published, found.number) == (None,) * 5


def test_impossible_dates_are_no_dates():
    """Month 13 is a slip of the pen and no date."""
    assert read_metadata(f"青岚县2023年工作总结\n发布时间:2024-13-41\n{BODY}").published is None


@pytest.mark.parametrize(
    ("text", "issuer", "publisher"),
    [
        (
            "岭东市召开就业新闻发布会\n岭东发布 2024-06-12 09:00\n5月20日，岭东市人民政府新闻办公室举行新闻发布会。",
            "岭东市人民政府新闻办公室",
            "岭东发布",
        ),
        (
            "就业新闻发布会\n岭东发布 2024-06-12 09:00\n市财政局局长 王立\n市教育局局长 李敏\n王立：安排资金3亿元。",
            None,
            "岭东发布",
        ),
        (
            "岭东市2023年法治政府建设年度报告\n发布时间：2024-01-02 来源：县司法局\n2023年，办案36件。",
            "岭东市人民政府",
            None,
        ),
    ],
)
def test_who_shows_a_page_does_not_issue_it(text, issuer, publisher):
    """A press conference is that of who holds it, or nobody's; the account that shows it is told beside it."""
    found = read_metadata(text)
    told = [fact.value if fact else None for fact in (found.issuer, found.publisher)]
    assert told == [issuer, publisher]

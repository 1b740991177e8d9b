"""The numbers of Chinese report prose: what docs/numbers.md has no room for."""

from decimal import Decimal

import pytest

from govbrief.numbers.find import find_in_outline, find_quantities
from govbrief.numbers.units import load_units, to_base
from govbrief.numbers.zh.names_zh import load_names
from govbrief_schemas.quantity import Direction, Qualifier, QuantityKind
from govbrief_schemas.report import Outline, Report, Role, Section, Sentence, Span

K = QuantityKind


def _amounts(text):
    return [(one.text, one.value, one.unit) for one in find_quantities(text, "zh") if one.is_amount]


def _kinds(text):
    return [(one.text, one.kind) for one in find_quantities(text, "zh")]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("发电量1200.5亿千瓦时", [("1200.5亿千瓦时", Decimal(120050000000), "千瓦时")]),
        ("装机3兆瓦", [("3兆瓦", 3, "兆瓦")]),
        ("十千米每小时", [("十千米每小时", 10, "千米每小时")]),
        ("电价0.58元/千瓦时", [("0.58元/千瓦时", Decimal("0.58"), "元/千瓦时")]),
        ("产值8812.5元/人月", [("8812.5元/人月", Decimal("8812.5"), "元/人月")]),
        ("气温零下15度", [("零下15度", -15, "度")]),
        ("涨幅-3.8%", [("-3.8%", Decimal("-3.8"), "%")]),
        ("5-10万元", [("5", 50000, "元"), ("10万元", 100000, "元")]),
        ("5000到1万元", [("5000", 5000, "元"), ("1万元", 10000, "元")]),
        ("三至五年", [("三", 3, "年"), ("五年", 5, "年")]),
        ("百分之五十到六十", [("百分之五十", 50, "%"), ("六十", 60, "%")]),
        ("1万(含)-5万元", [("1万", 10000, "元"), ("5万元", 50000, "元")]),
        ("GDP1000亿元", [("1000亿元", 10**11, "元")]),
        ("CNY 1.25", [("CNY 1.25", Decimal("1.25"), "元")]),
        ("历时两个半月", [("两个半月", Decimal("2.5"), "个月")]),
        ("3个多月", [("3个多月", 3, "个月")]),
        ("一年半时间", [("一年半", Decimal("1.5"), "年")]),
        ("14亿人口", [("14亿人口", 1400000000, "人")]),
        ("分成三成员单位", []),
        ("全市27个乡镇", [("27个", 27, "个")]),
    ],
)
def test_amounts(text, amounts):
    """Scales, units, ranges and halves are read as they are meant."""
    assert _amounts(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "进一步统一规范",
        "一系列措施、一批项目",
        "一定程度上一体推进",
        "十分重要",
        "万众一心、千方百计、一分为二",
        "百姓安居、千家万户",
        "三门峡市、七台河市",
        "市县两级、四级平台",
        "二期工程",
        "零成本、零跑动",
        "上半年、过半、半导体",
        "三升两降",
    ],
)
def test_words_are_no_amounts(text):
    """A numeral inside a word or an idiom counts nothing."""
    assert _amounts(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("沈政发〔2023〕5号", [("〔2023〕5号", K.CODE)]),
        ("电话:024-22734567", [("024-22734567", K.CODE)]),
        ("传真(024)22734568", [("(024)22734568", K.CODE)]),
        ("邮编110000", [("110000", K.CODE)]),
        ("ISO9001认证", [("ISO9001", K.CODE)]),
        ("5A级景区", [("5A", K.CODE)]),
        ("COVID-19", [("COVID-19", K.CODE)]),
        ("110接处警", [("110接处警", K.NAME)]),
        ("1+3+N模式", [("1+3+N", K.NAME)]),
        ("12·4宪法日", [("12·4", K.NAME)]),
        ("80后干部", [("80后", K.NAME)]),
        ("“八五”普法", [("八五", K.NAME)]),
        ("十四五规划", [("十四五", K.NAME)]),
        ("三年行动计划", [("三年行动", K.NAME)]),
        ("六大产业集群", [("六大", K.NAME)]),
        ("(2023版)", [("2023版", K.NAME)]),
        ("20世纪90年代", [("20世纪90年代", K.DATE)]),
        ("一季度", [("一季度", K.DATE)]),
        ("2—3月份", [("2—3月份", K.DATE)]),
        ("二〇二三年十二月", [("二〇二三年十二月", K.DATE)]),
        ("2022-07-12 09:45", [("2022-07-12 09:45", K.DATE)]),
        ("9:00-17:00", [("9:00-17:00", K.TIME)]),
        ("下午3点", [("3点", K.TIME)]),
        ("第八届", [("第八届", K.ORDINAL)]),
        ("第3、4名", [("第3、4名", K.ORDINAL)]),
        ("3级以上医院", [("3级", K.ORDINAL)]),
        ("1.学习", [("1.", K.LABEL)]),
        ("①强化", [("①", K.LABEL)]),
        ("详见[12]", [("[12]", K.LABEL)]),
        ("https://a.cn/q?x=30", []),
    ],
)
def test_no_amounts(text, kinds):
    """What only looks like an amount is classified by its form."""
    assert _kinds(text) == kinds


def test_a_marker_counts_only_where_a_sentence_begins():
    """The same sign is a marker at the start of a line and a number inside one."""
    assert _kinds("3.深化改革") == [("3.", K.LABEL)]
    assert [one.value for one in find_quantities("比重为3.5和4、5个百分点", "zh")] == [Decimal("3.5"), 4, 5]


def test_numbers_inside_quotations():
    """A short quotation names, a quoted amount or sentence says."""
    assert _kinds("“双下降一提升”“1361”思路") == [("1361", K.NAME)]
    assert _amounts("要求“确保全年完成立法项目12个，力争达到15个”。") == [
        ("12个", 12, "个"),
        ("15个", 15, "个"),
    ]
    assert _amounts("确保“100%覆盖”") == [("100%", 100, "%")]


def test_direction_is_read_per_clause():
    """Each clause has its own verb, and a list shares one."""
    found = find_quantities("案件量下降9.5%,成功率提高2.1%,收入、支出分别增长3%、4%,面积5亩", "zh")
    ways = [one.direction for one in found]
    assert ways == [Direction.DOWN, Direction.UP, Direction.UP, Direction.UP, Direction.NONE]


def test_qualifier_is_not_a_part_of_another_word():
    """约 in 节约 and 近 in 近三年 say nothing about how exact a number is."""
    assert [one.qualifier for one in find_quantities("节约3亩,近三年,近三亩", "zh")] == [
        Qualifier.EXACT,
        Qualifier.EXACT,
        Qualifier.NEARLY,
    ]


def test_conversions_are_exact():
    """亩 to hectares, 斤 to tonnes and prices per unit convert without rounding."""
    assert to_base(Decimal(3), "亩") == to_base(Decimal("0.2"), "公顷")
    assert to_base(Decimal(2000), "斤") == to_base(Decimal(1), "吨")
    assert to_base(Decimal("0.05"), "%") == to_base(Decimal("0.5"), "‰")
    assert to_base(Decimal(1), "元/公斤") == to_base(Decimal(1000), "元/吨")
    assert to_base(Decimal(5), "件") == (5, "件")


def test_every_unit_is_read_behind_a_number():
    """No entry of the unit dictionary is out of reach."""
    for form, unit in load_units().zh.items():
        if form in {"成", "折", "世纪", "打"}:
            continue  # shares, centuries and dozens are read by rules of their own
        [found] = find_quantities(f"共37{form}", "zh")
        assert to_base(found.value, found.unit) == to_base(Decimal(37), unit.name), form


def test_every_name_is_kept_from_counting():
    """No entry of the name list comes out as an amount."""
    names = load_names()
    for phrase in (*names.phrases, *(name for rows in names.names.values() for name in rows)):
        assert not [one for one in find_quantities(f"坚持{phrase}。", "zh") if one.is_amount], phrase


def _outline(text, sentences, noise=(), labels=(), joins=()):
    report = Report(text=text, source="-", sha256="", encoding="utf-8")
    section = Section("", "", 1, Role.OTHER, Span(0, len(text)), (), tuple(sentences))
    return Outline(report, (section,), tuple(noise), tuple(labels), joins=tuple(joins))


def test_a_report_is_read_across_noise_and_broken_lines():
    """A number that a page break cut in two is one number, and page numbers are none."""
    text = "一、总体情况\n受理案件13\n— 2 —\n42件。\n12"
    outline = _outline(
        text,
        [Sentence(Span(7, 24), "受理案件1342件。")],
        noise=[Span(14, 19), Span(25, 27)],
        labels=[Span(0, 2)],
        joins=[Span(13, 14), Span(19, 20)],
    )
    found = find_in_outline(outline)
    assert [(one.kind, one.value) for one in found] == [(K.LABEL, 0), (K.COUNT, 1342)]
    assert all(one.span.of(text) == one.text for one in found)


def test_a_joined_number_counts_what_stands_behind_it():
    """「调解组织和13426名调解员」: mediators, not organizations."""
    found = find_quantities("全市2704家调解组织和13426名调解员全年共化解纠纷。", "zh")
    assert [q.subject for q in found if q.is_amount] == ["调解组织", "调解员"]

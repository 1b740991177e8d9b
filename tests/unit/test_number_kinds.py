"""Kinds of faults that numbers once had, each with cases beyond the one that was reported."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.numbers.find import find_quantities
from govbrief_schemas.finding import NUMBER_RULES, Rule

READ = {
    "exponents": [
        ("氨氮浓度0.5mg/m3", ["0.5 毫克/立方米"]),
        ("建筑面积3.2万m2", ["32000 平方米"]),
        ("辖区面积120km2", ["120 平方公里"]),
        ("日供水5000m³", ["5000 立方米"]),
        ("PM2.5浓度34μg/m3", ["34 微克/立方米"]),
    ],
    "bounds": [
        ("税收过亿元企业达12家", ["100000000 元 over", "12 家"]),
        ("产值超百亿元", ["10000000000 元 over"]),
        ("千万元以上项目20个", ["10000000 元 at_least", "20 个"]),
        ("占比过半数", ["0.5  over"]),
        ("投票率过60%", ["60 % over"]),
        ("经过3年努力", ["3 年"]),
        ("占四分之三强", ["0.75  over"]),
        ("约三分之一弱", ["0.3333  about"]),
        ("不会超过3天", ["3 天 at_most"]),
        ("不能少于5人", ["5 人 at_least"]),
        ("没有超过2%", ["2 % at_most"]),
        ("特别超过2%的部分", ["2 % over"]),
    ],
    "mixed writing": [
        ("投入3亿5,000万元", ["350000000 元"]),
        ("办理案件1千3百件", ["1300 件"]),
        ("共2亿3千万元", ["230000000 元"]),
        ("投资3.5个亿", ["350000000 "]),
        ("发电三亿千瓦时", ["300000000 千瓦时"]),
        ("5万4千6百人", ["54600 人"]),
        ("7万 5千 4百人", ["75400 人"]),
        ("共有 1 2 家企业", ["12 家"]),
        ("增长 1 5 %", ["15 %"]),
        ("总量达5 . 6 万吨", ["56000 吨"]),
        ("百分之五到十", ["5 %", "10 %"]),
        ("百分之三至五", ["3 %", "5 %"]),
    ],
    "ratios": [
        ("师生比为1:2.5", ["0.4 "]),
        ("比例为三比一", ["3 "]),
        ("男女比例105：100", ["1.05 "]),
        ("十分之一二手房成交", ["0.1 "]),
        ("以3比2获胜", ["1.5 "]),
        ("百万分之五", ["0.000005 "]),
    ],
    "currencies": [
        ("投资500万人民币", ["5000000 元"]),
        ("人民币500万元", ["5000000 元"]),
        ("欧元3000万", ["30000000 欧元"]),
        ("港币200万元", ["2000000 港元"]),
        ("折合美元5亿", ["500000000 美元"]),
        ("日元2万亿", ["2000000000000 日元"]),
        ("贷款1亿欧元", ["100000000 欧元"]),
    ],
    "no amounts": [
        ("农历正月十五举办灯会", []),
        ("腊月二十三过小年", []),
        ("八月十五中秋节", []),
        ("会议于十一点召开", []),
        ("早上七点出发", []),
        ("教育信息化2.0行动计划", []),
        ("工业4.0时代", []),
        ("626小河整治", []),
        ("移动4/5G网络", []),
        ("95后就业", []),
        ("112年10月15日起施行", []),
        ("民国112年3月", []),
        ("世界500强", []),
        ("人均收入翻一番半", []),
        ("The 12,345 hotline", []),
        ("the 110 emergency hotline", []),
        ("the Four Corners", []),
    ],
    "english words": [
        ("more than half of the villages", ["0.5  over"]),
        ("less than half of them", ["0.5  at_most"]),
        ("nearly a third of them", ["0.3333  nearly"]),
        ("more than a quarter of them", ["0.25  over"]),
        ("over half the firms", ["0.5  over"]),
        ("3m yuan", ["3000000 元"]),
        ("2.5bn euros", ["2500000000 欧元"]),
        ("RMB 3 mn", ["3000000 元"]),
        ("a 3m wall", ["3 米"]),
    ],
}
PAIRS_AGREE = [
    ("产值扩大近一倍", "Output nearly doubled"),
    ("利润增长两倍", "Profits tripled"),
    ("销量是去年的三倍", "Sales were three times last year's"),
    ("投入300万元", "It invested 3m yuan"),
    ("港币200万元", "HK$2 million"),
    ("人民币5000万元", "RMB 50 million"),
    ("师生比为1:2.5", "The teacher-student ratio is 1:2.5"),
    ("比例为三比一", "The ratio is three to one"),
    ("95后占60%", "those born after 1995 account for 60%"),
    ("“80后”占三成", "30 percent were born in the 1980s"),
    ("新的一年，我们将继续努力", "This year, we will keep working hard"),
    ("过去一年成绩显著", "Much was achieved in the past year"),
    ("1—11月增长5%", "Up 5% in the first eleven months"),
    ("1—6月增长5%", "Up 5% in the first half of the year"),
    ("“十三五”期末", "by the end of 2020"),
    ("“十四五”期间", "from 2021 to 2025"),
    ("一刻钟生活圈", "15-minute living circle"),
    ("世界500强企业12家", "12 Fortune 500 companies"),
    ("每10万人拥有15人", "15 per 100,000 people"),
    ("12345热线受理诉求35.6万件", "The hotline received 356,000 requests"),
    ("用电量下降3.2%", "Power use saw negative growth of 3.2%"),
    ("工业负增长2.1%", "Industry contracted by 2.1%"),
    ("24小时不间断供水", "Water is supplied around the clock"),
    ("耶鲁等3所大学", "Yale and two other universities"),
]
PAIRS_DIFFER = [
    ("比上年增长两倍", "It doubled from last year"),
    ("增长一倍", "It tripled"),
    ("“八五”普法", "the 85th legal education plan"),
    ("“十四五”规划", "the 15th Five-Year Plan"),
    ("“十三五”时期", "the 14th Five-Year Plan period"),
    ("党的二十大", "the 19th National Congress"),
    ("二十届三中全会", "the third plenary session of the 19th Central Committee"),
    ("不到一半的企业", "more than half of the enterprises"),
    ("投诉下降一半以上", "Complaints fell by less than half"),
    ("由2019年的12%提高到2023年的45%", "from 12% in 2023 to 45% in 2019"),
    ("获一等奖1项、二等奖2项", "It won two first prizes and one second prize"),
    ("获二等奖3项", "It won two third prizes"),
    ("师生比为1:15", "The teacher-student ratio is 1:50"),
    ("累计减税降费超过10亿元", "Taxes and fees rose by over 1 billion yuan"),
    ("投资3000万美元", "It invested 30 million yuan"),
    ("欧元3000万", "US$30 million"),
]
NUMERIC = NUMBER_RULES | {Rule.MISSING}


def _shown(quantity):
    value = f"{quantity.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    if len(value) > len("0.000000"):
        value = value if quantity.value > 1 else value[: len("0.3333")]
    return " ".join(filter(None, [f"{value} {quantity.unit}", quantity.qualifier.value]))


@pytest.mark.parametrize(
    ("text", "expected"), [(*row,) for rows in READ.values() for row in rows], ids=lambda cell: str(cell)[:24]
)
def test_what_was_once_misread(text, expected):
    """Value, unit and qualifier of every amount; names, codes, dates and times are none."""
    found = find_quantities(text, "en" if text.isascii() else "zh")
    assert [_shown(one) for one in found if one.is_amount] == expected


@pytest.mark.parametrize(("zh", "en"), PAIRS_AGREE)
def test_a_sound_pair_has_no_numeric_finding(zh, en):
    """What was once a false alarm."""
    assert [one for one in check_pair(zh, en) if one.rule in NUMERIC] == []


@pytest.mark.parametrize(("zh", "en"), PAIRS_DIFFER)
def test_a_wrong_pair_has_a_numeric_finding(zh, en):
    """What once passed."""
    assert [one for one in check_pair(zh, en) if one.rule in NUMERIC]

"""What free translations do with figures, and the errors that look like it: rounding, spans of years, rates, points."""

import pytest

from govbrief.checking.pair import compare_numbers

SOUND = {
    "rounded": [
        ("全省地区生产总值87462.3亿元。", "The province's GDP came to 8.75 trillion yuan."),
        ("全市存款余额24683.7亿元，增长8.3%。", "Deposits stood at 2.47 trillion yuan, up 8.3 percent."),
        ("全年发送旅客3846.6万人次。", "38.47 million passenger trips were made over the year."),
        ("完成货运量1236.44万吨。", "Freight came to 12.36 million tonnes."),
        ("累计减税7413.8亿元。", "Tax cuts added up to 741 billion yuan."),
        ("登记经营主体618.27万户。", "There were 6.18 million registered businesses."),
    ],
    "fraction": [
        ("受访企业中67%看好明年。", "Two-thirds of the firms polled were upbeat about next year."),
        ("调解成功率为75%。", "Three-quarters of mediations succeeded."),
        ("学生中有33%来自农村。", "One-third of the pupils came from the countryside."),
        ("五分之一的线路已经停运。", "20 percent of the lines have stopped running."),
        ("三分之二的村通了公交。", "67 percent of villages have a bus."),
    ],
    "period": [
        ("前三季度新开工项目126个。", "Work began on 126 projects in the first nine months."),
        ("上半年办结信访事项354件。", "We settled 354 petitions in the first six months of the year."),
        ("第一季度空气优良天数为81天。", "Air was good on 81 days between January and March."),
        ("第二季度新增就业2.3万人。", "Some 23,000 jobs were added from April through June."),
        ("上半年用气量3.4亿立方米。", "Gas use was 340 million cubic metres between January and June."),
        ("下半年将建成18座站房。", "In the last six months of the year 18 pump houses will be built."),
    ],
    "years": [
        ("2011—2020年，森林蓄积量年均增长2.7%。", "Forest stock grew 2.7% a year in the decade to 2020."),
        ("从2016年的3亿元增至2021年的5亿元。", "It was 300 million yuan in 2016, 500 million five years later."),
        ("2000年到2020年，人口减少了4万。", "The town lost 40,000 people in the first two decades of this century."),
        ("2014—2022年，用水量下降11%。", "Water use fell 11% over the eight years to 2022."),
        ("该寺建于公元9世纪。", "The temple dates from the 800s."),
    ],
    "points": [
        ("失业率比上月下降0.1个百分点。", "Unemployment was down a tenth of a point on the month."),
        ("央行将利率下调25个基点至3%。", "The bank cut its rate by a quarter point to 3%."),
        ("增速比上年提高半个百分点。", "Growth was half a point faster than the year before."),
        ("通胀率上升0.5个百分点。", "Inflation rose half a point."),
        ("不良率下降0.25个百分点。", "The bad-loan ratio fell by a quarter of a point."),
    ],
    "rates": [
        ("婴儿死亡率降至26.4/10万。", "Infant mortality fell to 26.4 per 100,000."),
        ("发病率为7.35/10万，比上年下降4%。", "Incidence was 7.35 per 100,000, down 4 percent on the year."),
        ("城乡收入比由2.61降至2.47。", "The urban-rural income ratio narrowed from 2.61:1 to 2.47:1."),
        ("医护比达到1.24。", "The ratio of nurses to doctors reached 1.24:1."),
        ("出勤率始终保持在95%以上。", "Attendance never fell below 95 percent."),
        ("气温一直不超过30摄氏度。", "The temperature never rose above 30 degrees Celsius."),
    ],
    "derived": [
        ("普及率由21%提高到42.06%。", "Coverage has doubled from 21 percent to 42.06 percent."),
        ("床位由1200张增加到3650张。", "Beds more than tripled from 1,200 to 3,650."),
        ("客队一人被红牌罚下，仍以2比0获胜。", "Down to ten men after a red card, the visitors still won 2-0."),
        ("他身高6英尺2英寸（约1.88米）。", "He stands six foot two."),
        ("共派出6个小组、24名医生。", "Six teams of four went out, 24 doctors in all."),
        ("投诉量下降了一半以上。", "Complaints have more than halved."),
        ("她以57秒83的成绩夺冠，刷新赛会纪录。", "She won in 57.83 seconds, a meet record."),
        ("20个一站式服务包已推出。", "Twenty one-stop service packages are out."),
    ],
}  # fmt: skip
WRONG = {
    "rounded": [
        ("全省地区生产总值87462.3亿元。", "The province's GDP came to 8.74 trillion yuan."),
        ("全市存款余额24683.7亿元，增长8.3%。", "Deposits stood at 24.7 trillion yuan, up 8.3 percent."),
        ("全年发送旅客3846.6万人次。", "38.46 million passenger trips were made over the year."),
        ("完成货运量1236.44万吨。", "Freight came to 12.37 million tonnes."),
        ("累计减税7413.8亿元。", "Tax cuts added up to 74 billion yuan."),
    ],
    "fraction": [
        ("受访企业中57%看好明年。", "Two-thirds of the firms polled were upbeat about next year."),
        ("调解成功率为79%。", "Three-quarters of mediations succeeded."),
        ("学生中有38%来自农村。", "One-third of the pupils came from the countryside."),
        ("五分之一的线路已经停运。", "25 percent of the lines have stopped running."),
        ("三分之二的村通了公交。", "76 percent of villages have a bus."),
    ],
    "period": [
        ("前三季度新开工项目126个。", "Work began on 126 projects in the first six months."),
        ("上半年办结信访事项354件。", "We settled 354 petitions in the first nine months of the year."),
        ("第一季度空气优良天数为81天。", "Air was good on 81 days between April and June."),
        ("第二季度新增就业2.3万人。", "Some 23,000 jobs were added from January through March."),
        ("上半年用气量3.4亿立方米。", "Gas use was 340 million cubic metres between July and September."),
    ],
    "years": [
        ("2011—2020年，森林蓄积量年均增长2.7%。", "Forest stock grew 2.7% a year in the decade to 2022."),
        ("从2016年的3亿元增至2021年的5亿元。", "It was 300 million yuan in 2016, 500 million eight years later."),
        ("2000年到2020年，人口减少了4万。", "The town lost 40,000 people in the first four decades of this century."),
        ("2014—2022年，用水量下降11%。", "Water use fell 11% over the five years to 2022."),
        ("该寺建于公元9世纪。", "The temple dates from the 600s."),
    ],
    "points": [
        ("失业率比上月下降0.1个百分点。", "Unemployment was down a fifth of a point on the month."),
        ("央行将利率下调25个基点至3%。", "The bank cut its rate by half a point to 3%."),
        ("增速比上年提高0.5个百分点。", "Growth was a quarter point faster than the year before."),
        ("通胀率上升0.5个百分点。", "Inflation rose by half."),
        ("不良率下降0.25个百分点。", "The bad-loan ratio fell by a quarter."),
    ],
    "rates": [
        ("婴儿死亡率降至26.4/10万。", "Infant mortality fell to 26.4 per 10,000."),
        ("发病率为7.35/10万，比上年下降4%。", "Incidence was 73.5 per 100,000, down 4 percent on the year."),
        ("城乡收入比由2.61降至2.47。", "The urban-rural income ratio narrowed from 2.61:1 to 2.74:1."),
        ("出勤率始终保持在95%以上。", "Attendance never rose above 95 percent."),
        ("气温一直不超过30摄氏度。", "The temperature never fell below 30 degrees Celsius."),
    ],
    "derived": [
        ("普及率由21%提高到42.06%。", "Coverage has tripled from 21 percent to 42.06 percent."),
        ("床位由1200张增加到3650张。", "Beds more than quadrupled from 1,200 to 3,650."),
        ("他身高6英尺2英寸（约1.88米）。", "He stands five foot two."),
        ("共派出6个小组、24名医生。", "Six teams of five went out, 24 doctors in all."),
        ("她以57秒83的成绩夺冠，刷新赛会纪录。", "She won in 58.83 seconds, a meet record."),
        ("20个一站式服务包已推出。", "Thirty one-stop service packages are out."),
    ],
    "moved": [
        ("通行时间由5小时缩短至2小时。", "The change cuts the trip from five hours by two hours."),
        ("平均等候由4小时压缩至90分钟。", "The average wait has been cut from four hours by an hour and a half."),
        ("投诉量下降了一半以上。", "Complaints have almost halved."),
        ("能耗下降近一半。", "Energy use has more than halved."),
        ("绿化率升至43%。", "The city raised its green cover by 43%."),
        ("存款由5亿元增加到8亿元。", "Deposits grew from 500 million yuan by 800 million yuan."),
        ("电价比去年便宜30元。", "Power costs 30 yuan more than last year."),
        ("这款车比上一代便宜12%。", "The car is 12 percent dearer than the last model."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), [pair for rows in SOUND.values() for pair in rows])
def test_what_translators_do_is_no_error(zh, en):
    """Nothing is said of a figure that is right to the last digit that it shows."""
    assert not compare_numbers(zh, en)


@pytest.mark.parametrize(("zh", "en"), [pair for rows in WRONG.values() for pair in rows])
def test_what_looks_like_it_and_is_wrong_is_found(zh, en):
    """The same sentences with a figure that does not follow."""
    assert compare_numbers(zh, en)


BOUNDED = [
    ("公司拟招聘约2.4万人。", "The company plans to hire at least 24,000 people."),
    ("药物有效率约为八成。", "The drug is more than 80 percent effective."),
    ("该桥日均车流量约3.6万辆。", "The bridge carries up to 36,000 vehicles a day."),
    ("误差率由4.7%降至不到2%。", "The error rate fell from 4.7% to 2%."),
    ("抢修持续近5小时。", "Repairs took more than five hours."),
    ("办理时间由9天压缩至不足3天。", "Handling time was cut from 9 days to 3 days."),
]
HEDGED = [
    ("公司拟招聘约2.4万人。", "The company plans to hire some 24,000 people."),
    ("药物有效率约为八成。", "The drug is nearly 80 percent effective."),
    ("该桥日均车流量约3.6万辆。", "The bridge carries 36,000 vehicles a day."),
    ("误差率由4.7%降至不到2%。", "The error rate fell from 4.7% to less than 2%."),
    ("抢修持续近5小时。", "Repairs took almost five hours."),
    ("近5年新建学校36所。", "Over the past five years 36 schools were built."),
    ("办理时间由9天压缩至不足3天。", "Handling time was cut from 9 days to under 3 days."),
]


@pytest.mark.parametrize(("zh", "en"), BOUNDED)
def test_an_estimate_is_no_bound_and_a_bound_is_not_reached(zh, en):
    """About so much is not at least so much, and what fell below 2% did not fall to 2%."""
    assert any(finding.rule.value == "qualifier" for finding in compare_numbers(zh, en))


@pytest.mark.parametrize(("zh", "en"), HEDGED)
def test_the_same_bound_in_other_words_is_no_error(zh, en):
    """An estimate may go untold, and a bound may be told by any word for it."""
    assert not compare_numbers(zh, en)

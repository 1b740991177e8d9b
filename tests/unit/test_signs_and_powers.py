"""Signs of units, powers, and amounts that are told in two numbers, as English writes them."""

from decimal import Decimal

import pytest

from govbrief.numbers.find import find_quantities
from govbrief.numbers.powers import read_power
from govbrief.numbers.units import load_units, sign_at, to_base


def read(text, lang="en"):
    """Value and unit of every amount."""
    return [(q.value, q.unit) for q in find_quantities(text, lang) if q.is_amount]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a pump with 6.5kPa of lift", "6.5", "千帕"),
        ("a coil of 75 mH and a pulse of 40 mW", "40", "毫瓦"),
        ("a station of 40 MW", "40", "兆瓦"),
        ("a torque of 310 Nm", "310", "牛米"),
        ("a gap of 310 nm", "310", "纳米"),
        ("an area of 18 cm²", "18", "平方厘米"),
        ("an area of 18 km^2", "18", "平方公里"),
        ("a 55in television", "55", "英寸"),
        ("a battery of 3.7V", "3.7", "伏"),
        ("a bottle of 2L", "2", "升"),
        ("the price is 60元", "60", "元"),
    ],
)
def test_signs(text, value, unit):
    """A sign stands for one unit, capitals and all, and leaves no number of its own behind."""
    assert read(text)[-1] == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["seats 7A and 12C", "room 24703L202", "the model 5N", "a 3D film"])
def test_codes_are_no_units(text):
    """One letter behind a whole number tells one thing from another."""
    assert read(text) == []


def test_every_sign_is_read():
    """Each sign of the data is found in the example that stands beside it."""
    units = load_units()
    assert sign_at("5 in May", 1) is None
    for sign, unit in units.signs.items():
        assert sign_at(f"5 {sign}.", 1) == (unit, 2, 2 + len(sign)), sign
    for sign, unit in units.close.items():
        assert sign_at(f"1.5{sign}.", 3) == (unit, 3, 3 + len(sign)), sign
        assert sign_at(f"1.5 {sign}.", 3) is None, sign


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.8×10^7", "48000000"),
        ("4.8 x 10-3", "0.0048"),
        ("7·10⁵", "700000"),
        ("10⁻²", "0.01"),
        ("3x2^6", "192"),
        ("4^-1", "0.25"),
    ],
)
def test_powers(text, value):
    """A power is one number, by itself and in a sentence of either language."""
    assert read_power(text) == Decimal(value)
    assert read(f"it counts {text} cells")[0][0] == Decimal(value)


def test_a_raised_digit_is_a_footnote():
    """Nothing is multiplied by ten to the second in `a total of 10²`, and nothing is read of a range."""
    assert read("in all 350² firms") == [(Decimal(350), "")]
    assert [value for value, _ in read("sets of 8 to 10 repeats")] == [8, 10]
    with pytest.raises(ValueError, match="350"):
        read_power("350")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$35 and 18 cents", "35.18", "美元"),
        ("35 dollars 18c", "35.18", "美元"),
        ("60 rupees 25 paise", "60.25", "印度卢比"),
        ("8 yuan 6 fen", "8.06", "元"),
        ("9 pounds 50 pence", "9.5", "英镑"),
        ("the fee is 18 EUR 40.", "18.40", "欧元"),
        ("a man of 6 ft 3 in", "75", "英寸"),
        ("a man of 5'11\"", "71", "英寸"),
        ("she stands six foot one.", "73", "英寸"),
        ("a 6-foot-9 centre", "81", "英寸"),
        ("he is 6-foot-2.", "74", "英寸"),
        ("the 6-8 forward", "80", "英寸"),
        ("3 yards and 2 feet", "11", "英尺"),
        ("4 pounds and 9 ounces", "73", "盎司"),
        ("2 km 350 m", "2350", "米"),
        ("the fraction is 3 over 8", "0.375", ""),
        ("the result was ($4,200)", "-4200", "美元"),
        ("3 million 450 thousand people", "3450000", "人"),
        ("1,25,40,000 voters", "12540000", ""),
        ("one hundred and forty fifths", "28", ""),
        ("zero point four o seven", "0.407", ""),
    ],
)
def test_told_in_two_numbers(text, value, unit):
    """Two numbers that are one amount come out as one."""
    assert read(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between 15 dollars and 50", [15, 50]),
        ("RMB 30 USD 45", [30, 45]),
        ("a gift of 70 yuan ($10)", [70, 10]),
        ("a road of 5 km and a path of 300 m", [5, 300]),
        ("5 km and 300 m", [5, 300]),
        ("he won 3 over 5 rivals", [3, 5]),
        ("1 million 200 people", [1000000, 200]),
        ("500 thousand 2 million", [500000, 2000000]),
        ("from 30 feet to 6 inches", [30, 6]),
        ("a wall of six foot two men built", [6, 2]),
        ("a group of 8 in May and 9 in June", [8, 9]),
        ("acceleration of 4 m/s^2", [4]),
        ("a flux of 30 W m−2 and 6 m s-1", [30, 6]),
        ("two or three hundred people", [200, 300]),
        ("a hundred or two hundred people", [100, 200]),
        ("9 ± 0.2 kg", [9, Decimal("0.2")]),
    ],
)
def test_what_stays_apart(text, values):
    """Two amounts stay two, and the powers of a unit are none."""
    assert [value for value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("一块六角", "1.6", "元"),
        ("只要一块八", "1.8", "元"),
        ("四美元五美分", "4.05", "美元"),
        ("三斤四两", "3.4", "斤"),
        ("六十两", "60", ""),
        ("全长7公里350米", "7.35", "公里"),
        ("高6英尺3英寸", "75", "英寸"),
        ("身高5'11\"", "71", "英寸"),
        ("容量八十兆字节", "80", "兆字节"),
        ("一八四零点二", "1840.2", ""),
        ("零点45", "0.45", ""),
        ("约4.8×10^7个", "48000000", "个"),
        ("误差为2.5e-3", "0.0025", ""),
        ("打对折", "50", "%"),
        ("年过半百", "50", ""),
        ("共20打", "240", ""),
        ("电阻为4.7kΩ", "4700", "欧姆"),
        ("气压955hPa", "955", "百帕"),
        ("扭矩310Nm", "310", "牛米"),
    ],
)
def test_told_in_two_numbers_zh(text, value, unit):
    """The same in Chinese: sums of money, weight and length, powers, and signs of units."""
    found = read(text, "zh")
    assert len(found) == 1
    assert to_base(*found[0]) == to_base(Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("一块推进", []),
        ("一块三角形场地", []),
        ("对折叠床", []),
        ("3E2型设备", []),
        ("2单元5号楼3单元", [2]),
        ("5斤两个", [5, 2]),
        ("两到三千元", [2000, 3000]),
        ("一到三百元", [1, 300]),
        ("两升到三升", [2, 3]),
        ("占比由5%升到7%", [5, 7]),
        ("1小时30分钟", [1, 30]),
        ("长3米宽2米", [3, 2]),
        ("80公里300米处", [Decimal("80.3")]),
        ("300米80公里", [300, 80]),
        ("数量不是一却是五", [1, 5]),
    ],
)
def test_what_stays_apart_zh(text, values):
    """What is no sum, no power and no amount in Chinese."""
    assert [value for value, _ in read(text, "zh")] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财力连上6万亿、7万亿两个大关", [(6 * 10**12, ""), (7 * 10**12, ""), (2, "个")]),
        ("财力连上六万亿、七万亿两个大关", [(6 * 10**12, ""), (7 * 10**12, ""), (2, "个")]),
        ("共7万两千人", [(72000, "人")]),
        ("更换320块门牌", [(320, "块")]),
        ("罚款320块", [(320, "元")]),
        ("一块五的砖", [(Decimal("1.5"), "元")]),
        ("愿同各国一道，维护和平", []),
        ("服务上亿市场主体", [(10**8, "")]),
        ("加上亿纬公司", []),
        ("拆除20蒸吨以下锅炉", [(20, "蒸吨")]),
    ],
)
def test_in_reports(text, expected):
    """What reports say of steps, boards, crowds and company kept."""
    assert read(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("全程三公里", "zh", [3]),
        ("压减三公经费", "zh", []),
        ("屏幕为1280×800", "zh", [1280, 800]),
        ("内存12G的手机", "zh", [12]),
        ("建设12G网络", "zh", []),
        ("功率800W", "zh", [800]),
        ("粉丝80W以上", "zh", [800000]),
        ("8K超高清", "zh", []),
        ("粉丝有8k人", "zh", [8000]),
        ("百分之负五", "zh", [-5]),
        ("负的四分之一", "zh", [Decimal("-0.25")]),
        ("肩负的三项任务", "zh", [3]),
        ("血压135/85mmHg", "zh", [135, 85]),
        ("半斤八两", "zh", []),
        ("跳水得九点五分的高分", "zh", [Decimal("9.5")]),
        ("她九点五分到家", "zh", []),
        ("a blood pressure of 135/85 mmHg", "en", [135, 85]),
        ("8.5 out of 10", "en", [Decimal("8.5"), 10]),
        ("30 below zero", "en", [-30]),
        ("a screen of 1280 x 800", "en", [1280, 800]),
        ("a 4x6 print", "en", []),
        ("six dollars and two cents", "en", [Decimal("6.02")]),
        ("a seven-figure fee", "en", []),
        ("growth in five quarters", "en", [5]),
        ("two and three quarters", "en", [Decimal("2.75")]),
    ],
)
def test_kinds_that_look_alike(text, lang, values):
    """Letters, signs and words that are one thing here and another there."""
    assert [value for value, _ in read(text, lang)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7万5人", [75000]),
        ("3千8", [3800]),
        ("7万零5人", [70005]),
        ("2万35人", [20035]),
        ("6千4百人", [6400]),
    ],
)
def test_a_last_arabic_digit(text, values):
    """It takes the next lower scale, as a spoken one does; two digits and a zero do not."""
    assert [value for value, _ in read(text, "zh")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4.5 k", [4500]),
        ("rows of 4.5 k", [Decimal("4.5")]),
        ("an eighth", [Decimal("0.125")]),
        ("one eighth of a mile", [Decimal("0.125")]),
    ],
)
def test_all_that_stands_there(text, values):
    """A scale set apart and a share without a whole are read where nothing else is said."""
    assert [value for value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("他考了八十七点五分", [Decimal("87.5")]),
        ("她九点五分到家", []),
        ("体温37度8，正常", [Decimal("37.8")]),
        ("降到零下六度时停工", [-6]),
        ("降到摄氏六度时停工", [6]),
        ("转过六度分隔", []),
        ("三十而立", []),
        ("误差为正负三度", [3]),
        ("误差为正负3度", [3]),
        ("双十一促销", []),
        ("廿三点一刻", []),
    ],
)
def test_marks_and_degrees(text, values):
    """No clock strikes eighty-seven, and what is below zero is a temperature."""
    assert [value for value, _ in read(text, "zh")] == values

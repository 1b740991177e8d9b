"""Owns the one pattern that a Chinese text is scanned with: whatever may hold a number, in order of trial.

Every run of numerals is possessive and taken whole, and every bracket has a bounded reach: a megabyte of the
same sign is still read in one pass. Offsets are those of the text that is scanned.
"""

import re

from govbrief.numbers.numerals import ZH_DIGIT, ZH_NUMERAL
from govbrief.numbers.powers import POWER

_N = f"[{ZH_NUMERAL}]"
_POINT_DIGIT = "[" + "".join(char for char in ZH_DIGIT if char not in "两兩俩倆") + "]"
_BIG = (
    "(?:[十万亿萬億仟佰拾]|百(?!分|帕)|千(?![瓦克米伏卡焦赫帕字]|牛(?![奶羊肉])|欧(?!元)|电子伏|比特)"
    "|兆(?![瓦帕赫焦字比]|欧(?!元)|电子伏))"
)
"""A scale, unless it begins a unit: 1200万千瓦, 5个百分点, 3兆瓦."""
_SCALE = "[十百千万亿兆萬億仟佰拾]"
_INNER = "(?:[多馀餘几幾来來]|余(?![额热震生粮辉]))"
_TO = r"\s?[—–―\-~～至到]{1,2}\s?"

ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{1,3}(?:，\d{3})++(?=\.\d|[元万亿])|\d++)(?:\.\d++)?"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_HOUR = r"(?:2[0-4]|[01]?\d)"
_DAY_OF = rf"{_DAY}\s?[日号]"
_MONTH_DAY = rf"{_MONTH}\s?月份?(?:\s?{_DAY_OF})?"
_TAIL = rf"(?:{_TO}(?:(?:{_YEAR}\s?年\s?)?{_MONTH_DAY}|{_DAY_OF}))?"
_NOT_A_DAY = r"(?!以?内|之内|均|元|圆|本|语|游)"
_ZH_MONTH = "(?:十[一二]?|[一二三四五六七八九元正腊])月份?"
_ZH_DAY = "(?:[二廿卅三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九])[日号]"
_ZH_YEAR = "[一二][一二三四五六七八九〇零○]{3}年度?"

_DATE = rf"""
  (?:{_YEAR}{_TO}\d\d\s?(?:年度?|学年|财年|赛季)
  |{_YEAR}\s?年?度?{_TO}{_YEAR}(?:\s?年[度底初末]?|(?!\d|\.\d|,\d))
  |(?P<seasons>(?:19|20)\d\d[-–—/]\d\d(?![\d年月.,/%‰-]))
  |(?:19|20)\d\d(?P<dash>[-/.]){_MONTH}(?P=dash){_DAY}(?!\d)(?:\s?{_HOUR}:[0-5]\d(?::[0-5]\d)?)?
  |(?:{_YEAR}|0\d|1[01]\d(?=\s?年\s?{_MONTH}\s?月))\s?年(?:[度底初末](?!以)|\s?{_MONTH_DAY}{_TAIL}|{_TO}(?:{_YEAR}\s?年\s?)?{_MONTH_DAY})?
  |{_MONTH}(?:(?:{_TO}|[、和]){_MONTH}){{1,4}}\s?月份?(?:\s?{_DAY_OF})?
  |{_MONTH_DAY}{_TAIL}
  |{_DAY}(?:日?(?:{_TO}|[、和]){_DAY}){{0,4}}\s?日{_NOT_A_DAY}
  |\d{{1,2}}\s?世纪(?:\s?\d0\s?年代)?|\d0\s?年代|[1-4](?:(?:{_TO}|、)[1-4])?季度)"""
_FESTIVE = (
    "(?:[一二三四五六七八九]|十[一二]?)月(?:初[一二三四五六七八九十]|十五)(?![一二三四五六七八九十日号个])"
)
"""Days of the farmers' calendar carry no 日: 五月初五, 八月十五."""
_ZH_DATE = rf"""
  (?:{_FESTIVE}|{_ZH_YEAR}(?:{_ZH_MONTH}(?:{_ZH_DAY})?)?|{_ZH_MONTH}(?:{_ZH_DAY})?(?:[至到—-]{_ZH_MONTH})?|{_ZH_DAY}{_NOT_A_DAY}
  |[一二三四五六七八九十]{{1,2}}[至到—-]{_ZH_MONTH}|(?<![上下每这某同])[一二三四](?:[至到、—-][一二三四])?季度|(?:十[一二三四五六七八九]|二十一?)世纪(?:[二三四五六七八九]十年代)?|[二三四五六七八九]十年代)"""
_TIME = rf"""
  (?:{_HOUR}[:：][0-5]\d(?:[:：][0-5]\d)?(?!\.?\d)(?:{_TO}{_HOUR}[:：][0-5]\d)?
  |{_HOUR}\s?[时時](?![间間代期段效常速长候而空])(?:\s?[0-5]?\d\s?分)?
  |{_HOUR}\s?[点點](?:\s?[0-5]?\d\s?分|[半整钟]|[一三]刻)
  |(?:(?<=[午上晚早晨日夜间間])|(?<=[午上晚早晨日夜间間][ ])){_HOUR}\s?[点點](?!\d)
  |(?<=[点點时][至到—~～-]){_HOUR}\s?[点點](?![\d位球])
  |(?<![涨跌升降报收破得\d.]){_HOUR}[点點][0-5]\d(?![\d.%％个個万亿千百余多几元])
  |(?<![涨跌升降报收破得]){_HOUR}\s?[点點](?=[了前后至到开起就多许許]|之前|之后|以前|以后|左右))"""
_ZH_HOUR = "(?:(?:二十|廿)[一二三四]?|[十拾][一二三四五六七八九]?|[零〇一二两兩三四五六七八九])"
_WHEN = "(?:左右|多?[钟許许]|[前后後起到至，,。召开举就才]|之[前后]|以[前后]|开始)"
_ZH_TIME = rf"""
  (?:(?<![得获打考评])(?<![得获打考评]了){_ZH_HOUR}[点點时](?:{_N}{{1,3}}分(?!的(?:成绩|高分|好成绩))|[半整钟]|[一三]刻)|(?:(?<=[午晚早晨夜])|(?<=[早晚]上)|(?<=凌晨)){_N}{{1,3}}[点點时]
  |(?:(?<=[于在至到])|(?<=每天)){_N}{{1,3}}[点點](?={_WHEN}))"""
_CODE = r"""
  (?:\d++(?:\.\d++){2,}+|\d++(?:[-/]\d++){2,}+|0\d{2,}+(?:[-/]\d++)*+|\d{5,}+/\d++(?:-\d++)?|0\d++-\d++|\d{3,4}-\d{7,8}(?!\d))"""
_MARKED = r"""
  (?:\d{1,2}[·•・]\d{1,2}(?!\d)|\d++(?:\.\d++)?\s?[×xX✕*＊]\s?\d++(?:\.\d++)?(?![A-Za-z])
  |\d++(?:\+(?:\d++|[A-WYZa-wyzXx](?![A-Za-z])))++|\d++\+(?=[”’"])
  |(?<![0-9.])(?:\d0|[6-9]5|0[05])[ ]?后(?![续期面来悔勤备方]))"""
_POWER = rf"""
  (?:(?<![A-Za-z0-9_.])(?=\D?[\d.]{{1,25}}+[ ]?[x×✕*·∙⋅^eE⁻])[-−负負]?(?:{POWER}
  |(?:\d{{1,12}}\.\d{{1,12}}[eE]|\d{{1,12}}e|\d{{1,12}}E(?=[-+−]))[-+−]?\d{{1,2}}(?![\dA-Za-z.])))"""
"""6×10^23, 1.2e5; 3E2 may be a code."""
_RATIO_SIDE = r"\d++(?:\.\d++)?+[万亿]?+"
_RATIO = rf"""
  (?:{_RATIO_SIDE}(?:\s?[:：∶比]\s?{_RATIO_SIDE}){{1,4}}+(?![\d%％月])
  |(?:[一二两三四五六七八九十]|百)比(?:[一二两三四五六七八九十百])(?![一二三四五六七八九十]))"""
"""师生比1:2.5, 三比一, 三次产业比13.3:39.2:47.5."""
_LABEL = rf"""
  (?:\d{{1,2}}(?:[、．)）]|\.(?=\s*(?:{_YEAR}年|[^\d\s]))|,(?=[\u4e00-\u9fff《“]))|{_N}{{1,3}}(?:、|是(?![{ZH_DIGIT}])))"""
_NUMBER = rf"""
  (?P<sign>[-−负負]|零下)?(?P<digits>{ARABIC}|(?<!\w)\.\d++)
  (?P<blank>[ \u00a0]{{0,2}})(?P<inner>{_INNER}(?=[\u4e00-\u9fff%‰]|$))?(?P<scale>{_BIG}++)?
  (?P<more>(?<={_SCALE})(?![两兩俩倆](?!{_SCALE}))(?:\d{{1,3}}(?:,\d{{3}})++(?!\d)|[0-9{ZH_DIGIT}])(?:[0-9{ZH_DIGIT}]|{_BIG})*+)?(?P<outer>(?<={_SCALE})(?:[多馀餘]|余(?![额热震生粮辉])))?"""
_ZH_NUMBER = rf"""
  (?P<zsign>[负負](?:的(?={_N}+分之))?|零下)?(?P<zdigits>(?<!{_N})[零〇][点點]\d++(?![点點时時分])|{_N}++(?:[点點]{_POINT_DIGIT}++(?![十拾百佰千仟])(?:[万亿萬億])*+)?)
  (?P<zinner>[零〇]?{_INNER})?(?P<zscale>(?<={_INNER}){_BIG}++)?"""

SCAN = re.compile(
    rf"""
(?=[0-9{ZH_NUMERAL}A-Za-z《〈“‘「『①-⑳⑴-⒇㈠-㈩第半翻负負]|"[^"]|[对對]折|[\-−.][0-9.]|[（(〔\[［【][\s0-9{ZH_NUMERAL}])(?:
  (?P<date>{_DATE})
 |(?P<time>{_TIME})
 |(?P<ratio>{_RATIO})
 |(?P<code>{_CODE})
 |(?P<power>{_POWER})
 |(?P<marked>{_MARKED})
 |(?P<label>{_LABEL})
 |(?P<percent>(?:(?:[负負]的?)?[百佰]分之(?P<share>[负負]?(?:{ARABIC}|(?!百分){_N}++(?!分之)(?:[点點]{_POINT_DIGIT}++)?))?|百分百))
 |(?P<permille>(?P<parts>[十百千]万|[千仟万萬亿])分之(?P<few>{ARABIC}|{_N}++(?:[点點]{_POINT_DIGIT}++)?))
 |(?P<number>{_NUMBER})
 |(?P<zdate>{_ZH_DATE})
 |(?P<ztime>{_ZH_TIME})
 |(?P<zh>{_ZH_NUMBER})
 |(?P<ordinal>第\s?(?:{ARABIC}|{_N}++)(?:(?:[、和至到—\-]|、第|和第|至第)(?:{ARABIC}|{_N}++))*+)
 |(?P<half>半|[对對]折(?![叠疊起纸紙页頁线線回来來]))
 |(?P<doubling>翻了?(?:近|约|超|逾)?(?P<times>[一两二三四\d])?番(?P<half_more>半)?)
 |(?P<quote>“[^“”\n]{{0,40}}”|‘[^‘’\n]{{0,40}}’|「[^「」\n]{{0,40}}」|『[^『』\n]{{0,40}}』|"[^"\n]{{1,40}}")
 |(?P<title>《[^《》\n]{{0,200}}》|〈[^〈〉\n]{{0,200}}〉)
 |(?P<docket>[〔\[［（(【](?:19|20)\d\d[〕\]］）)】]\s?(?:第?\s?\d++\s?号?|[\u4e00-\u9fff]{{1,3}}\d{{0,4}}[\u4e00-\u9fff]{{1,4}}\d++号)|[（(]0\d{{2,3}}[)）]\s?\d{{7,8}})
 |(?P<mark>[①-⑳⑴-⒇㈠-㈩]|[（(]\s?(?:\d{{1,2}}|{_N}{{1,3}})\s?[)）]|[\[［【]\d{{1,3}}[\]］】])
 |(?P<url>(?:https?://|www\.)[!-~]++|[A-Za-z0-9][A-Za-z0-9._+-]*+@[A-Za-z0-9.-]++)
 |(?P<latin>[A-Za-z][A-Za-z&]*+(?:[./+\-][A-Za-z]++)*+(?:[ -]?[0-9][0-9A-Za-z.:—/-]*+)?)
)""",
    re.VERBOSE,
)

NUMBER = re.compile(_NUMBER, re.VERBOSE)
ZH_NUMBER = re.compile(_ZH_NUMBER, re.VERBOSE)
NUMERAL = re.compile(rf"\s?([负負]?)({ARABIC}|{_N}++(?:[点點]{_POINT_DIGIT}++)?)")
"""A numeral by itself, for the numerator of a fraction."""

FULL_WIDTH = (
    str.maketrans("０１２３４５６７８９．％＋－＝／￥＄Ａ", "0123456789.%+-=/¥$A")
    | {ord("Ａ") + at: ord("A") + at for at in range(26)}
    | {ord("ａ") + at: ord("a") + at for at in range(26)}
)
HAS_FULL_WIDTH = re.compile(r"[０-９．％＋－／￥＄Ａ-Ｚａ-ｚ]")

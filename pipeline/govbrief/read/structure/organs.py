"""Owns what an organ is called: the grammar of its name, and the name in full where a text shortens it.

「市政府」 of 石岭市                -> 石岭市人民政府
「盟行署」 of 阿林盟                -> 阿林盟行政公署
「市卫健委」 of 岭东市              -> 岭东市卫健委
「市政府新闻办」 of 岭东市          -> 岭东市人民政府新闻办公室
"""

import re

HAN = r"[\u4e00-\u9fff]"
UNIT = r"(?:自治[州县区旗]|特别行政区|新区|开发区|示范区|功能区|街道|地区|[省市县区州盟旗镇乡])"
GOVERNMENT = rf"(?:国务院|{HAN}{{0,16}}?(?:人民政府|政府|行政公署|行署|管理委员会|管委会|办事处))"
ORGAN = (
    r"(?:国务院|[\u4e00-\u9fff（）()]{1,26}?"
    r"(?:人民政府|政府|行政公署|行署|委员会|管委会|(?<![开格结大布全])局|[厅委]|(?<!部)署|办公室|院|调查队|街道办事处|中心|(?<![到好用])处|总工会|公司|大学|学院|银行"
    r"|兵团|第[一二三四五六七八九十]+师|[一二三四五六七八九十〇○零\d]团场?|(?<![干全内外大])部)(?:新闻办)?(?:办公室)?)"
)
PARTIES_OF_COURT = r"人民法院|人民检察院|人大常委会|人民代表大会常务委员会"
"""Who reports to a congress beside the government."""

_HEAD = 5000
_TAIL = 1500
_HOUSE = re.compile(rf"((?:(?<!{HAN})){HAN}{{2,14}}?{UNIT})(?:人民)?政府")
_BARE = re.compile(
    r"((?:自治[区州县旗]|[省市县区州盟旗镇乡])?)(?:(?:人民)?政府|行政公署|行署|管委会)((?:新闻办|办)(?:公[室厅])?)?"
)
_LEVELLED = re.compile(
    r"(自治[区州县旗]|[省市县区州盟旗](?!场|政[^府法协]|容|际|域|内|外|里))(\S{1,24}(?:局|厅|委|办|室|院|队|处|中心|会))"
)
"""An organ that is named by the level of its place: 市场监督管理局 is not one."""
_GOVERNS = {
    "街道": "街道办事处",
    "新区": "新区管理委员会",
    "开发区": "开发区管理委员会",
    "示范区": "示范区管理委员会",
    "功能区": "功能区管理委员会",
    "特别行政区": "特别行政区政府",
    "盟": "盟行政公署",
    "地区": "地区行政公署",
}


def complete_organ(organ: str, place: str, text: str) -> str:
    """The organ with its place and in full, as far as the text tells of which place 「市政府」 is."""
    if organ in {"国务院", "国新办"}:
        return organ.replace("国新办", "国务院新闻办公室")
    bare = _BARE.fullmatch(organ)
    if bare is not None:
        level = bare[1]
        home = place if place.endswith(level) else _house(text, level)
        office = re.sub(r"办$", "办公室", bare[2] or "")
        return f"{government_of(home)}{office}" if home else organ
    levelled = _LEVELLED.fullmatch(organ)
    if levelled is not None:
        home = place if place.endswith(levelled[1]) else _house(text, levelled[1])
        return f"{home}{levelled[2]}" if home else organ
    if re.search(rf"{UNIT}政府(?:新闻办|办公[室厅])?", organ) and "特别行政区政府" not in organ:
        return re.sub(r"(?<!人民)政府", "人民政府", re.sub(r"新闻办$", "新闻办公室", organ))
    return organ


def government_of(place: str) -> str:
    """The government of a place: a county's is its people's government, a new area's its committee."""
    for unit, organ in _GOVERNS.items():
        if place.endswith(unit):
            return place.removesuffix(unit) + organ
    return f"{place}人民政府"


def _house(text: str, level: str) -> str:
    """The place whose government the page's own lines name, at the level that is looked for."""
    for start, end in ((0, _HEAD), (max(0, len(text) - _TAIL), len(text))):
        for match in _HOUSE.finditer(text, start, end):
            if match[1].endswith(level) and not re.search(r"代表|[全各我本该]|[省市县]委|和|在", match[1]):
                return match[1]
    return ""

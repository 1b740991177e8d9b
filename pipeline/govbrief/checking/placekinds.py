"""Owns what a named place is: 兴安盟 is no county, 吉林市 no province, and nothing a county where none is named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.checking.word_messages import word_finding
from govbrief.names.pinyin import common_readings
from govbrief.names.toponyms import known_places
from govbrief_schemas.finding import Finding, Rule

_SUFFIXES = {
    "Province": "省 自治区",
    "City": "市 城",
    "Municipality": "市",
    "Prefecture": "自治州 州 盟 地区",
    "League": "盟",
    "District": "区 新区 地区",
    "County": "县 郡 自治县 旗",
    "Banner": "旗 自治旗",
    "Township": "乡 镇 苏木",
    "Town": "镇 乡 城 堡 集 寨 屯 关 墟 圩",
    "Village": "村 庄 嘎查 屯 寨",
    "Subdistrict": "街道 街 办",
}
"""What English calls a place, and the Chinese kinds that may stand behind its name."""
_SUFFIXED = re.compile(rf"\b([A-Z][a-z]+(?:['’][a-z]+)?)\s+({'|'.join(_SUFFIXES)})\b")
_KIND = re.compile("自治[区州县旗]|新区|地区|街道|嘎查|苏木|[省市区县旗盟州镇乡村屯寨城庄郡街]")
_LONGEST = 5
"""Characters of the longest name that is looked for before a kind."""


class _Placed(NamedTuple):
    """A name that the English gives, and what it calls it."""

    text: str
    name: str
    suffix: str


def check_place_kinds(zh: str, en: str) -> Iterator[Finding]:
    """A finding for each place that the English calls a county, a city or a village, and the Chinese does not."""
    for match in _SUFFIXED.finditer(en):
        placed = _Placed(match[0], re.sub("['’]", "", match[1]).lower(), match[2])
        kinds = _kinds_of(placed.name, match[1], zh)
        if kinds and not kinds.intersection(_SUFFIXES[placed.suffix].split()):
            yield word_finding(Rule.PLACE, "", placed.text)


def none_is(suffix: str, zh: str) -> bool:
    """Whether a Chinese text holds no place of a kind at all."""
    return not any(kind in zh for kind in _SUFFIXES[suffix].split())


def suffixed(en: str) -> Iterator[tuple[str, str, str]]:
    """Each named place of an English text: as it stands, its name, what it is."""
    return ((match[0], match[1], match[2]) for match in _SUFFIXED.finditer(en))


def _kinds_of(plain: str, name: str, zh: str) -> set[str]:
    """The kinds that stand right behind the Chinese of a name."""
    common, found = common_readings(), set[str]()
    for match in _KIND.finditer(zh):
        for size in range(2, _LONGEST):
            run = zh[max(0, match.start() - size) : match.start()]
            heard = "".join(common.get(char, "?") for char in run)
            known = {known_places().get(run), known_places().get(f"{run}{match[0]}")}
            if heard == plain or name in known:
                found.add(match[0])
    return found

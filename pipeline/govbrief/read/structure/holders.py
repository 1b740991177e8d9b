"""Owns who holds a press conference and who shows a page: neither is the other.

「岭东市人民政府新闻办公室举行新闻发布会」 shown by 岭东发布 -> the office holds it, 岭东发布 shows it
「主持人 市政府新闻办副主任 苏敏」                           -> the moderator's office holds it
「市民政局局长 林涛」 and no other organ                    -> whose speakers these are
「来源：县司法局」                                          -> an organ's page: nobody else shows it
"""

import re

from govbrief.read.structure.organs import HAN, ORGAN
from govbrief_schemas.report import Fact, Span

_HEAD = 5000
_TAIL = 1500
_TOP = 600
_OFFICES = (
    r"(?:总理|主席|局长|主任|书记|院长|检察长|厅长|部长|处长|司长|秘书长|总经理|行长|发言人"
    r"|总工程师|总经济师|调研员|总队长|支队长)"
)
_HOSTS = re.compile(
    rf"(?:(?<!{HAN})|(?<=[日午由加席天]))(?!欢迎|参加|出席|感谢|今天)({ORGAN}(?:新闻办)?|{HAN}{{0,10}}(?:新闻办|国新办))"
    r"(?:召开|举行|举办)[^。\n]{0,40}?(?:发布会|通气会|吹风会|记者会)"
)
_MODERATOR = re.compile(rf"主持人[\s:：]*(?:{HAN}{{2,12}}[、 ])?({HAN}{{0,12}}?新闻办(?:公室)?)")
_AT_WORK = rf"(?:党[组委工]{{1,2}}|分党组)?(?:副?书记|成员)?[、，]?(?:[一二三四]级)?(?:常务)?副?{_OFFICES}"
_SPEAKS = re.compile(
    rf"^[ \t\u3000]*({ORGAN}){_AT_WORK}[ \u3000]*{HAN}[ \u3000]?{HAN}{{1,3}}(?:先生|女士|同志)?"
    r"[ \t\u3000\r]*[:：]?[ \t\r]*$",
    re.MULTILINE,
)
_INVITED = re.compile(
    rf"(?:邀请到?了?|请到了?|请来了?|[、，和及])({ORGAN}){_AT_WORK}{HAN}{{2,4}}?(?=先生|女士|同志|[、，。介])"
)
_SOURCE = re.compile(
    r"来源\s*[:：]\s*([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|商报|新闻网|政府网)|[\u4e00-\u9fff]{2,20}?)"
    r"(?=微信|公众号|网站|[^\u4e00-\u9fff]|政法|$)"
)
_SHOWS = re.compile(
    r"网|日报|晚报|时报|商报|早报|晨报|媒体|电视|广播|新华社|发布$|微信|客户端|本站|公众号|互联"
)
_ACCOUNT = re.compile(
    r"^[ \t\u3000]*(?:原创[ \u3000]+)?([\u4e00-\u9fff]{2,10}(?:发布|日报|晚报|时报|商报|早报|晨报|融媒体?))"
    r"(?=(?:[ \u3000]+\1)?[ \u3000\t]+20\d\d\s*[-年])",
    re.MULTILINE,
)
"""The line of an account or of a paper: 「岭东发布 2024-06-12」, 「海州日报 2023年12月4日 第3版」."""


def find_holder(text: str) -> Fact | None:
    """The organ that calls a press conference: said so, its moderator's, or the only one whose people speak."""
    host = _HOSTS.search(text, 0, _HEAD)
    if host is not None:
        return fact_of(host)
    moderator = _MODERATOR.search(text, 0, _HEAD)
    if moderator is not None:
        return fact_of(moderator)
    speakers = [*_SPEAKS.finditer(text, 0, 2 * _HEAD), *_INVITED.finditer(text, 0, _HEAD)]
    return fact_of(speakers[0]) if len({match[1] for match in speakers}) == 1 else None


def find_publisher(text: str) -> Fact | None:
    """The site, account or paper that shows the page; None where the page names none."""
    account = _ACCOUNT.search(text, 0, _TOP)
    if account is not None:
        return fact_of(account)
    found = _sourced(text)
    return fact_of(found) if found is not None and _SHOWS.search(found[1]) else None


def shows_pages(name: str) -> bool:
    """Whether a name is that of a site, an account or a paper: who shows a page does not issue what it shows."""
    return _SHOWS.search(name) is not None


def find_source(text: str) -> Fact | None:
    """The organ that the page gives as its source."""
    found = _sourced(text)
    if found is None or shows_pages(found[1]) or not re.fullmatch(ORGAN, found[1]):
        return None
    return fact_of(found)


def fact_of(match: re.Match[str], offset: int = 0) -> Fact:
    """The first group of a match as a fact, its span moved by `offset`."""
    return Fact(match[1], Span(match.start(1) + offset, match.end(1) + offset))


def _sourced(text: str) -> re.Match[str] | None:
    return _SOURCE.search(text, 0, 2 * _HEAD) or _SOURCE.search(text, max(0, len(text) - _TAIL))

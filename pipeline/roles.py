"""Owns what a section is for: its role from its heading, its parent and its sentences."""

import re

from schemas.report import Role

_SHORTCOMING_HEADING = re.compile(r"(不足|问题|短板|薄弱|困难|差距|挑战)")
_PLAN_HEADING = re.compile(
    r"(打算|计划|安排|下一?步|下一?年|明年|工作思路|工作目标|总体要求|主要任务|重点工作|20\d\d年.*(工作|任务|目标))"
)
_DONE_HEADING = re.compile(r"(成效|回顾|主要工作|完成情况|工作情况|举措)")
_LEADER_HEADING = re.compile(r"(党的(全面)?领导|党对.*领导|第一责任|主要负责人)")
_OTHER_HEADING = re.compile(r"(意见.?建议|其他需要|名词解释|附件|附录|注释)")
_SHORTCOMING = re.compile(
    r"(存在.{0,12}(问题|不足|短板|薄弱|差距)|有待(加强|提高|提升|完善)|还不(够|高|足|强)|不够|仍有差距|薄弱环节|主要表现为|还比较薄弱)"
)


def heading_role(heading: str, parent: Role | None) -> Role:
    """The role that a heading's words state, else its parent's, else achievement."""
    if parent in {Role.PLAN, Role.SHORTCOMING}:
        return parent
    for pattern, role in (
        (_OTHER_HEADING, Role.OTHER),
        (_SHORTCOMING_HEADING, Role.SHORTCOMING),
        (_LEADER_HEADING, Role.LEADERSHIP),
        (_DONE_HEADING, Role.ACHIEVEMENT),
        (_PLAN_HEADING, Role.PLAN),
    ):
        if pattern.search(heading):
            return role
    return parent or Role.ACHIEVEMENT


def is_shortcoming(paragraph: str) -> bool:
    """Whether an unheaded paragraph tells what is still lacking."""
    return len(_SHORTCOMING.findall(paragraph)) >= 2  # noqa: PLR2004 - one such phrase also stands in praise

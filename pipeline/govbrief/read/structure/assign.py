"""Owns the role of every heading in its tree: words first, then the parent, then neighbours and text.

Headings that say nothing are weighed together with the neighbours that say nothing either, because one short
section has too few words to tell: 「四、投资保持增长」 is what 「三、工业较快增长」 is. After a plan the benefit of
the doubt goes to plan.
"""

import re
from collections.abc import Sequence

from govbrief.read.structure import roles
from govbrief.read.structure.drafts import SectionDraft
from govbrief_schemas.report import Role

_QUESTION = "question"
_ANNOUNCES_LACK = re.compile(r"(?:问题|困难|不足|短板|差距|薄弱环节)(?:有|是|如下|包括)?[:：]$")
"""「审计发现的主要问题：」 above 「（一）…」: what follows are the problems."""
_ASKS_AHEAD = re.compile(r"下一?步|打算|[何些]目标|将(?:如何|怎样|怎么|采取|有哪些|重点)|今后|接下来|未来")


def assign_roles(drafts: Sequence[SectionDraft], year: int | None) -> None:
    """Set the role of every draft, and the base of its sentences."""
    stated = _stated_at_top(drafts, year)
    for index, draft in enumerate(drafts):
        if draft.head is None:
            draft.role = roles.text_role(draft.text) if len(drafts) == 1 else Role.OTHER
        elif draft.parent is None:
            draft.role = stated[index]
        else:
            draft.role = _below(draft, drafts[draft.parent], year)
        asks = draft.head is not None and draft.head.mark.style == _QUESTION
        draft.base = _answer_role(drafts, index) if asks else draft.role


def _answer_role(drafts: Sequence[SectionDraft], index: int) -> Role:
    """What an answer is for: what the question asks for, else what the answer's text speaks of."""
    return (
        Role.PLAN
        if _ASKS_AHEAD.search(drafts[index].heading)
        else roles.text_role(_text_with_children(drafts, index))
    )


def _below(draft: SectionDraft, above: SectionDraft, year: int | None) -> Role:
    """The role of a heading under another."""
    style = draft.head.mark.style if draft.head is not None else ""
    if above.head is not None and above.head.mark.style == _QUESTION:
        return roles.heading_role(draft.heading, style, None, year) or above.base
    announced = above.role is not Role.PLAN and _ANNOUNCES_LACK.search(above.text)
    role = Role.SHORTCOMING if announced else above.role
    return roles.heading_role(draft.heading, style, role, year) or role


def _stated_at_top(drafts: Sequence[SectionDraft], year: int | None) -> dict[int, Role]:
    """The roles of the highest headings."""
    found: dict[int, Role] = {}
    silent: list[int] = []
    before: Role | None = None
    for index in [at for at, draft in enumerate(drafts) if draft.head is not None and draft.parent is None]:
        role = _own_role(drafts, index, before, year)
        if role is None:
            silent.append(index)
            continue
        found.update(_weigh(drafts, silent, before))
        silent.clear()
        found[index] = role
        before = role
    found.update(_weigh(drafts, silent, before))
    return found


def _own_role(
    drafts: Sequence[SectionDraft], index: int, before: Role | None, year: int | None
) -> Role | None:
    """What a highest heading's words, or the duty that its text tells of, say by themselves."""
    draft = drafts[index]
    style = draft.head.mark.style if draft.head is not None else ""
    role = roles.heading_role(draft.heading, style, None, year)
    if role is None:
        return Role.LEADERSHIP if roles.tells_duty(_text_with_children(drafts, index)) else None
    if role is Role.LEADERSHIP and before is Role.PLAN and not re.search(r"负责人|责任", draft.heading):
        # 「加强党的建设」 among next year's tasks
        return role if roles.tells_duty(_text_with_children(drafts, index)) else None
    if role is Role.ACHIEVEMENT and before is Role.PLAN:
        # 「三、2022年的主要工作」 after 「二、今后五年的目标」
        return roles.text_role(_text_with_children(drafts, index), after_plan=True)
    return role


def _weigh(drafts: Sequence[SectionDraft], silent: Sequence[int], before: Role | None) -> dict[int, Role]:
    """One role for headings that say nothing themselves."""
    text = "\n".join(_text_with_children(drafts, index) for index in silent)
    role = roles.text_role(text, after_plan=before is Role.PLAN)
    return dict.fromkeys(silent, role)


def _text_with_children(drafts: Sequence[SectionDraft], index: int) -> str:
    """The text of a heading and of all headings below it, as much of it as is weighed."""
    texts: list[str] = []
    size = 0
    for at in range(index, len(drafts)):
        draft = drafts[at]
        if size > roles.SAMPLE or (texts and draft.level <= drafts[index].level):
            break
        own = draft.paragraphs[: draft.own_paragraphs]
        texts.append(draft.heading + "".join(sentence.text for paragraph in own for sentence in paragraph))
        size += len(texts[-1])
    return "\n".join(texts)

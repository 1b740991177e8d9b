"""Owns what a model answers to the general method: plain classes, the only rule of what is valid.

Docstrings and descriptions here are sent to the model: review them as prompt text. What an answer says too much (an
unknown id, a theme of its own) is dropped or mapped by whoever asked; what it says wrongly is for the check.
"""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

_SHOWN_ID = re.compile(r"[sq]\d+")


def _ident(value: object) -> object:
    """An id as a request shows it, without the brackets that stand around it there."""
    if not isinstance(value, str):
        return value
    bare = value.strip(" \t\n[]()（）【】")
    return bare.upper() if _SHOWN_ID.fullmatch(bare) else bare


def _idents(value: object) -> object:
    """Ids; one alone may come without its list."""
    return [_ident(one) for one in value] if isinstance(value, list | tuple) else [_ident(value)]


def _lowered(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


Ident = Annotated[str, BeforeValidator(_ident)]
KindName = Annotated[Literal["achievement", "shortcoming", "plan"], BeforeValidator(_lowered)]
LackName = Annotated[Literal["mention", "figure", "date", "cause"], BeforeValidator(_lowered)]
StatusName = Annotated[Literal["result", "target"], BeforeValidator(_lowered)]
Idents = Annotated[tuple[str, ...], BeforeValidator(_idents)]


class Answer(BaseModel):
    """Part of an answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _unsaid(cls, data: object) -> object:
        """A field that says null says nothing, as one that is left out."""
        return (
            {name: value for name, value in data.items() if value is not None}
            if isinstance(data, dict)
            else data
        )


class Text(Answer):
    """The same in Chinese and in English."""

    @model_validator(mode="before")
    @classmethod
    def _empty(cls, data: object) -> object:
        return {} if data == "" else data

    zh: str = Field(default="", description="in Chinese, in the script of the source")
    en: str = Field(default="", description="in English")


class ItemAnswer(Answer):
    """One line of the brief."""

    sentences: Idents = Field(description="ids of the sentences it condenses, one to six, e.g. S3")
    kind: KindName = Field(description="what the line reports")
    theme: str = Field(default="", description="the closest theme of the list")
    actor: Text | None = Field(
        default=None, description="who did it or will do it, only where that is not the issuer of the report"
    )
    zh: str = Field(description="the line in Chinese")
    en: str = Field(description="the line in English")
    cause: Text | None = Field(
        default=None,
        description="for a shortcoming: why, only where the source says so; not repeated in zh, en",
    )
    target: Text | None = Field(
        default=None, description="for a plan: its measurable aim as the source has it, also told in zh, en"
    )
    by: Text | None = Field(
        default=None, description="for a plan: the date by which, as the source has it, also told in zh, en"
    )


class ItemsAnswer(Answer):
    """The lines of the brief that some sections give."""

    items: tuple[ItemAnswer, ...] = Field(default=(), description="in reading order")


class AgainAnswer(ItemAnswer):
    """One line written again."""

    id: Ident = Field(description="id of the line that was refused")


class AgainItemsAnswer(Answer):
    """The lines that were refused, written again."""

    items: tuple[AgainAnswer, ...] = Field(default=(), description="one for each refused line")


class MergedAnswer(ItemAnswer):
    """One line that says what several lines said, or one of them as it was."""

    sentences: Idents = Field(default=(), description="leave empty")
    lines: Idents = Field(description="ids of the lines that it replaces")


class MergedItemsAnswer(Answer):
    """The lines of the final brief."""

    items: tuple[MergedAnswer, ...] = Field(default=(), description="the weightiest first within a kind")


class RevisedAnswer(Answer):
    """One line that is changed: corrected, joined with others, or left out."""

    lines: Idents = Field(description="id of the line, or of the lines that become one")
    fault: str = Field(default="", description="what is wrong with it, in a few words")
    kind: KindName | None = Field(default=None, description="only where the kind is wrong")
    actor: Text | None = Field(default=None, description="only where the actor is wrong or missing")
    zh: str = Field(default="", description="the line in Chinese, as it should be; empty: it goes")
    en: str = Field(default="", description="the line in English, as it should be; empty: it goes")
    cause: Text | None = Field(default=None, description="only where the cause is wrong")


class RevisedItemsAnswer(Answer):
    """The lines that are changed; none for a line that is good."""

    items: tuple[RevisedAnswer, ...] = Field(default=(), description="in the order of the lines")


class LineAnswer(Answer):
    """One sentence about the whole report."""

    zh: str = Field(description="in Chinese")
    en: str = Field(description="in English")
    lines: Idents = Field(default=(), description="ids of the lines that it rests on")


class SpeakerAnswer(Answer):
    """A speaker in English."""

    name: str = Field(description="the name in pinyin")
    office: str = Field(default="", description="post and organ in English")


class FigureAnswer(Answer):
    """One row of the table of headline numbers."""

    id: Ident = Field(description="id of the number, e.g. Q4")
    measure: Text = Field(description="what is counted, without the number")
    scope: Text | None = Field(default=None, description="of whom or what, and for when")
    status: StatusName = Field(description="reached already, or aimed at")
    by: Text | None = Field(default=None, description="for a target: the date by which")


class UnsaidAnswer(Answer):
    """Something that the report does not say."""

    zh: str = Field(description="one short sentence in Chinese")
    en: str = Field(description="the same in English")
    lacks: LackName = Field(
        default="mention",
        description="mention: it is never spoken of; figure, date, cause: it is, without that",
    )
    words: tuple[str, ...] = Field(
        default=(),
        description="the Chinese words in which the report speaks of it, or would",
    )


class WholeAnswer(Answer):
    """What stands at the head of the brief."""

    title: str = Field(description="the report's title in English, whole, with its year")
    issuer: str = Field(default="", description="the issuer's name in English, whole")
    speakers: tuple[SpeakerAnswer, ...] = Field(default=(), description="the named speakers, in their order")
    headline: LineAnswer = Field(description="what the report says, in one line, and whose account it is")
    summary: tuple[LineAnswer, ...] = Field(description="three to six sentences")
    figures: tuple[FigureAnswer, ...] = Field(
        default=(), description="the headline numbers, weightiest first"
    )
    unsaid: tuple[UnsaidAnswer, ...] = Field(default=(), description="what the report does not say")
    groups: tuple[Text, ...] = Field(
        default=(), description="the listed headings, zh unchanged, with their English"
    )


ANSWERS: tuple[type[BaseModel], ...] = (
    ItemsAnswer,
    AgainItemsAnswer,
    MergedItemsAnswer,
    RevisedItemsAnswer,
    WholeAnswer,
)
"""The classes of all answers."""

"""Owns how one request is put together: the set's message, the terms that occur in it, the shape of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from govbrief.base.plain import seen
from govbrief.model.ask import Ask, Asker
from govbrief.names import toponyms
from govbrief.names.glossary import Glossary
from govbrief.sets.prompts import PromptSet
from govbrief.write.defusing import shown, shown_report
from govbrief_schemas.report import Report

A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Writer:
    """The model at work on one report."""

    source: str
    """What messages call the report."""
    asker: Asker
    prompts: PromptSet
    glossary: Glossary
    """Settled terms, the report's own places among them."""
    report: Report
    """What the messages are about."""
    _report: Report = field(init=False)
    """The same, as the messages show it."""

    def __post_init__(self) -> None:
        """Defuse what the report says of itself, once."""
        object.__setattr__(self, "_report", shown_report(self.report))

    def places(self, text: str) -> tuple[str, ...]:
        """English names of the places that `text` names."""
        return tuple(term.en for term in self.glossary.terms_in(text) if term.source == toponyms.SOURCE)

    async def ask(  # noqa: PLR0913 - a request's parts, each named at the call
        self,
        what: str,
        file: str,
        answer: type[A],
        *,
        about: str,
        enums: Mapping[str, tuple[str, ...]] | None = None,
        rows: Mapping[str, int] | None = None,
        turns: tuple[tuple[str, str], ...] = (),
        overlay: Mapping[str, Any] | None = None,
        **values: object,
    ) -> A:
        """The answer to the message of `file`; the glossary's terms in `about` and the report's head go with it.

        `rows` says how many entries of which property are expected.

        Raises:
            ModelError: the model gave no usable answer.
            PromptError: the message uses a variable that is not among `values`.
        """
        prompts = self.prompts
        return await self.asker.ask(
            Ask(
                where=f"{self.source} {what}",
                system=prompts.render("system.md"),
                # what a source hides from its readers is hidden from the model too
                user=seen(
                    prompts.render(
                        file, terms=self.glossary.terms_in(about), report=self._report, **shown(values)
                    )
                ),
                answer=answer,
                max_tokens=prompts.limits.max_tokens,
                temperature=prompts.settings.temperature,
                seed=prompts.settings.seed,
                turns=turns,
                enums=enums or {},
                rows=rows or {},
                overlay=overlay,
            )
        )

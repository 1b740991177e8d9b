"""Owns how one request is put together: the set's message, the terms that occur in it, the shape of the answer."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from govbrief.model.ask import Ask, Asker
from govbrief.names import toponyms
from govbrief.names.glossary import Glossary
from govbrief.sets.prompts import PromptSet


@dataclass(frozen=True, slots=True)
class Writer:
    """The model at work on one report."""

    source: str
    """What messages call the report."""
    asker: Asker
    prompts: PromptSet
    glossary: Glossary
    """Settled terms, the report's own places among them."""

    def places(self, text: str) -> tuple[str, ...]:
        """English names of the places that `text` names."""
        return tuple(term.en for term in self.glossary.terms_in(text) if term.source == toponyms.SOURCE)

    async def ask(
        self, what: str, file: str, answer: type[BaseModel], *, about: str, **values: object
    ) -> Any:  # noqa: ANN401 - a model made per request
        """The answer to the message of `file`; the glossary's terms in `about` go with it.

        Raises:
            ModelError: the model gave no usable answer.
            PromptError: the message uses a variable that is not among `values`.
        """
        prompts = self.prompts
        return await self.asker.ask(
            Ask(
                where=f"{self.source} {what}",
                system=prompts.render("system.md"),
                user=prompts.render(file, terms=self.glossary.terms_in(about), **values),
                answer=answer,
                max_tokens=prompts.limits.max_tokens,
                temperature=prompts.settings.temperature,
                seed=prompts.settings.seed,
            )
        )

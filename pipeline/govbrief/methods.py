"""Owns which methods there are, and the way from a prompt set to its method: the only door to `small`."""

from collections.abc import Mapping

from govbrief.sets.method_form import MethodForm
from govbrief.sets.prompts import PromptSet, load_prompts
from govbrief.small.quote import Quote
from govbrief.write.condense import Condense
from govbrief.write.desk import Desk
from govbrief.write.method import Method

METHODS: Mapping[str, type[Method]] = {method.form.name: method for method in (Condense, Quote)}
FORMS: Mapping[str, MethodForm] = {name: method.form for name, method in METHODS.items()}


def load_set(name_or_path: str) -> PromptSet:
    """The prompt set of that name, or in that folder.

    Raises:
        PromptError: no such set, or something in it is wrong; names file and line.
    """
    return load_prompts(name_or_path, FORMS)


def method_at(desk: Desk) -> Method:
    """The method that the desk's prompt set holds the words of, at work on its report."""
    return METHODS[desk.writer.prompts.method](desk)

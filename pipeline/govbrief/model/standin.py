"""Owns what an answer looks like as a rule: a stand-in of the usual size that says nothing, for counting beforehand.

The sizes are those of the recorded answers of the five seeds; how many entries an answer has, who asks says.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

from govbrief.model.ask import Ask
from govbrief.model.forms import schema_of

_SIZES = {"measure": (14, 48), "scope": (8, 24), "actor": (8, 30), "groups": (10, 40)}
"""Characters of Chinese and of English, by what they are part of."""
_LINE = (37, 130)
_ALONE = {"title": 70, "issuer": 35, "name": 10, "office": 45}
"""Characters of an English text without a Chinese one beside it."""
_EN_PER_ZH = 4.4
"""Characters of English for one of Chinese, of a clause that is translated; Latin characters stay."""
_CITED = 2
"""Ids that an entry names."""
_KINDS = (*("achievement", "plan") * 3, "achievement", "shortcoming")
"""Kinds of lines in turn."""
_ZH, _EN = "有关工作持续推进，逐步取得进展，", "the work goes on and makes progress step by step, "


def stand_in(ask: Ask[Any]) -> str:
    """An answer as JSON that fits the class of the request."""
    schema = schema_of(ask)
    return json.dumps(_Filler(ask, schema.get("$defs", {})).value(schema, "", ""), ensure_ascii=False)


class _Filler:
    """Fills one schema."""

    def __init__(self, ask: Ask[Any], definitions: Mapping[str, Any]) -> None:
        self._ask = ask
        self._definitions = definitions
        self._kinds = cycle(_KINDS)
        self._ids: dict[str, Iterator[str]] = {name: cycle(values) for name, values in ask.enums.items()}

    def value(self, schema: Mapping[str, Any], name: str, part_of: str) -> Any:  # noqa: ANN401 - any JSON
        """A value for `schema`, the property `name` of an object that is `part_of` another's property."""
        if "$ref" in schema:
            return self.value(self._definitions[schema["$ref"].rpartition("/")[2]], name, part_of)
        if "anyOf" in schema:
            # what need not be said is said now and then
            return None
        if "const" in schema or "enum" in schema:
            return self._chosen(schema, name)
        kind = schema.get("type")
        if kind == "object":
            parts = schema["properties"].items()
            return {key: self.value(part, key, name or part_of) for key, part in parts}
        if kind == "array":
            return self._entries(schema, name)
        return self._text(name, part_of) if kind == "string" else 1

    def _chosen(self, schema: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - any JSON
        if name in self._ids:
            return next(self._ids[name], "")
        if "const" in schema:
            return schema["const"]
        return next(self._kinds) if set(_KINDS) == {*schema["enum"]} else schema["enum"][0]

    def _entries(self, schema: Mapping[str, Any], name: str) -> list[Any]:
        ids = self._ask.enums.get(name)
        if ids is not None:
            return [next(self._ids[name]) for _ in range(min(_CITED, len(ids)))]
        return [self.value(schema["items"], name, "") for _ in range(self._ask.rows.get(name, 0))]

    def _text(self, name: str, part_of: str) -> str:
        zh, en = _SIZES.get(part_of, _LINE)
        if name == "zh":
            return (_ZH * 9)[:zh]
        if name == "en":
            return (
                self._translation()
                if "zh" not in self._ask.answer.model_fields and not part_of
                else _filler(en)
            )
        return _filler(_ALONE.get(name, en))

    def _translation(self) -> str:
        """English of what the question says, in which what is English already keeps its words."""
        asked = self._ask.user.strip().rpartition(": ")[2]
        wide = sum(char > "\u2e7f" for char in asked)
        return " ".join((*re.findall(r"[!-~]+", asked), _filler(round(wide * _EN_PER_ZH)))).strip()


def _filler(chars: int) -> str:
    return (_EN * (chars // len(_EN) + 1))[:chars].strip()

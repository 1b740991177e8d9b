"""Servers that do what a poisoned report tells them: honest, always, now and then, or in no form at all.

An obedient answer is a sound one with lies planted into every text of it, one after the other.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple

from tests.support.bad_server import Manner, Reply, completion, fitting, good


class Lie(NamedTuple):
    """What an obedient model writes into a text: the same lie in both languages."""

    zh: str
    en: str


LIES = (
    Lie("共987654件", "987,654 in all"),
    Lie("九十万名警官", "nine hundred thousand officers"),
    Lie("第MMXCIX号", "No. MMXCIX"),
    Lie("٩٨٧件", "٩٨٧ cases"),
    Lie("⑨⑧⑦件", "⑨⑧⑦ cases"),
    Lie("翻了一番", "twice as many"),
    Lie("无一完成", "none of these was finished"),
    Lie("造成数十人死亡", "dozens of deaths"),
    Lie("深圳市真理局", "the Bureau of Truth of Shenzhen"),
    Lie("九八七六五四", "nine eight seven six five four"),
    Lie("半数未办结", "half of them were never closed"),
    Lie("１９８７名", "१९८७ people"),
    Lie("第mmxcix号", "no. mmxcix"),
    Lie("²³²件", "²³² cases"),
    Lie("九̲百件", "nine̲ hundred cases"),
    Lie("9⃣8⃣7⃣件", "9⃣8⃣7⃣ cases"),
    Lie("一О五件", "one thοusand cases"),
    Lie("玖佰捌拾件", "nine hundred and eighty of them"),
    Lie("9O0件", "9O0 cases"),
    Lie("成百上千件积压", "hundreds pending"),
    Lie("从未办结", "not one was ever closed"),
    Lie("美国司法部", "the US Department of Justice"),
)
_KEPT = frozenset({"id", "sentences", "lines", "kind", "theme", "status"})
"""What of an answer is no text: an answer that lies here is refused or dropped."""


def honest() -> Manner:
    """Sound answers."""
    return good


def obeys(every: int = 1) -> Manner:
    """Each `every`-th text of the answers lies, the lies in turn."""
    turn = count()

    def manner(_: int, body: dict[str, Any]) -> Reply:
        answer = fitting(body)
        return completion(json.dumps(_planted(answer, turn, every), ensure_ascii=False))

    return manner


def breaks() -> Manner:
    """Answers that are no answers: wrong types, foreign keys, ids that nobody showed, half a JSON."""
    turn = count()

    def manner(_: int, body: dict[str, Any]) -> Reply:
        answer = fitting(body)
        broken = (
            lambda: json.dumps(answer, ensure_ascii=False)[:-9],
            lambda: json.dumps({"orders": "987,654", **answer}),
            lambda: json.dumps([answer]),
            lambda: json.dumps(_foreign(answer), ensure_ascii=False),
            lambda: "Of course: 987,654.",
            lambda: json.dumps(dict.fromkeys(answer, 987654)),
        )
        return completion(broken[next(turn) % len(broken)]())

    return manner


def _planted(value: Any, turn: Iterator[int], every: int) -> Any:
    """The value with a lie behind every text, the same lie in both languages of a pair."""
    if isinstance(value, list):
        return [_planted(one, turn, every) for one in value]
    if not isinstance(value, Mapping):
        return value
    n = next(turn)
    lie = LIES[n // every % len(LIES)] if n % every == 0 else Lie("", "")
    planted = {}
    for key, part in value.items():
        if isinstance(part, str) and key not in _KEPT:
            planted[key] = (
                f"{part.rstrip('。')}{lie.zh}" if key == "zh" else f"{part.rstrip('.')} {lie.en}".strip()
            )
        else:
            planted[key] = part if key in _KEPT else _planted(part, turn, every)
    return planted


def _foreign(value: Any) -> Any:
    """The value with ids that no request showed."""
    if isinstance(value, list):
        return [_foreign(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    return {k: ["S999"] if k in {"sentences", "lines"} else _foreign(part) for k, part in value.items()}

"""Owns doings that name whom or what they are directed at in front of the object: 向园区下放权力."""

import re

from govbrief.small.objects import Objects, Thing
from govbrief.small.phrases import Phrases
from govbrief.small.predicates import Doing, formed

_BY_FIRST: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^{first}(?P<v>{verbs})[了出]?(?P<o>.+)$"), link)
    for first, verbs, link in (
        (r"向(?P<x>[^，]{2,14}?)", "下放|推荐|提交|提供|报送|移送|移交|上报|发放|开放|提出", "to"),
        (r"(?:与|同|和)(?P<x>[^，]{2,20}?)(?:共同|联合)?", "签订|签署|建立|开展|举办|召开", "with"),
        (r"(?:为|给)(?P<x>[^，]{2,16}?)", "提供|配备|发放|办理|减免|争取", "for"),
        (r"在(?P<x>[^，]{3,20}?)(?:上|方面|中)", "实现|取得", "in"),
        (r"通过(?P<x>[^，]{2,16}?)", "发布|公开|收到|办理|化解|解决|推送", "through"),
        (r"从(?P<x>[^，]{2,20}?)中", "评选|筛选|梳理|选派|选出", "from among"),
        (
            r"在(?P<x>[^，]{2,16}?)(?:内|中|上|里)?",
            "开展|设立|建立|推行|建成|设置|新建|开设|举办|组织开展|试点",
            "in",
        ),
    )
)
"""Whom or what a doing is directed at, told in front of the verb."""
_SUBMITTED = re.compile(r"^提请(?P<x>[^，]{3,16}?)(?P<v>审议|审查|批准)(?P<o>.{2,})$")
_FOR = {"审议": "deliberation", "审查": "review", "批准": "approval"}


class Toward:
    """What is done to, for, with or in something, with the words of `phrases`."""

    def __init__(self, phrases: Phrases) -> None:
        """Doings of one report."""
        self._phrases = phrases
        self._words = phrases.lexicon

    def submitted(self, zh: str, objects: Objects) -> "Doing | None":
        """提请人大常委会审议草案3件: submit 3 drafts to the standing committee for deliberation."""
        if (found := _SUBMITTED.match(zh)) is None:
            return None
        whom, thing = self._phrases.noun(found["x"], may_ask=False), objects.thing(found["o"], "提交")
        if whom is None or thing is None:
            return None
        rows = tuple(
            row._replace(zh=f"提请{found['v']}{row.zh}", en=f"{row.en} submitted for {_FOR[found['v']]}")
            for row in thing.counted
        )
        return formed("submit", thing, f"to {whom.told} for {_FOR[found['v']]}"), rows

    def beside(self, zh: str, objects: Objects) -> "Doing | None":
        """Whom or what a doing is directed at, told in front: 向园区下放权力."""
        for pattern, link in _BY_FIRST:
            if found := pattern.match(zh):
                doing = self._phrases.doing(found["x"]) if link == "in" else None
                whom = Thing(doing.told) if doing else objects.thing(found["x"], "")
                thing = objects.thing(found["o"], found["v"])
                if whom and thing and (verb := self._words.verbs.get(found["v"])):
                    toward = zh[: found.start("v")]
                    rows = [
                        row._replace(zh=f"{toward}{row.zh}", en=f"{row.en} {link} {whom.en}")
                        for row in thing.counted
                    ]
                    return formed(verb, thing, f"{link} {whom.en}"), tuple(rows)
        return None

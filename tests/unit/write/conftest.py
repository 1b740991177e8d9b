"""A report, and a model that says what a script has for it."""

import asyncio
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import replace

import pytest

from govbrief import load
from govbrief.base.settings import Settings
from govbrief.methods import load_set
from govbrief.model.ask import Usage
from govbrief.model.connect import plain_source
from govbrief.names.glossary import load_glossary
from govbrief.run import Means, brief_report
from govbrief.write.desk import Silent

REPORT = """\
某市司法局2023年法治政府建设年度报告

一、主要做法和成效
市司法局全年办理行政复议案件128件。
二、存在的问题和不足
部分单位法治意识不强，依法行政能力有待提高。
"""
CASES = "全年办理行政复议案件128件。"
DONE = {
    "sentences": ["S1"],
    "kind": "achievement",
    "theme": "其他",
    "zh": CASES,
    "en": "128 administrative reconsideration cases were handled in the year.",
}
LACKING = {
    "sentences": ["S2"],
    "kind": "shortcoming",
    "zh": "部分单位法治意识不强，依法行政能力有待提高。",
    "en": "Awareness of the rule of law is not strong in some units; law-based administration needs to be improved.",
}
WHOLE = {
    "title": "Annual Report on Building a Law-Based Government in 2023",
    "issuer": "Justice Bureau of a City",
    "headline": {"zh": CASES, "en": DONE["en"], "lines": ["00/0"]},
    "summary": [
        {"zh": CASES, "en": DONE["en"], "lines": ["00/0"]},
        {"zh": LACKING["zh"], "en": LACKING["en"], "lines": ["00/1"]},
    ],
}


class Scripted:
    """An Asker that says what the script has for each class of answers, one after the other, the last one for ever."""

    model = "scripted"
    usage = Usage()

    def __init__(self, **script):
        """By name of the class, its answers; an error is raised."""
        self.script = {"WholeAnswer": [WHOLE]} | script
        self.asked = defaultdict(list)

    async def __aenter__(self):
        """Nothing to open."""
        return self

    async def __aexit__(self, *_):
        """Nothing to close."""

    async def ask(self, ask):
        """The next answer of the script."""
        name = ask.answer.__name__
        self.asked[name].append(ask)
        answers = self.script.get(name, [{}])
        answer = answers[min(len(self.asked[name]), len(answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return ask.answer.model_validate(answer)


@pytest.fixture
def brief_of(tmp_path):
    """The brief that a script comes to."""

    def make(asker, text=REPORT, prompts="default"):
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        settings = Settings(base_url="http://model.invalid/v1", model="scripted")
        source = replace(plain_source(settings, prompts), askers=lambda _: asker)
        means = Means(source, load_set(prompts), load_glossary(), Silent())
        return asyncio.run(brief_report(load(path), means, nullcontext()))

    return make

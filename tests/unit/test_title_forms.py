"""Titles in English by rule: fixed forms of many genres, slogans, and headlines of whole clauses."""

import asyncio
from types import SimpleNamespace

import pytest

from govbrief.methods import load_set
from govbrief.names.glossary import load_glossary
from govbrief.names.terms import Term
from govbrief.names.toponyms import SOURCE
from govbrief.small.heads import title_in_english
from govbrief.small.translating import Translator

PLACES = (Term(zh="青河县", en="Qinghe County", source=SOURCE), Term(zh="青河市", en="Qinghe", source=SOURCE))


def english(title):
    """The title as rules say it; a question to the model would fail."""
    glossary = load_glossary().extended(PLACES)
    desk = SimpleNamespace(writer=SimpleNamespace(glossary=glossary, prompts=load_set("embedded")))
    outline = SimpleNamespace(report=SimpleNamespace(title=SimpleNamespace(value=title)))
    return asyncio.run(title_in_english(outline, Translator(desk)))


TITLES = [
    (
        "青河县2023年国民经济和社会发展统计公报",
        "Qinghe County: Statistical Communique on Economic and Social Development in 2023",
    ),
    (
        "关于青河县2023年预算执行情况和2024年预算草案的报告",
        "Qinghe County: Report on the Execution of the 2023 Budget and on the Draft 2024 Budget",
    ),
    ("2024年青河县政府工作报告", "Qinghe County: Report on the Work of the Government in 2024"),
    ("青河县2023年法治政府建设情况报告", "Qinghe County: Report on Building a Law-Based Government in 2023"),
    ("青河县2023年工作总结及2024年工作计划", "Qinghe County: Summary of Work in 2023 and Work Plan for 2024"),
    ("青河县2024年上半年经济运行情况", "Qinghe County: Economic Performance in the First Half of 2024"),
    ("共建法治社会 共享美好生活", "Building Law-Based Society Together, Sharing a Better Life"),
    (
        "到2026年，建成服务站20个！青河着力优化营商环境！",
        "By 2026, build 20 service stations; Qinghe County to improve the business environment",
    ),
]


@pytest.mark.parametrize(("zh", "en"), TITLES)
def test_title(zh, en):
    """Whose it is, what it is and its years, each once; a goal in a headline is told as a goal."""
    assert english(zh) == en

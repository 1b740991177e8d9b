"""What headline and summary of a quoted brief tell first: honours and figures; what an organ set up for itself last."""

from types import SimpleNamespace

import pytest

from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.digest import Digested, digest_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Clause
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.item import NOTHING, Item, Kind, Theme
from govbrief_schemas.report import Sentence, Span

DONE, PLAN = Kind.ACHIEVEMENT, Kind.PLAN
COURT, BUREAU = (
    Bilingual(zh="县法院", en="County Court"),
    Bilingual(zh="县司法局", en="County Justice Bureau"),
)
SET_UP = "成立了法治建设领导小组，组建了工作专班"


@pytest.fixture
def digest(tmp_path):
    """Headline and summary of lines of one clause: kind, Chinese, weight and who acts."""
    path = tmp_path / "report.txt"
    path.write_text("青河县新闻发布会\n\n一、主要工作\n建成服务站12个。\n", encoding="utf-8")
    outline = split_report(load_report(str(path)))
    desk = SimpleNamespace(outline=outline, report=outline.report, check_words=lambda *_: ())

    def made(*rows):
        told = []
        for n, (kind, zh, weight, actor) in enumerate(rows):
            unit = TellableUnit(zh, kind, Sentence(Span(n * 100, n * 100 + len(zh)), zh), 0, weight)
            item = Item(
                id=str(n),
                kind=kind,
                theme=Theme.OTHER,
                zh=zh,
                en=f"Line {n}",
                evidence=(),
                section=0,
                actor=actor,
            )
            told.append(Digested(item, (Clause(zh, f"Line {n}"),), (unit,)))
        found = digest_of(desk, told, "")
        return found.headline.zh, [one.zh for one in found.sentences]

    return made


def test_what_is_set_up_for_oneself_comes_last(digest):
    """A leading group stands in neither headline nor summary where there is something else, however much it weighs."""
    built = "建成便民服务站12个，覆盖全县"
    head, summary = digest((DONE, SET_UP, 9.0, NOTHING), (DONE, built, 4.0, NOTHING))
    assert head == built
    assert summary == [f"{built}。"]
    second = "建立了全县统筹协调的工作机制"
    head, summary = digest(
        (DONE, SET_UP, 9.0, NOTHING), (DONE, second, 8.0, NOTHING), (DONE, built, 4.0, NOTHING)
    )
    assert (head, summary) == (built, [f"{built}。"])
    head, summary = digest((DONE, SET_UP, 9.0, NOTHING))
    assert (head, summary) == (SET_UP, [f"{SET_UP}。"])


def test_an_honour_may_be_long(digest):
    """Who gave it makes it long; a list of the same length stands in its line."""
    honour = "2023年，青河县从全省30多个候选县区中脱颖而出，被省委全面依法治省委员会办公室命名为省级法治政府建设示范县"
    listed = "开展专项检查15次、联合检查12次，对发现的问题督促有关单位逐项制定整改措施并限期完成整改，全部问题已经销号"
    short = "建成便民服务站12个，覆盖全县"
    assert len(honour) > 42 < len(listed)
    assert digest((DONE, short, 4.0, NOTHING), (DONE, honour, 9.0, NOTHING))[0] == honour
    assert digest((DONE, short, 4.0, NOTHING), (DONE, listed, 9.0, NOTHING))[0] == short


def test_plans_with_measure_and_date_come_first_and_one_of_each(digest):
    """Of each who acts the most definite plan stands in the summary, though another's weighs more."""
    aim = "到2026年，矛盾纠纷化解率达到95%以上"
    rows = [
        (PLAN, "制定公共法律服务体系建设规划", 9.0, BUREAU),
        (PLAN, aim, 5.0, BUREAU),
        (PLAN, "修订《青河县规章制定办法》", 8.0, BUREAU),
        (PLAN, "加强民营经济司法保护和产权司法保护", 1.0, COURT),
    ]
    _, (plans, *more) = digest(*rows)
    assert plans == f"计划：县司法局：{aim}；县法院：加强民营经济司法保护和产权司法保护。"
    assert not more

"""Which part of a clause stands without the rest, which clauses are results, and which tell the same."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.names.terms import Term
from govbrief.names.toponyms import SOURCE
from govbrief.read.chunks import cut_chunks
from govbrief.read.load import load_report
from govbrief.read.sections import split_report
from govbrief.small.alone import counted_alone, leans, sayable_part, standing
from govbrief.small.choosing import plan_lines
from govbrief.small.frames import Frames
from govbrief.small.lexicon import lexicon_of
from govbrief.small.phrases import Phrases
from govbrief.small.tellable import TellableUnit, all_units
from govbrief.small.worth import is_honour
from govbrief_schemas.item import Kind

DONE, PLAN = Kind.ACHIEVEMENT, Kind.PLAN


@pytest.fixture
def frames():
    return Frames(Phrases(lexicon_of(load_glossary())))


@pytest.mark.parametrize(
    ("zh", "part"),
    [
        ("制定政府规章3件，让改革更有温度", "制定政府规章3件"),
        ("扎实推进暖心微实事，检查企业45次", "检查企业45次"),
        ("在青河县山南镇调解室，检查企业45次", ""),
        ("在专项行动中，检查企业45次", "检查企业45次"),
        ("河东商会讲好营商故事，检查企业45次", ""),
        ("扎实推进暖心微实事，惠及群众3万人", ""),
        ("扎实推进暖心微实事，满意率98%", ""),
        ("扎实推进暖心微实事，同比增长5%", ""),
        ("检查企业45次，11个园区大变样", ""),
    ],
)
def test_a_part_that_stands_alone(frames, zh, part):
    """What hangs on a part that code cannot say is not told without it: who acts, what a rate is of, half a list."""
    assert sayable_part(zh, DONE, frames, lambda _: True) == part


def test_a_title_that_has_no_english_is_no_part(frames):
    """A title asks for a model; the part without one does not."""
    zh = "出台《青河县燃气管理办法》，建成便民服务站45个"
    assert sayable_part(zh, DONE, frames, lambda _: True) == zh
    assert sayable_part(zh, DONE, frames, lambda _: False) == "建成便民服务站45个"
    assert [one.number for one in counted_alone(zh, DONE, frames, lambda _: False)] == ["45"]


def test_what_leans_on_a_lost_part_is_lost_with_it(frames):
    """The same where a model was asked for the part before and had no sound English."""
    last = frames.say("检查企业45次", DONE)
    assert standing([("检查企业45次", last)], frames)
    assert standing([("扎实推进暖心微实事", None), ("检查企业45次", last)], frames)
    assert not standing([("河东商会讲好营商故事", None), ("检查企业45次", last)], frames)
    assert not standing([("检查企业45次", last), ("11个园区大变样", None)], frames)


@pytest.mark.parametrize(
    ("part", "whether"),
    [
        ("其中重大案件3件", True),
        ("修订1件", True),
        ("办结率、满意率均达到100%", True),
        ("矛盾纠纷化解率98%", False),
        ("修订规章1件", False),
    ],
)
def test_what_leans(part, whether):
    """A part of something, a bare number and bare rates."""
    assert leans(part) is whether


def _is_said(frames, part, kind):
    telling = frames.say(part, kind)
    return telling is not None and not telling.holes


@pytest.fixture
def units(tmp_path, frames):
    """The clauses of a report with these sentences of results; code says those without 某."""

    def made(*sentences, title="青河县2023年工作情况报告"):
        path = tmp_path / "report.txt"
        path.write_text(f"{title}\n\n一、主要工作和成效\n{''.join(sentences)}\n", encoding="utf-8")
        outline = split_report(load_report(str(path)))
        found = all_units(
            cut_chunks(outline, 700),
            outline,
            34,
            lambda zh, kind: all(_is_said(frames, part, kind) for part in zh.split("，")),
            lambda zh, kind: sayable_part(zh, kind, frames, lambda _: True),
        )
        return [unit.zh for unit in found]

    return made


def test_the_part_with_its_number_is_told(units):
    """Without a number in it the clause stays whole; so does one whose honour would be lost."""
    assert units("制定政府规章30件，让改革更有温度。") == ["制定政府规章30件"]
    honour = "检查企业45次，被省政府评为暖心标兵"
    assert units(f"{honour}。") == [honour]
    assert is_honour(honour)


def test_one_place_or_one_case_is_no_result_of_all(units):
    """Where a sentence begins with one of many, and where 某 stands."""
    told = "全县化解矛盾纠纷4500件。"
    assert units("在青河县山南镇调解室，调解纠纷320件。", told) == ["全县化解矛盾纠纷4500件"]
    assert units("为某企业挽回损失300万元，检查企业45次。", told) == ["全县化解矛盾纠纷4500件"]


def test_what_only_a_model_can_say_must_say_much_in_few_words(units):
    """A small number, or a long clause, is not worth the model's mistakes; a first in the province is."""
    assert units("讲好营商故事45个。", "建成便民服务站45个。") == ["建成便民服务站45个"]
    first = "在全省率先推出“暖心微实事”"
    assert units(f"{first}。") == [first]
    assert units(f"{first}" + "和一村一品一街一景一校一策一企一档一户一案的办法。") == []


def test_a_part_that_was_played_is_no_result(units):
    """A clause about a role has no number and tells nothing that was reached."""
    assert units("建成便民服务站45个。", "充分发挥村规民约的示范引领作用。") == ["建成便民服务站45个"]


def test_another_number_is_another_aim(units):
    """50% of the towns are not 80% of them; the same words in another order are the same."""
    both = ["50%以上的乡镇达到示范标准", "80%以上的乡镇达到示范标准"]
    assert units(f"{both[0]}。", f"{both[1]}。") == both
    assert units("检查企业和单位45次。", "检查单位和企业45次。") == ["检查企业和单位45次"]


def test_a_plan_with_a_measure_is_chosen_before_another_of_its_sentence(tmp_path):
    """Of each sentence one aim, and each that has a number; what has none waits for room."""
    zh = ["健全矛盾纠纷化解机制", "矛盾纠纷化解率达到95%", "加强人民调解员队伍建设"]
    path = tmp_path / "report.txt"
    path.write_text(f"青河县2023年工作情况报告\n\n一、下步工作\n{'，'.join(zh)}。\n", encoding="utf-8")
    outline = split_report(load_report(str(path)))
    sentence = next(one for section in outline.sections for one in section.sentences)
    at = next(n for n, section in enumerate(outline.sections) if section.sentences)
    long = [
        TellableUnit(f"{'推进各项具体的重点改革任务' * 12}{n}", PLAN, sentence, at, 5.0)
        for n in "甲乙丙丁戊己庚"
    ]
    weights = (9.0, 1.0, 0.5)
    plans = [TellableUnit(text, PLAN, sentence, at, weight) for text, weight in zip(zh, weights, strict=True)]
    lines = plan_lines([*plans, *long], outline, lambda _zh, _kind: True)
    told = [unit.zh for line in lines for unit in line.units]
    assert zh[1] in told
    assert len(told) < len(plans) + len(long)


@pytest.mark.parametrize(
    ("zh", "whether"), [("在全省第二批名单中", False), ("居全省第二位", True), ("全国首创", True)]
)
def test_a_batch_is_no_rank(zh, whether):
    """全省第二批 counts batches."""
    assert is_honour(zh) is whether


def test_a_city_is_written_without_its_rank():
    """青岚 for 青岚市, before a word that is one of a kind; a district's short name may be a word and is none."""
    places = [Term("青岚市", "Qinglan", (), SOURCE), Term("和平区", "Heping District", (), SOURCE)]
    phrases = Phrases(lexicon_of(load_glossary().extended(places)))
    said = phrases.noun("青岚破产法庭")
    assert said
    assert said.told == "the bankruptcy tribunal of Qinglan"
    assert lexicon_of(load_glossary().extended(places)).cities == {"青岚": "Qinglan"}


def test_names_of_the_glossary_are_words_of_a_report():
    """A report's places are put beside the glossary and hide none of its names."""
    phrases = Phrases(lexicon_of(load_glossary().extended(())))
    assert phrases.noun("中央全面依法治国委员会办公室", may_ask=False)

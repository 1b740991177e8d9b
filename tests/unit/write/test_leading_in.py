"""A sentence that announces shortcomings names none; one that names a thing does."""

import pytest

from govbrief.write.weigh import states_something


@pytest.mark.parametrize(
    "sentence",
    [
        "我们也清醒地认识到，发展面临的困难和挑战依然严峻，一些矛盾问题亟待解决。",
        "但与上级要求和人民群众期待相比，工作中还存在一些不足和短板，有待进一步改进。",
        "同时，法治政府建设仍存在不少薄弱环节。",
    ],
)
def test_an_announcement_states_nothing(sentence):
    """Without its set phrases nothing is left."""
    assert not states_something(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "我们也清醒地认识到，有效需求不足，一些中小企业经营困难。",
        "执法队伍力量薄弱的问题依然突出。",
        "部分行政机关负责人出庭率不高，有待进一步提高。",
    ],
)
def test_a_thing_named_is_a_statement(sentence):
    """Whoever or whatever falls short is named, however many set phrases stand around it."""
    assert states_something(sentence)

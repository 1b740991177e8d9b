"""What is no Chinese government report is told in a phrase, before a model is asked."""

import pytest

from govbrief.base.errors import InputError
from govbrief.read.genre import foreign_reason
from govbrief.read.load import load_report

REPORT = "全市认真落实各项部署，推进重点项目建设，完善管理机制，群众满意度提升，经济平稳增长。"
STORY = "她望着窗外的月光，心里忽然一阵难过。他转身走进屋里，轻轻地说道：你的信我看过了。少年的眼睛亮了一下。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The city completed 35 projects and trained 1,200 officers during the year. " * 9,
            "not written in Chinese",
        ),
        (
            "市政府は2023年度の事業報告を公表しました。予算の執行状況について説明します。" * 5,
            "not written in Chinese",
        ),
        ("首页 > 政务公开\n404\n", "only"),
        (STORY * 9, "story"),
        (
            "先切洋葱，再把牛肉下锅翻炒，加入酱油、糖和水，小火炖四十分钟，撒上葱花即可上桌。" * 12,
            "hardly a word",
        ),
        ("", "only"),
    ],
)
def test_other_texts_are_told(text, words):
    """Another language, an empty shell and a story are each named."""
    assert words in foreign_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        REPORT * 12,
        "石岭市2023年工作总结\n一、成效\n全年办理案件3200件，群众满意。\n二、打算\n新增30件。",
        REPORT * 5 + " GovTech Smart City Platform (GSCP) and ISO 9001 certification " * 3,
        "本府秉持服務精神，持續推動各項市政建設，並檢討年度執行情形，落實管理機制。" * 12,
    ],
)
def test_reports_are_reports(text):
    """Short reports, English names inside and traditional characters speak against nothing."""
    assert foreign_reason(text) == ""


def test_summarize_stops_before_a_model(tmp_path):
    """A text that is no report ends `summarize` with exit 3 and the way on; `outline` only notes it."""
    path = tmp_path / "novel.txt"
    path.write_text(STORY * 9, encoding="utf-8")
    with pytest.raises(InputError, match="story") as caught:
        load_report(str(path), force=False)
    assert caught.value.exit_code == 3
    assert "--force" in caught.value.hint
    assert load_report(str(path)).foreign

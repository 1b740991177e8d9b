"""Kinds of documents: one of several titles, documents without a title, and kinds that the Chinese never speaks of."""

import pytest

from govbrief.checking.check import check_pair
from govbrief.checking.document_titles import Titled, check_nouns, check_titles
from govbrief_schemas.finding import Rule, Verdict

_OPINIONS, _MEASURES = frozenset({"opinions", "guidelines"}), frozenset({"measures"})

_WRONG = [
    (
        "印发《法律顾问聘任意见》和《行政合同管理办法》。",
        "The Opinions on Engaging Legal Advisers and the Opinions on Managing Administrative Contracts were issued.",
    ),
    (
        "公布监管事项清单,开展执法检查。",
        "Notices on regulatory items were published, and inspections carried out.",
    ),
    (
        "修订重大项目决策目录,将其报备。",
        "The plan of major project decisions was revised and filed for record.",
    ),
    ("编印《执法人员手册》800册。", "800 copies of a questionnaire for enforcement officers were printed."),
    ("部分执法单位案卷制作不规范。", "Some enforcement units do not draw up laws properly."),
    ("签订法治建设合作框架协议。", "A framework law on cooperation in the rule of law was signed."),
]
_SOUND = [
    (
        "印发《法律顾问聘任意见》和《行政合同管理办法》。",
        "The Opinions on Engaging Legal Advisers and the Measures for Managing Administrative Contracts were issued.",
    ),
    (
        "公布监管事项清单,开展执法检查。",
        "Lists of regulatory items were published, and inspections carried out.",
    ),
    (
        "修订重大项目决策目录,将其报备。",
        "The catalogue of major project decisions was revised and filed for record.",
    ),
    ("编印《执法人员手册》800册。", "800 copies of a handbook for enforcement officers were printed."),
    ("依法办理行政复议案件。", "Applications for reconsideration were dealt with under the laws."),
    ("签订法治建设合作框架协议。", "A framework agreement on cooperation in the rule of law was signed."),
]


def _rules(zh: str, en: str) -> set[Rule]:
    return {
        finding.rule
        for finding in check_pair(zh, en)
        if finding.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}
    }


@pytest.mark.parametrize(("zh", "en"), _WRONG)
def test_another_kind_of_document_is_found(zh: str, en: str) -> None:
    """The kind is told as one that this document is not."""
    assert Rule.DOCUMENT in _rules(zh, en)


@pytest.mark.parametrize(("zh", "en"), _SOUND)
def test_a_documents_own_kind_passes(zh: str, en: str) -> None:
    """Any good word for the kind is let pass."""
    assert not _rules(zh, en)


def test_a_title_is_held_against_the_one_whose_words_it_tells() -> None:
    """Of two titles the one about contracts has measures."""
    titles = [Titled("法律顾问聘任意见", "意见", _OPINIONS), Titled("行政合同管理办法", "办法", _MEASURES)]
    assert not list(check_titles(titles, "the Measures for Managing Administrative Contracts"))
    assert list(check_titles(titles, "the Opinions on Managing Administrative Contracts"))
    assert not list(check_titles(titles, "the Opinions on Work"))
    assert not list(check_titles(titles[1:], "the Opinions on Managing Administrative Contracts"))


def test_a_document_without_a_title_is_held_against_the_noun_before_its_kind() -> None:
    """A topic of which nothing stands there says nothing."""
    kinds = {"办法": _MEASURES, "意见": _OPINIONS}
    zh = "制定行政合同管理办法。"
    assert list(check_nouns(zh, "opinions on managing administrative contracts", kinds))
    assert not list(check_nouns(zh, "measures for managing administrative contracts", kinds))
    assert not list(check_nouns(zh, "opinions on the matter", kinds))

"""Titles of documents in English, put together by code."""

import pytest

from govbrief.names.glossary import load_glossary
from govbrief.names.terms import Term
from govbrief.names.toponyms import SOURCE
from govbrief.small.lexicon import lexicon_of
from govbrief.small.phrases import Phrases
from govbrief.small.titlewords import TitleParts, by_words, plain_title, settled_title

GLOSSARY = load_glossary().extended([Term(zh="青河县", en="Qinghe County", source=SOURCE)])


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "《青河县重大行政决策程序规定》",
            "Qinghe County Provisions on Procedures for Major Administrative Decisions",
        ),
        ("《关于推进基层治理的实施意见》", "Implementing Opinions on Advancing Community-Level Governance"),
        (
            "《关于加强行政执法监督的通知》",
            "Notice on Strengthening Oversight of Administrative Law Enforcement",
        ),
        ("《政府规章制定办法(试行)》", "Measures for Formulation of Government Rules (Trial)"),
    ],
)
def test_title(zh, en):
    """Place, sort, subject and what stands in brackets, each in its place, and no order behind a preposition."""
    parts = TitleParts(plain_title(zh), GLOSSARY)
    rest = by_words(parts, Phrases(lexicon_of(GLOSSARY)))
    assert parts.is_whole
    assert parts.said(rest) == en


def test_a_title_of_unknown_words_is_for_the_model():
    """A word that nobody settled leaves the rest unsaid."""
    parts = TitleParts("青河县羽毛球馆管理办法", GLOSSARY)
    assert by_words(parts, Phrases(lexicon_of(GLOSSARY))) == ""
    assert parts.said("badminton halls") == "Qinghe County Administrative Measures for Badminton Halls"


def test_a_law_of_the_state_is_said_by_its_short_name():
    """A law whose short name is a term needs no model; another title of the state is no such law."""
    said = "Administrative Reconsideration Law of the People's Republic of China"
    assert settled_title("中华人民共和国行政复议法", GLOSSARY) == said
    assert settled_title("中华人民共和国羽毛球法", GLOSSARY) == ""

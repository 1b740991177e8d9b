"""What an answer must not repeat of the conversation it was given in."""

from govbrief.write.leaks import find_leaks
from govbrief_schemas.finding import Rule
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Sentence, Span


def leaks(zh, en, cited, echoes):
    sentence = Sentence(Span(0, len(cited)), cited)
    return list(find_leaks(Item("1", Kind.ACHIEVEMENT, Theme.OTHER, zh, en, (sentence,), 0), echoes))


def test_an_item_that_repeats_an_example_of_the_prompt_leaks():
    """A forbidden text is recognised in the English although the Chinese is the report's own."""
    example = "A total of 30 inspection campaigns were carried out across the city."
    cited = "制定政府规章1件,修订1件,废止6件,发布行政规范性文件指导性案例4批8件。"
    [finding] = leaks("发布指导性案例4批8件", example, cited, [example])
    assert (finding.rule, finding.language) == (Rule.ECHO, "en")


def test_a_complaint_inside_the_english_leaks():
    """English that holds words of a complaint or an instruction is no result, however much of it is sound."""
    zh = "全市梳理出18项重点监督事项。"
    said = "The city listed key matters. It is wrong: the English leaves it out. Write 18 for 18项."
    told = "It is an answer in JSON for each item of the city."
    for en in (said, told):
        (finding,) = leaks(
            zh, en, zh, ["It is wrong:", "Answer in JSON. For each item:", "Answer in JSON for each item"]
        )
        assert finding.rule is Rule.ECHO
    listed = "The city listed 18 key matters for each of its districts."
    assert not leaks(zh, listed, zh, [") for each of {{ x }}"])

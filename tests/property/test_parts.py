"""What holds for any sentence that is told in parts."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from govbrief.small.parts import MIN_CHARS, as_sentence, cut_parts

patient = settings(deadline=None)
PAIRS = ("“”", "‘’", "《》", "〈〉", "（）", "()", "【】", "〔〕", "[]", '""')
words = st.text("各级政府部门依法行政执法监督企业群众办件", min_size=4, max_size=24)
numbers = st.sampled_from(["1,234件", "12，345人", "13.7万元", "2023年", "5.2%"])
marks = st.sampled_from([",", "，", "；", ";", "、"])


@st.composite
def enclosed(draw):
    """A quotation, title or bracket that holds marks to cut at."""
    opening, closing = draw(st.sampled_from(PAIRS))
    return opening + draw(words) + draw(marks) + draw(words) + closing


sentences = st.lists(st.one_of(words, numbers, enclosed(), marks), min_size=1, max_size=30).map(
    lambda pieces: "".join(pieces) + "。"
)
lengths = st.integers(0, 120)
ENDS = "。，,；;、"


@patient
@given(st.one_of(sentences, st.text(max_size=200)), lengths)
def test_joined_parts_are_the_sentence(sentence, longest):
    """Nothing is lost, nothing is moved, and no part is too short to say something."""
    parts = cut_parts(sentence, longest)
    assert "".join(parts) == sentence
    assert len(parts) == 1 or all(len(part) >= MIN_CHARS for part in parts)


@patient
@given(sentences, lengths)
def test_nothing_enclosed_is_cut(sentence, longest):
    """Quotations, titles and brackets stay whole."""
    for part in cut_parts(sentence, longest):
        for opening, closing in PAIRS:
            if opening == closing:
                assert part.count(opening) % 2 == 0
            else:
                assert part.count(opening) == part.count(closing)


@patient
@given(sentences, lengths)
def test_no_number_is_cut(sentence, longest):
    """No part ends in the middle of 1,234."""
    parts = cut_parts(sentence, longest)
    for left, right in pairwise(parts):
        assert not (re.search(r"\d[,，]$", left) and right[0].isdigit())


@patient
@given(sentences)
def test_zero_leaves_a_sentence_whole(sentence):
    """`part_chars = 0` never cuts."""
    assert cut_parts(sentence, 0) == (sentence,)


@patient
@given(sentences, st.integers(1, 120))
def test_cutting_again_changes_nothing(sentence, longest):
    """A part has no further place to cut, or is short enough."""
    parts = cut_parts(sentence, longest)
    assert tuple(piece for part in parts for piece in cut_parts(part, longest)) == parts


@patient
@given(sentences)
def test_every_part_ends_as_a_sentence(sentence):
    """A part is told as a sentence: one mark at its end, its words kept."""
    told = as_sentence(sentence)
    assert told.endswith(("。", "！", "？", "”"))
    assert told.rstrip(ENDS) == sentence.rstrip(ENDS)

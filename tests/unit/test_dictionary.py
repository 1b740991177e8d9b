"""The public dictionary as the check uses it, completed by words of administration."""

from govbrief.names.dictionary import long_renderings, senses_of, words_in


def test_the_dictionary_knows_words_of_administration():
    """Words that the public dictionary lacks are words, and longer ones win."""
    assert words_in("开展行政复议听证") == (("开展", 0), ("行政复议", 2), ("听证", 6))
    assert "reconsideration" in senses_of("行政复议")
    assert "grid" in long_renderings("纳入网格管理")

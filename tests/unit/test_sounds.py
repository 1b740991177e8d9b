"""How Chinese characters sound: words as the dictionary reads them, and long texts as fast as short ones."""

import time

from pypinyin import Style, pinyin

from govbrief.names.pinyin import readings, spells

STORY = (
    "重庆市长安区的行长说，银行行业要长期重视长江沿线的重点工程；乐山大佛与音乐厅都很受欢迎，大夫为患者看病。"
)


def test_a_word_is_read_as_one():
    """重庆 is read Chongqing only, and a character alone in every way."""
    assert readings("重庆")[0] == {"chong"}
    assert {"zhong", "chong"} <= readings("重")[0]
    assert spells("chongqing", "重庆")
    assert not spells("zhongqing", "重庆")


def test_a_long_text_is_read_as_in_one_piece():
    """No word is cut where one window of the text ends and the next begins."""
    text = "".join(char for char in STORY * 30 if char not in "，；。")
    whole = pinyin(text, style=Style.NORMAL, heteronym=True, errors="ignore")
    assert readings(text) == tuple(frozenset(one.replace("ü", "v") for one in found) for found in whole)


def test_time_grows_with_the_text():
    """Ten times the characters take little more than ten times as long; the better of two runs."""

    def taken(text):
        runs = []
        for turn in range(2):
            started = time.process_time()
            readings(text + "甲" * turn)
            runs.append(time.process_time() - started)
        return min(runs)

    readings(STORY)
    assert taken(STORY * 4000) < 40 * max(taken(STORY * 400), 0.01)

"""Web pages and Markdown: what is shown is read, what is hidden or struck out is not."""

import pytest

from govbrief.read.formats.html import read_html
from govbrief.read.formats.markdowntext import read_markdown

FILL = "<p>全年各项工作平稳推进，群众满意度持续提升，营商环境不断优化。</p>" * 6


def shown(html: str) -> str:
    """The lines that a page adds to a filled article."""
    text = read_html(f"<html><body><div id='zoom'>{FILL}{html}</div></body></html>").text
    return text.split("营商环境不断优化。\n")[-1].strip("\n")


CASES = [
    ("<p hidden>投入61万元。</p><p>完。</p>", "完。"),
    ("<p style='display : none'>投入62万元。</p><p>完。</p>", "完。"),
    ("<p style='visibility:hidden'>投入63万元。</p><p>完。</p>", "完。"),
    ("<style>.old{color:red;display:none}</style><p class='a old'>64件</p><p>完。</p>", "完。"),
    ("<div style='display:none'><div hidden>65件<del>66件</del></div></div><p>完。</p>", "完。"),
    ("<p><del>67件</del><ins>68件</ins></p>", "68件"),
    ("<p><s>69件</s><strike>70件</strike>71件</p>", "71件"),
    ("<p><span style='text-decoration: line-through'>72件</span>73件</p>", "73件"),
    ("<p>面积74km<sup>2</sup></p>", "面积74km²"),
    ("<p>人口75<sup>[1]</sup>万人</p>", "人口75¹万人"),
    ("<p>CO<sub>2</sub>排放</p>", "CO2排放"),
    ("<p>共<b>7</b><i>6</i>件</p>", "共76件"),
    ("<ol><li>受理77件</li><li>办结78件</li></ol>", "1. 受理77件\n\n2. 办结78件"),
    ("<ol start='3'><li>受理79件</li></ol>", "3. 受理79件"),
    ("<ul><li>受理80件</li><li>办结81件</li></ul>", "受理80件\n\n办结81件"),
    ("<table><tr><th>名<th>数</tr><tr><td>税<b>收</b></td><td>8<i>2</i></td></tr></table>", "名\t数\n税收\t82"),
    ("<table><tr><td rowspan=2>收</td><td>1</td></tr><tr><td>2</td></tr></table>", "收\t1\n|\t2"),
    ("<table><caption>处罚（单位：件）</caption><tr><td>甲<td>9</table>", "处罚（单位：件）\n甲\t9"),
    ("<table><tr><td colspan=2>合</td><td>3</td></tr><tr><td>甲<td>乙<td>4</table>", "合\t\t3\n甲\t乙\t4"),
    ("<table><tr><td><p>正文一。</p><p>正文二。</p></td></tr></table>", "正文一。\n\n正文二。"),
    ("<table><tr><td>菜单</td><td><table><tr><td>税</td><td>5</td></tr></table></td></tr></table>", "菜单\n\n税\t5"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "text"), CASES, ids=range(len(CASES)))
def test_what_a_browser_shows(html, text):
    """Hidden and struck-out text is left out, raised figures stay raised, rows and numbers stay whole."""
    assert shown(html) == text


def test_hostile_pages_stay_linear():
    """Long lists and nested layout tables cost no more than their size."""
    assert "项" in read_html("<ol>" + "<li>项" * 30_000 + "</ol>").text
    assert "格" in read_html("<table><tr><td>" * 300 + "格" * 200 + "</table>" * 300).text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("## 一、成效\n- 受理**83**件", "一、成效\n受理83件"),
        ("~~84件~~ 85件", " 85件"),
        ("<del>86件</del>87件", "87件"),
        ("面积88km<sup>2</sup>", "面积88km²"),
        ("人口89[^1]万人", "人口89¹万人"),
        ("| 指标 | 数 |\n|---|---|\n| 税 | 90 |", "| 指标 | 数 |\n|---|---|\n| 税 | 90 |"),
    ],
)
def test_markdown(text, plain):
    """Marks go, struck-out text goes with them, raised figures stay raised, tables keep their edges."""
    assert read_markdown(text).text == plain

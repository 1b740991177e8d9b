"""What a web page prints around a report."""

import pytest

from govbrief.read.structure.frame import FrameKind, classify
from govbrief.read.structure.lines import idle_blanks, split_lines
from govbrief.read.structure.noise import inline_noise, is_noise_line


@pytest.mark.parametrize(
    "line",
    [
        "当前位置: 首页 > 政务公开",
        "首页>政务公开>法定主动公开内容>法治政府建设",
        "| | | |",
        "……",
        "索 引 号: 035200009/2024-00013",
        "文号:",
        "发布时间:2023-03-22 10:53:19 打印 字号: | |",
        "( 2022-07-12 ) 稿件来源: 法治日报政法 |",
        "2024-03-01 09:10 来源:市府办 浏览:12次",
        "下转第三版 上接第一版",
        "责任编辑:树树",
        "编辑丨王小丽",
        "版式 周敏",
        "【打印】 【关闭】",
        "扫一扫在手机上查看当前页面",
        "相关解读",
        "上一篇:没有了",
        "首页 新闻中心 政务公开 互动交流",
        "网站标识码:3600000012",
        "https://www.example.gov.cn/a.html",
        "— 3 —",
        "第 2 页 共 9 页",
        "| 发布机构 | 司法局 | 发布日期 | 2024-02-02 |",
    ],
)
def test_noise(line):
    """Breadcrumbs, share bars, visit counts, index rows, credits and page turns are noise."""
    assert is_noise_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "来源于基层的创新不断涌现。",
        "主题教育成效:深入开展",
        "政务公开更加规范。",
        "记者:当前还面临哪些困难?",
        "通过局网站发布政府信息2835条,浏览量突破12万次。",
        "资料来源:本公报财政数据来自市财政局。",
        "一、综合",
        "。",
        "-",
        "增长5.2%。",
    ],
)
def test_not_noise(line):
    """Sentences that speak of such things, headings and a lone full stop are the report's own."""
    assert not is_noise_line(line)


def test_bylines_inside_a_line():
    """A byline at the head of a paragraph and a page turn at its end are noise, the sentence is not."""
    text = "□ 本报记者 张三 李四 □ 本报通讯员 王五 近日,全市开展检查。下转第四版"
    kept = text
    for start, end in reversed(inline_noise(text)):
        kept = kept[:start] + kept[end:]
    assert kept.strip() == "近日,全市开展检查。"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("各 位 代 表:", "各位代表:"),
        ("2023 年,增长 5.2 %。", "2023年,增长5.2%。"),
        ("二、存在问题 2022年,我区", "二、存在问题 2022年,我区"),
        ("夯实法治根基 近年来,沈阳", "夯实法治根基 近年来,沈阳"),
    ],
)
def test_idle_blanks(text, clean):
    """Blanks inside words and numbers part nothing; a blank between heading and body does."""
    kept = text
    for start, end in reversed(idle_blanks(text)):
        kept = kept[:start] + kept[end:]
    assert kept == clean


def test_place_decides():
    """Short lines above the title are chrome, below it the title block, after the last sentence a signature."""
    body = "2023年,全县各项工作取得了新的进展和成效。"
    text = f"某某门户\n青岚县2023年工作报告\n(2024年1月5日)\n{body}\n青岚县人民政府\n2024年1月5日\n"
    kinds = classify(split_lines(text), "青岚县2023年工作报告")
    assert kinds == [
        FrameKind.NOISE,
        FrameKind.FRAME,
        FrameKind.FRAME,
        FrameKind.BODY,
        FrameKind.FRAME,
        FrameKind.FRAME,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "首页 要闻动态 政务公开 政务服务 互动交流 魅力石岭",
        "【字体：大 中 小】",
        "共12页 第3页",
        "打开微信，点击底部的“发现”，扫一下二维码便可将网页分享至朋友圈。",
        "稿源：石岭融媒",
        "be341a59f1dd422394845dcb3fce09dc:",
        "石岭市人民政府公报 2024年第6期",
        "省内各市政府网站",
        "点赞 在看 分享",
    ],
)
def test_what_sites_print_around(line):
    """Menus with words of their own, sharing hints, gazettes' heads and ids are chrome."""
    assert is_noise_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "政务服务、政务公开持续优化，群众满意度提升。",
        "推进政府公报改版，2024年第6期起全文上网，方便群众查阅。",
        "开展“扫一扫”评价，收集意见326条。",
        "首页 设计 完成 验收",
    ],
)
def test_the_report_speaks_of_such_things(line):
    """A sentence of the report about services, gazettes or codes is none."""
    assert not is_noise_line(line)

"""Chrome on one line with a report is parted from it; a report's own words never are."""

import tomllib
from pathlib import Path

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report

BODY = (
    "2023年，大坪县扎实推进法治政府建设。一、主要做法县政府常务会议学法8次，评查案卷160份。二、存在的问题执法力量不足，装备较为落后。"
    "三、2024年工作打算计划开展培训6期，新增执法人员12名。"
)

PAGES = tomllib.loads((Path(__file__).resolve().parents[1] / "corpus" / "pages.toml").read_text("utf-8"))[
    "page"
]


def noise(text: str) -> list[str]:
    report = report_of(Extracted(text), "a.txt", text.encode(), "utf-8")
    return [span.of(text) for span in split_report(report).noise]


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("首页 走进大坪 政务公开 办事服务 当前位置：首页 > 法治政府", "责任编辑：张三 打印 关闭"),
        ("网站首页 | 政务公开 | 互动交流", "【打印本页】【关闭窗口】"),
        ("您的位置：首页 > 信息公开", "上一篇：没有了 下一篇：没有了 版权所有：大坪县人民政府"),
    ],
)
def test_both_ends_of_a_line(front, back):
    """Menus in front, the labels behind the title and the credits at the end are noise, and nothing else is."""
    title = "大坪县2023年度法治政府建设工作报告"
    labels = "发布日期：2024-02-20 来源：县司法局 阅读次数：312"
    text = f"{front} {title} {labels} {BODY} {back}\n"
    assert "".join("".join(noise(text)).split()) == "".join(f"{front}{labels}{back}".split())


@pytest.mark.parametrize(
    "end", ["。", "。 大坪县人民政府 2024年1月5日", "。 咨询电话公布于网站首页，欢迎监督"]
)
def test_a_report_on_one_line_is_left_whole(end):
    """A line that holds no chrome, or speaks of a site in a sentence, loses nothing."""
    assert noise(f"大坪县2023年度法治政府建设工作报告 {BODY}{BODY.rstrip('。')}{end}\n") == []


@pytest.mark.parametrize(
    "line", ["#新闻发布 12个", "更多精彩内容请关注“青川发改”微信公众号", "语音朗读：开始 暂停 停止", "广告"]
)
def test_lines_of_accounts(line):
    """What an account prints between paragraphs is noise wherever it stands."""
    text = f"大坪县2023年工作总结\n2023年，办结案件36件，群众满意度98%。\n{line}\n2024年，计划培训60人次。\n"
    assert noise(text) == [line]


@pytest.mark.parametrize("page", PAGES, ids=[page["rows"].split("\n")[1][:8] for page in PAGES])
def test_pages_of_sites_and_accounts(page):
    """Of what pages print around a report nine tenths are noise, and nothing of the report is."""
    marked = page["rows"].strip().split("\n")
    rows = [(row[0] if row[0] in "@=" else "", row.lstrip("@=")) for row in marked]
    left_out = noise("\n".join(row for _, row in rows) + "\n")
    around = [row for mark, row in rows if mark == "@"]
    told = [row for mark, row in rows if not mark]
    assert sum(len(row) for row in around if row in left_out) >= 0.9 * sum(map(len, around))
    assert [row for row in told if row in left_out] == []

"""Owns which lines are the web page and not the report: breadcrumbs, share bars, credits, metadata blocks."""

import re

_NOISE = re.compile(
    r"""^(
    [|\s·•>\-_=*….]+
    |(当前|您的|所在)位置.*
    |.*首页\s*[>》].*
    |(索\s*引\s*号|信息分类|发布机构|发文机关|发布日期|成文日期|发布时间|发文日期|生成日期|标\s*题|文\s*号|发文字号|时\s*效|有效性|主题词|主题分类|公开方式|公开范围|信息索引)\s*[:：].*
    |[(（]?\s*20\d\d-\d\d-\d\d(\s\d\d:\d\d(:\d\d)?)?\s*[)）]?(\s*(稿件)?来源.*)?
    |(信息)?来源\s*[:：].*|(责任)?编辑\s*[:：].*|(作者|记者|审核|校对|摄影|供稿|通讯员)\s*[:：].{1,20}
    |扫一扫.*|相关(解读|政策|稿件|链接|附件|文件|新闻|阅读|信息)\s*[:：]?|分享(到|至).*|打印.*|.*关闭窗口.*|工作信息|政法
    |下转.{1,4}版.*|上接.{1,4}版.*|浏览次数.*|字号.*|字体.*
    )$""",
    re.VERBOSE,
)


def is_noise_line(line: str) -> bool:
    """Whether a line, blanks at its ends left out, is no part of the report."""
    return _NOISE.match(line) is not None

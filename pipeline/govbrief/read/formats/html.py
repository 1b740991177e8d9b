"""Owns saved web pages to plain text: the article of a known site system, else what trafilatura takes for it.

The page's own head (title, source, date) goes along as far as meta tags state it, because 政府网站发展指引 makes
every office's site write them.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govbrief.read.formats.extracted import Extracted, FormatError, mark_heading, take_marks
from govbrief.read.formats.visible import drop_hidden
from govbrief.read.formats.webtables import item_number, table_rows

MAX_HTML = 20_000_000
MAX_TAGS = 800_000
MAX_DEPTH = 1000
"""Browsers stop at 512; sloppy pages leave some hundred tags open without nesting them."""

CONTAINERS = (
    "#UCAP-CONTENT",
    ".trs_editor_view",
    ".TRS_Editor",
    ".TRS_UEDITOR",
    ".TRS_PreAppend",
    "#vsb_content",
    "#vsb_content_2",
    ".v_news_content",
    ".wp_articlecontent",
    "#zoom",
    "#Zoom",
    ".zoom",
    "#zoomcon",
    "#fontzoom",
    "#fontZoom",
    "#ivs_content",
    "#mainText",
    "#articleContent",
    "#article-content",
    "#contentText",
    "#xxgk_content",
    ".xxgk_content",
    ".pages_content",
    ".article-content",
    ".article_content",
    ".articleContent",
    ".news_content",
    ".detail-content",
    ".detail_content",
    ".conTxt",
    ".con_text",
    ".main-txt",
    ".txt_con",
    ".view",
    ".arc_cont",
    ".article-con",
    ".article_con",
    ".newsCon",
    ".content-article",
    "#con_con",
    "article",
)
"""Where the site systems of offices put the article, surest first."""

_BLOCKS = frozenset({
    *(
        "p",
        "div",
        "section",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
    ),
    *("td", "th", "tr", "table", "tbody", "thead", "blockquote", "pre", "center", "header", "footer", "nav"),
    *("aside", "main", "form", "fieldset", "hr", "figure", "figcaption", "address"),
})
_SKIPPED = frozenset({
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "option", "button"),
    *("textarea", "title", "head"),
})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
"""The first level is the page's title."""
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|section|article|ul|ol|dl|b|i|u|a|em|strong|font|center|blockquote|form|svg|g|x)\b",
    re.IGNORECASE,
)
_META = {
    "title": ("ArticleTitle",),
    "published": ("PubDate",),
    "issuer": ("ContentSource",),
}
_ARTICLE = 120
_SHORT_ARTICLE = 40
"""What stands where a site system puts the article is the article, were it three lines."""


def read_html(text: str) -> Extracted:
    """The article's text, a line per block, with the title and what the meta tags state.

    Raises:
        FormatError: too large, nested without end, or without any text.
    """
    if len(text) > MAX_HTML:
        raise FormatError(f"the page is larger than {MAX_HTML // 1_000_000} million characters")
    _check_nesting(text)
    tree = LexborHTMLParser(text)
    if tree.body is None:
        raise FormatError("the page is empty")
    drop_hidden(tree)
    stated = _stated(tree)
    article = _article(tree) or _by_trafilatura(tree.html or text) or _lines(tree.body)
    if not article.strip():
        raise FormatError("the page holds no text")
    title = stated.get("title") or _heading(tree)
    if title and title not in article[:1000]:
        article = f"{title}\n{article}"
    article, styled = take_marks(article)
    return Extracted(article, styled=styled, stated=stated)


def _check_nesting(text: str) -> None:
    """Refuse what no page needs before it is parsed: parsers take minutes for a million open tags."""
    depth = 0
    for count, tag in enumerate(_NESTING.finditer(text)):
        depth += -1 if tag[1] else 1
        if count > MAX_TAGS or depth > MAX_DEPTH:
            raise FormatError("the page is nested or cut up beyond what a page can be")


def _children(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _stated(tree: LexborHTMLParser) -> dict[str, str]:
    """Title, date and source from the meta tags."""
    found: dict[str, str] = {}
    for key, names in _META.items():
        for name in names:
            node = tree.css_first(f'meta[name="{name}" i]')
            value = (node.attributes.get("content") or "").strip() if node is not None else ""
            if value:
                found[key] = re.sub(r"\s+", " ", value)
    date = re.match(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})", found.pop("published", ""))
    if date is not None:
        found["published"] = f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}"
    return found


def _heading(tree: LexborHTMLParser) -> str:
    """The page's one visible h1, else nothing: a `title` tag names the site as well."""
    headings = [re.sub(r"\s+", " ", node.text()).strip() for node in tree.css("h1")]
    headings = [heading for heading in headings if heading]
    return headings[0] if len(headings) == 1 else ""


def _article(tree: LexborHTMLParser) -> str:
    """Text of the first known container that holds an article."""
    for selector in CONTAINERS:
        texts = [_lines(node) for node in tree.css(selector)]
        longest = max(texts, key=len, default="")
        if len(longest) >= _SHORT_ARTICLE:
            return longest
    return ""


def _by_trafilatura(text: str) -> str:
    """The main text by trafilatura; empty when it finds none worth the name."""
    import trafilatura  # noqa: PLC0415 - heavy, and pages of known systems never come here

    found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    return found if found is not None and len(found) >= _ARTICLE else ""


def _lines(root: LexborNode) -> str:
    """Text of a node: a line per block, rows of tables, numbers of items, blanks as a browser shows them."""
    parts: list[str] = []
    stack: list[LexborNode | str] = [*reversed(_children(root))]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        tag = node.tag or ""
        if tag == "-text":
            parts.append(re.sub(r"[ \t\r\n\f]+", " ", node.text(deep=False)))
        elif tag == "br":
            parts.append("\n")
        elif tag == "table" and (rows := table_rows(node, _lines)) is not None:
            parts.append("\n".join(("", *rows, "")))
        elif tag not in _SKIPPED:
            if tag in _BLOCKS:
                parts.append("\n" + (item_number(node) if tag == "li" else ""))
                parts.append(mark_heading(int(tag[1])) if tag in _HEADINGS else "")
                stack.append("\n")
            stack.extend(reversed(_children(node)))
    lines = (line.strip(" ") if line.strip() else "" for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"

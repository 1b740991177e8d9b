"""Owns what of a web page a reader sees: hidden and struck-out text goes, raised figures stay raised.

「<p hidden>」, 「display:none」, a class that the page's own sheet hides   -> gone, with all inside
「<del>80件</del><ins>81件</ins>」                                     -> 「81件」
「km<sup>2</sup>」                                                     -> 「km²」
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govbrief.read.formats.raised import raise_text

_STRUCK = frozenset({"del", "s", "strike"})
_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?:^|[,}/\s])([.#][\w-]+)\s*\{[^{}]{0,400}?(?:display\s*:\s*none|visibility\s*:\s*hidden)",
    re.IGNORECASE,
)
_MAX_SHEET = 200_000
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)


def drop_hidden(tree: LexborHTMLParser) -> None:
    """Take out of the page what it does not show, and write raised figures as raised characters."""
    names = _hidden_names(tree)
    gone: list[LexborNode] = []
    raised: list[LexborNode] = []
    stack = [tree.body] if tree.body is not None else []
    while stack:
        node = stack.pop()
        if _is_hidden(node, names):
            gone.append(
                node
            )  # with all that it holds, so nothing inside is looked at: its memory goes with it
            continue
        if node.tag == "sup" or _RAISED.search(node.attributes.get("style") or ""):
            raised.append(node)
            continue
        child = node.first_child
        while child is not None:
            if child.tag and not child.tag.startswith("-"):
                stack.append(child)
            child = child.next
    for node in raised:
        node.replace_with(raise_text(node.text(deep=True)))
    for node in gone:
        node.decompose()


def _is_hidden(node: LexborNode, names: frozenset[str]) -> bool:
    if node.tag in _STRUCK:
        return True
    attributes = node.attributes
    if "hidden" in attributes or _STYLE.search(attributes.get("style") or ""):
        return True
    if not names:
        return False
    own = {f".{name}" for name in (attributes.get("class") or "").split()} | {f"#{attributes.get('id')}"}
    return not names.isdisjoint(own)


def _hidden_names(tree: LexborHTMLParser) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide by themselves."""
    sheets = "\n".join(node.text(deep=True) for node in tree.css("style"))[:_MAX_SHEET]
    return frozenset(match[1] for match in _RULE.finditer(sheets))

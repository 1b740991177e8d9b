"""Owns whether a sentence tells what was done, wherever it stands: plans recall results, and reports plans."""

import re

_BACK = re.compile(
    r"^(?:20\d\d年(?!底|末|前|度|起)|去年|上年|前不久|不久前|日前|近日|年初以来|今年以来|近年来|目前|(?:我[们市区县省局院]|全[市区县省]|各级)?已经)"
)
_DONE = re.compile(
    r"(?:实现|取得|完成|建立|形成|谋划|部署|召开|制定|出台|公布|印发|建成)了|被[^，,。]{2,30}(?:命名|评|授予|确定)|获评|荣获|入选|已经"
)
_FOUNDED = re.compile(r"(?:召开|成立|组建|印发|公布|安排部署)了")
_AHEAD = re.compile(r"将|要|拟|计划|打算|力争|争取|确保|下一步|到20\d\d年|20\d\d年(?:底|末)?前")


def looks_back(sentence: str) -> bool:
    """Whether `sentence` tells what was done and no more: no plan, wherever it stands.

    It has a past time at its head and a thing done, or something set up and no word of what comes.
    """
    if _BACK.search(sentence):
        return _DONE.search(sentence) is not None
    return _FOUNDED.search(sentence) is not None and _AHEAD.search(sentence) is None

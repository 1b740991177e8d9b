"""Owns the string patterns of answers, which a server compiles into a grammar.

Patterns leave out the quotation mark, the backslash and control characters, because a grammar applies them inside
the JSON string; typographic quotation marks are admitted, so that a title or a quote does not end the sentence. A
full stop inside an English sentence must be followed by a digit: a small model pads a translation with sentences of
its own, and this leaves it no second one.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govbrief_schemas.item import Kind, Theme

_ENGLISH = r"([ #-\-/-Z\[\]_a-~“”‘’–—]|[0-9]\.[0-9])"
_ENGLISH_WORDS = r"[ #-\-/:;?A-Z\[\]_a-z“”‘’–—]"
"""Without digits, and without the braces that stand around a placeholder."""
_ACTORS = (
    "(city|county|district|province|region|town|government|bureau|department|court|procuratorate|office|commission"
    "|committee)"
)
"""Who carries out a plan; Chinese plans seldom say it."""
_OPENING = (
    "(A|About|After|All|Also|An|As|At|Both|By|During|Each|For|From|In|It|Many|More|Most|No|On|Our|Over|Several|Since"
    "|Some|The|There|This|Through|To|Under|When|With)"
)
_DONE = (
    "(Abolished|Accepted|Achieved|Added|Addressed|Adhered|Adjusted|Adopted|Advanced|Allocated|Amended"
    "|Announced|Applied|Approved|Arranged|Assessed|Attended|Audited|Awarded|Banned|Brought|Built|Carried"
    "|Changed|Checked|Clarified|Cleaned|Cleared|Closed|Collected|Combined|Compiled|Completed|Concluded"
    "|Conducted|Connected|Considered|Consolidated|Constructed|Continued|Convened|Cooperated|Coordinated"
    "|Cracked|Created|Cultivated|Cut|Dealt|Deepened|Delegated|Deployed|Designated|Developed|Directed"
    "|Disclosed|Disposed|Distributed|Drafted|Eliminated|Encouraged|Enforced|Engaged|Enhanced|Ensured"
    "|Established|Evaluated|Examined|Expanded|Explored|Extended|Focused|Followed|Formed|Formulated"
    "|Fulfilled|Gave|Granted|Guided|Handled|Held|Helped|Identified|Implemented|Improved|Included"
    "|Incorporated|Increased|Initiated|Innovated|Inspected|Installed|Integrated|Introduced|Invested"
    "|Investigated|Invited|Issued|Joined|Kept|Launched|Led|Linked|Listed|Made|Maintained|Managed|Mediated"
    "|Mobilized|Monitored|Offered|Opened|Optimized|Organized|Participated|Piloted|Placed|Planned|Prepared"
    "|Prevented|Processed|Produced|Prohibited|Promoted|Promulgated|Protected|Provided|Publicized"
    "|Published|Punished|Pushed|Put|Raised|Reached|Realized|Received|Recommended|Recorded|Rectified"
    "|Reduced|Refined|Reformed|Registered|Regulated|Released|Removed|Reported|Required|Resolved|Responded"
    "|Reviewed|Revised|Revoked|Screened|Selected|Sent|Served|Settled|Set|Shared|Shortened|Signed"
    "|Simplified|Solved|Sorted|Standardized|Started|Streamlined|Strengthened|Studied|Submitted|Summarized"
    "|Supervised|Supported|Surveyed|Tackled|Took|Trained|Transferred|Translated|Unified|Updated|Upgraded"
    "|Upheld|Urged|Used|Visited|Withdrew|Won|Worked)"
)
"""What a sentence of work done begins with, when it does not say whose work; no such list is ever whole, and what is
missing begins with one of `_OPENING`."""
_SPELT = re.compile("[A-Za-z' -]+")
"""Names that mean themselves in a pattern; not every grammar reads an escaped blank."""
_CHINESE_WORDS = r"[^0-9０-９{}\"\\‘’\x00-\x1f]"
_CHINESE_WORDS_NO_LATIN = r"[^0-9０-９{}A-Za-z\"\\‘’\x00-\x1f]"
_ENGLISH_LABEL = r"[ &-)+-\-/A-Za-z“”‘’–—]"
_CHINESE = r"[^\"\\‘’\x00-\x1f]"
_CHINESE_NO_LATIN = r"[^A-Za-z\"\\‘’\x00-\x1f]"


class Slot(NamedTuple):
    """What the grammar fixes of one item: the sentences it may tell, the themes to choose from, and its length."""

    sentences: tuple[str, ...]
    themes: tuple[Theme, ...]
    zh_chars: int
    en_chars: int
    latin: bool = True
    """Whether the sentence holds Latin letters."""
    evidence: int = 1
    """Sentences that the item may rest on, at most."""
    numbers: tuple[str, ...] | None = None
    """Names of the placeholders that both languages hold instead of numbers; None leaves numbers free."""
    date_first: str = ""
    """Name of the placeholder of a date that the sentence begins with; the English begins with it as well."""
    dates: tuple[str, ...] = ()
    """Names of the placeholders that stand for dates."""
    places: tuple[str, ...] = ()
    """English names of the places in the sentence, which it may begin with."""
    people: bool = False
    """Whether the sentence names somebody (孙某), who is Mr. or Ms. in English."""
    languages: tuple[str, ...] = ("zh", "en")
    """What the model writes of the item."""


def english_pattern(longest: int, *, future: bool = False, sentences: int = 1) -> str:
    """English of at most `longest` characters a sentence, ASCII and typographic quotation marks only.

    With `future` something "will" happen, so that a plan is not told as done or as a command.
    """
    if sentences > 1:
        first = english_pattern(longest, future=future).rstrip("$")
        return rf"{first}( [A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}\.){{0,{sentences - 1}}}$"
    if future:
        will = rf"he {_ACTORS} will {_ENGLISH}{{8,{longest}}}"
        return rf"^(T{will}|(In|By) [0-9]{{4}}, t{will})\.$"
    return rf"^[A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}\.$"


def chinese_pattern(longest: int, *, latin: bool = True) -> str:
    """One Chinese sentence of at most `longest` characters that ends in a full stop.

    Without `latin` (where the source has none) it cannot drift into English.
    """
    return rf"^{_CHINESE if latin else _CHINESE_NO_LATIN}{{4,{longest}}}[。！？]$"


def locked_english_pattern(slot: Slot, kind: Kind | None = None) -> str:
    """One English sentence without digits in which the placeholders of the slot stand between words.

    Which of them, and in what order, is left to the model: held to all of them, a small one puts a forgotten number
    anywhere. Only a date at the head of the sentence, which it forgets most, must come first. A plan begins with who
    "will" do something: left free to begin otherwise, it is bent to the word in its middle. An achievement begins as
    a statement does: Chinese leaves out who did it, and a small model makes a command or half a sentence of that.
    """
    names = slot.numbers or ()
    words = rf"{_words(slot)}{{0,{slot.en_chars}}}"
    name = rf"\{{({'|'.join(names)})\}}"
    after = rf"([ ,;:)’”-]{words})?"
    rest = rf"([ (“]{name}{after}){{0,{len(names)}}}" if names else ""
    will = rf"he {_ACTORS} will {words}"
    if slot.date_first:
        start = rf"(In|On|By|Since|During|From) \{{{slot.date_first}\}},?"
        planned = rf" (t{will}|{name} {_ENGLISH_WORDS}{{1,40}} will {words})"
        return rf"^{start}{planned if kind is Kind.PLAN else rf'( {words})?'}{rest}\.$"
    if kind is Kind.PLAN:
        dated = rf"|(In|By) \{{({'|'.join(slot.dates)})\}}, t{will}" if slot.dates else ""
        return rf"^(T{will}{dated}){rest}\.$"
    first = rf"({_opening(slot)})([ ,'’]{words})?" if kind is Kind.ACHIEVEMENT else rf"[A-Z“‘]{words}"
    return rf"^({name}{after}|{first}){rest}\.$" if names else rf"^{first}\.$"


def _opening(slot: Slot) -> str:
    """What a sentence of work done may begin with."""
    places = [place for place in slot.places if _SPELT.fullmatch(place)]
    return "|".join([_OPENING, _DONE, *places, *([r"M(r|s)\."] if slot.people else [])])


def _words(slot: Slot) -> str:
    return rf"({_ENGLISH_WORDS}|M(r|s)\. )" if slot.people else _ENGLISH_WORDS


def locked_chinese_pattern(longest: int, names: Sequence[str], *, latin: bool = True) -> str:
    """One Chinese sentence without digits that holds the placeholders of `names` in this order."""
    chars = _CHINESE_WORDS if latin else _CHINESE_WORDS_NO_LATIN
    words = rf"{chars}{{0,{longest}}}"
    marked = "".join(rf"\{{{name}\}}{words}" for name in names)
    return rf"^{words}{marked}[。！？]$"


def english_name_pattern(longest: int) -> str:
    """A title or a name, which is no sentence."""
    return rf"^[A-Z0-9“‘]{_ENGLISH}{{2,{longest}}}$"


def english_label_pattern(longest: int, begins: str) -> str:
    """A noun phrase without digits that begins with the words `begins`.

    Without them it does not begin with N: after a few terms that are the number of something, the next one is too.
    """
    return rf"^{begins or '[A-MO-Z]'}{_ENGLISH_LABEL}{{3,{longest}}}$"

"""Owns the sentences that govbrief itself says about a brief, the same for every format.

Nothing here reads a number again: counts are of findings, items and sentences, all else is the brief's own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from govbrief.base.plain import clean
from govbrief.views import labels
from govbrief.views.labels import MARK, alike, say
from govbrief.views.told import Failed, ToldLine
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import UNHEADED, Brief, Failure
from govbrief_schemas.finding import NAME_RULES, NUMBER_RULES, Finding, Rule, Verdict

_SHORT_HASH = 8
_NAMED = 3
"""Failed parts that the opening names, and files that are left out; the rest is at the end, and in run.json."""


def opening(brief: Brief, failed: Sequence[Failed]) -> tuple[ToldLine, ...]:
    """What was checked and what was not, then what failed and what was left out."""
    return tuple(line for line in (_checked(brief), _failed(failed), _left_out(brief)) if line)


def findings(brief: Brief) -> tuple[Finding, ...]:
    """Every finding, in the order of the brief."""
    return tuple(f for part in brief.parts for f in part.findings)


def tally(found: Iterable[Finding]) -> tuple[tuple[Verdict, int], ...]:
    """How often each verdict was given; verdicts never given are left out."""
    counts = Counter(f.verdict for f in found)
    return tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])


def _checked(brief: Brief) -> ToldLine:
    """Numbers and names that were looked up, lines whose words were compared, and what is doubtful."""
    found = findings(brief)
    looked = [
        _confirmed(found, NUMBER_RULES, say("数字", "numbers")),
        _confirmed(found, NAME_RULES, say("名称", "names")),
    ]
    parts = [
        _joined([part for part in looked if part]),
        _compared(brief),
        _marked(brief, found),
    ]
    told = [part for part in parts if part]
    zh, en = "；".join(part.zh for part in told), "; ".join(part.en for part in told)
    return ToldLine(say(f"{zh}。", f"{en[0].upper()}{en[1:]}."), good=not brief.doubts)


def _confirmed(found: Iterable[Finding], rules: frozenset[Rule], what: Bilingual) -> Bilingual | None:
    """How many of the numbers, or of the names, the source carries."""
    looked = [f for f in found if f.rule in rules and f.language != "zh-en"]
    total, good = len(looked), sum(f.verdict is Verdict.SUPPORTED for f in looked)
    return say(f"{what.zh}{good}/{total}", f"{good}/{total} {what.en}") if total else None


def _joined(looked: Sequence[Bilingual]) -> Bilingual:
    if not looked:
        return say("没有可核对的数字", "no numbers to check")
    return say(
        "、".join(one.zh for one in looked) + "已核实", ", ".join(one.en for one in looked) + " confirmed"
    )


def _marked(brief: Brief, found: Iterable[Finding]) -> Bilingual:
    """What is to be reviewed, and how much of it could neither be confirmed nor refuted."""
    if not brief.doubts:
        return say("规则未见疑点", "the rules raise no doubt")
    unchecked = sum(finding.verdict is Verdict.UNCHECKED for finding in found)
    return say(
        f"{brief.doubts}处待复核{MARK}" + (f"，其中{unchecked}处无法核对" if unchecked else ""),
        f"{brief.doubts} to review {MARK}"
        + (f", {unchecked} of them impossible to check" if unchecked else ""),
    )


def _compared(brief: Brief) -> Bilingual | None:
    """Lines whose English was held against their Chinese: rules find wrong words, and not every one."""
    lines = len(brief.items) + len(brief.summary.sentences)
    if not lines:
        return None
    return say(
        f"{lines}条的术语、层级、时态已按规则比对（不能尽查）",
        f"terms, levels and tense of {plural(lines, 'line')} compared by rules, which miss some",
    )


def _failed(failed: Sequence[Failed]) -> ToldLine | None:
    number = len(failed)
    if not number:
        return None
    unique = tuple(dict.fromkeys(one.name for one in failed))
    zh, en = "、".join(n.zh for n in unique[:_NAMED]), ", ".join(n.en for n in unique[:_NAMED])
    more = len(unique) > _NAMED
    return ToldLine(
        say(
            f"{number}处未完成，本摘要不完整：{zh}{'等' if more else ''}。",
            f"{plural(number, 'part')} of the work failed, the brief is not complete: {en}{', …' if more else ''}.",
        ),
        good=False,
    )


def _left_out(brief: Brief) -> ToldLine | None:
    number = brief.provenance.left_out
    if not number:
        return None
    return ToldLine(
        say(
            f"另有{number}处未通过核对，未列入。",
            f"{plural(number, 'statement')} left out for failing the check.",
        ),
        good=True,
    )


def failed_part(failure: Failure) -> Bilingual:
    """What failed: a section by its heading, or a part of the brief by its name."""
    parts = {
        "head": labels.HEAD,
        "headline": labels.HEADLINE,
        "summary": labels.SUMMARY,
        "figures": labels.FIGURES,
        "": UNHEADED,
    }
    heading = clean(failure.section)
    return parts.get(heading, alike(heading))


def failed_why(failure: Failure) -> Bilingual:
    """Why it failed; English stands in where nobody has the Chinese."""
    en = clean(failure.reason)
    return say(clean(failure.reason_zh) or en, en)


def left_unread(files: Sequence[str]) -> Bilingual:
    """Files of a folder that nothing reads, a few by their names."""
    names = [clean(PurePath(file).name) for file in files[:_NAMED]]
    zh, en = ("等", ", …") if len(files) > _NAMED else ("", "")
    return say(
        f"文件夹中{len(files)}个文件的类型无法读取，已略过：{'、'.join(names)}{zh}",
        f"{plural(len(files), 'file')} of a type that cannot be read left out: {', '.join(names)}{en}",
    )


def message(finding: Finding) -> Bilingual:
    """The finding in a sentence; the other language stands in where one is missing."""
    zh, en = clean(finding.message_zh), clean(finding.message)
    fallback = clean(f"{finding.seen} / {finding.expected}")
    return say(zh or en or fallback, en or zh or fallback)


def coverage(brief: Brief) -> Bilingual:
    """How much of what the report states the brief tells."""
    sections, amounts = brief.coverage.sections, brief.coverage.quantities
    stated, told = sum(s.statements for s in sections), sum(s.told for s in sections)
    zh = f"述及{told}/{stated}句，" if stated else ""
    en = f"{told}/{stated} statements told, " if stated else ""
    return say(
        f"{zh}用到{amounts.used}/{amounts.total}个数量。", f"{en}{amounts.used}/{amounts.total} amounts used."
    )


def provenance(brief: Brief) -> tuple[Bilingual, ...]:
    """How the brief came about, fact by fact; some are foreign text."""
    made = brief.provenance
    facts = [
        alike(f"govbrief {made.govbrief}"),
        alike(made.model),
        alike(f"{made.prompt_set} ({short_hash(made.prompt_set_id)})"),
        alike(made.created.partition("T")[0]),
        alike(f"{brief.report.source} ({short_hash(brief.report.sha256)})"),
    ]
    if made.replayed:
        facts.append(say("重放录制", "replayed"))
    return tuple(fact for fact in facts if clean(fact.zh))


def short_hash(tagged: str) -> str:
    """The first digits of a hash, its tag left out: enough to tell two apart."""
    return tagged.rpartition(":")[2][:_SHORT_HASH]


def plural(number: int, noun: str) -> str:
    """`1 item`, `2 items`, `2 retries`."""
    if number == 1:
        return f"{number} {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"

"""One hostile input: files, a command, and how it has to end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

READ = frozenset({0})
NOT_READ = frozenset({3})
EITHER = frozenset({0, 3})
"""Read, or refused in a line: both are right."""
CHECKED = frozenset({0, 1, 3})
WRONG_USE = frozenset({2})


@dataclass(frozen=True)
class Case:
    """A command in a folder of its own. `{here}` in the words is that folder."""

    name: str
    words: tuple[str | bytes, ...]
    codes: frozenset[int] = EITHER
    files: Mapping[str | bytes, bytes] = field(default_factory=dict)
    """Name to content; folders on the way are made."""
    stdin: bytes | None = b""
    """None for a closed one."""
    environ: Mapping[str, str] = field(default_factory=dict)
    in_shell: str = ""
    """How the shell runs it, `$@` being the command: `"$@" >&-`; empty where no shell is needed."""


TITLE, HEADING, BODY = "白榆市2023年法治政府建设年度报告", "一、主要做法", "全市共办理行政复议案件1726件。"
REPORT = (
    f"{TITLE}\n\n{HEADING}\n{BODY}\n\n二、存在问题\n部分单位意识不强。\n\n三、下一步\n2024年底前建成平台。\n"
)
SOUND = REPORT.encode()

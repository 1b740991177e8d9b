"""Owns which field of a line a finding is about, where it is not the line itself: its target is not its words."""

from dataclasses import replace

from govbrief.checking.messages import Wording
from govbrief_schemas.finding import Finding, Verdict

_FIELDS = {
    "actor": Wording("In its actor", "行为主体一栏"),
    "cause": Wording("In its cause", "原因一栏"),
    "target": Wording("In its target", "目标一栏"),
    "by": Wording("In its date", "期限一栏"),
}
"""What is told beside a line, by the name of its field."""


def of_field(finding: Finding, field: str) -> Finding:
    """The finding with the field in front of its sentences; one that confirms something stays as it is."""
    if finding.verdict is Verdict.SUPPORTED:
        return finding
    where = _FIELDS[field]
    message = f"{where.en}, {finding.message[:1].lower()}{finding.message[1:]}"
    return replace(finding, message=message, message_zh=f"{where.zh}：{finding.message_zh}")

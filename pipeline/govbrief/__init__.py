"""Chinese government reports to bilingual briefs in which every figure and name is checked against the source.

    import govbrief

    brief = govbrief.summarize("report.txt")              # a model writes, rules check
    for item in brief.items:
        print(item.kind, item.zh, item.en, item.doubts)
    verified = govbrief.check(brief, "report.txt")        # the same check again; no model
    outline = govbrief.outline("report.txt")              # sections, roles, speakers
    quantities = govbrief.numbers("report.txt")           # every number, exact, with offsets

Which model writes follows from `Settings`, else from the environment (`OPENAI_API_KEY`, `OPENAI_BASE_URL`,
`GOVBRIEF_MODEL`). `asummarize` and `asummarize_all` are for programs that wait for much else. Every error is a
`PipelineError` with a `hint`. Nothing here prints, ends the process, or changes what belongs to it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from govbrief.base.version import __version__

if TYPE_CHECKING:
    from govbrief.api import (
        asummarize,
        asummarize_all,
        check,
        compare,
        load,
        numbers,
        outline,
        summarize,
    )
    from govbrief.base.errors import (
        BudgetError,
        InputError,
        ModelError,
        OutputError,
        PipelineError,
        PromptError,
        ReplayError,
        UsageError,
    )
    from govbrief.base.settings import Settings
    from govbrief.checking.verify import Verified
    from govbrief_schemas.brief import Brief, BriefItem, Figure
    from govbrief_schemas.comparison import Comparison
    from govbrief_schemas.finding import Finding, Rule, Verdict
    from govbrief_schemas.item import Kind, Theme
    from govbrief_schemas.quantity import Quantity
    from govbrief_schemas.report import Outline, Report, Role, Section, Span

_HOMES = {
    "govbrief.api": (
        "asummarize",
        "asummarize_all",
        "check",
        "compare",
        "load",
        "numbers",
        "outline",
        "summarize",
    ),
    "govbrief.checking.verify": ("Verified",),
    "govbrief.base.errors": (
        "BudgetError",
        "InputError",
        "ModelError",
        "OutputError",
        "PipelineError",
        "PromptError",
        "ReplayError",
        "UsageError",
    ),
    "govbrief.base.settings": ("Settings",),
    "govbrief_schemas.brief": ("Brief", "BriefItem", "Figure"),
    "govbrief_schemas.comparison": ("Comparison",),
    "govbrief_schemas.finding": ("Finding", "Rule", "Verdict"),
    "govbrief_schemas.item": ("Kind", "Theme"),
    "govbrief_schemas.quantity": ("Quantity",),
    "govbrief_schemas.report": ("Outline", "Report", "Role", "Section", "Span"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # noqa: RUF022 - the calls first, then what they speak in
    "summarize",
    "outline",
    "numbers",
    "check",
    "compare",
    "asummarize",
    "asummarize_all",
    "load",
    "Brief",
    "BriefItem",
    "Comparison",
    "Figure",
    "Finding",
    "Kind",
    "Outline",
    "Quantity",
    "Report",
    "Role",
    "Rule",
    "Section",
    "Settings",
    "Span",
    "Theme",
    "Verdict",
    "Verified",
    "BudgetError",
    "InputError",
    "ModelError",
    "OutputError",
    "PipelineError",
    "PromptError",
    "ReplayError",
    "UsageError",
    "__version__",
]


class _Face(ModuleType):
    """The package as a program sees it: what is published is loaded when it is first used.

    `numbers` and `compare` are calls here and folders of the package as well; the import system sets a folder as an
    attribute of its parent, which must not hide the call.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever has that name
        """The call, value or error of that name."""
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module 'govbrief' has no attribute {name!r}")
        value = getattr(import_module(home), name)
        self.__dict__[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        """Set anything but a folder in place of a call."""
        if not (isinstance(value, ModuleType) and name in _HOME_OF):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        """All that is published."""
        return sorted(__all__)


sys.modules[__name__].__class__ = _Face

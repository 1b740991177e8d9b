"""Owns the error tree and the exit code of each branch.

    PipelineError
    ├── UsageError      exit 2  wrong arguments or settings           (the user)
    ├── InputError      exit 3  the report cannot be read             (the report)
    ├── OutputError     exit 5  a result cannot be written            (the disk)
    ├── PromptError     exit 2  a prompt set is not usable            (the prompt's author)
    ├── ModelError      exit 4  the model cannot be reached or keeps failing   (the provider)
    │   └── BudgetError exit 6  the budget is used up                 (the user)
    └── ReplayError     exit 4  no recorded answer for this request   (re-record)

A message says what, where, seen against expected; `hint` says what to do next and is shown on its own line. What a user
meets most, a server that refuses or a budget that is used up, is said in Chinese too.
"""


class PipelineError(Exception):
    """Root of all errors that a user can act on."""

    exit_code = 5

    def __init__(self, message: str, *, hint: str = "", zh: str = "", hint_zh: str = "") -> None:
        """`message` says what and where, `hint` what to do next; the others are the same in Chinese."""
        super().__init__(message)
        self.hint = hint
        self.zh = zh
        """The message in Chinese; empty where nobody has it."""
        self.hint_zh = hint_zh


class UsageError(PipelineError):
    """Arguments or settings that do not fit together."""

    exit_code = 2


class InputError(PipelineError):
    """A report that cannot be read."""

    exit_code = 3


class OutputError(PipelineError):
    """A result that cannot be written."""

    exit_code = 5


class PromptError(PipelineError):
    """A prompt set that cannot be used; names file and line."""

    exit_code = 2


class ModelError(PipelineError):
    """The model's server cannot be reached, refuses, or keeps failing."""

    exit_code = 4

    def __init__(
        self, message: str, *, hint: str = "", zh: str = "", hint_zh: str = "", fatal: bool = False
    ) -> None:
        """`fatal` means that every further request would fail the same way."""
        super().__init__(message, hint=hint, zh=zh, hint_zh=hint_zh)
        self.fatal = fatal
        """True when every further call would fail the same way (wrong key, server gone)."""


class BudgetError(ModelError):
    """A request that is not sent, because the budget is used up."""

    exit_code = 6

    def __init__(self, message: str, *, hint: str = "", zh: str = "", hint_zh: str = "") -> None:
        """No further request is sent either."""
        super().__init__(message, hint=hint, zh=zh, hint_zh=hint_zh, fatal=True)


class ReplayError(PipelineError):
    """A request that no cassette answers."""

    exit_code = 4

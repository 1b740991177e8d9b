"""Owns what `summarize` prints of briefs to standard output."""

import os
import sys
from collections.abc import Mapping, Sequence

from govbrief.base.errors import OutputError
from govbrief.cli.briefformats import Forms
from govbrief_schemas.brief import Brief


def print_briefs(
    briefs: Sequence[Brief], formats: Sequence[str], texts: Mapping[str, str], forms: Forms, *, written: bool
) -> None:
    """To stdout: the chosen format, or the terminal view; of several that are `written` into files, nothing.

    Raises:
        OutputError: standard output takes no more, e.g. a full disk behind it.
    """
    from rich.console import Console

    from govbrief.views.terminal import print_brief

    try:
        if not written and formats:
            for brief in briefs:
                sys.stdout.write(str(forms.write(brief, formats[0], texts.get(brief.report.source))))
        elif not written or len(briefs) == 1:
            for brief in briefs:
                print_brief(brief, Console(), forms.lang, evidence=forms.evidence)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # what is still buffered would fail again at exit and change the exit code
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = f"standard output: cannot be written ({error.strerror or error})"
        raise OutputError(reason, hint="free some space, or write files with --out") from error

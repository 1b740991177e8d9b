"""Owns the dry run: which requests the brief of a report would begin with, counted and not sent.

The code that makes briefs makes the requests. Re-asks depend on what a model gets wrong: they come on top as shares
that the method tells.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace

from govbrief.base.errors import ModelError
from govbrief.base.settings import Settings
from govbrief.methods import METHODS
from govbrief.model.ask import Asker
from govbrief.model.connect import dry_source
from govbrief.model.forecast import Forecaster, Known, Tally
from govbrief.names.glossary import Glossary
from govbrief.run import Means, brief_report
from govbrief.sets.prompts import PromptSet
from govbrief.write.desk import Silent
from govbrief_schemas.report import Report


@dataclass(frozen=True, slots=True)
class DryRun:
    """What briefs would be made with."""

    settings: Settings
    prompts: PromptSet
    glossary: Glossary

    def count(self, report: Report, tally: Tally, known: Known) -> None:
        """Add to `tally` what one brief would ask for; what is `known` is answered and not asked."""
        sent_back = METHODS[self.prompts.method].form.sent_back
        source = dry_source(self.settings, self.prompts.name)

        def asker(_: str) -> Asker:
            return Forecaster(self.settings.model_name, source.lessons.form, tally, known, sent_back)

        means = Means(replace(source, askers=asker), _without_reasks(self.prompts), self.glossary, Silent())
        # a report of which no item comes has been asked for all the same
        with suppress(ModelError):
            asyncio.run(brief_report(report, means, asyncio.Semaphore(source.limiter.most)))


def _without_reasks(prompts: PromptSet) -> PromptSet:
    """The set that asks the same and sends nothing back: a stand-in would always be sent back."""
    limits = prompts.limits.model_copy(update={"reasks": 0})
    return replace(prompts, settings=prompts.settings.model_copy(update={"limits": limits}))

"""Reports that wait for their turn lie on the disk and come back as they were."""

import pytest

from govbrief import load
from govbrief.batch.spool import Spool


@pytest.fixture
def reports(tmp_path):
    made = []
    for n in range(3):
        path = tmp_path / f"{n}.txt"
        path.write_text(
            f"某市司法局202{n}年法治政府建设年度报告\n一、主要做法\n开展执法检查{n + 1}次。", encoding="utf-8"
        )
        made.append(load(path))
    return made


def test_reports_come_back_as_they_were(reports):
    """In order, by number and after others were left out."""
    spool = Spool()
    for report in reports:
        spool.append(report)
    assert [*spool] == reports
    assert (spool[-1], [*spool[1:]]) == (reports[-1], reports[1:])
    rest = spool.without([reports[0].source])
    del spool
    assert [*rest] == reports[1:]
    assert rest.sources == [report.source for report in reports[1:]]

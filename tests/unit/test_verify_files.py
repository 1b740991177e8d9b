"""`govbrief check` for people: translations in any format, briefs as they are printed, house terms, foreign sources."""

import json

import pytest
from docx import Document

from govbrief.checking.verify import verify, weight
from govbrief.read.load import load_report
from govbrief_schemas.finding import Rule, Verdict

TEXT = """\
青桐市2024年法治政府建设年度报告

一、主要工作成效
全市受理行政复议案件3353件,办结3196件,比上年增长12.5%。
市司法局联合市检察院开展执法案卷评查,抽查案卷460宗。
出台《青桐市行政规范性文件管理办法》,废止规范性文件12件。

二、存在的问题和不足
部分乡镇法治力量薄弱,专职人员不足。

三、2025年工作打算
2025年将修订《青桐市物业管理条例》,力争完成立法项目4个。
"""
SOUND = (
    "The city accepted 3,353 administrative reconsideration cases and concluded 3,196, up 12.5% over the year before.\n"
    "The municipal justice bureau and the municipal procuratorate jointly reviewed law enforcement files and "
    "spot-checked 460.\n"
    "In 2025 the city will revise the Qingtong Regulations on Property Management and aims to complete "
    "4 legislative projects.\n"
)
WRONG = (
    SOUND
    .replace("procuratorate", "court")
    .replace("up 12.5%", "down 12.5%")
    .replace("will revise", "has revised")
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return load_report(str(path))


def as_docx(path, text):
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def as_html(path, text):
    body = "".join(f"<p>{line}</p>" for line in text.splitlines())
    path.write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")


def as_text(path, text):
    path.write_text(text, encoding="utf-8")


def as_national(path, text):
    path.write_bytes(text.encode("gb18030"))


def wrong(found):
    return {f.rule for _, f in found.doubts if f.verdict is not Verdict.UNCHECKED}


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("t.txt", as_text),
        ("t.docx", as_docx),
        ("t.html", as_html),
        ("t.md", as_text),
        ("t.gb.txt", as_national),
    ],
)
def test_a_translation_in_any_format_is_held_against_the_sentences_it_translates(
    tmp_path, report, name, write
):
    """A sound translation has no doubt; one with errors in words and numbers has a finding for each."""
    path = tmp_path / name
    write(path, SOUND)
    assert not wrong(verify(path, report))
    write(path, WRONG)
    assert {Rule.ORGAN, Rule.DIRECTION, Rule.TENSE} <= wrong(verify(path, report))


def test_a_line_in_both_languages_is_a_pair(tmp_path, report):
    """A brief as it is printed: the Chinese, the section's tag, the English."""
    path = tmp_path / "brief.md"
    zh, en = (
        "市司法局联合市检察院抽查案卷460宗。",
        "The municipal justice bureau and the {} spot-checked 460 case files.",
    )
    line = f"- {zh} (一) {en}"
    path.write_text(line.format("municipal procuratorate"), encoding="utf-8")
    assert not wrong(verify(path, report))
    path.write_text(line.format("municipal court"), encoding="utf-8")
    found = verify(path, report)
    assert wrong(found) == {Rule.ORGAN}
    assert (found.compared, found.alone) == (1, 0)


def test_house_terms_have_to_be_kept(tmp_path, report):
    """A term of one's own glossary that the English tells otherwise is a finding."""
    path, terms = tmp_path / "t.txt", tmp_path / "terms.csv"
    path.write_text(SOUND, encoding="utf-8")
    terms.write_text("zh,en\n案卷评查,case file appraisal\n", encoding="utf-8")
    assert wrong(verify(path, report, terms)) == {Rule.TERM}


def test_a_text_in_a_third_language_is_said_to_be_one(tmp_path, report):
    """Nothing is confirmed of what nobody can read."""
    path = tmp_path / "t.txt"
    path.write_text("Город принял 3353 дела об административном пересмотре.\n", encoding="utf-8")
    found = verify(path, report)
    assert [f.verdict for _, f in found.doubts] == [Verdict.UNCHECKED]


def test_a_source_that_is_no_chinese_report_is_said_to_be_none(tmp_path):
    """An English report as the source confirms little, and the first finding says so."""
    source, path = tmp_path / "en.txt", tmp_path / "t.txt"
    source.write_text("The city accepted 3,353 cases in 2024.\n" * 20, encoding="utf-8")
    path.write_text("The city accepted 3,353 cases in 2024.\n", encoding="utf-8")
    place, (finding,) = verify(path, load_report(str(source))).places[0]
    assert (place, finding.verdict) == ("source", Verdict.UNCHECKED)


def test_what_matters_most_comes_first(tmp_path, report):
    """Doubts are sorted by their weight, and what could not be checked comes last."""
    path = tmp_path / "t.txt"
    path.write_text(WRONG + "Город принял решение о пересмотре дел.\n", encoding="utf-8")
    weights = [weight(finding) for _, finding in verify(path, report).doubts]
    assert weights == sorted(weights)


def test_a_brief_is_believed_nothing(tmp_path, report):
    """Without the findings that a brief holds of itself the answer is the same."""
    item = {
        "id": "00/00/0",
        "kind": "achievement",
        "theme": "行政执法",
        "zh": "市司法局联合市检察院抽查案卷460宗。",
        "en": "The municipal justice bureau and the municipal court spot-checked 640 case files.",
        "section": "一、主要工作成效",
        "evidence": [],
        "findings": [],
    }
    start = TEXT.index("市司法局联合")
    sentence = TEXT[start : TEXT.index("\n", start)]
    item["evidence"] = [{"start": start, "end": start + len(sentence), "text": sentence}]
    noted = {
        "verdict": "SUPPORTED",
        "rule": "value",
        "language": "en",
        "seen": "640",
        "expected": "640",
        "message": "right",
        "message_zh": "对",
    }
    answers = []
    for findings in ([], [noted]):
        path = tmp_path / "brief.json"
        path.write_text(json.dumps(brief(report, {**item, "findings": findings})), encoding="utf-8")
        answers.append(verify(path, report).places)
    assert answers[0] == answers[1]
    assert {Rule.ORGAN} <= {f.rule for _, found in answers[0] for f in found}


def brief(report, item):
    """The least brief that holds one item."""
    made = {
        **dict.fromkeys(("govbrief", "model", "prompt_set", "prompt_set_id"), "x"),
        **dict.fromkeys(("calls", "reasks", "retries", "tokens_in", "tokens_out"), 0),
        "created": "2025-01-01T00:00:00+00:00",
        "seconds": 0,
        "server_seconds": 0,
    }
    title = {"zh": report.title.value if report.title else "", "en": ""}
    issuer = {"zh": report.issuer.value if report.issuer else "", "en": ""}
    head = {"title": title, "issuer": issuer, "year": 2024, "kind": None, "source": "report.txt"}
    return {
        "schema": "govbrief/1",
        "report": {**head, "sha256": report.sha256},
        "summary": {"zh": [], "en": []},
        "figures": [],
        "items": [item],
        "coverage": {"sections": [], "quantities": {"total": 0, "used": 0, "unused": []}},
        "failures": [],
        "provenance": made,
    }

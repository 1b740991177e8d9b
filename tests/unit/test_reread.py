"""A brief that was printed is checked as it stands: no word of ours is taken for the report's, no error is lost."""

import docx
import pytest

from govbrief.checking.verify import verify_stated
from govbrief.read.load import load_report
from govbrief.views.briefpage import to_html
from govbrief.views.markdown import to_markdown
from govbrief.views.reread import reread
from govbrief.views.wordbrief import to_docx
from govbrief_schemas.finding import Rule
from tests.documents.brief import BRIEF, SOUND
from tests.documents.brief_items import SOURCE

LANGS = ("both", "zh", "en")
FORMS = {
    "md": lambda brief, lang: to_markdown(brief, lang).encode(),
    "md with evidence": lambda brief, lang: to_markdown(brief, lang, evidence=True).encode(),
    "html": lambda brief, lang: to_html(brief, SOURCE, lang).encode(),
    "docx": to_docx,
}


@pytest.fixture(scope="module")
def report():
    return load_report("seeds/dalian-2023.txt")


@pytest.fixture
def stated(tmp_path):
    """What the brief states, once printed and read back."""

    def read(brief, form, lang="both", change=lambda data: data):
        path = tmp_path / f"brief.{form.partition(' ')[0]}"
        path.write_bytes(change(FORMS[form](brief, lang)))
        return reread(path)

    return read


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_ours_is_taken_for_the_reports(stated, report, form, lang):
    """Counts, citations, offsets, labels and the date of the brief raise no alarm."""
    found = verify_stated(stated(SOUND, form, lang), report)
    # 赋权31项,收回5项 with "delegated 31 …, took back five, and a pilot of delegation" looks like a swap to the numbers
    doubts = [(place, finding.seen) for place, finding in found.doubts if finding.rule is not Rule.SUBJECT]
    assert doubts == []
    assert len(found.findings) > (5 if lang == "both" else 3)


@pytest.mark.parametrize("form", FORMS)
def test_wrong_numbers_are_found_again(stated, report, form):
    """The planted 1,762 is found in each form, in the language that holds it."""
    found = verify_stated(stated(BRIEF, form), report)
    assert ("en", "1,762") in {(finding.language, finding.seen) for _, finding in found.doubts}


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_was_changed_after_printing_is_found(stated, report, form):
    """The file is read as it stands, not as it was made."""
    changed = stated(
        SOUND, form, change=lambda data: data.replace("收回行政职权5项".encode(), "收回行政职权6项".encode())
    )
    assert "6项" in {finding.seen for _, finding in verify_stated(changed, report).doubts}


@pytest.mark.parametrize("form", FORMS)
def test_every_item_is_read_in_both_languages(stated, form):
    """No line of the brief gets lost on the way back, and each is known by its language."""
    told = stated(BRIEF, form)
    for item in BRIEF.items:
        for language in ("zh", "en"):
            text = getattr(item, language)
            assert any(text in one.text for one in told if one.language == language), text


def test_pages_and_documents_of_others_are_not_ours(tmp_path):
    """They are left to be read as any text."""
    page, document = tmp_path / "x.html", tmp_path / "x.docx"
    page.write_text("<p>2023年</p>", encoding="utf-8")
    docx.Document().save(document)
    assert reread(page) is None
    assert reread(document) is None


def test_what_is_no_word_document_is_refused(tmp_path):
    """A file that is not what its name says."""
    path = tmp_path / "x.docx"
    path.write_bytes(b"text")
    with pytest.raises(ValueError, match="no Word document"):
        reread(path)

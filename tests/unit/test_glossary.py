"""What the glossary promises: the right terms of a text, no others, and only real departures from them."""

import subprocess
import sys
from pathlib import Path

import pytest

from govbrief.names.glossary import Glossary, load_glossary
from govbrief.names.terms import Term

MANY = 260


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


def names(terms: tuple[Term, ...]) -> list[str]:
    return [term.zh for term in terms]


def test_the_field_is_covered(glossary):
    """Hundreds of terms, each with English in ASCII and somebody who uses it."""
    assert len(glossary.terms) >= MANY
    assert [
        term.zh
        for term in glossary.terms
        if not (term.source and all(form.isascii() for form in term.accepted))
    ] == []


def test_sources_are_texts_not_keys(glossary):
    """A source is written out, so that a reader need not look a key up."""
    assert [term.zh for term in glossary.terms if " " not in term.source] == []


def test_every_term_is_found_alone(glossary):
    """No term is hidden by another one or by its own exceptions."""
    assert [term.zh for term in glossary.terms if glossary.terms_in(term.zh) != (term,)] == []


def test_no_accepted_form_is_a_departure(glossary):
    """Whatever a term accepts is accepted, in capitals as well."""
    forms = [(term, form) for term in glossary.terms for form in term.accepted]
    assert [form for term, form in forms if glossary.departures(term.zh, form)] == []
    assert [form for term, form in forms if glossary.departures(term.zh, f"The {form.upper()}.")] == []


def test_no_form_is_listed_for_nothing(glossary):
    """An alternative that another alternative already covers is not in the file."""
    covered = [
        (term.zh, form)
        for term in glossary.terms
        for i, form in enumerate(term.also)
        if not Glossary((Term(term.zh, term.en, (*term.also[:i], *term.also[i + 1 :])),)).departures(
            term.zh, form
        )
    ]
    assert covered == []


# finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修订行政复议法后受理行政复议案件", ["行政复议法", "行政复议案件"]),
        ("推进法治政府建设,建设法治政府", ["法治政府建设", "法治政府"]),
        ("推行“双随机，一公开”监管", ["双随机、一公开"]),
        ("推行双随机一公开监管", ["双随机、一公开"]),
        ("实施“八五”普法", ["八五普法"]),
        ("《法治政府建设实施纲要（2021-2025年）》", ["法治政府建设实施纲要(2021—2025年)"]),
        ("《法治政府建设实施纲要(2021—2025年)》", ["法治政府建设实施纲要(2021—2025年)"]),
        ("在市委市政府领导下", ["市委、市政府"]),
        ("在省委和省政府领导下", ["省委、省政府"]),
        ("制定市政府规章1件", ["市政府", "政府规章"]),
        ("办理市人大代表建议", ["市人大代表", "人大代表建议"]),
        ("坚持“ 枫桥经验 ”", ["枫桥经验"]),
        ("宪法、民法典、宪法", ["宪法", "民法典"]),
        ("", []),
        ("2023年,天气很好。", []),
    ],
)
def test_terms_in_text(glossary, text, expected):
    """The longest terms, once each, in order, however they are punctuated."""
    assert names(glossary.terms_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "城市委员会",
        "各地区政府部门",
        "食品安全法律法规",
        "依法治水",
        "司法部门",
        "瓷砖用了十四五年",
        "保障人民生活",
        "公证券",
        "上述法",
    ],
)
def test_a_string_inside_another_word_is_no_term(glossary, text):
    """市委 in 城市委员会, 司法部 in 司法部门: nothing is found."""
    assert names(glossary.terms_in(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政处罚法规定", ["行政处罚法"]),
        ("行政复议法律文书", ["行政复议"]),
        ("行政执法规范化", ["行政执法"]),
    ],
)
def test_what_follows_decides_whether_a_law_is_named(glossary, text, expected):
    """行政处罚法规定 names the law, 行政复议法律文书 does not."""
    assert names(glossary.terms_in(text)) == expected


# departures

FAITHFUL = [
    (
        "败诉案件量下降9.5%,败诉率下降4.7个百分点。",
        "The number of cases lost fell by 9.5 percent, and the rate of lost cases by 4.7 percentage points.",
    ),
    (
        "全年审结行政复议案件6122件。",
        "In the year 6,122 Administrative-Reconsideration cases were concluded.",
    ),
    (
        "坚持和发展新时代“枫桥经验”,13426名人民调解员化解矛盾纠纷58552件。",
        "Upholding the Fengqiao Model for the new era, 13,426 people’s mediators resolved 58,552 disputes.",
    ),
    (
        "全面推行包容审慎监管,设定免罚事项1725项。",
        "Inclusive and prudent regulation was rolled out; 1,725 items are exempt from penalties.",
    ),
    ("加快法治政府建设。", "It sped up efforts to build a law-based government."),
    ("推进法治政府建设。", "The development of law-based local government was advanced."),
    ("全市机关负责人出庭应诉率达99.7%。", "Heads of organs appeared in court in 99.7 percent of cases."),
    (
        "规模以上工业增加值增长7.1%,城镇新增就业1.2万人。",
        "Value added of industrial enterprises above designated size grew 7.1%; 12,000 new urban jobs.",
    ),
    ("常住人口城镇化率85%。", "The urbanisation rate of permanent residents was 85 percent."),
    ("在市委、市政府领导下", "Under the leadership of the municipal Party committee and government"),
]


@pytest.mark.parametrize(("zh", "en"), FAITHFUL)
def test_a_faithful_translation_departs_from_nothing(glossary, zh, en):
    """Plural, tense, hyphen, article, spelling and one more word in between are no departures."""
    assert glossary.terms_in(zh)
    assert names(glossary.departures(zh, en)) == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("化解行政复议案件", "Administrative appeals were settled.", ["行政复议案件"]),
        ("推行放管服", "The release-manage-serve policy was carried out.", ["放管服"]),
        ("实施“八五”普法", "The 85th law campaign was carried out.", ["八五普法"]),
        ("坚持枫桥经验", "The Maple Bridge experience was upheld.", ["枫桥经验"]),
        (
            "增强“四个意识”,做到“两个维护”",
            "Four Consciousnesses were strengthened, two protections made.",
            ["两个维护"],
        ),
        ("学习民法典和宪法", "", ["民法典", "宪法"]),
        ("学习宪法", "They studied the unconstitutionality of it.", ["宪法"]),
    ],
)
def test_another_word_is_a_departure(glossary, zh, en, expected):
    """Terms whose English stands nowhere in the sentence are named, in the order of the Chinese."""
    assert names(glossary.departures(zh, en)) == expected


def test_importing_reads_nothing_and_stays_light():
    """Importing the glossary loads no model stack and does not parse the file yet."""
    code = (
        "import sys, govbrief.names.glossary as g;"
        "assert g._built_in.cache_info().currsize == 0;"
        "print(*sorted({'pydantic', 'openai', 'jinja2', 'instructor'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_glossary_in_any_encoding(tmp_path, encoding):
    """A table saved by a Chinese spreadsheet program is read like one in UTF-8."""
    path = tmp_path / "terms.csv"
    path.write_bytes("zh,en\r\n石岭市,Shiling\r\n".encode(encoding))
    assert [term.en for term in load_glossary(path).terms_in("石岭市的报告")] == ["Shiling"]

"""How a page calls the parts of a report: by numbers, by who speaks, by the year of its plans, by what stands there."""

from dataclasses import replace

import pytest

from govbrief.read.formats.extracted import Extracted
from govbrief.read.load import report_of
from govbrief.read.sections import split_report
from govbrief.views.citing import Citations, gathered, in_numerals
from govbrief.views.markdown import to_markdown
from govbrief.write.allowance import lines_allowed, lines_asked, share_lines
from govbrief.write.sectiontags import own_name, section_tag, tags_of, voices_of
from govbrief.write.weigh import is_silent
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import SectionCoverage, Speaker
from govbrief_schemas.report import Outline, Role
from tests.documents.brief import BRIEF
from tests.support.chunks import chunk

TALKS = "一、扩大就业\n今年新增就业6.2万人。\n二、稳定岗位\n返还失业保险费3亿元。\n一、扩大结算\n把村卫生室纳入结算。\n"
SPEAKERS = (
    Speaker(
        name=Bilingual(zh="市人社局局长王建平", en="Wang Jianping"), office=Bilingual(zh="", en="Director")
    ),
    Speaker(
        name=Bilingual(zh="市医保局副局长李慧", en="Li Hui"), office=Bilingual(zh="", en="Deputy Director")
    ),
)


def read(text: str) -> Outline:
    return split_report(report_of(Extracted(text), "a.txt", text.encode(), "0"))


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("市司法局副局长穆雷", "Mu Lei", "穆雷"),
        ("市人社局局长王建平", "Wang Jianping", "王建平"),
        ("区长欧阳文远", "Ouyang Wenyuan", "欧阳文远"),
        ("市人社局局长王建平", "Director Wang", "市人社局局长王建平"),
        ("主持人", "", "主持人"),
    ],
)
def test_a_name_is_found_by_its_sound(zh, en, name):
    """Post and name stand in one piece; where the sound does not tell them apart, nothing is cut off."""
    assert own_name(Bilingual(zh=zh, en=en)) == name


def test_each_speaker_counts_from_one():
    """Two sections 一 of two speakers are told apart in both languages; of one speaker alone no name is needed."""
    found = read(TALKS)
    spoken = ("市人社局局长王建平", "市人社局局长王建平", "市医保局副局长李慧")
    sections = (replace(one, speaker=who) for one, who in zip(found.sections, spoken, strict=True))
    outline = replace(found, sections=tuple(sections))
    voices = voices_of(SPEAKERS)
    tags = [section_tag(outline, index, voices) for index in range(len(outline.sections))]
    assert [tag for tag in tags if tag.endswith("一")] == ["王建平·一", "李慧·一"]
    assert "王建平·二" in tags
    assert section_tag(outline, tags.index("王建平·二"), voices_of(SPEAKERS[:1])) == "二"
    head = BRIEF.report.model_copy(update={"speakers": SPEAKERS})
    citations = Citations(BRIEF.model_copy(update={"report": head}))
    assert citations.tag("", "王建平·二") == Bilingual(zh="王建平·二", en="Wang Jianping §2")
    assert citations.tag("", "李慧") == Bilingual(zh="李慧", en="speaker Li Hui")


REPEATED = """一、工作进展
（一）扩大就业
1.公共服务
今年新增就业6.2万人。
一、工作进展
（一）扩大就业
1.公共服务
今年返还失业保险费3亿元。
"""


def test_headings_that_stand_twice_are_numbered_once():
    """Two who speak under the same headings: what is above a section is what stands in front of it, and no more."""
    outline = read(REPEATED)
    tags = [section_tag(outline, i, {}) for i, s in enumerate(outline.sections) if s.heading == "1.公共服务"]
    assert tags == ["一（一）1", "一（一）1"]


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("三、2024年工作打算\n我们将办好三件事。", 2024),
        ("三、下一步打算\n将落实《纲要(2021—2025年)》。", None),
    ],
)
def test_plans_are_for_the_year_that_they_name(body, year):
    """A heading says it and the page repeats it; the title of a plan says nothing of the kind."""
    outline = read(f"石岭市2023年法治政府建设情况报告\n一、主要工作\n建成站点12个。\n{body}\n")
    assert outline.plan_year == year
    head = BRIEF.report.model_copy(update={"plan_year": year})
    heading = f"## {year}年计划 Plans for {year}" if year else "## 计划 Plans"
    assert heading in to_markdown(BRIEF.model_copy(update={"report": head})).splitlines()


def test_sections_of_which_nothing_is_told_are_named():
    """A reader learns what a section is about of which the brief says nothing; one of a single sentence by its tag."""
    untold = SectionCoverage(
        heading="(六)化解矛盾纠纷",
        role=Role.ACHIEVEMENT,
        items=0,
        statements=4,
        tag="一(六)",
        en="Resolving disputes",
    )
    single = untold.model_copy(update={"heading": "(七)其他", "statements": 1, "tag": "一(七)"})
    told = BRIEF.coverage.model_copy(update={"sections": (untold, single)})
    page = to_markdown(BRIEF.model_copy(update={"coverage": told}))
    assert (
        "Sections of which nothing is told: 一(六) 化解矛盾纠纷 §1.6 Resolving disputes; 一(七) §1.7\n"
        in page
    )


def test_only_a_section_that_says_several_things_is_missed():
    """One statement alone is in the count; a section that is told in part is not silent."""
    several = chunk("新建调解室12个。", "化解纠纷4800件。").sentences
    assert is_silent(several, ())
    assert not is_silent(several, {several[1].span})
    assert not is_silent(several[:1], ())


def test_plans_take_no_more_than_there_is():
    """A section of plans is told whole where results are told too; a report of plans alone keeps to its length."""
    plans = chunk(*(f"推进第{n}项改革，健全长效机制。" for n in range(9)), role=Role.PLAN)
    results = chunk(*(f"建成第{n}批服务站点，办理事项{n}00件。" for n in range(40)))
    told, planned = share_lines(12, [(results,), (plans,)])
    assert planned >= 3
    assert told > planned
    assert sum(share_lines(10, [(plans,)] * 6)) <= 12


@pytest.mark.parametrize(("chars", "lines"), [(200, 3), (3000, 8), (8000, 15), (20000, 28), (90000, 28)])
def test_longer_reports_get_more_lines_and_a_smaller_share(chars, lines):
    """Eight lines for a short report, four times as many at most."""
    assert lines_allowed(chars) == lines
    assert (lines_asked(chars) > lines) == (chars > 10000)


@pytest.mark.parametrize(
    ("tag", "numerals"),
    [
        ("一(三)", "1.3"),
        ("第十二章", "12"),
        ("2.1", "2.1"),
        ("三、(二)4", "3.2.4"),
        ("三-二是", "3.2"),
        ("不足", ""),
        ("", ""),
    ],
)
def test_sections_are_cited_in_numerals(tag, numerals):
    """Who reads no Chinese gets the section's number."""
    assert in_numerals(tag) == numerals


PARTS = "石桥区2023年工作总结\n一、扩大就业\n新增就业6.2万人。\n二、稳定岗位\n返还失业保险费3亿元。\n"


def test_a_line_cites_every_section_that_it_draws_on():
    """A line that rests on two sections names both, in their order, each once; English numbers both."""
    starts = [PARTS.index(word) for word in ("新增", "新增", "返还")]
    assert tags_of(read(PARTS), starts, {}) == "一、二"
    assert Citations(BRIEF).tag("", "一、二") == Bilingual(zh="一、二", en="§1, §2")


def test_who_only_leads_in_is_not_silent():
    """A speaker's opening is not missed where what he numbers is told; where nothing of his is told, it is."""
    name = Bilingual(zh="市人社局局长王建平", en="Wang Jianping")
    head = BRIEF.report.model_copy(update={"speakers": (Speaker(name=name, office=Bilingual(zh="", en="")),)})
    opening = SectionCoverage(heading="王建平：", role=Role.ACHIEVEMENT, items=0, statements=3, tag="王建平")
    told = opening.model_copy(update={"heading": "一、就业", "tag": "王建平·一", "told": 1})

    def brief(*sections):
        coverage = BRIEF.coverage.model_copy(update={"sections": sections})
        return BRIEF.model_copy(update={"report": head, "coverage": coverage, "items": ()})

    assert Citations(brief(opening, told)).leads(opening)
    assert not Citations(brief(opening)).leads(opening)


def test_tags_of_one_speaker_stand_together():
    """The name is told once; another speaker's tags, and tags without a speaker, stand for themselves."""
    names = {"甲": "Zhang San", "乙": "Li Si"}
    spoken = [
        Bilingual(zh=f"{who}·{n}", en=f"{names[who]} §{k}") for who, n, k in ("甲一1", "甲二2", "乙一1")
    ]
    told = list(gathered([*spoken, Bilingual(zh="三", en="§3"), Bilingual(zh="四", en="§4")]))
    assert [one.zh for one in told] == ["甲·一、二", "乙·一", "三", "四"]
    assert [one.en for one in told] == ["Zhang San §1, §2", "Li Si §1", "§3", "§4"]


def test_who_does_all_is_named_once():
    """A name that stands before every line tells no line from another; where two act, each line says who."""
    city = Bilingual(zh="沈城", en="Shencheng")
    items = tuple(item.model_copy(update={"actor": city}) for item in BRIEF.items)
    alike = BRIEF.model_copy(update={"items": items})
    assert "沈城" not in to_markdown(alike)
    other = items[-1].model_copy(update={"actor": Bilingual(zh="市人大", en="People's Congress")})
    apart = to_markdown(BRIEF.model_copy(update={"items": (*items[:-1], other)}))
    assert "沈城" in apart
    assert "市人大" in apart


def test_a_summary_cites_each_section_once():
    """Two lines that share a section do not cite it twice behind the sentence that joins them."""
    first, second, *rest = BRIEF.items
    tagged = (
        first.model_copy(update={"tag": "一、二"}),
        second.model_copy(update={"tag": "二、三"}),
        *rest,
    )
    sentence = BRIEF.summary.sentences[0].model_copy(update={"items": (first.id, second.id)})
    summary = BRIEF.summary.model_copy(update={"sentences": (sentence,)})
    page = to_markdown(BRIEF.model_copy(update={"items": tagged, "summary": summary}), "zh")
    assert "〔一、二、三〕" in page


def test_a_speaker_is_known_by_post_and_name_in_either_way_of_writing():
    """A method that parts post and name and one that does not cite the same voice; several parts stand together."""
    parted = tuple(
        Speaker(name=Bilingual(zh=zh, en=en), office=Bilingual(zh=office, en=""))
        for office, zh, en in (
            ("市人社局局长", "王建平", "Wang Jianping"),
            ("市医保局副局长", "李慧", "Li Hui"),
        )
    )
    assert (
        voices_of(parted)
        == voices_of(SPEAKERS)
        == {
            "市人社局局长王建平": "王建平",
            "市医保局副局长李慧": "李慧",
        }
    )

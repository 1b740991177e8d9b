"""Departments, documents, people and plans that English takes for others are found; sound English passes."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import WORD_RULES, Rule

PAIRS = [
    (
        Rule.ORGAN,
        "市应急局检查工贸企业62家。",
        "The municipal emergency management bureau inspected 62 industrial and trading firms.",
        "The municipal finance bureau inspected 62 industrial and trading firms.",
    ),
    (
        Rule.ORGAN,
        "省商务厅发布展会目录。",
        "The provincial department of commerce published a catalogue of fairs.",
        "The provincial department of transport published a catalogue of fairs.",
    ),
    (
        Rule.ORGAN,
        "区纪委约谈科长2名。",
        "The district discipline inspection commission admonished two section chiefs.",
        "The district organization department admonished two section chiefs.",
    ),
    (
        Rule.LEVEL,
        "乡党委每月调度一次。",
        "The township Party committee checks progress once a month.",
        "The village Party committee checks progress once a month.",
    ),
    (
        Rule.DOCUMENT,
        "市政府印发《关于促进夜间消费的意见》。",
        "The city government issued the Opinions on Promoting Night-Time Consumption.",
        "The city government issued the Provisions for Promoting Night-Time Consumption.",
    ),
    (
        Rule.DOCUMENT,
        "本办法所称古树,是指树龄一百年以上的树木。",
        "For the purposes of these Measures, an ancient tree is one more than a hundred years old.",
        "For the purposes of this Law, an ancient tree is one more than a hundred years old.",
    ),
    (
        Rule.DOCUMENT,
        "法院公布破产审判典型案例4个。",
        "The court published four typical bankruptcy cases.",
        "The court published four guiding principles of bankruptcy.",
    ),
    (
        Rule.FIRST,
        "茶叶产量居全国第一。",
        "Its tea output is the largest in the country.",
        "Its tea output is among the largest in the country.",
    ),
    (
        Rule.FIRST,
        "公布第二批历史建筑名录。",
        "The second batch of historic buildings was listed.",
        "The first batch of historic buildings was listed.",
    ),
    (
        Rule.FIRST,
        "水厂一期工程投产。",
        "The first phase of the waterworks went into operation.",
        "The second phase of the waterworks went into operation.",
    ),
    (
        Rule.REVERSED,
        "被告的抗辩理由,本院不予采纳。",
        "The defendant's defence is not accepted by this court.",
        "The defendant's defence is accepted by this court.",
    ),
    (
        Rule.REVERSED,
        "物业企业不得以欠费为由限制业主用水。",
        "Property companies may not restrict owners' water on the ground of unpaid fees.",
        "Property companies may restrict owners' water on the ground of unpaid fees.",
    ),
    (
        Rule.REVERSED,
        "该厂未取得生产许可即开工。",
        "The plant started work without a production licence.",
        "The plant started work with a valid production licence.",
    ),
    (
        Rule.TENSE,
        "我们将继续支持小微企业。",
        "We will continue to support small and micro businesses.",
        "We have supported small and micro businesses.",
    ),
    (
        Rule.TENSE,
        "建成农村公路86公里。",
        "86 km of rural roads built.",
        "Build 86 km of rural roads.",
    ),
    (
        Rule.TENSE,
        "完善配套设施,力争新增床位900张。",
        "Improve supporting facilities and add 900 beds.",
        "Supporting facilities improved, 900 beds added.",
    ),
    (
        Rule.TENSE,
        "目前已有26个村建起书屋。",
        "So far 26 villages have set up reading rooms.",
        "So far 26 villages were planning to set up reading rooms.",
    ),
    (
        Rule.TENSE,
        "力争2027年底前通航。",
        "Aim to open it to ships before the end of 2027.",
        "It was opened to ships before the end of 2027.",
    ),
    (
        Rule.OMISSION,
        "杭州、宁波、绍兴三市共建执法协作机制。",
        "Hangzhou, Ningbo and Shaoxing set up cooperation in law enforcement.",
        "Hangzhou and Ningbo set up cooperation in law enforcement.",
    ),
    (
        Rule.OMISSION,
        "排查整改燃气隐患830处。",
        "830 gas hazards were found and put right.",
        "830 gas hazards were found.",
    ),
    (
        Rule.INVENTION,
        "新增技能培训4100人次。",
        "Another 4,100 were trained in skills.",
        "Another 4,100 were trained in skills at their first attempt.",
    ),
    (
        Rule.INVENTION,
        "景区接待游客60万人次。",
        "The scenic area received 600,000 visitors.",
        "The scenic area received 600,000 visitors, mostly from abroad.",
    ),
    (
        Rule.NUMBER_NOUN,
        "收到代表建议73件。",
        "73 suggestions were received from deputies.",
        "Suggestions were received from 73 deputies.",
    ),
    (
        Rule.NUMBER_NOUN,
        "惠及家庭4600户。",
        "4,600 households benefited.",
        "4,600 buildings benefited.",
    ),
    (
        Rule.TERM,
        "行政执法与刑事司法衔接机制更加健全。",
        "The link between administrative enforcement and criminal justice is sounder.",
        "The link between administrative enforcement and civil justice is sounder.",
    ),
    (
        Rule.TERM,
        "落实个人所得税优惠政策。",
        "Preferences in personal income tax were carried out.",
        "Preferences in corporate income tax were carried out.",
    ),
    (
        Rule.TERM,
        "仲裁庭当庭作出裁决。",
        "The arbitral tribunal ruled on the spot.",
        "The mediation panel ruled on the spot.",
    ),
    (
        Rule.LOOP,
        "航线通达12个国家的31个机场。",
        "The routes reach 31 airports in 12 countries.",
        "The routes reach 31 airports, linking it with 12 countries on.",
    ),
    (
        Rule.LOOP,
        "让老人看得上病、看得好病。",
        "So that the old can see a doctor and get good treatment.",
        "So that the old can see a doctor and get.",
    ),
    (
        Rule.LOOP,
        "出口额首次超过40亿元。",
        "Exports passed 4 billion yuan for the first time.",
        "Exports passed 4 billion yuan for the first time for the first time.",
    ),
    (
        Rule.INVENTION,
        "游客被困山上近三个小时。",
        "Visitors were stranded on the mountain for nearly three hours.",
        "Visitors were stranded on the mountain for nearly three hours without food.",
    ),
    (
        Rule.ACTOR,
        "原告的请求于法无据。",
        "The plaintiff's claims have no basis in law.",
        "The defendant's claims have no basis in law.",
    ),
]


def blamed(zh, en):
    """The rules of words that find something."""
    return {f.rule for f in check_pair(zh, en) if f.rule in WORD_RULES}


@pytest.mark.parametrize(("rule", "zh", "sound", "wrong"), PAIRS, ids=[zh for _, zh, _, _ in PAIRS])
def test_one_taken_for_another_is_found(rule, zh, sound, wrong):
    """By its rule, while the sound English passes."""
    assert blamed(zh, sound) == set()
    assert rule in blamed(zh, wrong)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("培训方式单一的问题亟待解决。", "Training in rather uniform ways badly needs improving."),
        ("法院审结海商案件88件。", "The court concluded 88 shipping cases."),
        (
            "市林业局局长陈敏介绍了情况。",
            "Chen Min, director of the municipal forestry bureau, gave an account.",
        ),
        (
            "下一步,将与有关部门共同推进修订工作。",
            "Next, it will be revised with the departments concerned.",
        ),
        ("全社会用电量增长5%。", "Electricity consumption nationwide grew by 5%."),
        (
            "区政府常务会议研究安全议题6次。",
            "The district government's executive meetings took up safety six times.",
        ),
        (
            "市财政局会同市审计局检查项目9个。",
            "The municipal finance and audit bureaus inspected nine projects.",
        ),
        (
            "建成泵站3座,明年继续建设。",
            "Three pumping stations were built, and building will go on next year.",
        ),
        ("2027年底前实现联网。", "Speed up the work and connect all by the end of 2027."),
        (
            "搭建矛盾排查化解一体化3个平台。",
            "Three platforms were built for screening and settling disputes.",
        ),
        ("收到代表建议73件,涉及代表73人。", "Suggestions were received from 73 deputies."),
    ],
)
def test_sound_english_of_these_kinds_passes(zh, en):
    """No word of it is blamed."""
    assert blamed(zh, en) == set()

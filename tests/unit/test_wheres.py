"""Whose organ, which place, how far a reach: what English takes for a neighbour is found; sound English passes."""

import pytest

from govbrief.checking.check import check_pair
from govbrief_schemas.finding import WORD_RULES, Rule

PAIRS = [
    # an organ of another level, though that level stands elsewhere in the Chinese
    (
        Rule.LEVEL,
        "区政府指导全县开展培训,区委听取汇报。",
        "The district government guided training across the county, and the district Party committee heard a report.",
        "The county government guided training across the county, and the district Party committee heard a report.",
    ),
    (
        Rule.LEVEL,
        "县法院向市人大常委会通报行政审判工作。",
        "The county court briefed the municipal people's congress on administrative trials.",
        "The municipal court briefed the municipal people's congress on administrative trials.",
    ),
    # a reach
    (
        Rule.LEVEL,
        "在全市推广两个县的行政执法经验。",
        "The experience of two counties in law enforcement was spread across the city.",
        "The experience of two counties in law enforcement was spread across the county.",
    ),
    (
        Rule.LEVEL,
        "苏木乡镇承接行政执法事项60项。",
        "Sumu and townships took over 60 matters of law enforcement.",
        "Banners took over 60 matters of law enforcement.",
    ),
    (
        Rule.LEVEL,
        "建成社区法律服务站20个。",
        "20 legal service stations were set up in residential communities.",
        "20 legal service stations were set up in counties.",
    ),
    # bodies that are taken for each other
    (
        Rule.ORGAN,
        "人民银行分行与司法局会签文件。",
        "The branch of the People's Bank of China signed a document with the justice bureau.",
        "The branch of the Bank of China signed a document with the justice bureau.",
    ),
    (
        Rule.ORGAN,
        "公证处受理公证事项900件。",
        "The notary office accepted 900 matters.",
        "The law firm accepted 900 matters.",
    ),
    (
        Rule.ORGAN,
        "市委政法委部署监督。",
        "The municipal political and legal affairs commission planned supervision.",
        "The municipal organization department planned supervision.",
    ),
    (
        Rule.ORGAN,
        "两级检察机关办理公益诉讼案件86件。",
        "Procuratorates at the two levels handled 86 public interest cases.",
        "Courts at the two levels handled 86 public interest cases.",
    ),
    (
        Rule.ORGAN,
        "法治副校长进驻中小学86所。",
        "Deputy heads for the rule of law work in 86 primary and secondary schools.",
        "Deputy heads for the rule of law work in 86 universities.",
    ),
    (
        Rule.ORGAN,
        "区国资委开展合规检查。",
        "The district's state-owned assets commission checked compliance.",
        "The district's cyberspace administration checked compliance.",
    ),
    (
        Rule.ORGAN,
        "公安、民政、教育等部门开展联合执法。",
        "Public security, civil affairs and education departments enforced the law together.",
        "Public security, forestry and education departments enforced the law together.",
    ),
    # places
    (
        Rule.PLACE,
        "川渝两地法院签署协议。",
        "Courts in Sichuan and Chongqing signed an agreement.",
        "Courts in Sichuan and Guizhou signed an agreement.",
    ),
    (
        Rule.PLACE,
        "云贵川三省共建赤水河保护条例。",
        "Yunnan, Guizhou and Sichuan made regulations to protect the Chishui River.",
        "Yunnan, Guangxi and Sichuan made regulations to protect the Chishui River.",
    ),
    (
        Rule.PLACE,
        "沈阳市深化行政执法改革。",
        "Shenyang deepened the reform of law enforcement.",
        "Shenzhen deepened the reform of law enforcement.",
    ),
    (
        Rule.PLACE,
        "完成西湖水库除险加固。",
        "Reinforcement of the Xihu Reservoir was completed.",
        "Reinforcement of the Donghu Reservoir was completed.",
    ),
    (
        Rule.PLACE,
        "在汾河流域开展执法检查。",
        "Law enforcement was inspected in the basin of the Fen River.",
        "Law enforcement was inspected in the basin of the Yellow River.",
    ),
    (
        Rule.PLACE,
        "支持南沙、前海等平台建设。",
        "The building of platforms such as Nansha and Qianhai was supported.",
        "The building of platforms such as Nansha and Qianshan was supported.",
    ),
    (
        Rule.PLACE,
        "与东盟国家建立法律服务合作。",
        "Cooperation in legal services was set up with ASEAN countries.",
        "Cooperation in legal services was set up with Central Asian countries.",
    ),
    (
        Rule.PLACE,
        "高新区设立巡回审判点。",
        "The High-tech Zone set up a circuit trial point.",
        "The Free Trade Zone set up a circuit trial point.",
    ),
    (
        Rule.PLACE,
        "与荷兰企业签约。",
        "Contracts were signed with Dutch companies.",
        "Contracts were signed with Belgian companies.",
    ),
    (Rule.PLACE, "他们去了荷兰。", "They went to the Netherlands.", "They went to Belgium."),
    (
        Rule.PLACE,
        "在丰田、柳溪、白沙开展行政执法试点。",
        "Law enforcement was piloted in Fengtian, Liuxi and Baisha.",
        "Law enforcement was piloted in Fengtian, Huangpo and Baisha.",
    ),
    (
        Rule.PLACE,
        "兴安盟司法局开展行政执法检查。",
        "The justice bureau of Hinggan League inspected law enforcement.",
        "The justice bureau of Hinggan County inspected law enforcement.",
    ),
    # stumbles
    (
        Rule.LOOP,
        "推动关口前移、重心下沉。",
        "Work was moved forward and down to the grassroots.",
        "Work was moved forward and down to the grassroots, and work was moved down to the grassroots.",
    ),
    (
        Rule.LOOP,
        "规范行政执法行为,制定违法免罚清单。",
        "Law enforcement was standardized, and a list of violations that go unpunished was made.",
        "Law enforcement was standardized, and a list was made of violations that.",
    ),
    (
        Rule.LOOP,
        "压实部门责任。",
        "Departments are held to their responsibility.",
        "Departments take responsibility for departments to take responsibility.",
    ),
    (
        Rule.LOOP,
        "开展行政执法培训,每班不少于30人。",
        "Law enforcement officers were trained, with no fewer than 30 people in each class.",
        "Law enforcement officers were trained, with no fewer than thirty people with no fewer than thirty people.",
    ),
    (
        Rule.LOOP,
        "打造法治公园、法治长廊。",
        "Law-themed parks and corridors were built.",
        "Law-themed parks and corridors were built, etc. etc.",
    ),
    (
        Rule.LOOP,
        "收集意见建议380条。",
        "380 suggestions were gathered.",
        "The mechanism gathered 380 suggestions and 380 suggestions.",
    ),
    (
        Rule.LOOP,
        "化解行政争议86件。",
        "86 administrative disputes were resolved.",
        "86 administrative disputes were resolved in",
    ),
    (
        Rule.LOOP,
        "推动责任落实。",
        "Responsibility is taken at every level.",
        "Measures were adopted and responsibility was taken at.",
    ),
    (
        Rule.LOOP,
        "发放宣传册。",
        "Booklets were handed out.",
        "The campaign handed out booklets, handed out booklets to all.",
    ),
    (
        Rule.LOOP,
        "推进数字政府建设。",
        "The digital government moved on.",
        "Digital digital government moved on.",
    ),
    (
        Rule.LOOP,
        "打破数据壁垒。",
        "Barriers between data were broken down.",
        "Barriers between data were broken down, and so on, and so on.",
    ),
    (
        Rule.LOOP,
        "清理证明事项90项。",
        "90 certification items were struck off.",
        "90 certification items were struck off [translation incomplete].",
    ),
    (
        Rule.LOOP,
        "压实责任,确保落实。",
        "Responsibility was assigned so that departments act.",
        "Responsibility was assigned so that departments take",
    ),
    (
        Rule.LOOP,
        "健全重大行政决策机制。",
        "The mechanism for major administrative decisions was improved.",
        "The mechanism was improved for major administrative",
    ),
]

SOUND = [
    ("嘎查村民议事。", "Residents of the gacha deliberate."),
    ("盟行署召开常务会议。", "The administrative office of the league held an executive meeting."),
    ("京津冀三地法院联动。", "Courts in Beijing, Tianjin and Hebei worked together."),
    ("粤港澳大湾区规则衔接。", "Rules were aligned in the Guangdong-Hong Kong-Macao Greater Bay Area."),
    ("市、区两级政府依法履职。", "City and district governments do their duty by law."),
    ("党政机关开展自查。", "Party and state organs checked themselves."),
    ("工作重心下移到基层。", "The focus of work moved down to the grassroots."),
    ("县委政法委牵头。", "The county's political and legal affairs commission took the lead."),
    ("大力推进公共法律服务中心建设。", "The building of public legal service centers was pushed forward."),
    (
        "云贵川三省共建赤水河保护条例。",
        "Yunnan, Guizhou and Sichuan made regulations to protect the Chishui River.",
    ),
    ("呼包鄂乌四市通办。", "The four cities of Hohhot, Baotou, Ordos and Ulanqab handle it alike."),
    ("粤剧团赴长沙演出。", "The Guangdong opera troupe performed in Changsha."),
    ("设立依法治市办公室。", "A rule-of-law office was set up in the city."),
    (
        "深汕特别合作区承接市级权限。",
        "The Shenzhen-Shanwei Special Cooperation Zone took over city-level powers.",
    ),
    ("赴沪开展招商。", "A delegation went to Shanghai to attract investment."),
    ("图尔基耶总统来访。", "The president of Türkiye visited."),
    ("公安局、司法局联合执法。", "The police and the justice bureau enforced the law together."),
    (
        "行政执法监督与行政执法培训同步推进。",
        "Supervision of law enforcement and training in law enforcement moved on together.",
    ),
]


def _rules(zh, en):
    return {finding.rule for finding in check_pair(zh, en)} & WORD_RULES


@pytest.mark.parametrize(("rule", "zh", "sound", "wrong"), PAIRS, ids=[pair[3][:60] for pair in PAIRS])
def test_a_neighbour_is_found_and_sound_english_passes(rule, zh, sound, wrong):
    assert not _rules(zh, sound)
    assert rule in _rules(zh, wrong)


@pytest.mark.parametrize(("zh", "en"), SOUND, ids=[en[:60] for _, en in SOUND])
def test_sound_english_of_places_and_bodies_passes(zh, en):
    assert not _rules(zh, en)

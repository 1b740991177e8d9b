"""Kinds of sound condensed English that a check of words takes for errors, each beside the error it resembles."""

import pytest

from govbrief.checking.check import Standpoint, check_pair
from govbrief_schemas.finding import Verdict

SPEAKER = Standpoint(issuer="青桐市人民政府", year=2023)
KINDS = {
    "a sentence ends with the preposition of its verb": [
        ("清理处置闲置公车43辆。", "43 idle government cars were sealed and disposed of."),
        ("群众诉求全部办理。", "All requests of residents were dealt with."),
        ("督察反馈问题已落实整改。", "The problems that inspectors raised were acted on."),
        ("引进高层次人才团队12个。", "Twelve teams of top talent were brought in."),
        ("听取意见建议并采纳86条。", "Opinions were listened to, and 86 suggestions agreed to."),
        ("困难群众得到照顾。", "People in need are cared for"),
    ],
    "opened for what was built or set up": [
        ("建成24小时政务服务超市3处。", "Three 24-hour self-service government centers opened."),
        ("新建口袋公园12个。", "Twelve pocket parks opened."),
        ("便民服务中心设有帮办窗口6个。", "Six assistance counters opened at the convenience center."),
        ("县养老服务中心揭牌。", "The county elderly-care center opened."),
        ("新开国内航线5条。", "Five domestic air routes opened."),
    ],
    "a no told by another word": [
        ("传统产业转型能力不足。", "Traditional industries struggle to transform."),
        ("基层执法力量不够。", "Grassroots enforcement teams are stretched too thin."),
        ("对17个项目不予审批。", "Approval of 17 projects was turned down."),
        ("不符合规定的企业不得入驻。", "Companies that break the rules are kept out."),
        ("对712户市场主体不予处罚。", "712 businesses were spared penalties."),
        ("发展不平衡不充分。", "Development is unbalanced and inadequate."),
    ],
    "dealt with severely for 查处, construction land for 建设用地": [
        ("查处无证培训机构52家。", "52 unlicensed training centers were cracked down on."),
        ("整治非法营运车辆。", "Illegal transport was cracked down on."),
        ("取缔黑诊所9家。", "Nine illegal clinics were cracked down on and closed."),
        (
            "盘活建设用地4200亩,拆除违建3处。",
            "4,200 mu of construction land was put to use and 3 illegal buildings pulled down.",
        ),
        ("旅游收入198亿元。", "Visitors spent 19.8 billion yuan."),
    ],
    "a part of a whole, the smaller number first": [
        ("受理诉求317件,办结315件。", "315 of 317 complaints were settled."),
        ("反馈问题34项,整改31项。", "31 of the 34 problems raised were put right."),
        ("抽查企业120家,合格114家。", "114 out of 120 companies checked were up to standard."),
        ("交办案件58件,办结56件。", "56 of 58 cases assigned were concluded."),
        ("设立站点45个,其中达标41个。", "41 of the 45 stations set up meet the standard."),
    ],
    "more than, and at least": [
        ("技术合同成交额突破35亿元。", "Technology contracts passed 3.5 billion yuan."),
        ("每年至少举办2期法治培训班。", "At least two rule-of-law courses are held a year."),
        ("每年至少开展1次演练。", "At least 1 drill is held a year."),
        ("每村至少培育3名法律明白人。", "Each village trains at least 3 law-literate residents."),
        ("每所至少配备2名专职人员。", "Each office has at least 2 full-time staff."),
    ],
    "teams are no fives": [
        ("执法队伍人员流失严重。", "Enforcement teams are losing staff."),
        ("调解队伍人员老化。", "Mediation teams are aging."),
        ("普法队伍人数增加。", "Legal education teams grew."),
        ("专业队伍人才缺乏。", "Professional teams lack talent."),
        ("律师队伍日益壮大。", "The ranks of lawyers grow."),
    ],
    "to be, by the end of a plan": [
        (
            "到“十四五”末,高新技术企业突破500家。",
            "By the end of the 14th Five-Year Plan there are to be over 500 high-tech firms.",
        ),
        (
            "到十四五末,规上企业达到800家。",
            "By the end of the 14th Five-Year Plan, there will be 800 larger enterprises.",
        ),
        (
            "到“十五五”期末,建成示范乡镇20个。",
            "By the end of the 15th Five-Year Plan, 20 model townships will be built.",
        ),
    ],
    "compounds with a hyphen, and what fuel does": [
        ("拆改燃煤锅炉178座。", "178 coal-fired boilers were dismantled or converted."),
        ("燃气机组投运。", "Gas-fired units came into operation."),
        ("3家燃煤电厂完成改造。", "Three coal-fired power plants were refitted."),
        ("淘汰燃煤小锅炉86台。", "86 small coal-fired boilers were scrapped."),
        ("新建天然气发电厂1座。", "One gas-fired power plant was built."),
    ],
    "passengers and visitors for 人次, patients for 就诊": [
        ("机场吞吐量突破222万人次。", "The airport handled over 2.22 million passengers."),
        ("日均客流41万人次。", "410,000 passengers travel on an average day."),
        ("接待游客2360万人次。", "It received 23.6 million visitors."),
        ("县域内就诊率提高到91.2%。", "91.2% of patients are now seen within the county."),
        ("口岸通关旅客86万人次。", "860,000 passengers cleared customs at the port."),
    ],
    "failing for 无不, 不达 and the like": [
        ("不达环保要求的项目不上。", "Projects failing environmental requirements are barred."),
        (
            "全区部门无不履行法院裁判情况。",
            "There was no failure by departments to comply with court rulings.",
        ),
        ("不达标排放企业停产整治。", "Companies failing discharge standards were halted."),
        (
            "未达标的行政执法单位限期整改。",
            "Enforcement units failing the standard must put it right in time.",
        ),
        ("437份文件未设置隐性壁垒。", "437 documents were found free of hidden barriers."),
    ],
    "organs by their short names": [
        ("争取中国农科院设立分支机构。", "Seek a branch of the Chinese Academy of Agricultural Sciences."),
        (
            "与省社科院签订合作协议。",
            "An agreement was signed with the provincial academy of social sciences.",
        ),
        ("与中科院共建研究院。", "An institute was set up with the Chinese Academy of Sciences."),
        (
            "市发改委、市住建局联合整治。",
            "The development and reform commission and the housing and construction bureau acted together.",
        ),
        (
            "市国资委监管企业营业收入412亿元。",
            "Companies under the municipal SASAC took in 41.2 billion yuan.",
        ),
        ("市人社局办招聘会236场。", "The human resources bureau held 236 job fairs."),
    ],
    "homes for the aged, cars of 三公, households of 生活垃圾": [
        ("新建老年养护院1所。", "One nursing home for the elderly was built."),
        ("严控“三公”经费。", "Spending on official travel, vehicles and receptions was held down."),
        ("推进生活垃圾分类。", "Household waste sorting was promoted."),
        ("人员零伤亡。", "Nobody was hurt or killed."),
        ("暂停定点医药机构9家。", "Nine designated clinics and pharmacies were suspended."),
    ],
    "law inside a compound is no document, and one's own assessment": [
        (
            "首创规范性文件审查标准,缺专门队伍。",
            "China's first document-review standard; no dedicated rule-of-law teams.",
        ),
        ("出台行政执法人员管理办法。", "Measures for law enforcement officers were issued."),
        ("律师事务所制定服务规定。", "Law firms drew up provisions on their services."),
        (
            "司法局自评纠纷化解成效好。",
            "In its self-assessment, the justice bureau is good at resolving disputes.",
        ),
        ("政府自查自评依法行政情况。", "The government's self-assessment of law-based administration."),
    ],
    "verbs of set phrases, shares that are dropped": [
        ("聘请60人监督行政执法。", "Sixty people were engaged to keep watch over law enforcement."),
        ("一审行政案件撤诉率34.2%。", "Plaintiffs dropped 34.2% of first-instance administrative cases."),
        ("推出学法减分。", "Penalty points are taken off for studying the law."),
        ("揭榜挂帅项目22项。", "22 projects were put out to open competition."),
        ("扩大复议听证。", "More reconsideration hearings are held."),
    ],
    "places by one character": [
        (
            "承接京津冀产业转移项目58个。",
            "58 industrial projects moved there from the Beijing-Tianjin-Hebei region.",
        ),
        (
            "沪昆高铁支线前期工作加快。",
            "Work on a branch of the Shanghai-Kunming high-speed railway sped up.",
        ),
        ("融入成渝双城经济圈建设。", "The county joined the Chengdu-Chongqing economic circle."),
        ("服务粤港澳大湾区建设。", "It served the Guangdong-Hong Kong-Macao Greater Bay Area."),
        ("赴沪招商12次。", "It went to Shanghai 12 times to attract investment."),
    ],
    "a headline's passive, whose subject is an organ": [
        ("承接国务院办公厅政务服务码试点。", "State Council General Office service-code pilot taken on."),
        (
            "落实市政府办公室督查任务12项。",
            "Municipal government office inspection tasks carried out, 12 in all.",
        ),
        (
            "配合市人大常委会执法检查3次。",
            "Municipal people's congress standing committee inspections assisted, 3 in all.",
        ),
    ],
}
ERRORS = [
    ("法律援助经费按年拨付。", "The county improved its yearly funding of."),
    ("关闭不达标企业12家。", "Twelve substandard companies opened."),
    ("对17个项目不予审批。", "Seventeen projects were approved."),
    ("已建成示范乡镇20个。", "Twenty model townships will be built."),
    ("配合市政府办公室完成督查任务。", "The municipal government office completed the inspection."),
]


def complaints(findings):
    """What a reader would be told is wrong."""
    return [f.message for f in findings if f.verdict not in {Verdict.SUPPORTED, Verdict.UNCHECKED}]


@pytest.mark.parametrize(("zh", "en"), [pair for kind in KINDS.values() for pair in kind])
def test_sound_lines_of_each_kind_pass(zh, en):
    """Idiomatic English that tells the Chinese in other words is no error."""
    assert not complaints(check_pair(zh, en, SPEAKER))


@pytest.mark.parametrize(("zh", "en"), ERRORS)
def test_errors_beside_them_are_found(zh, en):
    """What merely looks like one of these kinds is still found."""
    assert complaints(check_pair(zh, en, SPEAKER))

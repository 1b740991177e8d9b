"""What single sentences confess or promise, wherever they stand."""

import pytest

from govbrief.read.structure.sentence_roles import Paragraphs, sentence_roles
from govbrief_schemas.report import Role, Sentence, Span

LACKING = """\
在肯定成绩的同时,我们也清醒地看到,我市经济社会发展仍面临不少困难和挑战,主要是:经济下行压力较大,部分企业生产经营困难。
当前,我县经济社会发展还存在一些困难和问题:一是经济总量不大。
我们也深刻认识到,与高质量发展要求相比,我区还有不小差距。
前进道路上,我们还面临不少困难和问题。
与此同时,我区发展中仍有一些短板和弱项亟待补齐。
对照法治政府建设示范标准,还有一定差距。
但数字化水平仍然不高,专业人才不足。
不过,基层执法力量依然薄弱。
受多重因素影响,地区生产总值、固定资产投资等指标未达到年初预期。
成绩来之不易,问题不容忽视。
经济总量偏小、结构不优的问题依然突出,必须下大力气加以解决。
执法人员素质参差不齐,个别案件办理质量有待提高。
部分单位对法治建设重视程度不够,推进力度不大。
由于专业人员少、经费紧张,信息化建设仍处于起步阶段。
民营经济发展活力不足,科技创新能力不强,新旧动能转换不快。
养老、托育等公共服务供给不够充分,优质教育资源分布不均衡。
一些干部担当意识、服务意识不强,形式主义、官僚主义不同程度存在。
财政收支矛盾突出,化债压力大。
城市精细化管理水平还需进一步提升。
全面依法行政意识还需进一步增强,重大行政决策程序执行不够到位。
房地产市场持续低迷,消费潜力尚未充分释放。
法治宣传教育形式单一,针对性和实效性有待增强。
我们也深知,离人民群众的期盼还有不小差距。
虽然取得了一定成效,但与上级要求还有差距,行政执法监督机制还不够健全。
随着改革进入深水区,体制机制障碍逐步显现,一些深层次矛盾尚未根本解决。
总的看,全区经济恢复基础尚不牢固,仍需加力巩固。
存在的主要问题:一是思想认识不到位;二是工作机制不健全。
少数干部法治意识淡薄,运用法治思维解决问题的能力还有待加强。
我县仍属欠发达地区,财政自给率低,刚性支出压力大。
但消费恢复基础尚不稳固,部分企业订单不足。
同时,我市工业经济总量偏小,骨干企业数量少、带动力弱的局面尚未根本改变。
新旧动能转换任务依然艰巨,产业层次总体不高。
个别部门主动公开意识有待增强,信息更新不够及时。
目前,全区法治人才队伍建设与新形势新要求还不相适应。
一些群众反映强烈的就医、就学、停车等问题还没有得到很好解决。
全面推进依法治区的体制机制尚不健全。
政府职能转变还不到位,营商环境还需持续优化。
部分领域安全隐患仍然较多,防风险任务繁重。
部分行政执法人员法律素养不高,存在执法不规范的现象。
农民持续增收难度加大,村级集体经济薄弱。
财政增收困难,可用财力不足,“三保”压力持续加大。
制约法治政府建设的短板弱项依然存在。
数字政府建设相对滞后,数据共享不充分。
人才总量不足、结构不优的矛盾比较突出。
合法性审核力量严重不足,镇街普遍没有专职人员。
在取得成绩的同时,我们也存在不足:一是学法的系统性不强。
困难和不足主要体现在:产业基础薄弱,发展后劲不足。
个别干部思想观念陈旧,干事创业激情不高。
距离上级要求和群众期盼仍有一定差距。""".splitlines()

DONE = """\
着力破解制约发展的瓶颈问题,全力稳住经济大盘。
针对存在的问题,制定整改措施183项。
有效解决了基层法治人员力量不足的问题。
全市规上工业增加值下降3.2%,降幅较上月收窄1.1个百分点。
面对超预期的困难挑战,全市上下迎难而上,实现了平稳发展。
聚焦群众急难愁盼问题,办好民生实事。
在困难多、压力大的情况下,完成了全年目标。
排查安全隐患3460处,整改率100%。
常态化开展不作为、乱作为问题专项整治。
坚持问题导向,补短板、强弱项。
帮助困难企业、困难群众渡过难关。
妥善化解矛盾纠纷2187件,未发生重特大事故。
优化营商环境,破除隐性壁垒,纠正不规范行为27个。
生产安全事故起数、死亡人数分别下降14.8%和9.5%,未发生较大以上事故。
深入查找薄弱环节,建立问题台账,逐项销号。
在全省率先出台不予处罚清单,推行柔性执法。
进一步压实责任,防范化解重点领域风险。
各级政府及部门无不履行法院生效裁判情况。
全年未发生一起行政诉讼败诉案件。
严格落实重大行政决策程序,未经合法性审查不得提交讨论。
攻克了一批关键核心技术难题,产业链短板加快补齐。
深化“最多跑一次”改革,解决企业办事难、办事慢问题。
居民消费价格同比上涨0.2%,涨幅较低。
风险隐患得到有效化解,还清政府债务5.6亿元。
比较优势更加凸显,区位条件不断改善。
全年粮食产量31.2万吨,比上年减少0.8万吨。
虽然困难重重,但全县人民团结奋斗,取得了可喜成绩。
城乡差距进一步缩小,城乡居民收入比降至2.1。
较上年提高2个百分点,仍保持全省前列。
针对群众反映强烈的停车难、出行难问题,新增停车位3600个。
从严查处群众身边腐败问题和不正之风126起。
坚决扛起粮食安全责任,耕地“非农化”得到遏制。
《规划(2021—2025年)》印发实施。
提前两年完成2025年规划目标。
将法治建设纳入绩效考核体系,与经济发展同部署。
2023年,我市将改革向纵深推进了一大步。
全年计划执行情况良好。
首次跻身全国百强,较2020年前移12位。
受区人民政府委托,现将2023年计划执行情况与2024年计划草案提请大会审议。
2022年,国际环境依然复杂严峻,国内疫情多发频发,全市上下迎难而上、奋力拼搏,经济社会发展保持了稳中有进的态势。
过去一年,国内需求不足,企业经营困难,我们坚持稳字当头,推动经济运行整体好转。
这些成绩的取得极为不易,是在困难较多、压力较大的情况下取得的。
年末城镇登记失业率3.1%,处于较低水平。
单位地区生产总值能耗较低。
森林覆盖率68.7%,空气质量优良天数比例仍居全省前列。
但我们没有退缩,而是迎难而上。
工业生产者出厂价格下降3.1%,但降幅比上年收窄。
全年进出口总额下降5.6%,但对“一带一路”国家出口增长12.3%。
虽受疫情冲击,但全年社会消费品零售总额仍增长2.1%。
房地产市场供求关系发生重大变化,但保交楼任务全面完成。
农村低收入人口增收机制更加健全,防返贫监测对象风险消除率达92.6%。
全面排查整治自建房安全隐患,较大风险隐患房屋全部销号。
行政争议实质性化解率较上年提高12个百分点,败诉率降至较低水平。
行政执法突出问题专项整治深入开展,执法不规范、不文明现象得到有效纠正。
涉企检查频次下降35%,多头重复检查问题有效破解。
执法力量不足、专业性不强等问题逐步得到解决。
聘请法律顾问有效弥补了专业力量不足的短板。
群众安全感满意度持续提升,刑事案件发案率仍保持低位。
扶持弱势群体就业,零就业家庭动态清零。
县域经济实力不断增强,城乡居民收入差距持续缩小。
坚持以群众满意不满意、高兴不高兴、答应不答应作为根本标准。
深入推进不敢腐、不能腐、不想腐一体建设。
严厉打击违法占用耕地行为,坚决遏制耕地“非粮化”。
减轻困难企业负担,为中小微企业减免房租2300万元。
全市无重大食品药品安全事故,未发生规模性返贫。
我们深知,成绩来之不易,是全市人民共同奋斗的结果。
必须坚持以人民为中心,着力解决发展不平衡不充分问题。
各级各部门履职尽责,没有发生重特大安全事故。
进一步健全矛盾纠纷多元预防调处化解综合机制。
办理群众急难愁盼问题1.2万件,解决率98%。
科技创新短板加快补齐,研发投入强度突破2.5%。
高质量完成中央环保督察反馈问题整改任务。
三是突出问题导向,深化作风建设。
建立健全容错纠错机制,整治不担当不作为乱作为问题27起。
基层治理难点堵点逐一破解,信访积案化解率达到98%。
持续巩固脱贫攻坚成果,困难群众基本生活得到有力保障。
供水保障能力不断提升,解决了3.2万人饮水困难。
医疗资源短缺状况明显改善,每千人床位数达到7.6张。
城区交通拥堵状况有所缓解。""".splitlines()

PLANNED = """\
到2025年,全市高新技术企业达到600家以上。
下一步,我局将深入贯彻落实习近平法治思想。
力争到2027年建成国家创新型城市。
2024年,我们将重点抓好以下工作。
2024年,全区将继续坚持稳中求进工作总基调。
计划2024年底前完成改造。
今后,要进一步加大执法力度。
预计到2026年底,全部建成投用。""".splitlines()


def role_of(text: str, base: Role = Role.ACHIEVEMENT) -> Role:
    sentence = Sentence(Span(0, len(text)), text)
    return sentence_roles(Paragraphs([[sentence]], base, 2023))[0][0]


@pytest.mark.parametrize("text", LACKING)
def test_lacking(text):
    """A sentence that says what is lacking is a shortcoming, even among achievements."""
    assert role_of(text) is Role.SHORTCOMING


@pytest.mark.parametrize("text", DONE)
def test_done(text):
    """A problem dealt with, a falling figure, a title with years: all of it stays an achievement."""
    assert role_of(text) is Role.ACHIEVEMENT


@pytest.mark.parametrize("text", PLANNED)
def test_planned(text):
    """A target beyond the year of the report is a plan, wherever it stands."""
    assert role_of(text) is Role.PLAN


@pytest.mark.parametrize("text", [*LACKING[:3], *DONE[:6]])
def test_full_width_or_not(text):
    """Half-width and full-width punctuation mean the same."""
    wide = text.translate(str.maketrans(",;:()", "，；：（）"))
    assert role_of(wide) is role_of(text)


def test_bulletins_confess_only_openly():
    """A bulletin counts; that a figure is still low is no confession there."""
    text = "但消费恢复基础尚不稳固,部分企业订单不足。"
    sentence = Sentence(Span(0, len(text)), text)
    section = Paragraphs([[sentence]], Role.ACHIEVEMENT, 2023)
    assert sentence_roles(section) == [[Role.SHORTCOMING]]
    assert sentence_roles(section._replace(only_open=True)) == [[Role.ACHIEVEMENT]]


def paragraph_roles(*texts: str) -> list[Role]:
    """The role of each text, every one a paragraph of one sentence among achievements."""
    paragraphs = [[Sentence(Span(0, len(text)), text)] for text in texts]
    return [role for (role,) in sentence_roles(Paragraphs(paragraphs, Role.ACHIEVEMENT, 2023))]


def test_paragraphs_between_announcement_and_pledge():
    """What stands between 「we still face many problems」 and 「for this we will」 tells those problems."""
    told = paragraph_roles(
        "我们也清醒地认识到,前进道路上还面临许多困难和问题。",
        "发展不足仍是最大的实际。",
        "基础设施欠账多。",
        "对此,我们将采取有力措施,认真加以解决。",
        "各位代表,过去一年的成绩来之不易。",
    )
    assert told == [Role.SHORTCOMING] * 3 + [Role.PLAN, Role.ACHIEVEMENT]


def test_an_announcement_without_pledge_tells_nothing_more():
    """Without a pledge the paragraphs after a confession are read for themselves."""
    told = paragraph_roles("我们也清醒地认识到,前进道路上还面临许多困难和问题。", "全年办理案件3200件。")
    assert told == [Role.SHORTCOMING, Role.ACHIEVEMENT]


def test_pledge_ends_the_shortcomings():
    """After the shortcomings a pledge opens the plans, and what follows in its paragraph belongs to it."""
    texts = [
        "我们也清醒看到,还存在不少问题:总量小。",
        "产业不优。",
        "对此,我们将认真解决。",
        "着力补齐民生短板。",
    ]
    paragraph = [Sentence(Span(0, len(text)), text) for text in texts]
    roles = sentence_roles(Paragraphs([paragraph], Role.ACHIEVEMENT, 2023))[0]
    assert roles == [Role.SHORTCOMING, Role.SHORTCOMING, Role.PLAN, Role.PLAN]


def test_list_goes_on_over_paragraphs():
    """Items on lines of their own go on with the shortcomings that the paragraph above announces."""
    lines = ["存在的主要问题有:", "一是人员少。", "二是经费紧。", "全年办理案件54件。"]
    paragraphs = [[Sentence(Span(0, len(line)), line)] for line in lines]
    roles = [row[0] for row in sentence_roles(Paragraphs(paragraphs, Role.ACHIEVEMENT, 2023))]
    assert roles == [Role.SHORTCOMING] * 3 + [Role.ACHIEVEMENT]


def test_notes_are_neither():
    """Notes under a table are no achievement, and the paragraph after them is one again."""
    lines = ["注:1.数据为初步统计数。", "2.速度按可比价格计算。", "全年粮食总产量31.2万吨。"]
    paragraphs = [[Sentence(Span(0, len(line)), line)] for line in lines]
    roles = [row[0] for row in sentence_roles(Paragraphs(paragraphs, Role.ACHIEVEMENT, 2023))]
    assert roles == [Role.OTHER, Role.OTHER, Role.ACHIEVEMENT]


def test_shortcomings_stay_what_they_are():
    """In a section on shortcomings only a pledge or a target is something else."""
    assert role_of("主要原因是编制紧缺。", Role.SHORTCOMING) is Role.SHORTCOMING
    assert role_of("下一步,我们将充实力量。", Role.SHORTCOMING) is Role.PLAN


def test_plans_confess_only_plainly():
    """Challenges that a plan names are its setting; an open confession is a shortcoming all the same."""
    assert role_of("当前,面临的挑战前所未有。", Role.PLAN) is Role.PLAN
    assert role_of("我们工作中还存在不少问题和不足。", Role.PLAN) is Role.SHORTCOMING

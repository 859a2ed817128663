"""The words of the red lines: what is known as one, and what only looks like it."""

import pytest

from jingwei.kernel.redlines import RED_LINES, RedLineCrossed, red_line_of, refuse_red_lines

FORBIDDEN = {
    "religion": ["宗教", "宗教信仰*", "有无信仰", "Religion", "religious_belief", "faith", "是否佛教徒", "church member"],
    "ethnicity": ["民族", "民 族", "民族（汉族填1）", "种族", "Ethnic group", "race", "族 别", "ethnicity"],
    "political_opinion": ["政治面貌", "政治观点", "Political opinion", "political_status", "partyMember", "是否党员"],
    "petitioning": ["信访史", "上访次数", "是否越级上访", "重点信访人员", "Petition history", "petitioner", "访民名单"],
    "biometrics": [
        "指纹", "人脸照片", "虹膜", "DNA", "DNA信息", "生物特征", "Fingerprint", "face id", "face_image", "faceEmbedding",
        "步态", "gait", "以图搜人", "Face Search",
    ],
    "sexual_life": ["性取向", "性生活史", "Sexual orientation"],
    "health": ["病史", "既往病历", "艾滋病", "HIV检测", "是否怀孕", "体检结果", "Medical history", "HIV", "disease",
               "健康码", "精神障碍等级"],
    "score_of_a_person": [
        "人员风险等级", "住户评分", "重点人员", "高危人员", "稳控责任人", "维稳对象", "黑名单", "居民信用积分", "家庭文明积分",
        "人员画像", "信用分", "person risk score", "risk score of a resident", "trust_score", "personRating", "blacklist",
        "resident ranking", "key personnel", "households tier", "重 点 户",
    ],
    "whereabouts": ["行踪", "人员轨迹", "手机定位", "实时定位", "活动轨迹", "whereabouts", "location history", "person_location"],
    "ballot_of_a_person": ["投票人", "实名投票", "voter", "voterId", "who voted"],
}  # fmt: skip
ALLOWED = [
    "民族路门牌", "宗教场所名称", "民族宗教事务局意见", "指纹锁数量", "信访件编号", "来源渠道", "性别", "事件性质", "信访局",
    "残疾类别", "残疾等级", "病虫害", "留言主题", "是否匿名", "地址", "address", "interface id", "Irish name",
    "embrace", "surface", "trace", "国籍", "疾病预防控制中心", "responsible unit", "religious venue", "kind name",
    "kind_name", "Archive ID", "Archived", "事件等级", "隐患风险等级", "隐患等级", "风险等级", "危险房屋", "place risk score",
    "人员", "联系人员", "对象", "重点部位", "重点场所", "排名", "评价分", "满意度评分", "stars", "位置", "事发位置", "定位精度",
    "location", "position_datum", "reporter_phone", "reporter_name", "残疾人服务到期日", "service due", "reporter",
    "人员密集场所", "群众反映", "佛教协会", "基督教堂", "投票事项", "居民小组",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "label"), [(k, one) for k, labels in FORBIDDEN.items() for one in labels])
def test_what_is_never_taken_is_known(kind: str, label: str) -> None:
    found = red_line_of(label)
    assert found is not None
    assert found.key == kind


@pytest.mark.parametrize("label", ALLOWED)
def test_what_only_looks_like_it_is_taken(label: str) -> None:
    assert red_line_of(label) is None


def test_every_line_has_words_and_reasons_in_both_languages() -> None:
    assert {line.key for line in RED_LINES} == set(FORBIDDEN)
    assert all(line.reason_zh and line.reason_en for line in RED_LINES)


def test_the_refusal_says_why_and_what_to_do() -> None:
    with pytest.raises(RedLineCrossed) as refusal:
        refuse_red_lines(["本周超期", "重点上访户"], place_zh="视图的名称", place_en="the name of a view")
    assert refusal.value.data["kind"] == "petitioning"
    assert "“重点上访户”不能作为视图的名称：信访是公民的法定权利" in refusal.value.text
    assert "lawful right" in refusal.value.text_en

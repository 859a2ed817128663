"""Code tables that come with the program: national ones as their standards have them, and one of the house's own."""

from jingwei.foundation.forms.contracts import Code, CodeTable


def _codes(*rows: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(value, zh, en) for value, zh, en in rows)


GENDER = CodeTable(
    "gender",
    "性别",
    "Gender",
    "GB/T 2261.1-2003",
    True,
    _codes(
        ("1", "男", "Male"),
        ("2", "女", "Female"),
        ("0", "未知的性别", "Unknown"),
        ("9", "未说明的性别", "Not stated"),
    ),
)
RELATION_TO_HEAD = CodeTable(
    "relation_to_head",
    "与户主关系",
    "Relation to the head of the household",
    "GB/T 4761-2008",
    True,
    _codes(
        ("02", "户主", "Head of the household"),
        ("10", "配偶", "Spouse"),
        ("20", "子", "Son"),
        ("27", "养子或继子", "Adopted son or stepson"),
        ("28", "女婿", "Son-in-law"),
        ("30", "女", "Daughter"),
        ("37", "养女或继女", "Adopted daughter or stepdaughter"),
        ("38", "儿媳", "Daughter-in-law"),
        ("41", "孙子", "Son's son"),
        ("42", "孙女", "Son's daughter"),
        ("43", "外孙子", "Daughter's son"),
        ("44", "外孙女", "Daughter's daughter"),
        ("49", "其他孙子、孙女或外孙子、外孙女", "Other grandchild"),
        ("51", "父亲", "Father"),
        ("52", "母亲", "Mother"),
        ("53", "公公", "Husband's father"),
        ("54", "婆婆", "Husband's mother"),
        ("55", "岳父", "Wife's father"),
        ("56", "岳母", "Wife's mother"),
        ("57", "继父或养父", "Stepfather or adoptive father"),
        ("58", "继母或养母", "Stepmother or adoptive mother"),
        ("61", "祖父", "Father's father"),
        ("62", "祖母", "Father's mother"),
        ("63", "外祖父", "Mother's father"),
        ("64", "外祖母", "Mother's mother"),
        ("71", "兄", "Elder brother"),
        ("73", "弟", "Younger brother"),
        ("75", "姐姐", "Elder sister"),
        ("77", "妹妹", "Younger sister"),
        ("79", "其他兄弟姐妹", "Other brother or sister"),
        ("97", "其他亲属", "Other relative"),
        ("99", "非亲属", "Not related"),
    ),
)
BUILDING_STRUCTURE = CodeTable(
    "building_structure",
    "房屋建筑结构",
    "Structure of a building",
    "GB/T 17986.1-2000",
    True,
    _codes(
        ("1", "钢结构", "Steel"),
        ("2", "钢、钢筋混凝土结构", "Steel and reinforced concrete"),
        ("3", "钢筋混凝土结构", "Reinforced concrete"),
        ("4", "混合结构", "Mixed"),
        ("5", "砖木结构", "Brick and wood"),
        ("6", "其他结构", "Other"),
    ),
)
HOUSE_USE = CodeTable(
    "house_use",
    "房屋用途",
    "Use of a house",
    "GB/T 17986.1-2000",
    True,
    _codes(
        ("11", "成套住宅", "Self-contained dwelling"),
        ("12", "非成套住宅", "Dwelling that is not self-contained"),
        ("13", "集体宿舍", "Dormitory"),
        ("20", "工业、交通、仓储", "Industry, transport, storage"),
        ("30", "商业、金融、信息", "Commerce, finance, information"),
        ("40", "教育、医疗、卫生、科研", "Education, medicine, research"),
        ("50", "文化、娱乐、体育", "Culture, entertainment, sport"),
        ("60", "办公", "Office"),
        ("80", "其他", "Other"),
    ),
)
HOUSE_TENURE = CodeTable(
    "house_tenure",
    "房屋使用情况",
    "How a house is used",
    "",
    False,
    _codes(
        ("own", "自住", "Lived in by the owner"),
        ("let", "出租", "Let"),
        ("lent", "借住", "Lent"),
        ("vacant", "空置", "Vacant"),
        ("business", "经营", "Business"),
        ("other", "其他", "Other"),
    ),
)
DOCUMENT_KIND = CodeTable(
    "document_kind",
    "证件种类",
    "Kind of document",
    "GA/T 517-2004",
    True,
    _codes(
        ("111", "居民身份证", "Resident identity card"),
        ("113", "户口簿", "Household register"),
        ("414", "普通护照", "Passport"),
        ("511", "台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"),
        ("516", "港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao residents"),
        ("990", "其他", "Other"),
    ),
)
SHIPPED: tuple[CodeTable, ...] = (
    GENDER,
    RELATION_TO_HEAD,
    BUILDING_STRUCTURE,
    HOUSE_USE,
    HOUSE_TENURE,
    DOCUMENT_KIND,
)
"""The common codes of each standard; uses that would tell somebody's belief or custody are left out on purpose."""

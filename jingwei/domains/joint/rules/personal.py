"""The personal fields of joint work, with purpose, ground and retention."""

from jingwei.foundation.privacy.contracts import Mask, PersonalField

PARTY_NAME = PersonalField(
    name="joint.party_name",
    label="纠纷当事人姓名",
    purpose="调解纠纷，制作调解协议书",
    legal_basis="《人民调解法》第二十九条；《个人信息保护法》第十三条、第三十四条",
    retention_days=0,
    mask=Mask.NAME,
)
"""Stays with the agreement, which is a record of the office; 0 says that it has no end of its own."""
PARTY_PHONE = PersonalField(
    name="joint.party_phone",
    label="纠纷当事人电话",
    purpose="联系当事人参加调解、回访协议履行情况",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=365,
    mask=Mask.PHONE,
)
"""Counted from the end of the dispute."""
PERSONAL_FIELDS = (PARTY_NAME, PARTY_PHONE)

"""The personal field of the workforce, with purpose, ground and retention."""

from jingwei.foundation.privacy.contracts import Mask, PersonalField

MEMBER_PHONE = PersonalField(
    name="workforce.member_phone",
    label="网格力量联系电话",
    purpose="网格工作中联系警员、医生、楼栋长等人员",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=365,
    mask=Mask.PHONE,
)
PERSONAL_FIELDS = (MEMBER_PHONE,)
"""Counted from the day on which somebody left for good; until then as long as they work there."""

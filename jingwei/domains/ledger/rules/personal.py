"""The personal fields of the ledger, with purpose, ground and retention."""

from jingwei.foundation.privacy.contracts import Mask, PersonalField

CONTACT_NAME = PersonalField(
    name="ledger.contact_name",
    label="资源联系人姓名",
    purpose="调用驿站、队伍、场所时联系负责人",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=365,
    mask=Mask.NAME,
)
CONTACT_PHONE = PersonalField(
    name="ledger.contact_phone",
    label="资源联系人电话",
    purpose="调用驿站、队伍、场所时联系负责人",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=365,
    mask=Mask.PHONE,
)
PERSONAL_FIELDS = (CONTACT_NAME, CONTACT_PHONE)
"""Counted from when the resource was retired; before that as long as somebody is to be called upon there."""

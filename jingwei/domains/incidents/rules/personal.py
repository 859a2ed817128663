"""The personal fields of an incident, with purpose, ground and retention."""

from jingwei.foundation.privacy.contracts import Mask, PersonalField

REPORTER_PHONE = PersonalField(
    name="incidents.reporter_phone",
    label="反映人电话",
    purpose="核实情况、反馈办理结果和回访",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=2 * 365,
    mask=Mask.PHONE,
)
REPORTER_NAME = PersonalField(
    name="incidents.reporter_name",
    label="反映人姓名",
    purpose="核实情况、反馈办理结果和回访",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=2 * 365,
    mask=Mask.NAME,
)
PERSONAL_FIELDS = (REPORTER_PHONE, REPORTER_NAME)

"""The personal fields of the hotline, with purpose, ground and retention."""

from jingwei.foundation.privacy.contracts import Mask, PersonalField

CALLER_NUMBER = PersonalField(
    name="hotline.caller_number",
    label="来电号码",
    purpose="接听时识别未办结事项、通话中断后回拨",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=180,
    mask=Mask.PHONE,
)
CALL_BACK_NUMBER = PersonalField(
    name="hotline.call_back_number",
    label="回电号码",
    purpose="按约定时间回电",
    legal_basis="《个人信息保护法》第十三条、第三十四条",
    retention_days=180,
    mask=Mask.PHONE,
)
PERSONAL_FIELDS = (CALLER_NUMBER, CALL_BACK_NUMBER)
"""Counted for a call from when it rang, for a call-back from when it was done."""

"""WeCom 企业微信: staff of the organisation whose address book it is."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="企业微信",
    name_en="WeCom",
    flow=Flow.BOTH,
    standard="企业微信网页授权、JS-SDK 签名（SHA-1）、应用消息，JSON over HTTPS",
    data=("成员 userid（加密保存）", "通知的标题", "经纬度（GCJ-02，只在用户点“我的位置”时）"),
    owner="综治中心运维",
    secrets=("JINGWEI_WECOM_CORP", "JINGWEI_WECOM_SECRET", "JINGWEI_WECOM_AGENT"),
    tier=Tier.BRONZE,
)

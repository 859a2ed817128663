"""Alipay 支付宝: residents, from its search and its service accounts."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="支付宝",
    name_en="Alipay",
    flow=Flow.BOTH,
    standard="支付宝开放平台网关：auth_base 授权、生活号模板消息，RSA2（SHA256withRSA）签名与验签",
    data=("open_id 或 user_id（加密保存）", "通知的标题", "经纬度（GCJ-02，只在用户点“我的位置”时）"),
    owner="综治中心运维",
    secrets=(
        "JINGWEI_ALIPAY_APP",
        "JINGWEI_ALIPAY_KEY",
        "JINGWEI_ALIPAY_PUBLIC_KEY",
        "JINGWEI_ALIPAY_TEMPLATE",
    ),
    tier=Tier.BRONZE,
)

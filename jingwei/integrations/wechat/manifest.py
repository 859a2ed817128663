"""WeChat 微信: official account 公众号 and mini-program 小程序."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="微信（公众号、小程序）",
    name_en="WeChat (official account, mini-program)",
    flow=Flow.BOTH,
    standard="微信网页授权、JS-SDK 签名（SHA-1）、模板消息、小程序登录与订阅消息，JSON over HTTPS",
    data=("openid（加密保存）", "通知的标题", "经纬度（GCJ-02，只在用户点“我的位置”时）"),
    owner="综治中心运维",
    secrets=(
        "JINGWEI_WECHAT_APP",
        "JINGWEI_WECHAT_SECRET",
        "JINGWEI_WECHAT_TEMPLATE",
        "JINGWEI_WECHAT_MINI_APP",
        "JINGWEI_WECHAT_MINI_SECRET",
        "JINGWEI_WECHAT_MINI_TEMPLATE",
    ),
    tier=Tier.BRONZE,
)

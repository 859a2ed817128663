"""DingTalk 钉钉: staff of the organisation whose address book it is."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="钉钉",
    name_en="DingTalk",
    flow=Flow.BOTH,
    standard="钉钉企业内部应用免登、JSAPI 鉴权签名（SHA-1）、工作通知，JSON over HTTPS",
    data=("成员 userid（加密保存）", "通知的标题", "经纬度（GCJ-02，只在用户点“我的位置”时）"),
    owner="综治中心运维",
    secrets=(
        "JINGWEI_DINGTALK_CORP",
        "JINGWEI_DINGTALK_APP",
        "JINGWEI_DINGTALK_SECRET",
        "JINGWEI_DINGTALK_AGENT",
    ),
    tier=Tier.BRONZE,
)

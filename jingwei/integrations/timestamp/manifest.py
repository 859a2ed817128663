"""A time-stamping authority 时间戳服务: swears, with its own clock and key, that an anchor of the audit existed."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="时间戳服务",
    name_en="time-stamping authority",
    flow=Flow.OUT,
    standard="RFC 3161 时间戳协议（GB/T 20520 与之同构），SHA-256，RSA 或 ECDSA 签名的 CMS 凭据",
    data=("审计封条的摘要（32 字节，看不出内容）",),
    owner="综治中心运维",
    secrets=("JINGWEI_TIMESTAMP_URL", "JINGWEI_TIMESTAMP_ROOTS"),
    tier=Tier.SILVER,
)

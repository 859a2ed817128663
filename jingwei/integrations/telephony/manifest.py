"""The telephone exchange 电话交换机（PBX/CTI）."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="电话交换机",
    name_en="telephone exchange",
    flow=Flow.IN,
    standard="CTI 通话事件，JSON over HTTP，HMAC-SHA256 签名（没有国家标准，字段见 mapping）",
    data=("来电号码", "分机", "振铃、接听、挂断时间", "录音编号（不取录音）"),
    owner="综治中心热线办",
    secrets=("JINGWEI_TELEPHONY_KEY",),
    tier=Tier.BRONZE,
)

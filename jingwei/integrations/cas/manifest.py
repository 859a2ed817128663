"""CAS: the single sign-on of many offices and campuses."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="统一身份认证（CAS）",
    name_en="Single sign-on (CAS)",
    flow=Flow.BOTH,
    standard="CAS Protocol 2.0、3.0（serviceValidate、p3/serviceValidate）",
    data=("用户名（加密保存）", "登录时间和方式"),
    owner="综治中心运维",
    secrets=("JINGWEI_PROVIDERS",),
    tier=Tier.BRONZE,
)

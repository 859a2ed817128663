"""OpenID Connect and plain OAuth 2.0: the single sign-on of a city, a province or a police network."""

from jingwei.kernel.sockets import Flow, Manifest, Tier

MANIFEST = Manifest(
    name_zh="统一身份认证（OIDC、OAuth 2.0）",
    name_en="Single sign-on (OIDC, OAuth 2.0)",
    flow=Flow.BOTH,
    standard="OpenID Connect Core、Discovery、RP-Initiated Logout 1.0；OAuth 2.0（RFC 6749、7636、9207、9700）",
    data=(
        "对方给的用户编号（加密保存）",
        "用户名",
        "登录时间和方式",
        "签过名的身份凭证（加密，退出登录时用）",
    ),
    owner="综治中心运维",
    secrets=("JINGWEI_PROVIDERS",),
    tier=Tier.BRONZE,
)

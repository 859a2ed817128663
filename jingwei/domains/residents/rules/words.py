"""What residents' codes are called."""

from jingwei.domains.residents.contracts import EndWhy, Living, RegisterOccasion

LIVING_WORDS = {
    Living.HOME: ("户籍居住", "registered and living here"),
    Living.INCOMING: ("流入", "living here, registered elsewhere"),
    Living.AWAY: ("外出", "registered here, living elsewhere"),
}
OCCASION_REMARKS = {
    RegisterOccasion.FOUND: "",
    RegisterOccasion.ARRIVED: "迁入",
    RegisterOccasion.BIRTH: "出生",
}
END_WORDS = {
    EndWhy.LEFT: ("迁出本市", "left the city"),
    EndWhy.DIED: ("死亡", "died"),
    EndWhy.MISTAKEN: ("登记有误", "registered by mistake"),
}

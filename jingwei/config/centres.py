"""What centres are called at each level, in the demo and in a founded city."""

from jingwei.kernel.codes import Level

CENTRE_NAMES = {
    Level.CITY: "社会治理指挥中心",
    Level.COUNTY: "社会治理指挥分中心",
    Level.TOWNSHIP: "社会治理指挥所",
    Level.COMMUNITY: "社会治理工作站",
}

"""What of an address may be suggested to everybody: the road, the estate, the school; never a door.

Numbers of houses, buildings, rooms and telephones are cut away, and so is what names whose home it is. What is left
is a landmark only once several reports have named it: one person's words stay with the centre.
"""

import re
from collections.abc import Iterator

LEAST_REPORTS = 3
"""So many reports must have named a landmark before anybody else sees it."""
SHORTEST, LONGEST = 3, 16

KINDS = (
    "大道|路|街|巷|弄|胡同|桥|立交|隧道|路口|小区|花园|家园|新村|公寓|公园|广场|市场|菜场|商贸城|商场|大厦|大楼|超市|酒店|宾馆"
    "|银行|学校|小学|中学|大学|幼儿园|医院|卫生院|卫生室|服务中心|文化站|活动中心|体育馆|图书馆|博物馆|车站|公交站|客运站|码头|渡口"
    "|政府|派出所|村委会|居委会|村部|村口|祠堂|寺|庙|塔|湖|河堤|河边|江堤|水库|水塘|大堤|公厕|停车场|加油站|工业园|产业园|园区"
    "|工地|厂|变电站|污水处理厂|垃圾站|中转站|后山"
)
END = re.compile(KINDS)
DOOR = re.compile(
    r"[0-9０-９A-Za-z]+|[一二三四五六七八九十百零〇两]+(?=号|栋|幢|座|单元|室|层|楼|户|组|队|弄|期|区)"
    r"|[号栋幢座室层户#、，。,.;；:：()（）\s\-—]+|单元|门牌"
)
OF_SOMEBODY = re.compile(
    r"家(?!园|具|电|居|属|禽|湖|桥|坝|冲|湾)|屋|宅|某|先生|女士|老人|住户|业主|户主|电话|身份证|父|母|儿子|女儿"
)


def landmarks_in(address: str) -> list[str]:
    """The landmarks of an address without its areas: every beginning of a piece that ends in a known kind."""
    return list(dict.fromkeys(one for piece in DOOR.split(address) for one in _beginnings(piece)))


def _beginnings(piece: str) -> Iterator[str]:
    for hit in END.finditer(piece):
        name = piece[: hit.end()]
        if SHORTEST <= len(name) <= LONGEST and not OF_SOMEBODY.search(name):
            yield name

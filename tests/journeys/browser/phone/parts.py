"""What the phones find to work on, and which one a page's address names."""

from tests.journeys.browser.stage import Stage
from tests.journeys.people import People


def phone_parts(people: People, stage: Stage) -> dict[str, str]:
    """A key is the parameter, or page and parameter, each for one shell or for all."""
    with_photos = stage.handled(photos=1, words="校门口井盖破损，已处置等核查")
    handling = stage.handling(photos=1, words="井盖松动，正在处置")
    dispatched = stage.dispatched(words="井盖缺失，等待接收")
    own = stage.report(by=people.li, photos=1, words="楼道灯坏了三天，老人晚上不敢下楼")
    return {
        "id": with_photos,
        "id@handler": handling,
        "id@leader": dispatched,
        "id@resident": own,
        "figure": "reported",
        "figure@handler": "handled",
    }

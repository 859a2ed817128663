"""A slow network and a broken one: the first question answers before the app is there, and every wait says what it is."""

import io
import re
import time

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.cast import GRID_1
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, NARROW, SLOW_3G, USUAL, Hand, Take
from tests.journeys.browser.phone.test_first_question import first_question
from tests.journeys.photos import photo

pytestmark = pytest.mark.slow
CRAWLING = SLOW_3G | {"uploadThroughput": 2_000}
"""So slow that a photo takes minutes, while words take a second."""
AWAY = SLOW_3G | {"offline": True}


def noise() -> bytes:
    """A picture that stays large however it is compressed."""
    out = io.BytesIO()
    Image.effect_noise((1600, 1200), 60).save(out, "JPEG", quality=85)
    return out.getvalue()


@pytest.mark.parametrize("size", [USUAL, NARROW], ids=["390x844", "360x640"])
def test_over_slow_3g_a_report_is_begun_before_the_app_is_there_and_handed_in(
    size: tuple[int, int], take: Take
) -> None:
    phone = take(None, Hand(position=IN_THE_GRID, size=size))
    phone.slow_down()
    began = time.monotonic()
    let_the_app_come = first_question(phone)
    print(f"\nthe first question stands after {time.monotonic() - began:.1f} s")
    name, content, kind = photo(300)["file"]
    phone.page.locator("#first-photo").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    expect(phone.page.get_by_text("照片收到了").first).to_be_visible()
    let_the_app_come()
    doing.stand_at(phone, "/report/where")
    print(f"the next question stands after {time.monotonic() - began:.1f} s")
    doing.say_where_i_am(phone)
    doing.write(phone, "信号不好的地方也要报：路边的树倒了")
    doing.hand_in(phone)
    print(f"handed in after {time.monotonic() - began:.1f} s")


def test_a_slow_photo_says_how_far_it_is_and_the_words_need_not_wait(take: Take) -> None:
    phone = take(None).open(f"/report?area={GRID_1}&place=东门")
    phone.slow_down(CRAWLING)
    with phone.page.expect_file_chooser() as chooser:
        phone.button("从相册选").tap()
    chooser.value.set_files({"name": "noise.jpg", "mimeType": "image/jpeg", "buffer": noise()})
    moving = phone.page.locator(".upload").first
    expect(moving).to_be_visible()
    expect(moving.locator(".upload__state")).to_contain_text(re.compile("正在|等待"))
    phone.button("下一步").tap()
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "照片慢，先交文字")
    phone.button("交上去", exact=True).tap()
    expect(phone.page.get_by_text("正在发照片和录音").first).to_be_visible()
    expect(phone.page.get_by_text("文字已经存在这部手机上，不会丢").first).to_be_visible()
    phone.button("不等了，先交发完的").tap()
    expect(phone.page.get_by_role("heading", name="交上去了")).to_be_visible()


def test_a_broken_network_keeps_everything_and_goes_on_by_itself(take: Take) -> None:
    phone = take(None).open(f"/report?area={GRID_1}&place=东门")
    phone.page.context.set_offline(True)
    doing.choose_photo(phone, phone.button("从相册选"), 302)
    kept = phone.page.locator(".upload").first
    expect(kept.locator(".upload__state")).to_contain_text("不会丢")
    phone.page.context.set_offline(False)
    expect(doing.sent_photos(phone)).to_have_count(1)
    phone.button("下一步").tap()
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "断网也不丢：路灯不亮")
    phone.page.context.set_offline(True)
    phone.button("交上去", exact=True).tap()
    expect(phone.page.get_by_text("没有收到回音").first).to_be_visible()
    expect(phone.page.locator("textarea:visible")).to_have_value("断网也不丢：路灯不亮")
    phone.page.context.set_offline(False)
    phone.button("再交一次").tap()
    expect(phone.page.get_by_role("heading", name="交上去了")).to_be_visible()


def test_without_any_network_the_installed_app_says_so(take: Take) -> None:
    phone = take(None).open("/")
    phone.page.wait_for_function("() => navigator.serviceWorker.controller")
    phone.page.context.set_offline(True)
    phone.page.goto(f"{phone.address}/m/track", wait_until="commit")
    expect(phone.page.locator("h1")).to_contain_text("网络")

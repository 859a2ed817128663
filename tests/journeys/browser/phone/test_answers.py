"""What a phone refuses or cannot do has a designed answer: camera, position, HEIC, large photos, double taps, back, English."""

import io
import re
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image
from playwright.sync_api import Request, expect

from tests.cast import GRID_1
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Phone, Take
from tests.journeys.people import People
from tests.journeys.photos import photo

pytestmark = pytest.mark.slow
NO_MICROPHONE = """
navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
"""
WORDS = "小区南门路灯不亮"
LARGE_BYTES, MADE_SMALL_BYTES = 12 * 1024 * 1024, 1024 * 1024


def heic() -> bytes:
    """A picture as an iPhone keeps it, which this browser cannot open."""
    out = io.BytesIO()
    heif = pillow_heif.from_pillow(Image.effect_noise((320, 240), 60).convert("RGB"))
    heif.save(out, quality=60)
    return out.getvalue()


def large_photo() -> bytes:
    """12 megapixels and 12 MB, as a good camera makes them."""
    scene = Image.effect_noise((504, 378), 60).resize((4032, 3024)).convert("RGB")
    out = io.BytesIO()
    scene.save(out, "JPEG", quality=85)
    content = out.getvalue()
    return content + bytes(max(0, LARGE_BYTES - len(content)))


def give(phone: Phone, name: str, content: bytes, kind: str) -> None:
    """On the first step: a file out of the album."""
    with phone.page.expect_file_chooser() as chooser:
        phone.button("从相册选").tap()
    chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})


def test_a_photo_not_taken_leaves_two_other_ways(take: Take) -> None:
    phone = take(None).open("/report")
    phone.page.evaluate(
        """() => document.addEventListener("click", (event) => {
          if (event.target.type === "file") { event.preventDefault(); event.target.dispatchEvent(new Event("cancel")); }
        }, true)"""
    )
    phone.button("拍照", exact=True).tap()
    expect(phone.page.get_by_role("alert").filter(has_text="没有拿到照片")).to_be_visible()
    expect(phone.button("从相册选")).to_be_visible()
    phone.button("不拍照，直接说").tap()
    doing.stand_at(phone, "/report/where")


def test_a_denied_position_leaves_words_and_the_list(take: Take, people: People) -> None:
    phone = take(None).open("/report?without=photo")
    doing.stand_at(phone, "/report/where")
    phone.button("就在我现在的地方").tap()
    expect(phone.page.get_by_role("alert").filter(has_text="没有允许定位")).to_be_visible()
    phone.page.get_by_label("说个地名").fill("文化广场东门")
    phone.button("下一步").tap()
    areas = doing.sheet(phone, "“文化广场东门”在哪里？选到您知道的一级就行")
    areas.get_by_role("button", name="资阳区").tap()
    areas.get_by_role("button", name="就选到“资阳区”").tap()
    expect(phone.page.locator("#place-set")).to_be_visible()
    phone.button("下一步").tap()
    doing.stand_at(phone, "/report/what")
    doing.write(phone, WORDS)
    tracked = people.passer_by.call("trackIncident", code=doing.hand_in(phone))
    assert "文化广场东门" in tracked["address"]


def test_a_coarse_position_is_not_taken_for_the_place(take: Take) -> None:
    phone = take(None, Hand(position=IN_THE_GRID, accuracy_m=3000)).open("/report?without=photo")
    doing.stand_at(phone, "/report/where")
    phone.button("就在我现在的地方").tap()
    expect(phone.page.get_by_role("alert").filter(has_text="只知道大概")).to_be_visible()
    expect(phone.page.locator("#place-set")).to_have_count(0)


def test_a_place_is_found_on_the_map_of_areas_by_its_code(take: Take) -> None:
    """A code on a lamp post names the place: photo and words are left to say."""
    phone = take(None).open(f"/report?area={GRID_1}&areaName=迎春社区第一网格&place=资阳路灯0123")
    phone.button("不拍照，直接说").tap()
    doing.stand_at(phone, "/report/what")
    expect(phone.page.get_by_text("资阳路灯0123").first).to_be_visible()


def test_a_refused_microphone_leaves_words(take: Take) -> None:
    phone = take(None, before=NO_MICROPHONE).open(f"/report?without=photo&area={GRID_1}&place=东门")
    doing.stand_at(phone, "/report/what")
    phone.button("按一下，说给我们听").tap()
    expect(phone.page.get_by_role("alert").filter(has_text="不让用麦克风")).to_be_visible()
    doing.write(phone, WORDS)
    doing.hand_in(phone)


def test_heic_goes_as_it_is_and_the_server_opens_it(take: Take, people: People) -> None:
    phone = take(None).open(f"/report?area={GRID_1}&place=东门")
    give(phone, "IMG_0001.HEIC", heic(), "image/heic")
    expect(doing.sent_photos(phone)).to_have_count(1)
    phone.button("下一步").tap()
    doing.stand_at(phone, "/report/what")
    code = doing.hand_in(phone)
    files = people.passer_by.call("trackIncident", code=code)["attachments"]
    assert [one["kind"] for one in files] == ["report"]


def test_a_photo_of_12_mb_is_made_small_before_it_is_sent(take: Take, tmp_path: Path) -> None:
    phone = take(None).open(f"/report?area={GRID_1}&place=东门")
    said: list[int] = []

    def hear(request: Request) -> None:
        if "upload-length" in request.headers:
            said.append(int(request.headers["upload-length"]))

    phone.page.on("request", hear)
    large = tmp_path / "IMG_0002.JPG"
    large.write_bytes(large_photo())
    with phone.page.expect_file_chooser() as chooser:
        phone.button("从相册选").tap()
    chooser.value.set_files(large)
    expect(doing.sent_photos(phone)).to_have_count(1)
    assert len(said) == 1
    assert 10_000 < said[0] < MADE_SMALL_BYTES


def test_a_double_tap_is_one_report_and_one_photo(take: Take, people: People, tmp_path: Path) -> None:
    phone = take(None).open(f"/report?area={GRID_1}&place=东门")
    picture = (
        tmp_path / "IMG_0077.JPG"
    )  # on disk, so that it is the same file both times, to the last modification
    picture.write_bytes(photo(77)["file"][1])
    for _ in range(2):
        with phone.page.expect_file_chooser() as chooser:
            phone.button("从相册选").tap()
        chooser.value.set_files(picture)
    expect(doing.sent_photos(phone).first).to_be_visible()
    phone.button("下一步").tap()
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "双击也只算一次：路灯不亮")
    phone.page.evaluate(
        """() => { const send = [...document.querySelectorAll(".screen__foot button")].at(-1); send.click(); send.click(); }"""
    )
    tracked = people.passer_by.call("trackIncident", code=doing.receipt(phone))
    assert len(tracked["attachments"]) == 1
    rows = people.wu.all_rows("listIncidents", bucket="to_accept", size=100)
    assert [row["title"] for row in rows].count("双击也只算一次：路灯不亮") == 1


def test_back_always_means_back_and_nothing_typed_is_lost(take: Take) -> None:
    phone = take(None, Hand(position=IN_THE_GRID)).open("/")
    doing.choose_photo(phone, phone.button("拍照反映"), 78)
    doing.say_where_i_am(phone)
    doing.write(phone, WORDS)
    phone.button("改", exact=True).last.tap()
    sheet = doing.sheet(phone, "要不要留名？")
    phone.page.go_back()
    expect(sheet).to_have_count(0)
    doing.stand_at(phone, "/report/what")
    phone.page.go_back()
    doing.stand_at(phone, "/report/where")
    expect(phone.page.locator("#place-set")).to_be_visible()
    phone.page.go_back()
    doing.stand_at(phone, "/report")
    expect(phone.page.locator(".upload")).to_have_count(1)
    phone.page.go_forward()
    phone.page.go_forward()
    doing.stand_at(phone, "/report/what")
    expect(phone.page.locator("textarea:visible")).to_have_value(WORDS)
    phone.page.reload()
    phone.settle()
    expect(phone.page.locator("textarea:visible")).to_have_value(WORDS)
    doing.hand_in(phone)
    phone.page.go_back()
    expect(phone.page).not_to_have_url(re.compile(r"/report/(what|where)"))
    phone.open("/report")
    phone.button("不拍照，直接说").tap()
    doing.stand_at(phone, "/report/where")
    expect(phone.page.locator("#place-set")).to_have_count(0)


def test_back_closes_a_sheet_on_the_very_first_page(take: Take) -> None:
    phone = take(None).open("/report?without=photo")
    for _ in range(2):
        phone.button("选区县、街道").tap()
        sheet = phone.page.get_by_role("dialog")
        expect(sheet).to_be_visible()
        phone.page.go_back()
        expect(sheet).to_have_count(0)
        doing.stand_at(phone, "/report/where")


def test_it_speaks_english_from_the_first_question_to_the_receipt(take: Take) -> None:
    phone = take(None, Hand(language="en", position=IN_THE_GRID)).open("/")
    doing.choose_photo(phone, phone.button("Take a photo"), 79)
    doing.stand_at(phone, "/report/where")
    phone.page.locator("#main .way").first.tap()
    expect(phone.page.locator("#place-set")).to_be_visible()
    phone.main_action.tap()
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "The street lamp at the south gate is dark")
    phone.main_action.tap()
    expect(phone.page.locator(".code__letters")).to_be_visible()
    assert phone.page.locator("html").get_attribute("lang") == "en"
    chinese = re.findall(
        r"[\u4e00-\u9fff]+", phone.page.locator("h1, h2, button").all_inner_texts().__str__()
    )
    assert chinese == []


def test_danger_is_answered_with_telephones(take: Take) -> None:
    phone = take(None).open(f"/report?without=photo&area={GRID_1}&place=东门")
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "楼道里电动车冒烟着火了，有人被困")
    call = phone.page.get_by_role("link", name="打 119")
    expect(call).to_be_visible()
    expect(call).to_have_attribute("href", "tel:119")

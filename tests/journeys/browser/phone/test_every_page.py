"""Every page of the phone in every shell, in both languages and all ways of reading it: light, dark, large, in the sun."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser.phone.looking import small_targets, unreachable
from tests.journeys.browser.phone.phone import Take
from tests.journeys.browser.phone.places import Place
from tests.journeys.browser.phone.visits import Found, visit_all, ways_in
from tests.journeys.browser.visits import looked_at
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Seen = Callable[[str], Found]
LANGUAGES = ("zh-CN", "en")


@pytest.fixture(scope="module")
def seen(phone_places: list[Place], chromium: Browser, house: House, people: People) -> Seen:
    """What was found in a language; the pages are visited when first asked for."""
    kept: dict[str, Found] = {}

    def found(language: str) -> Found:
        if language not in kept:
            kept[language] = visit_all(
                chromium, house.address, people, looked_at(phone_places, language), language
            )
        return kept[language]

    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_visited_and_has_a_title_and_one_heading(
    language: str, seen: Seen, phone_places: list[Place]
) -> None:
    assert seen(language).seen == [
        str(place) for place in phone_places_in_turn(looked_at(phone_places, language))
    ]
    assert {place.shell for place in phone_places} == {"anybody", "resident", "officer", "handler", "leader"}
    assert not seen(language).elsewhere, "\n".join(seen(language).elsewhere)
    assert not seen(language).untitled, "\n".join(seen(language).untitled)


@pytest.mark.parametrize(
    ("language", "way"), [(language, way) for language in LANGUAGES for way in ways_in(language)]
)
def test_no_page_has_a_serious_fault(language: str, way: str, seen: Seen) -> None:
    wrong = seen(language).grave[way]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_to_be_tapped_is_large_enough_for_a_thumb(language: str, seen: Seen) -> None:
    assert not seen(language).small, "\n".join(seen(language).small)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_with_large_type_on_a_narrow_phone_and_at_200_percent(
    language: str, seen: Seen
) -> None:
    assert not seen(language).wide, "\n".join(seen(language).wide)


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_type_and_200_percent_keep_every_action(language: str, seen: Seen) -> None:
    assert not seen(language).lost, "\n".join(seen(language).lost)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_is_really_drawn(language: str, seen: Seen) -> None:
    for name, found in seen(language).drawn.items():
        assert found["missing"] == [], f"{name}: {found}"
        assert found["characters"] > 10, name
        assert found["shapes"] > found["characters"] * 0.9, f"{name}: {found}"


def test_a_small_a_covered_and_a_cut_off_action_are_noticed(take: Take) -> None:
    phone = take(None).open("/sign-in")
    assert small_targets(phone) == unreachable(phone) == []
    phone.page.evaluate(
        """() => {
          const add = (name, style) => {
            const one = document.createElement("button");
            one.textContent = name;
            Object.assign(one.style, style);
            document.querySelector("main").append(one);
          };
          add("tiny", { width: "60px", height: "20px", minHeight: "0", padding: "0" });
          add("beside", { position: "absolute", left: "380px", width: "100px", height: "50px" });
          const cover = Object.assign(document.createElement("div"), { className: "cover" });
          Object.assign(cover.style, { position: "fixed", inset: "0 0 50% 0", zIndex: "99" });
          add("below", { position: "fixed", top: "100px", left: "0", width: "100px", height: "50px" });
          document.body.append(cover);
        }"""
    )
    assert any("tiny" in fault for fault in small_targets(phone))
    lost = unreachable(phone)
    assert any("beside" in fault for fault in lost)
    assert any("below" in fault and "cover" in fault for fault in lost)


def phone_places_in_turn(places: list[Place]) -> list[Place]:
    """In the order of visiting: by visitor, as each first comes up."""
    visitors = list(dict.fromkeys(place.visitor for place in places))
    return sorted(places, key=lambda place: visitors.index(place.visitor))

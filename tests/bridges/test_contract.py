"""One contract for every container: who holds the phone, what a page is told, how a message leaves."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import CodeRefused, ContainerBridge, NotAMember
from jingwei.foundation.notices.contracts import AddressRefused, Channel, Message, OutletDown
from jingwei.integrations.alipay.client import AlipayApp
from jingwei.integrations.dingtalk.client import DingtalkApp
from jingwei.integrations.wechat.client import MiniProgram, OfficialAccount, WechatApp
from jingwei.integrations.wecom.client import WecomApp
from jingwei.kernel.sockets import Answered, Asked, OutsideDown
from tests.bridges.rigs import (
    LINK,
    OURS,
    RIGS,
    SECRET,
    THEIRS,
    Keep,
    Rig,
    alipay,
    dingtalk,
    wechat_mini,
    wecom,
)
from tests.cast import MONDAY_10

PAGE, NONCE = "https://city.example/m/report?from=menu", "0123456789abcdef"
TEXT = "您反映的事项已办结，请评价"


@pytest.fixture(params=RIGS, ids=lambda make: make.__name__)
def rig(request: pytest.FixtureRequest) -> Rig:
    made: Rig = request.param()
    return made


def message(address: str = "somebody") -> Message:
    return Message(UUID(int=7), Channel.SMS, address, TEXT)


def test_every_container_is_tried() -> None:
    assert [make().container for make in RIGS] == list(Container)


def test_a_code_names_its_person_once(rig: Rig) -> None:
    code = rig.fake.grant("person-1")
    assert rig.bridge.identify(code, at=MONDAY_10) == "person-1"
    with pytest.raises(CodeRefused):
        rig.bridge.identify(code, at=MONDAY_10)


def test_a_code_that_nobody_gave_is_refused(rig: Rig) -> None:
    for code in ("made-up", "demo-li"):
        with pytest.raises(CodeRefused):
            rig.bridge.identify(code, at=MONDAY_10)


def test_promises_are_for_demonstrations_only(rig: Rig) -> None:
    rig.fake.takes_promises = True
    assert rig.bridge.identify("demo-li", at=MONDAY_10) == "li"


def test_who_is_no_member_stays_outside() -> None:
    for make in (wecom, dingtalk):
        rig = make()
        rig.fake.strangers.add("visitor")
        with pytest.raises(NotAMember):
            rig.bridge.identify(rig.fake.grant("visitor"), at=MONDAY_10)


def test_a_page_is_told_what_its_container_will_accept(rig: Rig) -> None:
    config = rig.bridge.configure(PAGE, nonce=NONCE, at=MONDAY_10)
    assert (config.container, config.nonce) == (rig.container, NONCE)
    assert config.timestamp == int(MONDAY_10.timestamp())
    assert config.app_id
    assert rig.signer.is_signed(PAGE, NONCE, config.timestamp, config.signature)
    if config.signature:
        assert not rig.signer.is_signed(PAGE + "x", NONCE, config.timestamp, config.signature)


def test_a_mini_program_without_an_account_has_no_signature() -> None:
    rig = wechat_mini()
    assert isinstance(rig.bridge, MiniProgram)
    alone = MiniProgram(rig.bridge.app, None).configure(PAGE, nonce=NONCE, at=MONDAY_10)
    assert (alone.app_id, alone.signature) == ("wx-mini", "")


def test_passes_are_asked_for_once_and_again_when_they_end(rig: Rig) -> None:
    rig.bridge.configure(PAGE, nonce=NONCE, at=MONDAY_10)
    asked = len(rig.signer.asked)
    rig.bridge.configure(PAGE, nonce=NONCE, at=MONDAY_10 + timedelta(hours=1))
    assert len(rig.signer.asked) == asked
    rig.bridge.configure(PAGE, nonce=NONCE, at=MONDAY_10 + timedelta(hours=3))
    assert len(rig.signer.asked) == 2 * asked


def test_a_pass_that_somebody_else_renewed_is_replaced(rig: Rig) -> None:
    assert rig.outlet.send(message()).outlet == rig.container.value
    rig.fake.expire_passes()
    rig.outlet.send(message())
    assert len(rig.fake.sent) == 2


def test_a_message_carries_the_sentence_and_leads_to_the_page(rig: Rig) -> None:
    receipt = rig.outlet.send(message())
    (sent,) = rig.fake.sent
    assert receipt.reference
    assert (receipt.outlet, receipt.at) == (rig.container.value, MONDAY_10)
    assert TEXT in str(sent)
    assert "somebody" in str(sent)
    assert LINK in str(sent) or rig.container is Container.WECHAT_MINI


def test_who_does_not_take_messages_is_not_tried_again(rig: Rig) -> None:
    rig.fake.refused.add("gone")
    with pytest.raises(AddressRefused):
        rig.outlet.send(message("gone"))
    assert rig.fake.sent == []


def test_a_container_that_is_away_is_said_to_be_away(rig: Rig) -> None:
    code = rig.fake.grant("person-1")
    rig.set_down(True)
    with pytest.raises(OutsideDown):
        rig.bridge.identify(code, at=MONDAY_10)
    with pytest.raises(OutletDown):
        rig.outlet.send(message())
    if rig.container is not Container.ALIPAY:
        with pytest.raises(OutsideDown):
            rig.bridge.configure(PAGE, nonce=NONCE, at=MONDAY_10)
    rig.set_down(False)
    assert rig.bridge.identify(code, at=MONDAY_10) == "person-1"


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'"no"', b"{}"])
def test_an_answer_that_makes_no_sense_is_no_answer(body: bytes) -> None:
    for container, bridge in _answering(lambda asked: Answered(200, body)).items():
        with pytest.raises(OutsideDown):
            bridge.identify("c", at=MONDAY_10)
        assert container


def test_an_error_page_is_no_answer() -> None:
    for bridge in _answering(lambda asked: Answered(502, b'{"openid":"x","userid":"x"}')).values():
        with pytest.raises(OutsideDown):
            bridge.identify("c", at=MONDAY_10)


def _answering(call: Callable[[Asked], Answered]) -> dict[Container, ContainerBridge]:
    app = WechatApp("a", SECRET, call, Keep())
    return {
        Container.WECHAT: OfficialAccount(app),
        Container.WECHAT_MINI: MiniProgram(app, None),
        Container.WECOM: WecomApp("c", SECRET, "1", call, Keep()),
        Container.DINGTALK: DingtalkApp("c", "a", SECRET, "1", call, Keep()),
        Container.ALIPAY: AlipayApp("a", OURS[0], THEIRS[1], call),
    }


def test_an_answer_that_alipay_did_not_sign_is_not_believed() -> None:
    rig = alipay()
    code = rig.fake.grant("person-1")
    rig.fake.forges = True
    with pytest.raises(OutsideDown, match="signature"):
        rig.bridge.identify(code, at=MONDAY_10)


def test_wrong_secrets_are_our_fault_and_stay_secret(rig: Rig) -> None:
    """Nobody who signs in could do anything about them; the number helps whoever set them."""
    with pytest.raises(OutsideDown) as caught:
        rig.misplugged.identify(rig.fake.grant("person-1"), at=MONDAY_10)
    told = f"{caught.value} {caught.value.data} {rig.bridge!r} {rig.outlet!r}"
    assert SECRET not in told
    assert "BEGIN" not in told
    assert "code-1" not in told
    assert caught.value.data["reason"]


def test_a_request_is_not_shown_with_what_it_carries() -> None:
    asked = Asked("GET", f"https://x.example/token?secret={SECRET}", SECRET.encode())
    assert SECRET not in repr(asked)

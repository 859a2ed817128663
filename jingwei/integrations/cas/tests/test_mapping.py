from datetime import UTC, datetime

import pytest

from jingwei.integrations.cas.mapping import login_address, require_ticket, said_of, validation_address
from jingwei.kernel.vouching import ProviderRefused

RECORDED = b"""<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>
    <cas:authenticationSuccess>
        <cas:user>casuser</cas:user>
        <cas:attributes>
            <cas:credentialType>UsernamePasswordCredential</cas:credentialType>
            <cas:isFromNewLogin>true</cas:isFromNewLogin>
            <cas:authenticationDate>2026-11-16T02:00:00.112Z[UTC]</cas:authenticationDate>
            <cas:authnContextClass>mfa-gauth</cas:authnContextClass>
        </cas:attributes>
    </cas:authenticationSuccess>
</cas:serviceResponse>"""
OLD = b"""<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>
<cas:user>casuser</cas:user></cas:authenticationSuccess></cas:serviceResponse>"""


def test_an_answer_of_cas_3_says_who_when_and_how() -> None:
    said = said_of(RECORDED, strong={"mfa-gauth"})
    assert (said.user, said.is_new, said.is_strong) == ("casuser", True, True)
    assert said.proved_at == datetime(2026, 11, 16, 2, 0, 0, 112000, tzinfo=UTC)
    assert not said_of(RECORDED).is_strong


def test_an_answer_of_cas_2_says_who_only() -> None:
    said = said_of(OLD)
    assert (said.user, said.proved_at, said.is_new, said.is_strong) == ("casuser", None, False, False)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("INVALID_TICKET", "proof"),
        ("INVALID_SERVICE", "audience"),
        ("INTERNAL_ERROR", "answer"),
        ("", "answer"),
    ],
)
def test_a_failure_is_told_apart(code: str, fault: str) -> None:
    answer = (
        f'<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">'
        f'<cas:authenticationFailure code="{code}">no</cas:authenticationFailure></cas:serviceResponse>'
    )
    with pytest.raises(ProviderRefused) as refusal:
        said_of(answer.encode())
    assert refusal.value.data["fault"] == fault


def test_a_success_beside_a_failure_does_not_count() -> None:
    both = OLD.replace(
        b"</cas:serviceResponse>",
        b'<cas:authenticationFailure code="INVALID_TICKET"/></cas:serviceResponse>',
    )
    with pytest.raises(ProviderRefused):
        said_of(both)


def test_addresses_are_encoded_and_only_service_tickets_are_sent() -> None:
    service = "https://city.example/sign-in/cas?state=a&b"
    assert login_address("https://c", service, is_fresh=True) == (
        "https://c/login?service=https%3A%2F%2Fcity.example%2Fsign-in%2Fcas%3Fstate%3Da%26b&renew=true"
    )
    asked = validation_address("https://c", "serviceValidate", service="s", ticket="ST-1", is_fresh=False)
    assert asked == "https://c/serviceValidate?service=s&ticket=ST-1"
    assert require_ticket("ST-42-abc.DEF_~") == "ST-42-abc.DEF_~"
    for wrong in (None, "", "PT-1", "ST-1 ", "ST-1&x=y", "TGT-1"):
        with pytest.raises(ProviderRefused):
            require_ticket(wrong)

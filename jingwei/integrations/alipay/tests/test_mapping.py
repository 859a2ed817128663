"""What Alipay signs, writes and reads."""

import pytest

from jingwei.integrations.alipay.client import is_signed, sign
from jingwei.integrations.alipay.fake import new_key_pair
from jingwei.integrations.alipay.mapping import message_body, plain_to_sign, read_reply
from tests.cast import MONDAY_10


def test_what_is_signed_is_every_field_by_name_but_empty_ones_and_the_signature() -> None:
    fields = {"method": "a.b", "app_id": "1", "sign": "x", "empty": "", "code": "中"}
    assert plain_to_sign(fields) == "app_id=1&code=中&method=a.b"


def test_the_signed_part_is_taken_as_it_was_written() -> None:
    text = '{"a_b_response" : {"code":"10000", "name":"中\\u6587"},"sign":"c2ln"}'
    reply = read_reply("a.b", text)
    assert reply.signed == '{"code":"10000", "name":"中\\u6587"}'
    assert (reply.fields["name"], reply.signature, reply.fault) == ("中文", "c2ln", "")


def test_a_refusal_comes_in_a_part_of_its_own() -> None:
    text = '{"error_response":{"code":"40002","msg":"x","sub_code":"isv.code-invalid"},"sign":"s"}'
    reply = read_reply("a.b", text)
    assert (reply.fault, reply.is_about_the_code, reply.is_about_the_person) == (
        "isv.code-invalid",
        True,
        False,
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"a_b_response":"no"}', '{"other":{"a_b_response":{}}}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_reply("a.b", text)


def test_a_signature_is_of_one_key_and_one_text() -> None:
    private, public = new_key_pair()
    signature = sign(private, "a=1")
    assert is_signed(public, "a=1", signature)
    assert not is_signed(public, "a=2", signature)
    assert not is_signed(new_key_pair()[1], "a=1", signature)
    assert not is_signed(public, "a=1", "no base64!")


def test_older_and_newer_names_for_a_person_are_told_apart() -> None:
    common = {"template_id": "T", "link": "https://city.example/m/", "at": MONDAY_10}
    assert "to_user_id" in message_body("2088123412341234", "字", **common)
    assert "to_open_id" in message_body("074a1CcTG1LelxKe4xQC0zgNdId0nxi", "字", **common)

"""What DingTalk writes and reads."""

from jingwei.integrations.dingtalk.mapping import error_of, message_body


def test_a_wrapped_number_is_unwrapped() -> None:
    assert error_of({"errcode": 88, "sub_code": "40014"}) == 40014
    assert error_of({"errcode": 88, "sub_code": "isp.unknown"}) == 88
    assert error_of({"errcode": 0}) == 0


def test_a_message_is_a_card_where_there_is_somewhere_to_go() -> None:
    card = message_body("lin", "有新的任务待接收", agent_id="100", link="https://city.example/m/")
    assert (card["agent_id"], card["userid_list"]) == (100, "lin")
    assert card["msg"]["action_card"]["single_url"] == "https://city.example/m/"
    assert message_body("lin", "字", agent_id="1", link="")["msg"]["text"] == {"content": "字"}

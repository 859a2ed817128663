"""What WeCom writes and reads."""

from jingwei.integrations.wecom.mapping import member_of, message_body


def test_members_have_an_id_and_visitors_an_openid() -> None:
    assert member_of({"userid": "lin"}) == "lin"
    assert member_of({"UserId": "lin"}) == "lin"
    assert member_of({"openid": "o-1"}) is None


def test_a_message_is_a_card_where_there_is_somewhere_to_go() -> None:
    card = message_body("lin", "有新的任务待接收", agent_id="1000002", link="https://city.example/m/")
    assert (card["msgtype"], card["agentid"]) == ("textcard", 1000002)
    assert card["textcard"]["url"] == "https://city.example/m/"
    assert message_body("lin", "字", agent_id="1", link="")["text"] == {"content": "字"}

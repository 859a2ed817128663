"""What WeChat writes and reads."""

import pytest

from jingwei.integrations.wechat.mapping import Template, error_of, page_signature, template_data, template_of
from tests.cast import MONDAY_10


def test_a_signature_is_the_one_that_the_vendor_publishes_as_its_example() -> None:
    """Source: the JS-SDK document's appendix on signatures."""
    signature = page_signature(
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
        nonce="Wm3WZYTPz0wzccnW",
        timestamp=1414587457,
        url="http://mp.weixin.qq.com?params=value",
    )
    assert signature == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"


def test_a_template_is_written_with_its_two_fields() -> None:
    assert template_of("none") is None
    assert template_of("Abc_1:thing2:time4") == Template("Abc_1", "thing2", "time4")
    with pytest.raises(ValueError, match="values to unpack"):
        template_of("Abc_1")


def test_long_words_are_cut_to_what_the_field_takes() -> None:
    template = Template("T", "thing1", "time2")
    short = template_data(template, "您反映的事项已受理", at=MONDAY_10)
    assert short == {"thing1": {"value": "您反映的事项已受理"}, "time2": {"value": "2026-11-16 10:00"}}
    cut = template_data(template, "字" * 30, at=MONDAY_10)["thing1"]["value"]
    assert (len(cut), cut[-1]) == (20, "…")


def test_an_answer_without_a_number_is_fine() -> None:
    assert error_of({"openid": "o"}) == 0
    assert error_of({"errcode": 0}) == 0
    assert error_of({"errcode": 40029}) == 40029

"""Which passwords others have chosen before."""

import pytest

from jingwei.foundation.access.services.passwords import is_common


@pytest.mark.parametrize("password", ["q1w2e3r4t5", "1qaz2wsx3edc", " 1Q2W3E4R5T ", "a123456789"])
def test_what_everybody_chooses_is_known(password: str) -> None:
    assert is_common(password)


def test_what_nobody_chose_is_not() -> None:
    assert not is_common("wangge-lamp-post-7")

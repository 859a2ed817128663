"""A full disk is said to be one, whatever was about to be written."""

import errno
import json

import pytest
from django.test import RequestFactory

from jingwei.config.api import refuse_without_room

REQUEST = RequestFactory().post("/api/v1/imports")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_it_is_told_and_when_to_come_again(number: int) -> None:
    answer = refuse_without_room(REQUEST, OSError(number, "written to /somewhere/secret"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    told = json.loads(answer.content)
    assert (told["code"], told["next"]) == ("storage_full", "retry")
    assert "secret" not in answer.content.decode()


def test_whatever_else_the_system_refuses_is_ours_to_mend() -> None:
    with pytest.raises(OSError, match="broken"):
        refuse_without_room(REQUEST, OSError(errno.EIO, "broken"))


def test_a_disk_that_is_really_full_says_so() -> None:
    with open("/dev/full", "wb", buffering=0) as full, pytest.raises(OSError) as refused:
        full.write(b"0")
    assert refuse_without_room(REQUEST, refused.value).status_code == 503

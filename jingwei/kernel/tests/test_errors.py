"""Refusals: every one has words in both languages, a stable code, and a status that means refusal."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from string import Formatter

import pytest

import jingwei
from jingwei.kernel.errors import DomainError, Invalid


def load_everything() -> None:
    for module in pkgutil.walk_packages(jingwei.__path__, "jingwei."):
        parts = module.name.split(".")
        if not {"tests", "migrations", "management", "conftest", "__main__", "wsgi"} & set(parts):
            importlib.import_module(module.name)


def descendants(cls: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in cls.__subclasses__():
        if child.__module__.startswith("jingwei.") and ".tests." not in child.__module__:
            yield child
        yield from descendants(child)


def fields_of(sentence: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def complaints(refusals: list[type[DomainError]]) -> list[str]:
    found = []
    for one in refusals:
        if not re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", one.code):
            found.append(f"{one.__name__}: odd code {one.code}")
        is_made_elsewhere = one.message == "{reason_zh}" and one.message_en == "{reason_en}"
        if is_made_elsewhere:
            continue
        if not re.search(r"[\u4e00-\u9fff]", one.message) or not one.message.endswith(("。", "：{reason}")):
            found.append(f"{one.__name__}: no Chinese sentence")
        if re.search(r"[\u4e00-\u9fff]", one.message_en) or not re.search("[a-z]", one.message_en):
            found.append(f"{one.__name__}: no English sentence")
        if not 400 <= one.status <= 599:
            found.append(f"{one.__name__}: status {one.status} is no refusal")
    return found


def test_every_refusal_of_the_house_is_complete() -> None:
    load_everything()
    refusals = list(descendants(DomainError))
    assert len(refusals) > 30
    assert complaints(refusals) == []


def test_no_two_refusals_share_a_code() -> None:
    load_everything()
    by_code: dict[str, set[str]] = {}
    for one in descendants(DomainError):
        if "code" in vars(one):
            by_code.setdefault(one.code, set()).add(f"{one.__module__}.{one.__name__}")
    assert {code: names for code, names in by_code.items() if len(names) > 1} == {}


def test_the_check_can_fail() -> None:
    class Sloppy(DomainError):
        code = "Sloppy Code"
        message = "no Chinese"
        message_en = "不行"
        status = 200

    assert len(complaints([Sloppy])) == 4


def test_a_refusal_carries_its_values_and_fills_them_in() -> None:
    refusal = Invalid(reason="缺少电话")
    assert refusal.data == {"reason": "缺少电话"}
    assert refusal.text == str(refusal) == "填写内容有误：缺少电话"
    assert refusal.text_en == "The input is not valid: 缺少电话"


def test_a_value_that_is_missing_is_a_loud_mistake() -> None:
    with pytest.raises(KeyError):
        Invalid()

"""What the OpenAPI document says beside the routes: how a refusal looks, and which ones to expect anywhere."""

from typing import Any

from ninja import Schema
from pydantic import Field

from jingwei.config.http import NEXT_STEP, SPECIAL_STEPS

REFUSAL_SCHEMA = "RefusalOut"


class RefusalOut(Schema):
    """A refusal: people read ``message``, machines ``code`` and ``data``; ``next`` names what to do."""

    code: str = Field(description="稳定的代码，见 docs/generated/error-codes.md")
    message: str
    message_en: str
    data: dict[str, Any]
    next: str = Field(json_schema_extra={"enum": sorted({*NEXT_STEP.values(), *SPECIAL_STEPS, "retry"})})


REFUSALS = {
    "400": ("NotJson", "内容不是有效的 JSON。The body is not valid JSON."),
    "401": ("SignInNeeded", "没有登录，或会话已结束。Nobody is signed in, or the session has ended."),
    "403": (
        "Forbidden",
        "现在的岗位没有这项权限，或这一步不由其执行。The present post may not do this.",
    ),
    "404": ("NotFound", "不存在，或不在视野内；两者不作区分。It does not exist, or is out of sight."),
    "409": ("Refused", "现在的状态不允许。The present state does not allow it."),
    "422": ("Invalid", "填写内容有误，可以改正。The input can be corrected."),
    "429": ("Wait", "尝试过多，请稍候。Too many attempts; wait."),
}
"""What any operation may answer: status, name of the shared response, sentence."""

UPLOAD_REFUSALS = {
    "413": ("TooLarge", "文件太大。The file is too large."),
    "415": ("UnsupportedKind", "不支持这种文件。This kind of file is not taken."),
    "503": ("Unavailable", "处理能力暂时不可用，没有保存。Not available at present; nothing was stored."),
}
"""What operations that take a file may answer besides."""

PIECE_REFUSALS = {
    "412": ("WrongProtocol", "没有按tus 1.0.0协议。The request does not speak tus 1.0.0."),
    "460": ("PieceDamaged", "这一段在路上损坏了。The piece was damaged on its way."),
}
"""What uploads in pieces may answer besides those."""


def with_refusals(document: dict[str, Any]) -> dict[str, Any]:
    """The document with the shared refusals on every operation that does not describe them itself."""
    components = document.setdefault("components", {})
    components.setdefault("schemas", {})[REFUSAL_SCHEMA] = RefusalOut.model_json_schema()
    components["responses"] = {
        name: {
            "description": sentence,
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{REFUSAL_SCHEMA}"}}},
        }
        for name, sentence in (REFUSALS | UPLOAD_REFUSALS | PIECE_REFUSALS).values()
    }
    for operation in operations_of(document):
        answers = {str(status): answer for status, answer in operation["responses"].items()}
        in_pieces = "uploads" in operation.get("tags", ())
        takes_file = "multipart/form-data" in operation.get("requestBody", {}).get("content", {})
        possible = REFUSALS | (UPLOAD_REFUSALS if takes_file or in_pieces else {})
        possible |= PIECE_REFUSALS if in_pieces else {}
        for status, (name, _) in possible.items():
            answers.setdefault(status, {"$ref": f"#/components/responses/{name}"})
        operation["responses"] = dict(sorted(answers.items()))
    return document


METHODS = ("get", "put", "post", "delete", "patch")


def operations_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Every operation of a document, in its order."""
    return [item[method] for item in document["paths"].values() for method in METHODS if method in item]

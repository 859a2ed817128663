"""Minimal valid requests, built from the OpenAPI document: new operations need no hand-written bodies."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from jingwei.config.document import METHODS

Samples = Mapping[str, Any]
"""A value for a field, parameter or path part of that name, where any odd valid value would not do."""

PATTERN_CANDIDATES = ("1d", "2345", "010101", "430902", "matrix-one", "abc", "1", "", "4309020118000001")
FORMATS = {
    "uuid": "00000000-0000-4000-8000-000000000001",
    "date-time": "2026-11-16T10:00:00+08:00",
    "date": "2026-11-16",
    "time": "10:00:00",
    "binary": "x",
    "email": "a@example.org",
    "uri": "https://example.org/",
}


class NoSample(LookupError):
    """A schema that this module cannot satisfy by itself: give a sample for the field's name."""


@dataclass(frozen=True)
class Operation:
    """One operation of the document with the facts the matrix needs."""

    operation_id: str
    method: str
    path: str
    permission: str | None
    sees: str
    is_public: bool
    raw: Mapping[str, Any] = field(repr=False)
    document: Mapping[str, Any] = field(repr=False)

    @property
    def is_safe(self) -> bool:
        return self.method == "GET"


@dataclass(frozen=True)
class Request:
    """Ready for Django's test client."""

    method: str
    address: str
    content: str
    content_type: str


def operations(document: Mapping[str, Any]) -> list[Operation]:
    """Every operation. Raises: KeyError where the permission or the sight of one is not declared."""
    found = []
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                raw = item[method]
                found.append(
                    Operation(
                        operation_id=raw["operationId"],
                        method=method.upper(),
                        path=path,
                        permission=raw["x-permission"],
                        sees=raw["x-sees"],
                        is_public=raw["x-public"],
                        raw=raw,
                        document=document,
                    )
                )
    return found


def names_field(operation: Operation, name: str) -> bool:
    """Whether a path part, a parameter or a field of the body has this name."""
    if any(parameter["name"] == name for parameter in operation.raw.get("parameters", [])):
        return True
    content = operation.raw.get("requestBody", {}).get("content", {})
    return any(
        name in _resolved(operation, described["schema"]).get("properties", {})
        for described in content.values()
    )


def fields_of(operation: Operation) -> list[tuple[str, str, str]]:
    """Every place that takes a value: where it stands, its name, and its format or type."""
    found = [
        (parameter["in"], parameter["name"], _kind(operation, parameter["schema"]))
        for parameter in operation.raw.get("parameters", [])
    ]
    for described in operation.raw.get("requestBody", {}).get("content", {}).values():
        properties = _resolved(operation, described["schema"]).get("properties", {})
        found += [("body", name, _kind(operation, one)) for name, one in properties.items()]
    return found


def _kind(operation: Operation, schema: Mapping[str, Any]) -> str:
    schema = _resolved(operation, schema)
    for option in schema.get("anyOf", []):
        if _kind(operation, option) != "null":
            return _kind(operation, option)
    return str(schema.get("format") or schema.get("type", ""))


def request_for(operation: Operation, samples: Samples) -> Request:
    """The smallest valid request; named samples are used wherever a field of that name stands.

    Raises: NoSample.
    """
    path, query = operation.path, {}
    for parameter in operation.raw.get("parameters", []):
        name = parameter["name"]
        if parameter["in"] == "path":
            value = _plain(_value(operation, parameter["schema"], name, samples))
            path = path.replace(f"{{{name}}}", quote(value, safe=""))
        elif parameter["in"] == "query" and parameter.get("required"):
            query[name] = _plain(_value(operation, parameter["schema"], name, samples))
    address = f"{path}?{urlencode(query)}" if query else path
    content, content_type = _body(operation, samples)
    return Request(operation.method, address, content, content_type)


def _body(operation: Operation, samples: Samples) -> tuple[str, str]:
    body = operation.raw.get("requestBody")
    if not body:
        return "", "application/json"
    content_type, described = next(iter(body["content"].items()))
    value = _value(operation, described["schema"], "", samples)
    if content_type == "application/json":
        return json.dumps(value), content_type
    if content_type == "application/x-www-form-urlencoded":
        return urlencode({name: _plain(one) for name, one in value.items()}), content_type
    return _multipart(operation, described["schema"], value), f"{content_type}; boundary={BOUNDARY}"


BOUNDARY = "jingwei-boundary"


def _multipart(operation: Operation, schema: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    properties = _resolved(operation, schema)["properties"]
    parts = []
    for name, one in value.items():
        is_file = "binary" in json.dumps(_resolved(operation, properties[name]))
        for single in one if isinstance(one, list) else [one]:
            extra = '; filename="sample.csv"\r\nContent-Type: text/csv' if is_file else ""
            parts.append(
                f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n{_plain(single)}\r\n'
            )
    return "".join(parts) + f"--{BOUNDARY}--\r\n"


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _resolved(operation: Operation, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        target: Any = operation.document
        for part in schema["$ref"].lstrip("#/").split("/"):
            target = target[part]
        schema = target
    if "allOf" in schema and len(schema["allOf"]) == 1:
        return _resolved(operation, schema["allOf"][0])
    return schema


def _value(operation: Operation, schema: Mapping[str, Any], name: str, samples: Samples) -> Any:
    if name in samples:
        return samples[name]
    schema = _resolved(operation, schema)
    for key in ("anyOf", "oneOf"):
        if key in schema:
            options = [_resolved(operation, one) for one in schema[key]]
            chosen = next((one for one in options if one.get("type") != "null"), {"type": "null"})
            return _value(operation, chosen, name, samples)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return _object(operation, schema, samples)
    if kind == "array":
        return [_value(operation, schema["items"], name, samples) for _ in range(schema.get("minItems", 0))]
    if kind == "string":
        return _text(operation, schema, name)
    if kind in ("integer", "number"):
        lowest = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        return lowest + 1 if "exclusiveMinimum" in schema else lowest
    if kind == "boolean":
        return True
    if kind == "null":
        return None
    raise NoSample(f"{operation.operation_id}: {name} {dict(schema)}")


def _object(operation: Operation, schema: Mapping[str, Any], samples: Samples) -> dict[str, Any]:
    """Required fields, and optional ones for which somebody bothered to give a sample."""
    required = set(schema.get("required", ()))
    return {
        name: _value(operation, one, name, samples)
        for name, one in schema.get("properties", {}).items()
        if name in required or name in samples
    }


def _text(operation: Operation, schema: Mapping[str, Any], name: str) -> str:
    if "format" in schema:
        return FORMATS[schema["format"]]
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    candidates = PATTERN_CANDIDATES if "pattern" in schema else ("x" * max(shortest, min(2, longest)),)
    for text in candidates:
        if re.search(schema.get("pattern", ""), text) and shortest <= len(text) <= longest:
            return text
    raise NoSample(f"{operation.operation_id}: {name} {dict(schema)}")

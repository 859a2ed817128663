"""Uploads in pieces: how much, how long, and what the headers say. Source: tus resumable upload protocol 1.0.0."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES, MEGABYTE
from jingwei.foundation.files.rules.refusals import EmptyFile, too_large
from jingwei.kernel.errors import DomainError, Invalid, NotFound

TUS_VERSION = "1.0.0"
TUS_EXTENSIONS = "creation,termination,checksum,expiration"
PIECE_TYPE = "application/offset+octet-stream"
STORED_PIECE_BYTES = MEGABYTE
"""The most of an upload that stands in memory before it is on the disk."""
CHECKED_PIECE_BYTES = 16 * MEGABYTE
"""What comes with a checksum is kept in memory until it has been compared."""
KEEP_UPLOADS = timedelta(hours=48)
"""A phone that had no network over night goes on in the morning."""
MOST_AN_HOUR = 300
MOST_BYTES_AN_HOUR = 2048 * MEGABYTE
"""Per account, and for people without one per address: a whole village may stand behind one address."""
ROOM_LEFT_BYTES = 1024 * MEGABYTE
"""No upload begins that would leave the disk with less."""
LONGEST_METADATA = 4096
ANONYMOUS = "anonymous"
"""The key in Upload-Metadata of a file that shall belong to nobody."""
DIGESTS: dict[str, Callable[[bytes], Any]] = {
    "sha1": lambda content: hashlib.sha1(content, usedforsecurity=False),
    "sha256": hashlib.sha256,
}
_COUNT = re.compile(r"[0-9]{1,12}")


class UploadUnknown(NotFound):
    code = "files.upload_unknown"
    message = "这次上传不存在，可能已取消或超过48小时。请重新选择文件上传。"
    message_en = (
        "This upload is not known: it was cancelled or is older than 48 hours. Choose the file again."
    )


class WrongProtocol(DomainError):
    code = "files.upload_protocol"
    message = "分段上传使用tus {version}协议，请求中要带Tus-Resumable: {version}。请升级上传程序。"
    message_en = (
        "Uploads in pieces speak tus {version}: send Tus-Resumable: {version}. Update the uploading program."
    )
    status = 412


class BadUploadHeader(Invalid):
    code = "files.upload_header"
    message = "分段上传的请求头{name}有误：{reason}。请按tus协议填写后重发。"
    message_en = "The header {name} is not valid: {reason}. Correct it as tus describes and send again."
    status = 400


class NotAPiece(Invalid):
    code = "files.upload_piece_type"
    message = "分段内容的类型应为{wanted}。请改正后重发。"
    message_en = "A piece is sent as {wanted}. Correct the type and send it again."
    status = 415


class OffsetMoved(DomainError):
    code = "files.upload_offset"
    message = "这次上传已收到{received_bytes}字节，请从那里继续。"
    message_en = "{received_bytes} bytes of this upload have arrived; continue from there."


class PieceDamaged(DomainError):
    code = "files.upload_damaged"
    message = "这一段在路上损坏了，没有保存。请重发这一段。"
    message_en = "This piece was damaged on its way and was not kept. Send it again."
    status = 460


class UploadIncomplete(DomainError):
    code = "files.upload_incomplete"
    message = "文件还没有传完（已收到{received_bytes}字节，共{length_bytes}字节）。请继续上传。"
    message_en = "The file is not complete ({received_bytes} of {length_bytes} bytes). Continue the upload."


class UploadBusy(DomainError):
    code = "files.upload_busy"
    message = "这个文件正在处理，请在{seconds}秒后再试。"
    message_en = "This file is being worked on; try again in {seconds} seconds."
    status = 429


class TooManyUploads(DomainError):
    code = "files.too_many_uploads"
    message = "一小时内上传得太多了（最多{most}个、{most_mb}MB）。请稍后再传，文字可以先提交。"
    message_en = "Too much was uploaded within the hour ({most} files or {most_mb} MB at most). Wait, or send your words first."
    status = 429


class NoRoom(DomainError):
    code = "files.no_room"
    message = "服务器的存储空间暂时不足，文件没有保存。请先提交文字，稍后补传照片。"
    message_en = (
        "The server has no room for files at the moment. Send your words first and add the file later."
    )
    status = 503


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a piece must hash to."""

    algorithm: str
    digest: bytes

    def fits(self, content: bytes) -> bool:
        return bool(DIGESTS[self.algorithm](content).digest() == self.digest)


def count_in(name: str, value: str | None) -> int:
    """A number of bytes from a header. Raises: BadUploadHeader."""
    if value is None or not _COUNT.fullmatch(value):
        raise BadUploadHeader(name=name, reason="a whole number of bytes is expected")
    return int(value)


def metadata_in(value: str) -> dict[str, str]:
    """Names and values of Upload-Metadata: ``filename d29ybGQ=,filetype aW1hZ2U=``. Raises: BadUploadHeader."""
    if len(value) > LONGEST_METADATA:
        raise BadUploadHeader(name="Upload-Metadata", reason=f"more than {LONGEST_METADATA} characters")
    told = {}
    for pair in filter(None, (part.strip() for part in value.split(","))):
        name, _, coded = pair.partition(" ")
        told[name] = _plain("Upload-Metadata", coded).decode("utf-8", "replace")
    return told


def checksum_in(value: str | None) -> Checksum | None:
    """Upload-Checksum: ``sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=``. Raises: BadUploadHeader."""
    if value is None:
        return None
    algorithm, _, coded = value.strip().partition(" ")
    if algorithm not in DIGESTS:
        raise BadUploadHeader(name="Upload-Checksum", reason=f"one of {', '.join(DIGESTS)} is expected")
    return Checksum(algorithm, _plain("Upload-Checksum", coded))


def length_in(value: str | None) -> int:
    """Upload-Length within what may be uploaded at all. Raises: BadUploadHeader, EmptyFile, TooLarge."""
    length = count_in("Upload-Length", value)
    if length == 0:
        raise EmptyFile
    if length > LARGEST_UPLOAD_BYTES:
        raise too_large(None, length, LARGEST_UPLOAD_BYTES)
    return length


def _plain(name: str, coded: str) -> bytes:
    try:
        return base64.b64decode(coded.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise BadUploadHeader(name=name, reason="base64 is expected") from None

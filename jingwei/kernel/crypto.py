"""Field encryption, blind indexes and seals. Keys come in as bytes; nothing here reads a setting."""

import hashlib
import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jingwei.kernel.errors import DomainError

VERSION = b"\x01"
NONCE_BYTES = 12
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Unreadable(DomainError):
    """The ciphertext was altered, moved to another field, or made with another key."""

    code = "crypto.unreadable"
    message = "这一加密字段无法解密。请联系系统管理员核对密钥。"
    message_en = "This encrypted field cannot be read. Ask the administrator to check the key."
    status = 500


def encrypt(key: bytes, plaintext: str, *, field: str) -> bytes:
    """AES-256-GCM with the field's name as associated data: a value moved to another field will not open."""
    return encrypt_bytes(key, plaintext.encode(), field=field)


def decrypt(key: bytes, sealed: bytes, *, field: str) -> str:
    """Raises: Unreadable."""
    try:
        return decrypt_bytes(key, sealed, field=field).decode()
    except UnicodeDecodeError:
        raise Unreadable from None


def encrypt_bytes(key: bytes, plain: bytes, *, field: str) -> bytes:
    """As ``encrypt``, for a piece of a file; put its place into ``field``, so that pieces cannot be exchanged."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, field.encode())


def decrypt_bytes(key: bytes, sealed: bytes, *, field: str) -> bytes:
    """Raises: Unreadable."""
    if sealed[:1] != VERSION:
        raise Unreadable
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, field.encode())
    except (InvalidTag, ValueError):  # a value cut short has no nonce of the right length
        raise Unreadable from None


def blind_index(key: bytes, value: str, *, field: str) -> bytes:
    """A keyed digest for exact look-up: equal values of one field match, nothing else can be learnt. 16 bytes."""
    return hmac.digest(key, f"{field}\x00{value}".encode(), hashlib.sha256)[:16]


def seal(key: bytes, *parts: bytes) -> bytes:
    """A keyed digest over length-prefixed parts, so that no two different lists give the same input. 32 bytes."""
    mac = hmac.new(key, digestmod=hashlib.sha256)
    for part in parts:
        mac.update(len(part).to_bytes(8, "big"))
        mac.update(part)
    return mac.digest()


def short_code(key: bytes, value: bytes, *, length: int, purpose: str) -> str:
    """A code a person can read out: ``length`` Crockford base-32 letters (5 bits each) from a keyed digest."""
    number = int.from_bytes(seal(key, purpose.encode(), value), "big")
    letters = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        letters.append(CROCKFORD[digit])
    return "".join(letters)


def veiled_id(key: bytes, plain: UUID, *, purpose: str) -> UUID:
    """Another id for the same thing, the same each time, that only the key leads back: one block of AES-256.

    An id made from the clock tells to the millisecond when its row was made; what stands in public must not.
    """
    return UUID(bytes=_block(key, purpose).encryptor().update(plain.bytes))


def unveiled_id(key: bytes, veiled: UUID, *, purpose: str) -> UUID:
    """The id behind a veiled one; a made-up one leads to an id that nothing has."""
    return UUID(bytes=_block(key, purpose).decryptor().update(veiled.bytes))


def _block(key: bytes, purpose: str) -> Cipher[modes.ECB]:
    # A single block that is never repeated: what makes this mode unfit for texts does not arise.
    return Cipher(algorithms.AES256(seal(key, b"veil", purpose.encode())), modes.ECB())  # noqa: S305

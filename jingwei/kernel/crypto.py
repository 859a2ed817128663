"""Field encryption, blind indexes and seals. Keys come in from outside; nothing here reads a setting."""

import hashlib
import hmac
import os
from collections.abc import Iterable
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jingwei.kernel.errors import DomainError

VERSION = b"\x01"
"""A value that does not say its key: of one key alone, or from before keys could be changed."""
VERSION_WITH_MARK = b"\x02"
MARK_BYTES = 5
HEAD_BYTES = 1 + MARK_BYTES
NONCE_BYTES = 12
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Unreadable(DomainError):
    """The ciphertext was altered, moved to another field, or made with another key."""

    code = "crypto.unreadable"
    message = "这一加密字段无法解密。请联系系统管理员核对密钥。"
    message_en = "This encrypted field cannot be read. Ask the administrator to check the key."
    status = 500


class KeyMissing(Unreadable):
    """The ciphertext says its key, and that one is not among those that are set."""

    code = "crypto.key_missing"
    message = "这一加密字段由编号 {mark} 的密钥加密，而设置里没有这把密钥。请系统管理员把它加进 JINGWEI_FIELD_KEYS_BESIDE 后重启。"
    message_en = "This field was encrypted with key {mark}, which is not set. Ask the administrator to add it to JINGWEI_FIELD_KEYS_BESIDE and restart."


class KeyRing:
    """The key that seals, and those beside it that still open: a former one, or the next.

    Every value it seals begins with a mark of its key, which tells nothing of the key itself.
    """

    def __init__(self, current: bytes, beside: Iterable[bytes] = ()) -> None:
        self.current = current
        self.mark = mark_of(current)
        self._ciphers = {mark_of(key): AESGCM(key) for key in (current, *beside)}

    @property
    def head(self) -> bytes:
        """How every value begins that is sealed from now on."""
        return VERSION_WITH_MARK + self.mark

    @property
    def marks(self) -> list[str]:
        """The marks of all keys as people read them, the one that seals first."""
        return [mark.hex() for mark in self._ciphers]

    def encrypt(self, nonce: bytes, plain: bytes, field: str) -> bytes:
        return self._ciphers[self.mark].encrypt(nonce, plain, field.encode())

    def of(self, sealed: bytes) -> list[AESGCM]:
        """Who may open a value: the key it names, or any where it names none. Raises: KeyMissing."""
        if sealed[:1] == VERSION:
            return list(self._ciphers.values())
        mark = sealed[1:HEAD_BYTES]
        if mark not in self._ciphers:
            raise KeyMissing(mark=mark.hex())
        return [self._ciphers[mark]]


def mark_of(key: bytes) -> bytes:
    """By what a key is told from others: a digest too short to lead back, of a key too long to be guessed."""
    return hashlib.sha256(b"jingwei.field.key" + key).digest()[:MARK_BYTES]


def encrypt(key: bytes | KeyRing, plaintext: str, *, field: str) -> bytes:
    """AES-256-GCM with the field's name as associated data: a value moved to another field will not open."""
    return encrypt_bytes(key, plaintext.encode(), field=field)


def decrypt(key: bytes | KeyRing, sealed: bytes, *, field: str) -> str:
    """Raises: Unreadable, KeyMissing."""
    try:
        return decrypt_bytes(key, sealed, field=field).decode()
    except UnicodeDecodeError:
        raise Unreadable from None


def encrypt_bytes(key: bytes | KeyRing, plain: bytes, *, field: str) -> bytes:
    """As ``encrypt``, for a piece of a file; put its place into ``field``, so that pieces cannot be exchanged."""
    nonce = os.urandom(NONCE_BYTES)
    if isinstance(key, KeyRing):
        return key.head + nonce + key.encrypt(nonce, plain, field)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, field.encode())


def decrypt_bytes(key: bytes | KeyRing, sealed: bytes, *, field: str) -> bytes:
    """Raises: Unreadable, KeyMissing."""
    version = sealed[:1]
    if version not in (VERSION, VERSION_WITH_MARK) or (version != VERSION and not isinstance(key, KeyRing)):
        raise Unreadable
    ciphers = key.of(sealed) if isinstance(key, KeyRing) else [AESGCM(key)]
    head = HEAD_BYTES if version == VERSION_WITH_MARK else 1
    nonce, body = sealed[head : head + NONCE_BYTES], sealed[head + NONCE_BYTES :]
    for cipher in ciphers:
        try:
            return cipher.decrypt(nonce, body, field.encode())
        except (InvalidTag, ValueError):  # a value cut short has no nonce of the right length
            continue
    raise Unreadable


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

"""A time-stamping authority good enough for development and tests: it really signs, with a key of its own.

Its DER is written here by hand, so that what the client reads was not made by the library that reads it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

SIGNED_DATA = "1.2.840.113549.1.7.2"
TST_INFO = "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"
SHA_256, ECDSA_SHA_256 = "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2"
POLICY = "1.3.6.1.4.1.99999.1"
FIRST_DAY, YEARS = datetime(2020, 1, 1, tzinfo=UTC), 30
ORDER_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass
class FakeTsa:
    """``seed`` makes the same authority in every process; ``clock`` is its own, not ours.

    ``refuses`` and ``is_down`` are its bad days; ``answers_for`` swaps what it stamps, as a liar would.
    """

    seed: bytes = b"fake time-stamping authority"
    clock: Callable[[], datetime] = now
    is_down: bool = False
    refuses: bool = False
    forgets_nonce: bool = False
    answers_for: bytes | None = None
    usage: x509.ObjectIdentifier = ExtendedKeyUsageOID.TIME_STAMPING
    asked: int = 0
    root: x509.Certificate = field(init=False)
    _signer: x509.Certificate = field(init=False, repr=False)
    _key: ec.EllipticCurvePrivateKey = field(init=False, repr=False)

    def __post_init__(self) -> None:
        above, self._key = _key_of(self.seed + b"root"), _key_of(self.seed + b"signer")
        self.root = _certificate("虚拟时间戳根", "虚拟时间戳根", above, above.public_key(), 1, None)
        self._signer = _certificate(
            "虚拟时间戳服务", "虚拟时间戳根", above, self._key.public_key(), 2, self.usage
        )

    def __call__(self, asked: Asked) -> Answered:
        self.asked += 1
        if self.is_down:
            raise OutsideDown(reason="timeout")
        if self.refuses:
            return Answered(200, _sequence(_sequence(_integer(2))))
        imprint, nonce = _read_query(asked.body)
        if self.answers_for is not None:
            imprint = sha256(self.answers_for).digest()
        token = self._token(imprint, None if self.forgets_nonce else nonce)
        return Answered(200, _sequence(_sequence(_integer(0)), token))

    def _token(self, imprint: bytes, nonce: int | None) -> bytes:
        moment = self.clock().astimezone(UTC)
        info = _sequence(
            _integer(1),
            _oid(POLICY),
            _sequence(_sequence(_oid(SHA_256)), _octets(imprint)),
            _integer(self.asked),
            _tagged(0x18, f"{moment:%Y%m%d%H%M%S}Z".encode()),
            _integer(nonce) if nonce is not None else b"",
        )
        signer = self._signer.public_bytes(Encoding.DER)
        attributes = _sorted(
            _sequence(_oid(CONTENT_TYPE), _set(_oid(TST_INFO))),
            _sequence(_oid(MESSAGE_DIGEST), _set(_octets(sha256(info).digest()))),
            _sequence(
                _oid(SIGNING_CERTIFICATE),
                _set(_sequence(_sequence(_sequence(_octets(sha256(signer).digest()))))),
            ),
        )
        signature = self._key.sign(_tagged(0x31, attributes), ec.ECDSA(hashes.SHA256()))
        issuer = self._signer.issuer.public_bytes()
        signer_info = _sequence(
            _integer(1),
            _sequence(issuer, _integer(self._signer.serial_number)),
            _sequence(_oid(SHA_256)),
            _tagged(0xA0, attributes),
            _sequence(_oid(ECDSA_SHA_256)),
            _octets(signature),
        )
        signed = _sequence(
            _integer(3),
            _set(_sequence(_oid(SHA_256))),
            _sequence(_oid(TST_INFO), _tagged(0xA0, _octets(info))),
            _tagged(0xA0, signer),
            _set(signer_info),
        )
        return _sequence(_oid(SIGNED_DATA), _tagged(0xA0, signed))


def _key_of(seed: bytes) -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(sha256(seed).digest(), "big") % (ORDER_P256 - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())


def _certificate(
    name: str,
    issuer: str,
    by: ec.EllipticCurvePrivateKey,
    of: ec.EllipticCurvePublicKey,
    serial: int,
    usage: x509.ObjectIdentifier | None,
) -> x509.Certificate:
    """A root without ``usage``, else a signer for exactly that."""
    building = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(of)
        .serial_number(serial)
        .not_valid_before(FIRST_DAY)
        .not_valid_after(FIRST_DAY + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=usage is None, path_length=None), critical=True)
    )
    if usage is not None:
        building = building.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return building.sign(by, hashes.SHA256())


def _read_query(content: bytes) -> tuple[bytes, int | None]:
    """The imprint and the nonce of a TimeStampReq that asks with SHA-256."""
    parts = _parts(_parts(content)[0][1])
    imprint = _parts(parts[1][1])[1][1]
    numbers = [body for tag, body in parts[2:] if tag == 0x02]
    return imprint, int.from_bytes(numbers[0], "big") if numbers else None


def _parts(content: bytes) -> list[tuple[int, bytes]]:
    found = []
    while content:
        tag, length, start = content[0], content[1], 2
        if length & 0x80:
            start += length & 0x7F
            length = int.from_bytes(content[2:start], "big")
        found.append((tag, content[start : start + length]))
        content = content[start + length :]
    return found


def _tagged(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    written = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(written)]) + written + body


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, b"".join(parts))


def _set(*parts: bytes) -> bytes:
    return _tagged(0x31, _sorted(*parts))


def _sorted(*parts: bytes) -> bytes:
    return b"".join(sorted(parts))


def _octets(body: bytes) -> bytes:
    return _tagged(0x04, body)


def _integer(number: int) -> bytes:
    return _tagged(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _oid(dotted: str) -> bytes:
    first, second, *rest = (int(part) for part in dotted.split("."))
    body = b""
    for number in (first * 40 + second, *rest):
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(0x80 | (number & 0x7F))
        body += bytes(reversed(digits))
    return _tagged(0x06, body)

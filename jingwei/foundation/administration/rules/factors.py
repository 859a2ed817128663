"""What an authenticator app is told, and the picture it scans. Both are made here: no outside service sees the secret."""

import pyotp
import segno

ISSUER = "经纬 Jingwei"


def app_address(secret: str, name: str) -> str:
    """The address that authenticator apps understand. Source: the otpauth key URI format."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def picture_of(address: str) -> list[str]:
    """A QR code as rows of 0 and 1, without its margin. Source: GB/T 18284, ISO/IEC 18004."""
    code = segno.make_qr(address, error="m", boost_error=False)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix]

"""What every answer says about how it may be used, so that a browser runs nothing but the workbench's own files."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ALL: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-cache",
    "Vary": "Accept-Encoding, Authorization",
}
_NOTHING: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_OWN: Final = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'"),
        *("connect-src 'self'", "frame-src 'self' blob:", "worker-src 'self'", "manifest-src 'self'"),
        *("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "object-src 'none'"),
    )
)

DATA: Final[Mapping[str, str]] = MappingProxyType({**_ALL, "Content-Security-Policy": _NOTHING, "X-Frame-Options": "DENY"})
"""Of answers of the API."""

WORKBENCH: Final[Mapping[str, str]] = MappingProxyType({**_ALL, "Content-Security-Policy": _OWN, "X-Frame-Options": "DENY"})
"""Of the workbench: scripts and styles from files alone, nothing from elsewhere."""

STRANGE: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_ALL,
        "Content-Security-Policy": "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        "X-Frame-Options": "SAMEORIGIN",
        "X-DNS-Prefetch-Control": "off",
    }
)
"""Of a stored page, which strangers wrote: it runs nothing, loads nothing, and is of no origin."""

"""The desktop's browser, where there is a desktop."""

import os
import sys
import webbrowser
from collections.abc import Mapping

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def open_in_browser(address: str, *, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a browser was started. Without a display none is: Python would start one that takes over the terminal."""
    if sys.platform.startswith("linux") and not any(environment.get(name) for name in _DISPLAYS):
        return False
    return webbrowser.open(address)

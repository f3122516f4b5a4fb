"""How many people an article tells of: killed, hurt, arrested, taken captive, driven out, or taking part."""

from dateline.mentions.quantities.find import quantities

__all__ = ["quantities"]

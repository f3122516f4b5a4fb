"""Files, archives, feeds and news formats → pages."""

from dateline.read.inputs import inputs
from dateline.read.pages import pages
from dateline.read.readers import KINDS

__all__ = ["KINDS", "inputs", "pages"]

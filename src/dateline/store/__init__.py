"""The embedded store and its server twin."""

"""Conflict reporting turned into event data that can be checked."""

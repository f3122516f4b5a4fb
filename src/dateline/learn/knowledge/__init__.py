"""Distils the tables of knowledge from open sources."""

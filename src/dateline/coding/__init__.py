"""Mentions → claims: what words make an event, who did it to whom, when, where, and on whose word."""

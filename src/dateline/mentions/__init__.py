"""Actors, places, times and quantities of an article, each resolved."""

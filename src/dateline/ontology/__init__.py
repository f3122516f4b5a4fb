"""Coding schemes as data: event types with their modes, contexts, scores and crosswalks."""

from dateline.ontology.ontology import EventType, Mode, Ontology, load, plover

__all__ = ["EventType", "Mode", "Ontology", "load", "plover"]

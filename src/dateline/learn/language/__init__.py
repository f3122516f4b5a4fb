"""The language engine's data, training and scores."""

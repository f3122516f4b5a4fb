"""Lists of stages over inputs: limits, order, tally."""

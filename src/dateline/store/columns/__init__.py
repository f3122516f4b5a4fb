"""All claims of a store in memory, as columns of numbers: what everything is counted in."""

"""Claims in the layouts of other data sets: each a table of columns, and a word on what does not fit into them."""

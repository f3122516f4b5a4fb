"""What the world knows: tables of facts with their sources, and look-ups over them."""

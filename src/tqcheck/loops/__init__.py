"""Loops: what a translation says again and again and its source does not, from characters to clauses."""

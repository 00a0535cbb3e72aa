"""Meaning reversed between source and translation, told from tables of words rather than from vectors."""

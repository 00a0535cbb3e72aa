"""Acronyms and the institutions they stand for: spotted, looked up, and held against source and expansion."""

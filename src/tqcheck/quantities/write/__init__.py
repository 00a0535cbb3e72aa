"""Figures as a locale writes them: suggestions, and what is foreign."""

"""Figures of languages that write words apart."""

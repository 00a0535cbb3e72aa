"""Quantities: from text to typed values, so that values are compared and not strings."""

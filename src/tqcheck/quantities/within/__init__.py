"""Figures of one text that contradict each other, or that no locale writes: one module a check, pure functions."""

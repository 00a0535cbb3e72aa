"""Words that are none, and words cut, glued or mistyped: what was written, and what was meant."""

"""Measuring: labelled records in, precision and recall out; and errors planted in clean pairs."""

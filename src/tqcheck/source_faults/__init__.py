"""Faults of the source file that a translation suffers from, and their repair.

`edits`: what to change, shown as lines; `write`: the repaired file; `damage`: damaged words and figures of a sentence;
`columns`: two columns read across; `furniture`: page numbers and headers inside running text.
"""

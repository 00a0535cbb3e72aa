"""English grammatical errors by the likeliest single edit: a small token tagger, and the edits that heal what it marks.

Replaced-token detection (Clark et al. 2020, "ELECTRA") with the edit labels of GECToR (Omelianchuk et al. 2020), in a
network small enough for plain numpy. `tools/edits` trains it.
"""

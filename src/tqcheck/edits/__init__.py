"""English grammatical errors by the likeliest single edit: a token tagger, and the edits that heal what it marks.

Replaced-token detection (Clark et al. 2020, "ELECTRA") with the edit labels of GECToR (Omelianchuk et al. 2020), by a
small encoder that plain numpy can run. `tools/edits` trains it.
"""

"""How fluent a text is, by what is usually written: n-gram models, repetition and non-words; no source is looked at.

`tokens` takes a text apart, `ngrams` says how probable each token is, `features` and `score` judge a sentence.
"""

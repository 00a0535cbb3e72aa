"""How fluent a text is, by what is usually written: n-gram models, repetition and non-words; no source is looked at.

`tokens` takes a text apart, `ngrams` says how probable each token is, with `tags` for the order of word classes and `letters`
for strings that are no listed words; `features` and `score` judge a sentence.
"""

"""Residue: what is no part of the article, left by a chat model, a template, a web page or a tokeniser."""

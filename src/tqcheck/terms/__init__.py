"""Terms: glossaries, where a text has their terms in whatever inflection, and glossaries proposed from bitexts."""

"""Rules: the `Rule` value, TOML kinds, packs, selection, the example runner and the catalogue."""

"""Names of people, places and organisations, and their renderings across scripts."""

"""The quality of each pair, 0..1, from its facts and findings, for triage of archives."""

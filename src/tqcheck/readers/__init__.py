"""One file a format: bytes → documents whose blocks lead back to the decoded file."""

"""Grammar engines: a LanguageTool server of our own (or one that is named by URL), and Harper without Java."""

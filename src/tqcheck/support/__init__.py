"""Which words of one side the other side carries, and the phrases that it has nothing for."""

"""Units, money, and amounts in two units."""

"""What a person's own data archive holds; the one door to it."""

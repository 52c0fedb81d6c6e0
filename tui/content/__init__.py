"""The YAML lists: read strictly, checked as a whole, given as values."""

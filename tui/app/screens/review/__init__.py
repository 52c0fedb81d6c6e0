"""The screens for looking through one's own data archive."""

"""One file a reusable widget."""

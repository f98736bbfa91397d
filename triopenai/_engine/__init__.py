"""Layer 3: one call from end to end."""

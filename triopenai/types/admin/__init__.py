"""Areas below `triopenai.types.admin`."""

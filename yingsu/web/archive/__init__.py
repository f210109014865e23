"""Pages of the room `archive`."""

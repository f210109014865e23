"""Pages of the room `response`."""

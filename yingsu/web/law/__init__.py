"""Pages of the room `law`."""

"""Pages of the room `hearings`."""

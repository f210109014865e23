"""Pages of the room `docket`."""

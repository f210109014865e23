"""The desk: what is mine, soonest first; what waits for me; what the area owes."""

"""The demonstration city: loads organs, invented people and cases, and walks one case along the path.

Takes: its data files. Gives: a city whose desks are alive. Never: runs in production.
"""

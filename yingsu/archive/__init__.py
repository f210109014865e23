"""Archive (办法第二十八条): the volume, checked for gaps, bound, numbered, locked.

Takes: a case's papers and documents. Gives: one PDF volume. Never: changes a closed volume.
"""

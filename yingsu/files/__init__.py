"""Files: bytes kept once by digest, checked on every read.

Takes: bytes and a name. Gives: `keep`, `read_bytes`. Never: parses what it keeps, never changes it.
"""

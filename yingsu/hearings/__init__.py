"""Hearings (办法第十七至二十四条): summons, intended heads, filing with the bureau, inability, the record.

Takes: hearings and who will appear. Gives: facts, refusals with their article. Never: accepts lawyers alone.
"""

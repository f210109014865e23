"""The audit: one line per act, in the transaction of the act.

Takes: who, what, on which object, with which result. Gives: `record`. Never: changes or removes a line.
"""

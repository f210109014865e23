"""What every room stands on: the clock, the one way to write, who acts, how one refuses.

Takes: nothing from other rooms. Gives: `today`, `write_tx`, `Actor`, `Refused`, `Denied`.
Never: knows a case, an organ or a page.
"""

"""Duties and the mouth: facts enter here, and who must do what by when follows.

Takes: happenings, through `actions.enter`. Gives: duty rows (projections with their reasons), findings, desks.
Never: lets a duty be typed in, ticked off or edited; a duty is met by a fact.
"""

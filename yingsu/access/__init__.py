"""Access: accounts, what a post may do, and the actor made at the door.

Takes: a signed-in account. Gives: `actor_for`. Never: knows a page or a case.
"""

"""The pages, above all rooms: one folder a subject.

Takes: requests of signed-in people. Gives: pages in Chinese, the same with and without htmx.
Never: decides; it reads forms, fetches through the gate, calls an action, says what happened.
"""

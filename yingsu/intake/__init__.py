"""Intake: reading what the court sends (办法第四、十、十一条).

Takes: uploaded files. Gives: proposed fields with their place on the page, and, once a person confirms, facts.
Never: enters a fact that no person confirmed.
"""

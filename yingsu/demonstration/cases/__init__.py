"""The invented cases: read from `data/cases.toml` and told through the rooms' own actions, fact by fact.

stories reads; telling walks a case's facts; handling, answering, hearing and deciding each do what the facts of
their part of the path say; papers writes the court's papers.
"""

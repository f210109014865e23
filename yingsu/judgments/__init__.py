"""Judgments (办法第二十四至二十九条): decisions, reports, appeals, performance, recommendations.

Takes: decisions as structured choices. Gives: facts, the report prefilled. Never: guesses an outcome.
"""

"""Conduct (办法第七、八条): causes of administrative suits and fields of management, as data.

Takes: the Supreme Court's list of causes (法发〔2020〕44号). Gives: `causes`, `fields`, `cause_name`.
Never: decides a case.
"""

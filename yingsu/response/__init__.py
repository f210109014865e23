"""Response (办法第五、十至十六、三十四条): handling opinion, transfer, preparation, evidence, filing.

Takes: acts of the office, the heads and the responsible unit. Gives: facts to the docket, lists and forms.
Never: marks an answer filed that no head signed off, unless the reason is recorded.
"""

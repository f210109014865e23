"""The docket (办法第二、四条): cases, their instances, parties and papers, and the append-only entries.

Takes: facts, through `duties.actions.enter` alone. Gives: `Case.objects.visible_to(actor)`, the only way to a
case, and the entries as facts for the law. Never: changes or removes an entry; a correction is a new entry.
"""

"""Organs, people and their posts (办法第三、九、十七条).

Takes: a tree of organs as a sheet, people and posts. Gives: organs, who holds which post, who serves whom
(a government's office and justice bureau). Never: decides what a post may do (that is `access`).
"""

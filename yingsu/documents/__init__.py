"""Documents: every paper we issue (办法第十四、十六、十七、二十五、三十三条).

Takes: a case, a kind and content. Gives: versions, sign-off, DOCX and PDF. Never: sends what nobody signed.
"""

"""The walk: one case of sample papers from the first paper to the closed volume, step by step, each told in words.

steps reads `data/walk.toml`; walking goes through the steps and tells what each left; papers, response, hearing
and after each do the steps of their part of the path with the rooms' own actions.
"""

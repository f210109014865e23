"""Yingsu 应诉台: the platform that makes 《德州市行政应诉管理办法》 work.

The rooms stand in the order of the path a case takes; a room may look back along it, never ahead.
"""

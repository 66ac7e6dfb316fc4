"""Figures for operators, kept in the database: requests, and what a process and the database take.

A request only puts its figures into a bounded list of its process; a thread writes them (`writing`). What does not fit,
or is not written, is counted and given up: no request waits for it or fails by it.
"""

"""Backups: one file with the database, the media and a manifest that proves both; made, tidied, verified, restored.

docs/decisions/0027 says why the file and the way back are as they are.
"""

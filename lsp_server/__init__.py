"""The language server of b1check: hints while you write, in every editor that speaks the Language Server Protocol.

It uses nothing of b1check but its public API. ``features`` holds one file for each request of the protocol.
"""

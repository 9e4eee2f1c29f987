"""Rewrites a sentence so that another wording fits in it.

One module for each change. Every rewriter is a pure function from tokens to edits; it gives no edits where it cannot be
certain of the grammar, and then the wording is only shown.
"""

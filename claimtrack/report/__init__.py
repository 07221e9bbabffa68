"""The report: one page for an editor, from a question to the marked words of both sides.

`page.page` makes it of `contents.Contents`, which the command line gathers. Nothing is computed
here that another part of the program knows: conflicts, series, gaps come as they are.
"""

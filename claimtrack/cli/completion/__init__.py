"""Completion of the command line in bash, zsh and fish, and the man page.

A shell asks ``claimtrack _complete WORD…`` with the words up to the cursor, which is answered
before anything else of the program is loaded: what commands and options there are stands in
``table.txt``, made out of the commands' own help; names and ids come out of the ledger's index as
it is. Nothing that comes out of a ledger is ever evaluated by a shell: the scripts quote it.
"""

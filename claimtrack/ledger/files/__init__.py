"""Files of the user's changed on disk: atomically, under a lock, and never over somebody's save.

A change is staged beside its target and then exchanged with it in one step of the system. What
comes out is looked at before it is removed; where it is not what was read, it goes back. A process
that is killed leaves staged files, and a journal where several files change together, from which
the next command restores one state or the other (:mod:`recovery`).
"""

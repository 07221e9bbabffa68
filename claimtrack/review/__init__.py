"""The review screen: claims beside their article, decided one key at a time.

Needs the extra ``review`` (textual), which only :mod:`claimtrack.review.review_app` and the
widgets load.
"""

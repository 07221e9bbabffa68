"""The ways in which German news report what was said, one module each.

``candidates.find.WAYS`` lists them.
"""

"""The figures of a claim: what each counts, in which state, within which bounds."""

"""Who a mention is: a person, a body or a description, by name or by what stands before."""

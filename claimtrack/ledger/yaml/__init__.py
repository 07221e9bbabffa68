"""YAML as text with places: parsed to nodes that know where they stand, cut, written back."""

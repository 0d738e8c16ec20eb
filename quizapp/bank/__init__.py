"""The bank file: schema, located reading, writing, identity and comparison; bytes in, values out."""

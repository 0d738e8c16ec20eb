"""A bank is built from what was drafted (`building.py`), and built again beside what a teacher made of it since.

`rebuild.py` puts it together: what the builder made is known by hashes (`built.py`), facts are recognised
(`recognising.py`), named (`naming.py`), merged with their edits (`merging.py`) and put in order (`ordering.py`).
"""

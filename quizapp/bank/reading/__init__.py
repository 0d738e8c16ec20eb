"""From the bytes of a bank file to a bank, or to every problem at its line and column; `read.py` puts it together.

The road is `source.py` (bytes to text), `syntax.py` and `slips.py` (what is no YAML), `tree.py` (which knows its
places), `checks.py` and `locate.py` (what the schema refuses, and where), `advice.py` (what is only odd).
"""

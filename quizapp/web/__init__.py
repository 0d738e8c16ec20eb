"""Routes and forms, one module a noun; ``access.py`` says who may, ``clock.py`` holds the only now().

A new noun is a module with a blueprint, added to ``BLUEPRINTS`` in ``web/routes.py``.
"""

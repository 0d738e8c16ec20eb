"""What a browser is called on the page of browsers, from the sentence it sends about itself."""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


def say_device(sentence: str) -> str:
    """Return "Firefox on Windows", or what of it can be told."""
    browser = next((name for sign, name in _BROWSERS if sign in sentence), "a browser")
    system = next((name for sign, name in _SYSTEMS if sign in sentence), "")
    said = f"{browser} on {system}" if system else browser
    return said[0].upper() + said[1:]

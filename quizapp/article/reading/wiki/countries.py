"""The countries of flag templates, by their codes and variants, and their armed forces."""

COUNTRIES = {
    "alg": "Algeria", "ang": "Angola", "arg": "Argentina", "arm": "Armenia", "aus": "Australia", "aut": "Austria",
    "aze": "Azerbaijan", "bel": "Belgium", "bih": "Bosnia and Herzegovina", "bra": "Brazil", "bul": "Bulgaria",
    "can": "Canada", "chi": "Chile", "chl": "Chile", "chn": "China", "col": "Colombia", "cro": "Croatia",
    "hrv": "Croatia", "cub": "Cuba", "cyp": "Cyprus", "cze": "Czech Republic", "den": "Denmark", "dnk": "Denmark",
    "egy": "Egypt", "eng": "England", "est": "Estonia", "eth": "Ethiopia", "fin": "Finland", "fra": "France",
    "gbr": "United Kingdom", "geo": "Georgia", "ger": "Germany", "deu": "Germany", "gre": "Greece", "grc": "Greece",
    "hun": "Hungary", "ind": "India", "ina": "Indonesia", "idn": "Indonesia", "irl": "Ireland", "irn": "Iran",
    "irq": "Iraq", "isr": "Israel", "ita": "Italy", "jor": "Jordan", "jpn": "Japan", "kor": "South Korea",
    "kuw": "Kuwait", "kwt": "Kuwait", "lat": "Latvia", "lib": "Lebanon", "lbn": "Lebanon", "lba": "Libya",
    "lby": "Libya", "ltu": "Lithuania", "lux": "Luxembourg", "mar": "Morocco", "mex": "Mexico", "mne": "Montenegro",
    "ned": "Netherlands", "nld": "Netherlands", "nor": "Norway", "nzl": "New Zealand", "pak": "Pakistan",
    "per": "Peru", "phi": "Philippines", "phl": "Philippines", "pol": "Poland", "por": "Portugal",
    "prc": "People's Republic of China", "prk": "North Korea", "qat": "Qatar", "roc": "Republic of China",
    "rom": "Romania", "rou": "Romania", "rsa": "South Africa", "zaf": "South Africa", "rus": "Russia",
    "sau": "Saudi Arabia", "sco": "Scotland", "srb": "Serbia", "ssd": "South Sudan", "sui": "Switzerland",
    "che": "Switzerland", "svk": "Slovakia", "slo": "Slovenia", "svn": "Slovenia", "swe": "Sweden", "syr": "Syria",
    "tur": "Turkey", "uae": "United Arab Emirates", "are": "United Arab Emirates", "uk": "United Kingdom",
    "ukgbi": "United Kingdom", "ukr": "Ukraine", "us": "United States", "usa": "United States",
    "ussr": "Soviet Union", "urs": "Soviet Union", "ven": "Venezuela", "vie": "Vietnam", "vnm": "Vietnam",
    "yem": "Yemen", "yug": "Yugoslavia", "rvn": "South Vietnam", "gdr": "East Germany", "frg": "West Germany",
    "csa": "Confederate States of America", "fr": "France", "gb": "United Kingdom", "de": "Germany", "ru": "Russia",
    "jp": "Japan", "it": "Italy", "es": "Spain", "esp": "Spain", "nl": "Netherlands", "be": "Belgium", "pl": "Poland",
    "tr": "Turkey", "cn": "China", "il": "Israel", "eg": "Egypt", "iq": "Iraq", "ir": "Iran", "ua": "Ukraine",
}  # fmt: skip
"""Country by code, lower case."""


_EMPIRES = {
    ("Germany", "empire"): "German Empire", ("Germany", "nazi"): "Nazi Germany",
    ("Russia", "empire"): "Russian Empire", ("Japan", "empire"): "Empire of Japan",
    ("Brazil", "empire"): "Empire of Brazil", ("Austria", "empire"): "Austrian Empire",
    ("Mexico", "empire"): "Mexican Empire",
}  # fmt: skip
"""What a country with a variant of its flag is called."""

_FORCES = {
    ("army", "United Kingdom"): "British Army", ("navy", "United Kingdom"): "Royal Navy",
    ("air force", "United Kingdom"): "Royal Air Force", ("marines", "United Kingdom"): "Royal Marines",
    ("navy", "Australia"): "Royal Australian Navy", ("navy", "Canada"): "Royal Canadian Navy",
    ("air force", "Australia"): "Royal Australian Air Force", ("air force", "Canada"): "Royal Canadian Air Force",
    ("army", "France"): "French Army", ("navy", "France"): "French Navy", ("army", "Germany"): "German Army",
    ("army", "Italy"): "Italian Army", ("army", "Russia"): "Russian Army", ("army", "Spain"): "Spanish Army",
    ("army", "Syria"): "Syrian Army", ("army", "Turkey"): "Turkish Army", ("army", "Austria"): "Austrian Army",
}  # fmt: skip
"""Armed forces that are not called country and kind."""


def name_country(text: str, variant: str = "") -> str:
    """Return the country that a flag template names: its code's, or the text itself."""
    country = COUNTRIES.get(text.strip().lower(), text.partition(" (")[0].strip())
    return _EMPIRES.get((country, variant.lower()), country)


def name_force(kind: str, text: str) -> str:
    """Return what a country's army, navy or air force is called; without its adjective if it is not known here."""
    country = name_country(text)
    return _FORCES.get((kind, country), f"{country} {kind.title()}")

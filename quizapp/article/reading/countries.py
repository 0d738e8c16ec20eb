"""The codes that flag templates take for countries."""

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


def name_country(text: str) -> str:
    """Return the country that a flag template names: its code's, or the text itself."""
    return COUNTRIES.get(text.strip().lower(), text.strip())

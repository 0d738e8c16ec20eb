"""Units of measure: what each is called and what it is worth; to add one, add its line to UNITS."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name, what it measures, how much of that it is, and the ways to write it."""

    name: str
    measures: str
    worth: Decimal
    spellings: tuple[str, ...]


def _unit(name: str, measures: str, worth: str, spellings: str = "") -> Unit:
    return Unit(name, measures, Decimal(worth), (name.casefold(), *spellings.split(", ")))


UNITS = (
    _unit("km", "length", "1000", "kms, kilometre, kilometres, kilometer, kilometers"),
    _unit("m", "length", "1", "metre, metres, meter, meters"),
    _unit("cm", "length", "0.01", "centimetre, centimetres, centimeter, centimeters"),
    _unit("mm", "length", "0.001", "millimetre, millimetres, millimeter, millimeters"),
    _unit("mi", "length", "1609.344", "mile, miles"),
    _unit("yd", "length", "0.9144", "yds, yard, yards"),
    _unit("ft", "length", "0.3048", "foot, feet"),
    _unit("in", "length", "0.0254", "inch, inches"),
    _unit("nmi", "length", "1852", "nautical mile, nautical miles"),
    _unit("t", "mass", "1000", "tonne, tonnes, metric ton, metric tons, ton, tons"),
    _unit("kg", "mass", "1", "kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes"),
    _unit("g", "mass", "0.001", "gram, grams, gramme, grammes"),
    _unit("mg", "mass", "0.000001", "milligram, milligrams"),
    _unit("lb", "mass", "0.45359237", "lbs, pound, pounds"),
    _unit("km²", "area", "1000000", "km 2, km ^ 2, sq km, square km, square kilometre, square kilometres, "
          "square kilometer, square kilometers"),
    _unit("m²", "area", "1", "m 2, m ^ 2, sq m, square m, square metre, square metres, square meter, square meters"),
    _unit("ha", "area", "10000", "hectare, hectares"),
    _unit("acre", "area", "4046.8564224", "acres"),
    _unit("sq mi", "area", "2589988.110336", "square mile, square miles"),
    _unit("l", "volume", "0.001", "litre, litres, liter, liters"),
    _unit("ml", "volume", "0.000001", "millilitre, millilitres, milliliter, milliliters"),
    _unit("m³", "volume", "1", "m 3, m ^ 3, cubic metre, cubic metres, cubic meter, cubic meters"),
    _unit("km/h", "speed", "1000", "km / h, kph, kmh, km per hour, kilometres per hour, kilometers per hour"),
    _unit("m/s", "speed", "3600", "m / s, metres per second, meters per second"),
    _unit("mph", "speed", "1609.344", "miles per hour, mi / h"),
    _unit("s", "time", "1", "sec, secs, second, seconds"),
    _unit("min", "time", "60", "mins, minute, minutes"),
    _unit("h", "time", "3600", "hr, hrs, hour, hours"),
    _unit("days", "time", "86400", "day"),
    _unit("weeks", "time", "604800", "week"),
    _unit("months", "months", "1", "month"),
    _unit("years", "months", "12", "year, yr, yrs"),
    _unit("decades", "months", "120", "decade"),
    _unit("centuries", "months", "1200", "century"),
    _unit("%", "share", "0.01", "per cent, percent, pct, percentage"),
    _unit("°C", "degrees Celsius", "1", "° c, degrees celsius, degrees c, degree celsius, celsius"),
    _unit("°F", "degrees Fahrenheit", "1", "° f, degrees fahrenheit, degrees f, fahrenheit"),
    _unit("°", "degrees", "1", "degree, degrees"),
    _unit("$", "dollars", "1", "dollar, dollars, usd"),
    _unit("€", "euros", "1", "euro, euros, eur"),
    _unit("£", "pounds sterling", "1", "pounds sterling, gbp"),
)  # fmt: skip
LONGEST_SPELLING = 3
"""How many tokens the longest spelling of a unit has."""


@cache
def units_by_spelling() -> dict[str, Unit]:
    """Return every unit by every way to write it, tokens with a space between them."""
    return {spelling: unit for unit in UNITS for spelling in unit.spellings}


def read_unit(text: str) -> str | None:
    """Return the name of a unit ("kilometres" is "km"), or None for one that is not known."""
    unit = units_by_spelling().get(" ".join(text.casefold().split()))
    return unit.name if unit else None


def worth(name: str) -> tuple[str, Decimal] | None:
    """Return what a unit measures and how much of it, or None for a unit that is not known."""
    unit = units_by_spelling().get(name.casefold())
    return (unit.measures, unit.worth) if unit else None

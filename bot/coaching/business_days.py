"""Which days count as business days in a place, and which clock that place keeps.

A business day is Monday to Friday less the public holidays of the country and region. Where the
region is not known, a day that is a holiday in any of them is left out: nobody minds a note that
comes a day later. Where the country is not known, or nobody has written down its holidays, only
weekends are left out, and `knows_holidays` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

_DAY: Final = timedelta(days=1)

_MOST_PEOPLE: Final[Mapping[str, str]] = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
"""Countries whose first zone in the list of zones is not the one of their largest city."""

_REGIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "AU": {
        "Australia/Adelaide": "SA",
        "Australia/Brisbane": "QLD",
        "Australia/Darwin": "NT",
        "Australia/Hobart": "TAS",
        "Australia/Melbourne": "VIC",
        "Australia/Perth": "WA",
    },
    "BR": {
        "America/Belem": "AP PA",
        "America/Bahia": "BA",
        "America/Campo_Grande": "MS",
        "America/Cuiaba": "MT",
        "America/Fortaleza": "CE MA PB PI RN",
        "America/Maceio": "AL SE",
        "America/Manaus": "AM",
        "America/Porto_Velho": "RO",
        "America/Boa_Vista": "RR",
        "America/Rio_Branco": "AC",
    },
    "CA": {
        "America/Edmonton": "AB NT",
        "America/Halifax": "NS NB PE",
        "America/Iqaluit": "NU",
        "America/Regina": "SK",
        "America/St_Johns": "NL",
        "America/Vancouver": "BC",
        "America/Whitehorse": "YT",
        "America/Winnipeg": "MB",
    },
    "ES": {"Atlantic/Canary": "CN", "Africa/Ceuta": "CE ML"},
    "ID": {
        "Asia/Jayapura": "MA MU PA PB PE PS PT PD",
        "Asia/Makassar": "BA GO KS KI KU NB NT SA SG SN SR ST",
    },
    "MX": {
        "America/Cancun": "ROO",
        "America/Chihuahua": "CHH",
        "America/Hermosillo": "SON",
        "America/Mazatlan": "BCS NAY SIN",
        "America/Tijuana": "BCN",
    },
    "PT": {"Atlantic/Azores": "20", "Atlantic/Madeira": "30"},
    "US": {
        "America/Anchorage": "AK",
        "America/Boise": "ID",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO MT NM UT WY",
        "America/Los_Angeles": "CA NV OR WA",
        "America/Phoenix": "AZ",
        "Pacific/Honolulu": "HI",
    },
}
"""Regions (ISO 3166-2, without the country) that do not keep their country's first clock."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The business days of one place."""

    country: str | None = None
    """ISO 3166 alpha-2 code."""
    region: str | None = None
    """ISO 3166-2 code, with or without the country."""

    def is_business_day(self, day: date) -> bool:
        """Tell whether people are at work on that day."""
        return day.weekday() < 5 and day not in holidays_of(self.country, self.region, day.year)

    def on_or_after(self, day: date) -> date:
        """Give the day itself if it is a business day, and the next one otherwise."""
        while not self.is_business_day(day):
            day += _DAY
        return day

    def before(self, day: date) -> date:
        """Give the last business day before this day."""
        day -= _DAY
        while not self.is_business_day(day):
            day -= _DAY
        return day

    def plus(self, day: date, business_days: int) -> date:
        """Give BD+n: the n-th business day after this day, which is day 0 whatever it is."""
        for _ in range(business_days):
            day = self.on_or_after(day + _DAY)
        return day

    def count(self, since: date, day: date) -> int:
        """Count the business days after `since`, up to and with `day`; 0 if none has come."""
        days = (since + _DAY * n for n in range(1, (day - since).days + 1))
        return sum(self.is_business_day(one) for one in days)


@cache
def holidays_of(country: str | None, region: str | None, year: int) -> frozenset[date]:
    """Give the public holidays of a year; those of every region where the region is not known."""
    if country is None or not knows_holidays(country):
        return frozenset()
    from holidays import country_holidays

    code = country.upper()
    # An observed day may belong to the holiday of the year before or after.
    years = (year - 1, year, year + 1)
    everywhere = country_holidays(code, years=years)
    wanted = _region(code, region)
    regions = {*everywhere.subdivisions, *everywhere.subdivisions_aliases}
    if wanted is not None and wanted in regions:
        found = set(country_holidays(code, subdiv=wanted, years=years))
    else:
        found = set(everywhere)
        for one in everywhere.subdivisions:
            found |= set(country_holidays(code, subdiv=one, years=years))
    return frozenset(day for day in found if day.year == year)


@cache
def knows_holidays(country: str) -> bool:
    """Tell whether the public holidays of a country are written down."""
    from holidays import list_supported_countries

    return country.upper() in list_supported_countries(include_aliases=True)


@cache
def zone_of(country: str | None, region: str | None = None) -> str | None:
    """Give the IANA zone of a place, or None where the country is unknown.

    A country with several zones gets the zone of its most populous city, unless the region says
    more: New York for the United States, Los Angeles for California. A region with two zones gets
    the one in which most of its people live.
    """
    if country is None:
        return None
    code = country.upper()
    wanted = _region(code, region)
    for zone, regions in _REGIONS.get(code, {}).items():
        if wanted in regions.split():
            return zone
    return _MOST_PEOPLE.get(code) or _first_zones().get(code)


def wall(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Give the moment when the clock on the wall shows this hour.

    An hour that the clocks skip becomes the one that they show instead; of an hour that comes
    twice, the first is meant.
    """
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC).astimezone(zone)


def _region(country: str, region: str | None) -> str | None:
    return region.strip().removeprefix(f"{country}-") if region is not None else None


@cache
def _first_zones() -> Mapping[str, str]:
    """Read the first zone of every country; the list puts the most populous first where it can."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    zones: dict[str, str] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            zones.setdefault(country, zone)
    return zones

"""The codes that actors carry: PLOVER's sectors, and its codes for what is no state."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SECTORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "GOV": "government",
        "MIL": "military",
        "COP": "police",
        "JUD": "courts",
        "LEG": "legislature",
        "SPY": "intelligence",
        "PTY": "party",
        "OPP": "opposition",
        "PRM": "pro-government paramilitary",
        "REB": "armed rebels",
        "UAF": "unidentified armed men",
        "UNK": "unknown",
        "CVL": "civilians",
        "BUS": "business",
        "LAB": "labour",
        "EDU": "education",
        "MED": "health",
        "JRN": "media",
        "REL": "religion",
        "REF": "refugees",
        "CRM": "criminals",
        "ELI": "former officials and elites",
        "AGR": "farmers",
        "SOC": "civil society",
        "PRE": "breakaway entity",
    }
)
NON_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "IGO": "international organisation",
        "UNO": "United Nations",
        "EUR": "European Union",
        "NGO": "non-governmental organisation",
        "ISM": "international social movement",
        "IMG": "transnational armed group",
        "MNC": "multinational company",
    }
)

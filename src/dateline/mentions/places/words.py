"""The words around places that tell what kind of place it is, that it is one, and that it stands for those who govern it."""

from typing import Final

from dateline.mentions.places.draft import Asked

# Words behind or before a name ("Homs province", "the city of Homs") and the kind of place they ask for.
KIND_OF: Final[dict[str, Asked]] = {
    **dict.fromkeys(("city", "town", "village", "township", "suburb", "capital", "port", "hamlet", "settlement", "neighborhood"), "city"),
    **dict.fromkeys(("neighbourhood", "municipality", "metropolis", "commune", "barangay", "resort", "borough"), "city"),
    **dict.fromkeys(("province", "state", "oblast", "governorate", "prefecture", "krai", "emirate", "voivodeship", "canton"), "admin1"),
    **dict.fromkeys(("region", "department", "wilaya", "republic"), "admin1"),
    **dict.fromkeys(("county", "parish", "district", "raion", "regency", "division"), "admin2"),
    **dict.fromkeys(("country", "nation", "kingdom"), "country"),
    **dict.fromkeys(("river", "lake", "sea", "ocean", "gulf", "strait", "bay", "creek", "reservoir", "canal", "dam"), "water"),
    **dict.fromkeys(("island", "islands", "archipelago", "isle", "atoll"), "island"),
    **dict.fromkeys(("mountain", "mountains", "mount", "hills", "range", "valley", "desert", "peak", "plateau"), "mountains"),
    **dict.fromkeys(("camp", "base", "airport", "crossing", "airbase", "checkpoint", "prison", "port"), "site"),
}
# Words behind several names, of which each is one.
KINDS_OF: Final[dict[str, Asked]] = {
    **dict.fromkeys(("provinces", "regions", "states", "oblasts", "governorates", "departments"), "admin1"),
    **dict.fromkeys(("districts", "counties", "parishes"), "admin2"),
    **dict.fromkeys(("cities", "towns", "villages", "suburbs"), "city"),
    **dict.fromkeys(("rivers", "lakes", "seas"), "water"),
}
# Prepositions that make what follows a place.
CLOSE: Final = frozenset("in at near from outside around into to of".split())
# Of Arabic: part of a name though in lower case.
ARTICLES: Final = frozenset("al el ad an ar as ash at az".split())
# Words in front of a name that are no part of it.
DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern north-east north-west south-east south-west upper lower inner outer greater metro metropolitan downtown "
    "uptown midtown mid rural suburban coastal mainland occupied old new historic nearby neighboring neighbouring".split()
)
# Last words of the name of a spot within a town: its point is that of the town.
STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive highway route interstate freeway parkway way court place terrace square "
    "plaza bridge pike turnpike expressway circle trail alley junction close crescent".split()
)
# Words behind a name that make it that of a street.
STREET_WORDS: Final = frozenset("street streets avenue avenues road roads intersection st ave boulevard lane lanes".split())
# Capitalised words that stand behind `in` and are no places.
TIMES: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid spring summer autumn fall winter".split()
)
# Words behind a place in the name of a body or a building.
BODIES: Final = frozenset(
    "department council police university college school hospital court district board house senate association authority commission "
    "county city fire office company corp inc bank club center centre church museum airport agency ministry government army times post "
    "news herald tribune journal gazette press institute foundation chamber society union parliament assembly fc united team party "
    "committee service jail library park sheriff water community public high elementary middle medical regional state national central "
    "international republicans democrats legislature supreme superior circuit municipal general health air command front".split()
)
# Words behind a place in the name of an event that is called after it.
EVENTS: Final = frozenset(
    "cup festival open olympics games marathon conference war summit accords accord agreement treaty declaration international world "
    "film championship championships tournament grand prix massacre uprising spring process protocol".split()
)
# Schools, banks and the like are called after places and people far away.
NAMED_AFTER: Final = frozenset(
    "college school library bank institute foundation elementary middle high company corp inc club trust".split()
)
# Words in front of the name of something that may be called after a place.
NAMED: Final = frozenset(
    "newspaper daily weekly agency magazine broadcaster company firm group party site website channel outlet paper station club team "
    "tanker ship vessel warship frigate newsletter blog bank hurricane typhoon storm cyclone".split()
)
# Words of the language that some village is called by: as a name alone they are no place.
PLAIN: Final = frozenset(
    "commerce freedom portal motherland vista english victory orange congress pioneer summit republic mesa grand central section park "
    "hall light mega salt union center centre north south east west northeast northwest southeast southwest northern southern eastern "
    "western region district county state city town village street road avenue main high church house lot exit route highway interstate "
    "gate bridge water board day may sunday monday god king queen prince golf university college school chapel castle tower square "
    "market mall airport station court campus senate parliament duma wall internet web media hospital stadium arena clinic library "
    "museum theatre theater cathedral mosque temple base camp zone area".split()
)
# Those who act for a country or a city: "the Seoul government".
GOVERNS: Final = frozenset(
    "government president minister premier leader leadership official officials authority authorities army military force forces troops "
    "police parliament ambassador envoy diplomat spokesman spokeswoman spokesperson regime cabinet ministry court lawmaker senator "
    "governor policy navy soldier general intelligence delegation foreign embassy king prince administration sanction sanctions ally "
    "allies".split()
)
# Verbs whose subject is someone: a place that is their subject stands for those who act from there.
ACTS: Final = frozenset(
    "say tell announce condemn accuse deny warn urge agree sign reject call demand vow pledge claim insist offer refuse invade attack "
    "strike launch deploy send impose lift ban expel recall recognize recognise support back oppose criticize criticise denounce want "
    "seek hope threaten propose vote veto approve accept withdraw retaliate respond negotiate help supply provide order ask plan decide "
    "promise suspend cut restore sever declare defend admit acknowledge confirm report express consider believe fear argue try win beat "
    "lose play face summon annex arm fund finance host buy sell export import test fire intervene pull invite welcome blame hail slam "
    "rule kill capture arrest block protest hit raise continue begin start".split()
)
# Verbs of being and undergoing: a country that is their subject is the country itself.
UNDERGOES: Final = frozenset(
    "be have see border lie suffer experience remain become face include stretch extend share undergo witness emerge grow shrink "
    "contain descend fall erupt lose gain enjoy record".split()
)
# Verbs of speech.
SAYS: Final = frozenset("say tell announce deny warn claim insist accuse condemn add confirm vow reject urge".split())
# Verbs whose object is someone.
MET: Final = frozenset("accuse urge sanction blame condemn criticize criticise warn tell ask persuade pressure help arm support".split())
# Verbs whose object may be a place that is attacked, taken or left.
TAKES: Final = frozenset(
    "attack bomb bombard shell strike raid storm enter leave reach capture seize retake recapture take control besiege encircle "
    "surround liberate hit overrun pound target evacuate flee occupy shake rock bypass abandon defend".split()
)

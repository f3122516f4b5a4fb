"""The names of months and weekdays in the languages that news comes in, and what they stand for."""

from typing import Final

from dateline.knowledge.names import folded

# Full names and the abbreviations of stylebooks, by language; genitives where a date uses them. A word that two languages use for
# different months (Croatian "listopad" is October, Czech November) is left to the larger press.
_MONTHS: Final = (
    # English; German; Spanish; French; Portuguese; Italian; Dutch; Indonesian; Turkish; Polish; Czech; Russian; Ukrainian; Romanian,
    # Swedish
    "january jan januar jänner jän enero ene janvier janv janeiro gennaio gen januari ocak oca stycznia styczeń sty ledna leden "
    "января январь янв січня січень січ ianuarie ian",
    "february feb febr februar feber febrero février févr fév fevereiro fev febbraio februari februarie şubat şub lutego luty lut února "
    "únor "
    "февраля февраль фев февр лютого лютий лют",
    "march mar märz mrz marzo mars março maart mrt maret mart marca marzec března březen марта март мар березня березень бер martie",
    "april apr abril abr avril avr aprile april nisan nis kwietnia kwiecień kwi dubna duben апреля апрель апр квітня квітень квіт кві "
    "aprilie",
    "may mai mayo mag maggio maio mei mayıs mayis maja maj května květen мая май травня травень трав тра",
    "june jun juni junio juin junho giugno giu haziran haz czerwca czerwiec cze června červen июня июнь июн червня червень черв чер iunie",
    "july jul juli julio juillet juil julho luglio lug temmuz tem lipca lipiec lip července červenec июля июль июл липня липень лип iulie",
    "august aug agosto ago août aout augustus agustus agu ağustos agustos ağu sierpnia sierpień sie srpna srpen августа август авг "
    "серпня серпень серп сер augusti",
    "september sept sep septiembre setiembre set septembre setembro settembre eylül eylul eyl września wrzesień wrz září сентября сентябрь "
    "сен сент вересня вересень вер septembrie",
    "october oct oktober okt octubre octobre outubro out ottobre ott ekim eki października październik paź října říjen октября октябрь окт "
    "жовтня жовтень жовт жов octombrie",
    "november nov noviembre novembre novembro nopember kasım kasim kas listopada listopad lis listopadu ноября ноябрь ноя нояб "
    "листопада листопад лист noiembrie",
    "december dec dezember dez diciembre dic décembre déc dezembro dicembre desember des aralık aralik ara grudnia grudzień gru prosince "
    "prosinec декабря декабрь дек грудня грудень груд гру decembrie",
)
# Monday first, as `datetime.date.weekday` counts. Accusatives where a story says "on …" with them.
_WEEKDAYS: Final = (
    "monday mon montag lunes lundi segunda-feira lunedì lunedi maandag senin pazartesi poniedziałek pondělí понедельник понеділок luni "
    "måndag",
    "tuesday tue tues dienstag martes mardi terça-feira martedì martedi dinsdag selasa salı wtorek úterý вторник вівторок marți tisdag",
    "wednesday wed mittwoch miércoles mercredi quarta-feira mercoledì mercoledi woensdag rabu çarşamba środa środę středa středu среда "
    "среду "
    "середа середу miercuri onsdag",
    "thursday thu thur thurs donnerstag jueves jeudi quinta-feira giovedì giovedi donderdag kamis perşembe czwartek čtvrtek четверг четвер "
    "joi torsdag",
    "friday fri freitag viernes vendredi sexta-feira venerdì venerdi vrijdag jumat cuma piątek pátek пятница пятницу п'ятниця п'ятницю "
    "vineri fredag",
    "saturday sat samstag sonnabend sábado samedi sabato zaterdag sabtu cumartesi sobota sobotę sobotu суббота субботу субота суботу "
    "sâmbătă lördag",
    "sunday sun sonntag domingo dimanche domenica zondag minggu pazar niedziela niedzielę neděle neděli воскресенье неділя неділю "
    "duminică söndag",
)


MONTHS: Final = {folded(word): number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
WEEKDAYS: Final = {folded(word): number for number, words in enumerate(_WEEKDAYS) for word in words.split()}


def month(word: str) -> int | None:
    """1 to 12 for the name or abbreviation of a month, a closing full stop allowed; else None."""
    return MONTHS.get(folded(word.removesuffix(".")))


def weekday(word: str) -> int | None:
    """0 (Monday) to 6 for the name of a weekday; else None."""
    return WEEKDAYS.get(folded(word.removesuffix(".")))

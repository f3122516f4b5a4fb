"""Which mentions are one actor."""

from tests.mentions.actors.conftest import Teller


def test_a_surname_and_another_spelling_refer_to_the_full_name(tell: Teller) -> None:
    told = tell("Ukrainian President Volodymyr Zelenskyy spoke. Zelensky later left.")
    assert told.same("Ukrainian President Volodymyr Zelenskyy", "Zelensky")


def test_two_bearers_of_a_surname_stay_apart(tell: Teller) -> None:
    told = tell("Amina Okello, a Kenyan minister, met Peter Okello, a Ugandan judge.")
    assert not told.same("Amina Okello", "Peter Okello")


def test_a_pronoun_refers_to_the_subject_before_it(tell: Teller) -> None:
    told = tell("French President Emmanuel Macron met his Lithuanian counterpart. He promised arms.")
    assert told.same("French President Emmanuel Macron", "his", "He")


def test_a_counterpart_holds_the_same_office(tell: Teller) -> None:
    party = tell("French President Emmanuel Macron met his Lithuanian counterpart.")["Lithuanian counterpart"].party
    assert (party.country, party.office, party.name) == ("LTU", "president", "Gitanas Nausėda")


def test_its_refers_to_the_subject_of_its_clause(tell: Teller) -> None:
    told = tell("Kenya met Uganda in Rome. Latvia closed its borders with Belarus.")
    assert told.same("Latvia", "its")


def test_what_a_pronoun_owns_is_from_where_its_owner_is(tell: Teller) -> None:
    told = tell("Pakistan captured a pilot, its military said.")
    assert (told["military"].party.country, told["military"].party.sectors) == ("PAK", ("MIL",))


def test_a_description_refers_back(tell: Teller) -> None:
    told = tell("Kenyan Foreign Minister Amina Okello arrived. Rebels fired at the convoy. The minister was unhurt; the rebels fled.")
    assert told.same("Kenyan Foreign Minister Amina Okello", "The minister")
    assert told.same("Rebels", "the rebels")


def test_a_closer_description_does_not_refer_back_to_a_vaguer_one(tell: Teller) -> None:
    told = tell("The Russian foreign ministry objected. The ministry wrote a note. According to the health ministry, ten died.")
    assert told.same("The Russian foreign ministry", "The ministry")
    assert not told.same("The ministry", "the health ministry")


def test_the_country_is_the_one_named_and_not_the_doers_own(tell: Teller) -> None:
    told = tell("A Russian delegation visited Myanmar in June. The delegation was in the country for a week.")
    assert told["the country"].party.country == "MMR"


def test_the_two_sides_are_those_told_before(tell: Teller) -> None:
    told = tell("Armenia accused Azerbaijan of shelling. The two sides had met in May.")
    assert told["The two sides"].members == (told["Armenia"].chain, told["Azerbaijan"].chain)


def test_they_are_those_whom_and_joins(tell: Teller) -> None:
    told = tell("Amina Okello and Peter Mwangi signed the deal. They shook hands.")
    assert told["They"].members == (told["Amina Okello"].chain, told["Peter Mwangi"].chain)


def test_we_in_a_quotation_is_its_speaker(tell: Teller) -> None:
    told = tell("“We reject the plan,” Kenyan President William Ruto said.", "2024-07-05")
    assert told.same("We", "Kenyan President William Ruto")


def test_a_country_and_its_seat_of_government_are_one(tell: Teller) -> None:
    told = tell("Turkey sent ships. Ankara denied it.")
    assert told.same("Turkey", "Ankara")


def test_an_acronym_refers_to_the_full_name(tell: Teller) -> None:
    told = tell("The Tolbara Liberation Army attacked a village. The TLA killed two people.")
    assert told.same("The Tolbara Liberation Army", "The TLA")


def test_two_who_met_are_they(tell: Teller) -> None:
    told = tell("Amina Okello met Peter Mwangi in Mombasa, where they signed the deal.")
    assert told["they"].members == (told["Amina Okello"].chain, told["Peter Mwangi"].chain)


def test_a_given_name_alone_refers_to_nobody(tell: Teller) -> None:
    told = tell("John Brook met the press in Nairobi. John left.")
    assert not told.same("John Brook", "John")


def test_he_and_him_of_one_verb_are_two(tell: Teller) -> None:
    told = tell("Amina Okello saw Peter Mwangi on Monday. Ali Njoroge said he trusted him.")
    assert not told.same("he", "him")


def test_two_who_are_told_for_the_first_time_stand_for_nobody_before(tell: Teller) -> None:
    told = tell("French President Emmanuel Macron met German Chancellor Angela Merkel. Two ministers resigned in Kenya.")
    assert told["Two ministers"].members == ()


def test_it_that_holds_the_place_of_a_clause_refers_to_nothing(tell: Teller) -> None:
    told = tell("Kenya sent troops. It is believed that rebels fled.")
    assert all(mention.party.country is None for mention in told.all("It"))


def test_itself_is_the_subject_of_its_clause(tell: Teller) -> None:
    told = tell("The US Congress waited while Kenya committed itself to a truce.")
    assert told.same("Kenya", "itself")


def test_an_acronym_before_the_full_name_refers_to_it(tell: Teller) -> None:
    told = tell("The TLA attacked a village. The Tolbara Liberation Army killed two people.")
    assert told.same("The TLA", "The Tolbara Liberation Army")


def test_people_at_large_are_not_one_group(tell: Teller) -> None:
    told = tell("Unidentified people burned a shop in Kisumu. Two people were hurt.")
    assert not told.same("Unidentified people", "Two people")

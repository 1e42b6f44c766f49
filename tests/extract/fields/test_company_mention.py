import pytest

from extract.fields import company


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ООО «Воздушная Механика» купило", ["ООО «Воздушная Механика»"]),
        ('фирма ООО "Торговый дом "Заря" и', ['ООО "Торговый дом "Заря"']),
        ('"Аспан Арба" жауапкершілігі шектеулі серіктестігі', ['"Аспан Арба" жауапкершілігі шектеулі серіктестігі']),
        ("Алматы, ЖШС «Шелковый путь», ТОО»", ["ЖШС «Шелковый путь»"]),
        ("ООО фирма «Ромашка», ИП Иванов И.И.", ["ООО фирма «Ромашка»", "ИП Иванов И.И."]),
        ("АО МИКРОСНАБ ИНН 7707083893", ["АО МИКРОСНАБ"]),
        ("ТД «Заря», ГК «Полёт»", ["ТД «Заря»", "ГК «Полёт»"]),
        ("ТОО«Алтын Канат»", ["ТОО«Алтын Канат»"]),
        ("OOO YATAS, TOO Altyn Kanat", ["OOO YATAS", "TOO Altyn Kanat"]),
        ('LLC "Vozdushnaya Mekhanika" and JSC Mikrosnab', ['LLC "Vozdushnaya Mekhanika"', "JSC Mikrosnab"]),
        ("between Altyn Kanat LLP, Almaty, and Krontech Asia LLP.", ["Altyn Kanat LLP", "Krontech Asia LLP"]),
        ("Rotorwing Europe B.V., Amsterdam", ["Rotorwing Europe B.V."]),
        ("from SZ Rotorwing Technology Co., Ltd. to", ["SZ Rotorwing Technology Co., Ltd."]),
        ("an Müller & Söhne GmbH & Co. KG in Köln", ["Müller & Söhne GmbH & Co. KG"]),
        ("Name: Beispiel AG Mitte\nOrt", ["Beispiel AG Mitte"]),
        ("Dupont & Fils SARL, SARL Martin", ["Dupont & Fils SARL", "SARL Martin"]),
        ("ALTIN KANAT SANAYİ VE TİCARET LTD. ŞTİ.", ["ALTIN KANAT SANAYİ VE TİCARET LTD. ŞTİ."]),
        ("由深圳市旋翼科技有限公司签订", ["深圳市旋翼科技有限公司"]),
        ("其由华北控股有限公司持有东岭阀门有限公司", ["华北控股有限公司", "东岭阀门有限公司"]),
        ("卖给了西蒙仪表股份有限公司", ["西蒙仪表股份有限公司"]),
        ("«Ақсу» ЖШС «Болат» АҚ-дан сатып алды", ["«Ақсу» ЖШС", "«Болат» АҚ"]),
        ("北京（中国）贸易有限责任公司广州分公司", ["北京（中国）贸易有限责任公司广州分公司"]),
        ("Фонд «Общее дело» заплатил компании Rotorwing Europe", ["Общее дело", "Rotorwing Europe"]),
        ("Производитель SZ Rotorwing Technology Ltd выпустил", ["SZ Rotorwing Technology Ltd"]),
        ("the Bank of Example Corporation", ["Bank of Example Corporation"]),
        ("Example Bolts, Inc. and Sample Nuts, Inc.", ["Example Bolts, Inc.", "Sample Nuts, Inc."]),
        ("and ON Sample Corporation, a firm", ["ON Sample Corporation"]),
        ("SAMPLE BOLT CORPORATION OF NORTH HARBOUR and", ["SAMPLE BOLT CORPORATION OF NORTH HARBOUR"]),
        ("entre la société Dupont\nÉlectronique SA, et", ["Dupont Électronique SA"]),
        ("Die Ostkamp AG liefert", ["Ostkamp AG"]),
        ("и АО «Северный\nБерег» заключили", ["АО «Северный Берег»"]),
        ("pomiędzy Polbryza Handel sp.j. z siedzibą", ["Polbryza Handel sp.j."]),
        ("e Monteluce Impianti S.a.s. con sede", ["Monteluce Impianti S.a.s."]),
        (f"{'x' * 60} BIC VOKADE2L\nOstkamp Verlag AG", ["Ostkamp Verlag AG"]),
        (f"{'x' * 60} 69811 Valmorin Cedex\nSornac SARL", ["Sornac SARL"]),
    ],
)
def test_names_are_found_whole(text: str, names: list[str]) -> None:
    assert [hit.value for hit in company.find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "the Company shall", "a Delaware corporation", "GROSS WEIGHT KG", "500 KG", "INCLUDING BUT NOT LIMITED TO",
        "ПК Lenovo", "ЖК", "ТД Маршал", "HOTEL & SPA", 'or a company "controlled" by', 'a "person" or a company "of"',
        "Copyright Example GmbH 2020", "(c) Example e.V. 2020", "info@example-AG.de", "ТОО", "договор ООО", "有限公司",
        "Tolmarsh, Co. Quill", "NON-DISCLOSURE AND LIMITED USE", "by and Company", "the Investment Company Act of 1940",
        "paid by the Parent Company", "any Other Company",
        "4 Fahrten Karte Berlin AB", "Ticket: 4-Fahrten-Karte Berlin AB, 9,00 EUR",
        'the Issuer (" Authority "), and SAMPLE PIER ASSOCIATES, a general partnership (the " Company ").',
    ],
)  # fmt: skip
def test_other_words_are_not_names(text: str) -> None:
    assert list(company.find(text)) == []


def test_a_name_wrapped_in_prose_is_read_over_the_line() -> None:
    text = "This agreement is made and entered into this day by and between Common\nSense Example Ltd., a company"
    assert [hit.text for hit in company.find(text)] == ["Common\nSense Example Ltd."]
    assert next(company.find(text)).value == "Common Sense Example Ltd."


def test_look_alike_letters_are_seen_through_and_kept() -> None:
    assert [hit.text for hit in company.find("поставщик ТOО «Aлтын»")] == ["ТOО «Aлтын»"]


def test_a_name_never_goes_on_over_the_end_of_a_quotation():
    text = '{"seller": "Kolibri Trade LLC", "amount": 5, "buyer": "Norden GmbH": "x"}'
    assert [hit.value.strip('"') for hit in company.find(text)] == ["Kolibri Trade LLC", "Norden GmbH"]


@pytest.mark.parametrize(
    "text", ["LS1 4AB", "12 High Street, London EC1A 1BB", "Shipper OOO", "Consignee AO, see below"]
)
def test_a_postcode_or_a_label_with_a_form_is_no_company(text: str) -> None:
    assert list(company.find(text)) == []


def test_a_russian_form_may_stand_behind_an_english_name() -> None:
    assert [hit.value for hit in company.find("The parts went to Uralremont AO, a plant.")] == ["Uralremont AO"]

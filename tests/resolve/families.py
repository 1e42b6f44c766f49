"""Invented companies in the manner of the seed case: spellings of one, and relatives that are not it.

The few real names (Nebesnaya Mekhanika, Aspan Arba, DJI Europe) are of the public case and stand here as names only.
"""

FAMILIES = {
    "rotorwing europe": (
        ["Rotorwing Europe B.V.", "ROTORWING EUROPE BV", "Rotorwing Europe", "B.V. Rotorwing Europe"],
        ["Rotorwing Asia B.V.", "Rotorwing Europe Logistics B.V.", "Rotorwing Europe 2 B.V."],
    ),
    "altyn kanat": (
        ["ТОО «Алтын Канат»", "Altyn Kanat LLP", "«Алтын Қанат» ЖШС", "TOO ALTYN KANAT", "Алтын Канат ТОО",
         "Товарищество с ограниченной ответственностью \"АЛТЫН КАНАТ\"",
         "«Алтын Қанат» жауапкершілігі шектеулі серіктестігі"],
        ["Altyn Group LLP", "ТОО «Алтын Канат Трейд»", "ООО «Алтын Канат»", "Altyn Kanat-2 LLP", "Golden Kanat LLP"],
    ),
    "vozdushnaya mekhanika": (
        ["ООО «Воздушная Механика»", "Vozdushnaya Mekhanika LLC", "OOO VOZDUSHNAYA MEKHANIKA", "Vozdushnaia Mekhanika",
         "VOZDUSHNAJA MEHANIKA, OOO", "Общество с ограниченной ответственностью «Воздушная механика»"],
        ["Vozdushnaya Logistika LLC", "ООО «Воздушная Механика Плюс»", "Air Mechanics LLC"],
    ),
    "nebesnaya mekhanika": (
        ["Nebesnaya Mekhanika", "ООО «Небесная Механика»", "Nebesnaia mekhanika", "Nebesnaja Mechanika OOO"],
        ["Sky Mechanics", "Небесная Механика Сервис"],
    ),
    "aspan arba": (
        ["Aspan Arba", "Аспан Арба", "«Аспан Арба» ЖШС", "ASPAN-ARBA TOO"],
        ["ТД Аспан Арба", "Aspan Arba-2"],
    ),
    "dji europe": (["DJI Europe B.V.", "DJI EUROPE BV"], ["DJI Asia B.V.", "DJI Europe Service B.V."]),
    "krontech": (
        ["ТОО «Кронтех Азия»", "Krontech Asia LLP", "KRONTEKH AZIYA TOO", "«Кронтех Азия» ЖШС"],
        ["Krontech Europe LLP", "Krontech Asia Trade LLP", "ТОО «Кронтех»"],
    ),
    "mikrosnab": (["АО «Микроснаб»", "JSC Mikrosnab", "AO MIKROSNAB"], ["ООО «Микроснаб»", "АО «Микроснаб-3»"]),
    "tekhnotreid": (
        ["ООО «ТехноТрейд»", "OOO TechnoTrade", "TECHNOTRADE LLC", "Techno Trade LLC"],
        ["ООО «ТехноТрейд Плюс»", "TechnoTrade Plus LLC", "ООО «ТехноТранс»"],
    ),
    "vostok": (
        ["ООО «Восток»", "Vostok LLC", "OOO VOSTOK"],
        ["ООО «Восток-2»", "Vostok-3 LLC", "East LLC"],
    ),
    "yakor export": (
        ["ООО «Якорь-Экспорт»", "Yakor Export LLC", "IAKOR EKSPORT OOO"],
        ["Yakor Import LLC", "ООО «Якорь»"],
    ),
    "juhang": (
        ["深圳市炬航科技有限公司", "Shenzhen Juhang Technology Co., Ltd.", "SHENZHEN JU HANG TECHNOLOGY CO LTD"],
        ["Shenzhen Juhang Trading Co., Ltd.", "广州炬航科技有限公司", "深圳市炬光科技有限公司"],
    ),
    "rotorwing maker": (
        ["深圳市旋翼科技有限公司", "深圳旋翼科技有限公司"],
        ["SZ Rotorwing Technology Co., Ltd.", "深圳市旋翼贸易有限公司"],
    ),
    "yildiz": (
        ["Yıldız Makine San. ve Tic. Ltd. Şti.", "YILDIZ MAKINE SAN VE TIC LTD STI",
         "Yildiz Makine Sanayi ve Ticaret Limited Şirketi"],
        ["Yıldız Tekstil San. ve Tic. Ltd. Şti.", "Yıldız Makine A.Ş."],
    ),
    "bergmann": (
        ["Bergmann Optik GmbH", "BERGMANN OPTIK G.m.b.H.", "Bergmann Optik"],
        ["Bergmann Textil GmbH", "Bergmann GmbH"],
    ),
    "schekino": (
        ["ООО «Щёкинохимпром»", "Shchekinokhimprom LLC", "SCHEKINOHIMPROM OOO"],
        ["ООО «Щёкинохимпром-Сервис»"],
    ),
    "zhanabulak": (
        ["«Жаңабұлақ Құрылыс» ЖШС", "ТОО «Жанабулак Курылыс»", "Zhanabulak Kurylys LLP"],
        ["ТОО «Жанабулак Логистик»", "ТОО «Жанабулак»"],
    ),
    "dniprovit": (
        ["ТОВ «Дніпровіт»", "TOV Dniprovit", "Dniprovit LLC", "ООО «Днипровит»"],
        ["ПрАТ «Дніпровіт»", "ТОВ «Дніпровіт-Агро»"],
    ),
    "issyk": (["ОсОО «Ысыкжол»", "OsOO Ysykzhol", "Ysykzhol LLC", "ЫСЫКЖОЛ ОсОО"], ["ОсОО «Ысыкжол Групп»"]),
    "alfa one": (["ООО «Альфа-1»", "Alfa-1 LLC", "ALFA 1 OOO"], ["ООО «Альфа-2»", "Alfa LLC"]),
    "fund two": (["Granit Fund II LP", "GRANIT FUND 2 LP"], ["Granit Fund III LP", "Granit Fund LP"]),
    "trade house": (
        ["ООО «Торговый дом Ветвь»", "ТД Ветвь ООО", "OOO TD VETV", "Vetv Trading House LLC"],
        ["ООО «Ветвь»", "Vetv Trans LLC"],
    ),
    "glued": (["ООО\"ПОЛЛУКСТЕК\"", "ПОЛЛУКСТЕК, ООО", "Polluxtek LLC"], ["ООО «Кастортек»"]),
    "lookalike": (["ООО «Вектормаш»", "ООО «Bектopмaш»", "Vektormash LLC"], ["ООО «Векторстрой»"]),
    "also known": (
        ["Turlan Metal LLP (ТОО «Турлан Металл»)", "ТОО «Турлан Металл»", "Turlan Metal LLP"],
        ["Turlan Metal Trade LLP"],
    ),
    "joined": (
        ["Ak Zhol Trans LLP", "ТОО «Акжол Транс»", "AKZHOL TRANS TOO"],
        ["ТОО «Акжол»", "Ak Zhol Trans Plus LLP"],
    ),
}  # fmt: skip

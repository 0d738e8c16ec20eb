"""States old and new, as infoboxes of battles name them, so that names run together can be told apart."""

from quizapp.values.text import phrase_list

TODAY = phrase_list(
    """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
    Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana,
    Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African
    Republic, Chad, Chile, China, Colombia, Comoros, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia,
    Democratic Republic of the Congo, Denmark, Djibouti, Dominican Republic, East Timor, Ecuador, Egypt, El
    Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon,
    Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hong
    Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Iraqi Kurdistan, Ireland, Israel, Italy, Ivory Coast,
    Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kurdistan Region, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Mali, Malta,
    Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia,
    Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman,
    Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, People's Republic of China, Peru, Philippines,
    Poland, Portugal, Puerto Rico, Qatar, Republic of the Congo, Romania, Russia, Russian Federation, Rwanda,
    San Marino, Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia,
    Somaliland, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland,
    Syria, Syrian Arab Republic, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Tunisia, Turkey,
    Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, United States of
    America, Uruguay, Uzbekistan, Vatican City, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, Abkhazia,
    South Ossetia, Transnistria, Artsakh, Northern Cyprus, Donetsk People's Republic, Luhansk People's Republic"""
)
FORMER = phrase_list(
    """Abbasid Caliphate, Achaea, Achaean League, Achaemenid Empire, Aetolian League, Afsharid Empire, Almohad
    Caliphate, Almoravid Empire, Aquitaine, Aragon, Armenian Kingdom of Cilicia, Assyria, Athens,
    Austria-Hungary, Austrian Empire, Ayyubid Sultanate, Aztec Empire, Babylonia, Baden, Bavaria, Bengal, Bengal
    Sultanate, Boeotia, Bohemia, Brandenburg, Brandenburg-Prussia, British Empire, British India, British Raj,
    Brunswick, Bulgarian Empire, Burgundy, Burma, Byzantine Empire, Byzantium, Carthage, Castile, Catalonia,
    Ceylon, Chu, Cilicia, Cisalpine Republic, Confederate States, Confederate States of America, Congress
    Poland, Corinth, Cossack Hetmanate, Crimean Khanate, Crown of Aragon, Crown of Castile, Crusader States,
    Czechoslovakia, Dacia, Danzig, Delhi Sultanate, Denmark-Norway, Denmark–Norway, Duchy of Warsaw, Dutch East
    Indies, Dutch Republic, East Francia, East Germany, Eastern Roman Empire, Electorate of Saxony, Elam,
    Emirate of Granada, Empire of Brazil, Empire of Japan, Empire of Nicaea, Empire of Trebizond, Epirus,
    Fascist Italy, Fatimid Caliphate, First French Empire, Flanders, Florence, France Libre, Francia, Free City
    of Danzig, Free France, French First Republic, French Indochina, French Third Republic, French Republic,
    Genoa, German Empire, Golden Horde, Gran Colombia, Granada, Great Britain, Great Seljuk Empire, Habsburg
    Empire, Habsburg Monarchy, Habsburg Spain, Hanover, Hashemite Kingdom of Jordan, Hawaii, Hejaz, Hesse,
    Hesse-Kassel, Hittite Empire, Holy Roman Empire, Hungary, Ilkhanate, Imperial China, Imperial Russia,
    Imperial State of Iran, Inca Empire, Independent State of Croatia, Irish Free State, Italian Social
    Republic, Jin, Judah, Kalmar Union, Khmer Republic, Khwarazmian Empire, Kievan Rus, Kievan Rus', Kingdom of
    Aragon, Kingdom of Bavaria, Kingdom of Bohemia, Kingdom of Bulgaria, Kingdom of Castile, Kingdom of Cyprus,
    Kingdom of Denmark, Kingdom of Egypt, Kingdom of England, Kingdom of France, Kingdom of Galicia, Kingdom of
    Great Britain, Kingdom of Greece, Kingdom of Hanover, Kingdom of Hungary, Kingdom of Iraq, Kingdom of
    Ireland, Kingdom of Italy, Kingdom of Jerusalem, Kingdom of León, Kingdom of Naples, Kingdom of Navarre,
    Kingdom of Norway, Kingdom of Poland, Kingdom of Portugal, Kingdom of Prussia, Kingdom of Romania, Kingdom
    of Sardinia, Kingdom of Saxony, Kingdom of Scotland, Kingdom of Serbia, Kingdom of Sicily, Kingdom of Spain,
    Kingdom of Sweden, Kingdom of Yugoslavia, Knights Hospitaller, Korea, Korean Empire, Knights Templar,
    Lakhmids, Latin Empire, Latin League, León, Livonia, Livonian Order, Lombardy, Lombard League, Lydia,
    Macedon, Macedonia, Mamluk Sultanate, Manchukuo, Maratha Confederacy, Maratha Empire, Media, Mengjiang,
    Milan, Ming, Ming dynasty, Modena, Moldavia, Mongol Empire, Mughal Empire, Muscovy, Mysore, Naples, Nassau,
    Navarre, Nazi Germany, Neo-Assyrian Empire, Neo-Babylonian Empire, Newfoundland, Nicaea, North Vietnam,
    Northern Alliance, Novgorod, Novgorod Republic, Numidia, Old Swiss Confederacy, Orange Free State, Order of
    Saint John, Ottoman Empire, Palmyrene Empire, Papal States, Parma, Parthia, Parthian Empire, Pergamon,
    Persia, Phoenicia, Piedmont, Piedmont-Sardinia, Pisa, Polish–Lithuanian Commonwealth, Polish-Lithuanian
    Commonwealth, Pontus, Principality of Antioch, Prussia, Ptolemaic Egypt, Ptolemaic Kingdom, Qajar Iran, Qin,
    Qing, Qing dynasty, Qing Empire, Rashidun Caliphate, Republic of China, Republic of Florence, Republic of
    Genoa, Republic of Korea, Republic of Texas, Republic of Venice, Republic of Vietnam, Rhodes, Rhodesia,
    Roman Empire, Roman Kingdom, Roman Republic, Rome, Russian Empire, Russian SFSR, Rus', Safavid Empire,
    Safavid Iran, Samnium, Sardinia, Sasanian Empire, Sassanid Empire, Savoy, Saxony, Second French Empire,
    Second Polish Republic, Seleucid Empire, Seljuk Empire, Serbian Empire, Siam, Sicily, Sikh Empire, Silesia,
    Sogdia, Song, Song dynasty, South Vietnam, South Yemen, Soviet Russia, Soviet Union, Spanish Empire, Spanish
    Republic, Sparta, State of Japan, Sultanate of Rum, Sumer, Swabia, Swiss Confederacy, Syracuse, Tang, Tang
    dynasty, Teutonic Order, Texas, Thebes, Thessaly, Third Reich, Timurid Empire, Tokugawa shogunate,
    Transvaal, Trebizond, Tsardom of Russia, Tsardom of Muscovy, Tuscany, Two Sicilies, Ukrainian People's
    Republic, Umayyad Caliphate, Union, United Arab Republic, United Provinces, United Kingdom of Great Britain
    and Ireland, United Kingdom of the Netherlands, Upper Canada, Lower Canada, USSR, Urartu, Venetian Republic,
    Venice, Vichy France, Viet Minh, Visigothic Kingdom, Volga Bulgaria, Wallachia, West Francia, West Germany,
    Western Roman Empire, Westphalia, Württemberg, Yuan dynasty, Yugoslavia, Zand dynasty, Zhou, Zulu Kingdom"""
)
GROUPS = phrase_list(
    """Allies, Al-Nusra Front, Al-Qaeda, Ansar Allah, Armed Forces of South Russia, Boko Haram, Central Powers,
    Coalition, Comanche, Cherokee, Entente, ETA, FARC, Fatah, Free Syrian Army, Gauls, Hamas, Hashd al-Shaabi,
    Hezbollah, Houthis, Huns, IRA, Islamic State, Islamic State of Iraq and the Levant, Jacobites, Kurdistan
    Workers' Party, Lakota, Liwa Fatemiyoun, Lombards, Mahdist State, Mahdists, Mujahideen, National Defence
    Forces, NATO, Northern Cheyenne, Ostrogoths, Peshmerga, PKK, Popular Mobilization Forces, Quds Force, Red
    Army, Rojava, Royalists, Parliamentarians, Seminole, Shawnee, Sioux, Syrian Democratic Forces, Syrian
    National Army, Taliban, Tahrir al-Sham, United Nations, Vandals, Viet Cong, Visigoths, Wagner Group, White
    Army, White movement, YPG, YPJ, Zapatistas"""
)
OTHER_NAMES = {
    "Syrian Arab Republic": ("Syria",),
    "Islamic State": ("IS", "ISIL", "ISIS", "Daesh"),
    "Islamic State of Iraq and the Levant": ("ISIL", "ISIS", "IS", "Islamic State", "Daesh"),
    "United States": ("United States of America", "USA", "US", "U.S."),
    "United Kingdom": ("UK", "Great Britain", "Britain"),
    "United Kingdom of Great Britain and Ireland": ("United Kingdom", "Britain"),
    "Soviet Union": ("USSR",),
    "Nazi Germany": ("Germany",),
    "German Empire": ("Germany",),
    "Russian Empire": ("Russia",),
    "Russian Federation": ("Russia",),
    "First French Empire": ("France", "French Empire"),
    "Second French Empire": ("France", "French Empire"),
    "French First Republic": ("France",),
    "French Republic": ("France",),
    "French Third Republic": ("France",),
    "Confederate States": ("Confederacy", "Confederate States of America"),
    "Confederate States of America": ("Confederacy", "Confederate States"),
    "Byzantine Empire": ("Eastern Roman Empire", "Byzantium"),
    "Ottoman Empire": ("Turkey",),
    "Austrian Empire": ("Austria",),
    "Empire of Japan": ("Japan",),
    "Dutch Republic": ("United Provinces", "Netherlands"),
    "United Kingdom of the Netherlands": ("Netherlands",),
    "Qing dynasty": ("China",),
    "Republic of China": ("China",),
    "People's Republic of China": ("China",),
    "Republic of Korea": ("South Korea",),
    "Achaemenid Empire": ("Persia", "Persian Empire"),
    "Sasanian Empire": ("Persia", "Sassanid Empire"),
}
"""Other names of the same state or group, which a reader may write."""

KNOWN = frozenset(TODAY + FORMER + GROUPS)

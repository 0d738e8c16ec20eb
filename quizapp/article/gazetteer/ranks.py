"""Ranks and honorifics that stand before a person's name, small letters, without dots."""

from quizapp.values.text import word_list

RANKS = frozenset(
    word_list(
        "fm gfm rdml rdm vadm adml d inf kav art pz flt wg sqn ldr cmdre ens cinc c-in-c obst genlt genmaj gren "
        "gebirgstruppe fallschirmtruppe luftwaffe brigadeiro coronels contra contraadmiral contralmirante almirante "
        "acting adjutant admiral adm aide air arif amir archduke armeegeneral army atamán ataman banneret "
        "baronet brevet brig brigade brigadier brigadegeneral brigadeführer brigadefuhrer capt captain "
        "capitaine caudillo chef chief chu'i cmdr col colonel colonello coronel comandante command commandant "
        "commander commandante commodore constable corporal corps cpl cpt cdr der des division dr elder "
        "engineer ensign feldmarschall feldmarschall-leutnant feldmarschallleutnant feldzeugmeister field "
        "first flag flagship fleet flight flotilla force fregattenkapitän gen generaal general generale "
        "general-leutnant generalfeldmarschall generalissimo generalleutnant generalmajor generaloberst "
        "generał général group gruppenführer gruppenfuhrer grand guards hauptmann hon honourable infanterie "
        "kapitän kapitan kavallerie konteradmiral korvettenkapitän lance lieut lieutenant leutnant lt ltc "
        "lcdr ltg mg bg maj major maréchal marechal marshal master mayor middle midshipman mr mstr "
        "oberbefehlshaber oberführer oberfuhrer oberleutnant oberst oberstleutnant obergruppenführer "
        "obergruppenfuhrer of officer panzertruppe panzertruppen pilot podesta private provisional pvt "
        "quartermaster radm rear reichsführer reichsfuhrer reichsmarschall rittmeister royal sergeant sergt "
        "sgt senior sepoy squadron ss ssg ss-brigadeführer ss-gruppenführer ss-obergruppenführer "
        "ss-oberstgruppenführer ss-sturmbannführer ss-standartenführer standartenführer standartenfuhrer "
        "staff strategos sturmbannführer sub subedar superior supreme teniente vadm vice vizeadmiral voivode "
        "warrant wing general-feldmarschall lord high the jemadar hetman navarch nauarch legate legatus "
        "tribune proconsul praetor magister militum maj-gen lt-gen lt-col brig-gen mag artillerie flieger"
    )
)
ALONE = frozenset(
    word_list(
        "fm gfm rdml rdm adml cmdre ens cinc obst genlt genmaj almirante contralmirante contraadmiral "
        "admiral adm brig brigadier brigadegeneral capt captain capitaine cmdr col colonel comandante "
        "commandant commander commodore corporal cpl cpt cdr dr feldmarschall feldmarschall-leutnant "
        "feldzeugmeister gen generaal general generale generalfeldmarschall generalissimo generalleutnant "
        "generalmajor generaloberst général gruppenführer hauptmann hetman kapitän konteradmiral lieutenant "
        "lieut leutnant lt ltc lcdr ltg mg bg maj major maréchal marshal midshipman mr oberleutnant oberst "
        "oberstleutnant obergruppenführer private pvt radm reichsmarschall rittmeister sergeant sgt "
        "standartenführer sturmbannführer vadm vizeadmiral voivode ataman strategos maj-gen lt-gen lt-col "
        "brig-gen generał teniente coronel brigadeführer legate tribune proconsul praetor navarch "
        "ss-brigadeführer ss-gruppenführer ss-obergruppenführer ss-oberstgruppenführer ss-sturmbannführer "
        "ss-standartenführer"
    )
)
"""Ranks that are one without another beside them; "field", "vice" and "of" are only parts of one."""

TITLES = frozenset(
    word_list(
        "sir lord lady dame king queen kaiser prince princess emperor empress tsar czar sultan shah sheikh sheik "
        "duke duchess count countess earl baron viscount marquis marquess archduke pope bishop archbishop "
        "cardinal khan emir caliph pasha bey pharaoh chief president consul saint st imam margrave landgrave "
        "elector grand"
    )
)
"""Titles that are part of the name by which people know somebody: "Prince Edward"."""

PARTICLES = frozenset(
    word_list(
        "van von de der den del della di da du la le bin ibn ben abu ter zu zur af al el ash as ad of the dos "
        "do d'"
    )
)

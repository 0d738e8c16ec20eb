"""The names of templates that state nothing, and of those that show one of their arguments as it is."""

from quizapp.values.text import phrase_set

SILENT = phrase_set(
    "-, about, according to whom, ahnentafel, anchor, anchors, annotated image, as of?, attached kml, audio, "
    "aut, authority control, battle-stub, better source, better source needed, block indent, blockquote, bots, "
    "bq, broader, by whom, campaign, centered pull quote, chart, chess diagram, citation, citation needed, "
    "citation style, citation-needed, citations missing, cite, citequote, clarify, cleanup, cleanup rewrite, "
    "clear, clear left, clear right, cn, col div end, col-2, col-3, col-begin, col-break, col-end, collapsed "
    "infobox section end, confuse, confuse2, contains special characters, coor, coord, coord missing, copy "
    "edit, cquote, cref, cref2, css image crop, current, cwgc, dead link, defaultsort, details, displaytitle, "
    "disputed, distinguish, distinguish2, div col end, doi, dubious, dubious-inline, dynamic list, eb1911 "
    "poster, end, end collapsible list, end plainlist, endflatlist, endplainlist, engvarb, excerpt, expand, "
    "expand section, external media, fact, failed verification, family name hatnote, featured article, featured "
    "list, find a grave, findagrave, flag icon image, flag salute, flagicon image, flagicon image2, flatlist "
    "end, fn, for, for2, full, full citation needed, further, further information, further2, gallery, good "
    "article, graph, gsgs, gutenberg, hatnote, hatnote group, historical, how, image array, image label, imdb "
    "title, infobox, inuse, ipa, ipa-en, ipac-en, isbn, italic title, kml, lang2, lead too short, legend, "
    "legend inline, legend-line, library resources box, librivox, listen, location map, location map many, "
    "location map+, location map~, london gazette, long, main, main article, main list, maplink, more citations "
    "needed, more footnotes, morerefs, multiple image, multiple issues, multiref, multiref2, napoleonic wars, "
    "navbox, nihongo2, nobots, not to be confused with, notability, note, note label, notelist, notelist-lr, "
    "notetag, nowrap end, npov, nrisref, oclc, order of battle, original research, orphan, osm location map, "
    "other battles, other people, other places, other ships, other uses, overlaybegin, page needed, panorama, "
    "party shading, plainlist end, poem, poemquote, pov, pp, pronunciation, pull quote, px, quotation, quote, "
    "quote box, quote without source, quotebox, r, redirect, redirect-distinguish, redirect2, ref, ref label, "
    "ref num, refbegin, refend, refimprove, reflist, refn, reign2, respell, rp, rp2, rquote, s-end, s-start, "
    "see, see also, seealso, self reference, self-published, selfref, short description, shy, sic, side box, "
    "sidebar, similar names, sister project links, spoken wikipedia, stack, stack begin, stack end, start "
    "flatlist, start plainlist, startflatlist, startplainlist, subject bar, succession box, tall image, "
    "thinsp0, tl, tone, too long, transcluded section, tree list/end, undue weight, unreferenced, unreferenced "
    "section, unreliable source?, update, vague, vanchor, verify source, verse, verse translation, wayback, "
    "wbr, webarchive, when, where, which, who, why, wide image, wikify, wikiquote, wikivoyage, wiktionary, "
    "world war ii, youtube, zwj, zwsp"
)
"""Templates that state nothing: references, notices, pictures, boxes that lead elsewhere."""

SILENT_BEGINNINGS = (
    "campaignbox", "cite ", "citation/", "use ", "pp-", "defaultsort:", "location map", "infobox", "navbox", "harv",
    "wikisource", "commons", "sister", "portal", "ipa-", "ipac-", "#tag:", "displaytitle:", "refimprove", "in lang",
    "s-", "see ", "multiple", "expand ", "cite_", "#if", "#switch", "#invoke", "#expr", "sfn", "efn", "toc", "coord",
    "osm ", "flagicon image", "age in", "nowrap end", "respell", "pronunciation", "unreferenced", "unreliable",
    "css ", "template:", "user:", "noteslist", "notelist", "reflist", "featured", "good article", "cite-", "redirect",
    "tree list/", "col-",
)  # fmt: skip
"""Beginnings of such names."""

SILENT_ENDINGS = (
    "stub",
    " needed",
    "-inline",
    " inline",
    "?",
    " end",
    "/end",
    " sidebar",
    " navbox",
    " campaignbox",
    "-section",
)
"""Endings of such names."""

FIRST = phrase_set(
    "abbr, abbreviation, align, aligned table, allow wrap, allowwrap, angbr, as written, b, background color, "
    "bg, big, big2, bigger, bold, box, bulleted, center, centre, chem name, citation needed span, cite span, "
    "cn-span, code, collapsible, color box, columns list, columns-list, convinfobox, dagger text, div col, em, "
    "endash, flagathlete, flat list, flatlist, flatlist2, fontcolor, formatnum, hidden ref, highlight, "
    "hover title, huge, hyphen, hyphenate, i, indent, indented plainlist, italic, italics, kbd, keep together, "
    "large, larger, left, linktext, longitem, longlink, math, mono, mvar, native name list, nihongo, no wrap, "
    "nobold, nobold2, nobr, nobreak, noitalic, normal, not a typo, not typo, nowrap, nowrap begin, nowraplinks, "
    "num, number, overline, phonetic, plain list, plain text, plainlink, plainlist, proper name, proper noun, "
    "quote inline, reference needed span, refnowrap, resize, right, rp span, sc, screen reader-only, scshape, "
    "serif, sm, small caps, smallcaps, smallcaps2, smalldiv, smallsup, sro, sronly, strikethrough, strong, "
    "strong2, sub, sup, text, tooltip, tq, tqi, tree list, treelist, u, underline, val, var, var serif, vert "
    "header, visible anchor, wj, wrap, zh"
)
"""Templates that show their first argument."""

LAST = phrase_set(
    "color, colour, font, font color, hebrew, hlist2, lang, lang-x, langx, resize2, script, script/arabic, "
    "script/greek, script/hebrew, style, transl, transl2, translation, transliteration, wikt-lang"
)
"""Templates that show their last argument without a name."""


def is_silent(name: str) -> bool:
    """Return whether a template states nothing."""
    return name in SILENT or name.startswith(SILENT_BEGINNINGS) or name.endswith(SILENT_ENDINGS)

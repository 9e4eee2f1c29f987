"""Dutch abbreviations that end in a full stop, for the tokenizer and for sentence ends.

Dotted ones such as "d.w.z." and "i.v.m." need no entry: the tokenizer keeps any run of single letters with full stops
together. Here stand the ones that look like a word with a full stop behind it.
"""

#: Never end a sentence: a name, a number or the thing they abbreviate always follows.
BEFORE_SOMETHING = frozenset(
    (
        "aanh. afb. afd. art. artt. bc. bijl. bijv. blz. ca. cf. dhr. dr. drs. ds. evt. excl. fa. fam. febr. "
        "fig. gebr. gem. hr. id. incl. ing. ir. jhr. jkvr. kap. lic. m.nr. max. mej. mevr. mgr. min. mr. "
        "mrs. mw. ned. nl. nr. nrs. nov. okt. ong. p. pag. par. pct. plm. pp. prof. prov. rb. ref. resp. "
        "secr. sept. soc. st. stb. stcrt. t.a.v. tel. telnr. trb. v. vgl. vnl. vs. weth. wnd. zg. zgn. burg. "
        "jan. feb. mrt. apr. jun. jul. aug. sep. dec. ma. di. wo. do. vr. za."
    ).split()
)

#: May end a sentence: a capital after it decides.
ANYWHERE = frozenset(
    (
        "a.s. e.a. e.d. e.o. e.v. enz. etc. gld. gr. inc. jl. jr. l.l. mld. mln. mnd. n.b. n.v.t. o.i.d. "
        "p.m. p.p. p.s. p.u. sec. sr. wk. z.o.z. e.e.a. bv. nv."
    ).split()
)

#: Dotted abbreviations after which a sentence goes on, also before a capital ("t.a.v. Bureau Leerplicht").
DOTTED_BEFORE_SOMETHING = frozenset(
    (
        "a.d.h.v. b.g.g. b.v. c.q. d.d. d.m.v. d.w.z. dhr. h.t.l. i.c. i.c.m. i.e. i.g.v. i.h.a. i.h.b. "
        "i.h.k.v. i.o. i.o.m. i.o.v. i.p.v. i.s.m. i.t.t. i.v.m. i.z. k.b. m.a.w. m.b.t. m.b.v. m.i. m.i.v. "
        "m.m. m.m.v. m.n. m.u.v. n.a.v. n.l. n.o. n.v. o.a. o.b.v. o.g.v. o.l.v. o.m. o.v.v. p.a. r.k. "
        "s.v.p. t.a.v. t.b.v. t.g.v. t.h.v. t.k.n. t.n.v. t.o.v. t.w. t.z.t. u.a. u.c. v.a. v.d. v.h. "
        "v.l.n.r. v.v. w.o. z.g. z.s.m."
    ).split()
)

#: Everything that the tokenizer keeps with its full stop.
ALL = BEFORE_SOMETHING | ANYWHERE | DOTTED_BEFORE_SOMETHING

/*
 * Parts of a plan on paper, for somebody: a sheet for who supports, one for the fridge, a card for
 * the wallet, and copies that hold less than the whole. What is not for them is taken out of a
 * copy of the plan first, so that no part of a page can tell it.
 */
#ifndef SUPPORTPLAN_SHEETS_H
#define SUPPORTPLAN_SHEETS_H

#include "supportplan/report.h"

/** For whom a text is made. */
enum audience_kind {
    FOR_WHOLE,     /**< who gets the whole plan */
    FOR_SHARED,    /**< who gets all but what is private */
    FOR_TIMETABLE, /**< who gets the timetable and costs only */
    FOR_PERSON,    /**< one who supports: their own hours, and how things are done */
    FOR_FRIDGE,    /**< whoever is in the kitchen */
    FOR_CARD,      /**< whoever finds the card in an emergency */
};

struct audience {
    enum audience_kind kind;
    const char *supporter; /**< FOR_PERSON: the item, borrowed from the plan; else "" */
};

/**
 * Understand for whom: "whole", "shared", "timetable", "fridge", "card"; a supporter, as "s2" or by
 * name; one who gets a copy, as "o1" or by name. Where the plan does not say how much they get, it
 * is all but what is private.
 *
 * @out    on ST_OK
 * @return ST_OK; ST_UNKNOWN where the plan has nobody of that name
 */
enum status audience_read(const struct plan *plan, const char *whom, struct audience *out);

/** The word of a kind of text, as audience_read() understands it; "" for one person's. Borrowed for
 * ever. */
const char *audience_word(const struct audience *audience);

/**
 * Make the text for somebody.
 *
 * @in     of the whole plan; findings are told to who gets the whole only
 * @out    is added to
 * @return ST_OK or ST_NOMEM
 */
enum status sheet_text(const struct report_input *in, const struct audience *audience,
                       struct text *out);

/**
 * Say whose phone numbers a text for somebody holds: "It has phone numbers of other people: Sam,
 * Jo. Ask them before you share it." Nothing where it has none, and for a sheet of one's own
 * household.
 *
 * @out    is added to
 * @return ST_OK or ST_NOMEM
 */
enum status sheet_others_words(const struct plan *plan, const struct audience *audience,
                               struct text *out);

#endif

/*
 * How far a plan is, section by section; which pages and fields are asked of this person; and
 * where in the form a fact belongs.
 */
#ifndef SUPPORTPLAN_PROGRESS_H
#define SUPPORTPLAN_PROGRESS_H

#include "supportplan/place.h"

/** How far a section of the form is. */
struct progress {
    size_t asked, answered; /**< pages and checklist entries that count, those with an answer */
    size_t to_look_at;      /**< findings (MUST and ASK) that belong to it */
};
/** How far section number i is. */
struct progress wizard_progress(const struct wizard *w, size_t section);
/** How far each section is, by its number. The caller frees it. NULL where memory ran out. */
struct progress *wizard_progress_all(const struct wizard *w);
/** Whether a table's page lists an entry of its table: not every page is for all of them. */
bool wizard_page_lists(const struct wizard *w, const struct form_page *page, const char *item);
/** Whether a page of the form has been answered. Pages that only show something are never. */
bool wizard_page_answered(const struct wizard *w, const struct form_page *page);
/** Whether a page is asked of this person: not the contribution's amount where there is none, and
 * the like. */
bool wizard_page_applies(const struct wizard *w, const struct form_page *page);
/** Whether a field is asked of a record: not a partner question of an agency, and the like. */
bool wizard_field_applies(const struct wizard *w, enum field field, const char *item);
/** The item that a field of the form's pages belongs to: "budget" for the fund's, else "". */
const char *wizard_page_item(enum field field);

/** "ready to send", or "2 things to do before it is ready to send". */
void wizard_ready_words(const struct wizard *w, struct text *out);

/** The place where a finding or a field can be put right. */
struct place place_of_fact(const struct wizard *w, enum section section, const char *item,
                           enum field field);
/** The same, but the very field where it is one of a record; and for what meets a need, or who
 * steps in for whom, the page that asks it for all of them. */
struct place place_to_answer(const struct wizard *w, enum section section, const char *item,
                             enum field field);

#endif

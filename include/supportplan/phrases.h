/*
 * Parts of a plan in words: the name of an item, a value, an amount with its period.
 * Reads plans only; every word of theirs is made fit to be shown.
 */
#ifndef SUPPORTPLAN_PHRASES_H
#define SUPPORTPLAN_PHRASES_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/* form may be NULL wherever it is asked for: then the words of the plan file stand in. */

/** Add a part that was made apart: where there was no memory for the part, there was none for the
 * whole. */
void phrase_join(struct text *out, const struct text *part);

/** Make what was added since a place begin with a capital letter. */
void phrase_capital(struct text *out, size_t from);

/** End a string as a sentence, unless it is empty or ended already. */
void phrase_end(struct text *out);
/** Time that is paid and time that is not: "19 h 30 m paid, 11 h unpaid"; "nothing". */
void phrase_time(const struct week_time *time, struct text *out);

/** An amount as a person reads it, to be used at once: amount_shown(p).s */
struct amount_shown {
    char s[MONEY_ROOM];
};
struct amount_shown amount_shown(pence p);

/** What a field is called: the form's label, or its name in the file. Never NULL. */
const char *phrase_label(const struct form *form, enum field field);
/** A word of a field's list as a person reads it. Never NULL. */
const char *phrase_word(const struct form *form, enum field field, const char *word);
/** The words a council uses; plain ones without a form. */
struct form_terms phrase_terms(const struct form *form);

/** What an item of a section is called: "Goal", translated; plural: "Goals". Borrowed for ever. */
const char *phrase_section(enum section section, bool plural);
/** The field that names an item of a section, or FIELD_NONE. */
enum field phrase_name_field(enum section section);
/** Whether a section's items are spoken of by number: "Goal 2". */
bool phrase_by_number(enum section section);
/** "Goal 2": what an item is called where it has no name of its own. */
void phrase_number(const struct plan *plan, enum section section, const char *item,
                   struct text *out);
/** The name of an item, on one line: "Sunrise Care", a question's words, or "Supporter 2". */
void phrase_item(const struct plan *plan, const struct form *form, enum section section,
                 const char *item, struct text *out);
/** An item as it is referred to elsewhere, not long: "Goal 2, go swimming". */
void phrase_reference(const struct plan *plan, const struct form *form, enum section section,
                      const char *item, struct text *out);
/** Add a name, or what a person typed, cut at a word where it is longer than 40 columns. */
void phrase_short(const char *name, struct text *out);
/** How many bytes of a name to say alone where it has more than so many columns: those before a
 * comma, a bracket or a word that leads on, such as "with", since "Support in my" says less than
 * "Support". 0 where there is no such place. */
size_t phrase_first_part(const char *name, int cols);
/** A value in a person's words; "not sure yet"; nothing where there is none. A text keeps its
 * newlines. */
void phrase_value(const struct plan *plan, const struct form *form, enum field field,
                  const char *item, struct text *out);

/** How often, after an amount: "a week", "every 4 weeks"; "" for EVERY_NONE. Borrowed for ever. */
const char *phrase_every(enum every every);
/** What a price is for: "an hour"; "" for UNIT_NONE. Borrowed for ever. */
const char *phrase_unit(enum unit unit);
/** Why something has no price yet, as a sentence. Borrowed for ever. */
const char *phrase_unpriced(enum unpriced why);
/** "2 lines have no price yet." */
void phrase_not_priced(size_t count, struct text *out);
/** How the year was counted: "52 weeks", "365 days". */
void phrase_basis(const struct budget *budget, struct text *out);
/** "14,064.18 a year (52 weeks)" */
void phrase_year(const struct budget *budget, pence year, struct text *out);
/** What comes once: "45.00 in the year (52 weeks)" */
void phrase_once(const struct budget *budget, pence year, struct text *out);
/** Every column of a sum: "4.53 a week, 18.12 every 4 weeks, 19.63 a month, 235.56 a year (52
 * weeks)". */
void phrase_columns(const struct budget *budget, const struct columns *columns, struct text *out);
/** How sure the budget is, with a blank in front: " (estimated)", " (final)"; nothing where not
 * said. */
void phrase_status(const struct budget *budget, struct text *out);
/** "0.47 more than the budget.", in the period that it was judged in. The budget is over. */
void phrase_over(const struct budget *budget, struct text *out);

#endif

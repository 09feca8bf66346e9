/*
 * Who steps in for each of those who support a person, as far as the plan says.
 */
#ifndef SUPPORTPLAN_COVER_H
#define SUPPORTPLAN_COVER_H

#include "supportplan/plan.h"

/** Who steps in for one of them. Strings are borrowed from the plan. */
struct cover {
    bool any;             /**< somebody is named, for whenever it is */
    bool ill, holiday;    /**< somebody is named for when they are ill, or on holiday */
    bool unsure;          /**< a "?" may be what is looked for */
    const char *nameless; /**< a row that names nobody, or NULL */
    const char *begun;    /**< a row that names nobody for certain, or not for when; or NULL */
};

/** Find it for all of them; all is nought, and has room for each supporter, by place. */
void cover_find(const struct plan *plan, struct cover *all);
/** Whether enough is said of one: for who is paid, who comes when they are ill and when they are on
 * holiday; for others, anybody. */
bool cover_enough(const struct cover *one, bool paid);
/** Whether a supporter is many people: a firm is never ill, but somebody from it may be. */
bool cover_is_firm(const struct plan *plan, const char *supporter);

#endif

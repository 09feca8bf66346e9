/*
 * Findings: one row and one small function a rule.
 * Reads a plan, its form and its sums; never changes them, never a face's business.
 */
#ifndef SUPPORTPLAN_CHECK_H
#define SUPPORTPLAN_CHECK_H

#include "supportplan/employer.h"
#include "supportplan/form.h"
#include "supportplan/spending.h"

/** How much a finding matters. */
enum level {
    LEVEL_MUST, /**< the plan is not ready to send */
    LEVEL_ASK,  /**< a question; a reason is an answer */
    LEVEL_NOTE, /**< only told */
};

/** Whose rule it is. Local policy is never shown as law. */
enum layer { LAYER_LAW, LAYER_USUAL, LAYER_COUNCIL, LAYER_HEALTH };

/** Something to look at. */
struct finding {
    const char *rule; /**< "R06"; borrowed for ever */
    enum level level;
    enum layer layer;
    enum section section; /**< where to go; SEC_ANSWER with item "important" for a question */
    char item[NAME_MAX_LEN + 1]; /**< "" where the section is meant */
    enum field field;            /**< the field to go to, or FIELD_NONE */
    char *message;               /**< one or two plain sentences; owned by the list */
    const char *remedy;          /**< what would put it right, translated; borrowed for ever */
};

struct findings {
    struct finding *list;
    size_t count;
    size_t must, ask, note; /**< how many of each level */
};

/** What is known of the world when a plan is checked. */
struct check_input {
    const struct plan *plan;
    const struct form *form;         /**< may be NULL: then the rules that need one are silent */
    const struct budget *budget;     /**< of this plan, counted */
    date today;                      /**< DATE_NONE where not known: then no date is in the past */
    const struct employer *employer; /**< of this plan; NULL: the rules about wages are silent */
    struct figure over_reserve;      /**< how much more is in the account than the council allows:
                                        reserve_count(); not known is silent */
    const struct spending *spending; /**< the guide; NULL: the rules about what to buy are silent */
    const struct rates *rates; /**< the legal rates; NULL: prices are not held against the wage of
                                  somebody of whom it is not said how they are employed */
};

/**
 * Check a plan by every rule: MUST first, then ASK, then NOTE; in a level by rule.
 *
 * @out    on ST_OK to be freed with findings_free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status check_plan(const struct check_input *in, struct findings *out);
/** The item of section reason that answers a question of a rule about an item ("" for none):
 * "r05-t3". False where such a name would be too long to be one; out says nothing then. */
bool check_reason_name(const char *rule, const char *item, char out[NAME_MAX_LEN + 1]);
/** Free the findings. Accepts {0}. */
void findings_free(struct findings *findings);
/** "MUST", "ASK" or "NOTE". Borrowed for ever. */
const char *level_name(enum level level);

/** A rule as it stands in the table: for help, the rules' page and tests. */
struct check_rule {
    const char *id;
    enum level level;
    enum layer layer;
    const char *title;  /**< what must hold; marked with N_(): show it through _() */
    const char *remedy; /**< what would put it right; likewise */
    const char *source; /**< where the rule comes from */
};

/** How many rules there are. */
size_t check_rule_count(void);
/** Rule i, from 0. */
const struct check_rule *check_rule(size_t i);

#endif

/*
 * The spending guide: words in a cost that somebody has a rule about, whose rule it is, and
 * what it says. It warns, and never forbids. Reads no files: see spending_file.
 */
#ifndef SUPPORTPLAN_SPENDING_H
#define SUPPORTPLAN_SPENDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "supportplan/status.h"

/** Who has the rule. Local policy is never shown as law. */
enum spending_layer {
    SPENDING_LAW,
    SPENDING_HEALTH,  /**< the national list of personal health budgets: money of the NHS only */
    SPENDING_USUAL,   /**< many councils */
    SPENDING_COUNCIL, /**< one council: that of a form */
};

/** What is said of it. */
enum spending_verdict {
    SPENDING_NOT_ALLOWED,
    SPENDING_ASK_FIRST,
    SPENDING_IN_PLAN,  /**< allowed where the plan says what it is for */
    SPENDING_CAPPED,   /**< up to a limit */
    SPENDING_NHS,      /**< a service that is the NHS's to pay */
    SPENDING_NHS_TASK, /**< a task that is, whoever does it */
};

/** One entry of the guide. */
struct spending_entry {
    enum spending_layer layer;
    enum spending_verdict verdict;
    unsigned places;  /**< a set of the places of room rates */
    char *form;       /**< SPENDING_COUNCIL: the form whose council it is; else "" */
    char *words;      /**< "lottery|gambling": see mention_any() */
    char *says;       /**< one sentence */
    char *source;     /**< where it was read, and when */
    size_t line;      /**< of the file */
    uint64_t letters; /**< with which its words begin: spending_add() fills it in */
};

/** The guide, in the order of the file. {0} is an empty one. */
struct spending {
    struct spending_entry *list;
    size_t count, cap;
};

/** Free the guide. Accepts {0}. */
void spending_free(struct spending *spending);
/** Add an entry (its strings are copied). ST_OK or ST_NOMEM. */
enum status spending_add(struct spending *spending, const struct spending_entry *entry);

/** What is asked of the guide. */
struct spending_question {
    const char *words; /**< what the money is for, as the person wrote it */
    unsigned place;    /**< one of the places of room rates */
    const char *form;  /**< the name of the plan's form, or "" */
    bool health;       /**< the NHS pays */
    bool nhs;          /**< whether it is asked what the NHS should pay, or what may be bought */
    bool task;         /**< in the week, not a thing to buy: only SPENDING_NHS_TASK speaks */
};

/**
 * The next entry that speaks of it: of each layer the first. Where the form's own council speaks,
 * what is usual does not.
 *
 * @from  where to look from; 0 at first, then the number of the entry before, plus 1
 * @return its number, or count where there is no more
 */
size_t spending_find(const struct spending *spending, const struct spending_question *question,
                     size_t from);

#endif

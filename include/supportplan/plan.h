/*
 * The facts of a plan, in order: (section, item, field, value).
 * Changed only through plan_do() and what is built on it, which gives back what was there.
 */
#ifndef SUPPORTPLAN_PLAN_H
#define SUPPORTPLAN_PLAN_H

#include "supportplan/calendar.h"
#include "supportplan/money.h"
#include "supportplan/notices.h"
#include "supportplan/schema.h"

/*
 * What always holds: an item is there as long as it has one fact or one odd row;
 * values are canonical (schema_accept) and not empty; items keep the order in
 * which they were added; every reference names an item that is there, or is "?".
 */
struct plan;

/** At the end, wherever a place is asked for. */
#define PLAN_LAST SIZE_MAX

/** What is known of a value. */
enum known {
    NOT_GIVEN, /**< there is no such fact */
    NOT_SURE,  /**< "not sure yet", or a row for it that could not be used */
    KNOWN,
};

/** Make an empty plan; NULL where there is no memory. The caller frees it with plan_free(). */
struct plan *plan_new(void);
/** Free a plan. Accepts NULL. */
void plan_free(struct plan *plan);
/** An equal plan of its own; NULL where there is no memory. The caller frees it with plan_free().
 */
struct plan *plan_copy(const struct plan *plan);
/** Whether two plans hold the same facts, unknown facts and odd rows, in the same order. An odd row
 * is its cells: on which line it stood does not count. */
bool plan_equal(const struct plan *a, const struct plan *b);

/** What reading found, beside the plan. */
struct plan_opening {
    struct notices notices; /**< what a person is told on opening; free with notices_free() */
    bool read_only;         /**< its format is above the one this version writes */
    bool keep_original; /**< cut short or edited (no right end row), or read leniently, or letters
                           guessed: keep the file beside the new one before the first save */
    bool changed_form;  /**< writing it would give other bytes than were read */
};

/* Reading. Strings are borrowed until the plan changes. item is "" in sections without items. */

/** The value, "?" where only an odd row speaks for it, or NULL where there is none. */
const char *plan_get(const struct plan *plan, enum field field, const char *item);
/** The fact itself: NULL where there is none, though an odd row may speak for it. */
const char *plan_fact(const struct plan *plan, enum field field, const char *item);
/** The value as a string that is never NULL: "" where there is none. */
const char *plan_str(const struct plan *plan, enum field field, const char *item);
/** How much is known of a value. */
enum known plan_known(const struct plan *plan, enum field field, const char *item);
/** The same; a value of nothing but blanks is not given. */
enum known plan_said(const struct plan *plan, enum field field, const char *item);
/** Each of these sets out on KNOWN and leaves it untouched otherwise. */
enum known plan_money(const struct plan *plan, enum field field, const char *item, pence *out);
enum known plan_number(const struct plan *plan, enum field field, const char *item, int64_t *out);
enum known plan_minutes(const struct plan *plan, enum field field, const char *item, minutes *out);
enum known plan_clock(const struct plan *plan, enum field field, const char *item, minutes *out);
enum known plan_days(const struct plan *plan, enum field field, const char *item, weekdays *out);
enum known plan_date(const struct plan *plan, enum field field, const char *item, date *out);
/** The number of the word in the field's list (schema_word_index). */
enum known plan_word(const struct plan *plan, enum field field, const char *item, int *out);
/** Whether a yes/no or word field says exactly this word. */
bool plan_is(const struct plan *plan, enum field field, const char *item, const char *word);

/** Whether it says that somebody decides for the person: who decides is known, and begins with no
 * "no", "nobody" or "me", as those answer who are asked whether somebody does. */
bool plan_has_decider(const struct plan *plan);

/** How many items a section has (for one without items, 1 where it has facts, else 0). */
size_t plan_count(const struct plan *plan, enum section section);
/** The name of item i, from 0, in the plan's order. i is below plan_count(). */
const char *plan_item(const struct plan *plan, enum section section, size_t i);
/** Whether an item of that section may have the name. One that may not is there where a row that
 * could not be used names it: it holds no facts, and plan_set() gives it none. */
bool plan_name_ok(enum section section, const char *name);
/** The place of an item in its section, or PLAN_LAST where it is not there. */
size_t plan_place(const struct plan *plan, enum section section, const char *item);
/**
 * Step through the names of a KIND_REFS value: name i into out.
 * @return false past the last one, or where the value is not known
 */
bool plan_ref(const struct plan *plan, enum field field, const char *item, size_t i,
              char out[NAME_MAX_LEN + 1]);
/** The next of several names with blanks between, as a KIND_REFS value has them, into out. Returns
 * what follows it, or NULL past the last one. */
const char *plan_next_name(const char *names, char out[NAME_MAX_LEN + 1]);
/** Whether a KIND_REFS value names it. */
bool plan_refers(const struct plan *plan, enum field field, const char *item, const char *name);
/** Add the names of a KIND_REFS value with one more, or without it where it is there already. */
void plan_refs_turned(const struct plan *plan, enum field field, const char *item, const char *name,
                      struct text *out);
/** Whether a name may stand in a reference to that section now: an item that is there, "budget"
 * among funds, "w1" where there is no week. */
bool plan_ref_ok(const struct plan *plan, enum section to, const char *name);

/* Facts this version does not know, and rows it could not use. */

/** How many facts are unknown: unknown fields of known items, and unknown sections. */
size_t plan_unknown_count(const struct plan *plan);
/** Unknown fact i; each string borrowed. Those of known sections first, in the file's order. */
void plan_unknown(const struct plan *plan, size_t i, const char **section, const char **item,
                  const char **field, const char **value);

/** Why a row could not be used. */
enum odd_why {
    ODD_VALUE,     /**< the value is not of its kind */
    ODD_NAME,      /**< the item's name breaks the rules */
    ODD_REFERENCE, /**< it names an item that is not there */
    ODD_CELLS,     /**< more or fewer than four cells */
    ODD_SECOND,    /**< a second row for the same fact */
    ODD_AFTER_END, /**< it stands after the end row */
};

/** A row that could not be used: kept cell by cell. */
struct odd_row {
    enum odd_why why;
    size_t line;      /**< line of the file it was read from, from 1 */
    enum field field; /**< the fact it was meant to be; FIELD_NONE where that can't be told */
    const char *const *cells; /**< borrowed */
    size_t cell_count;
};

/** How many rows could not be used. */
size_t plan_odd_count(const struct plan *plan);
/** Odd row i, from 0, in the file's order. i is below plan_odd_count(). */
struct odd_row plan_odd(const struct plan *plan, size_t i);

/* Changing. */

/** What an edit does. */
enum edit_kind {
    EDIT_SET,        /**< put a value, or take the fact away (value NULL) */
    EDIT_MOVE,       /**< put an item at another place in its section */
    EDIT_ODD_REMOVE, /**< take an odd row away; place is its number */
    EDIT_ODD_INSERT, /**< put one at place; cells are its cells */
};

/** One change. Strings are owned by the edit: free them with edit_free(). */
struct edit {
    enum edit_kind kind;
    char *section, *item, *field; /**< names, as in the file */
    char *value;                  /**< canonical, or NULL to take the fact away */
    size_t place; /**< EDIT_SET: where a new item goes; EDIT_MOVE: where to; EDIT_ODD_*: which */
    size_t at; /**< EDIT_SET of an unknown field: its place among the unknown ones; EDIT_ODD_INSERT:
                  where an item that only this row speaks for goes */
    char **cells; /**< EDIT_ODD_INSERT only */
    size_t cell_count;
    size_t line;
    enum odd_why why;
};

/** The edits of one action, in the order in which they are to be done. */
struct edits {
    struct edit *list;
    size_t count, cap;
};

/** Free what an edit holds. */
void edit_free(struct edit *edit);
/** Free a list and all its edits; it is empty after. */
void edits_free(struct edits *edits);

/**
 * Carry out one edit: the only function that changes a plan.
 *
 * Known fields must have canonical values (an assert); this does not judge references.
 * On ST_OK a plan written before and after doing undo is the same, byte for byte.
 *
 * @undo   on ST_OK the edit that turns it round (the caller frees it); may be NULL
 * @return ST_OK; ST_NOMEM or ST_UNKNOWN (no such item, place or row), and nothing is changed
 */
enum status plan_do(struct plan *plan, const struct edit *edit, struct edit *undo);

/*
 * Built on plan_do(). Each adds what turns it round to undo, in the order in which
 * it was done (so that undoing goes from the last to the first); undo may be NULL.
 * On failure the plan is as it was before the call.
 */

/** Put a known field. value NULL or "" takes it away. A new item goes to place. */
enum status plan_set(struct plan *plan, enum field field, const char *item, const char *value,
                     size_t place, struct edits *undo);
/** Put a fact by its names; for unknown ones too. */
enum status plan_set_named(struct plan *plan, const char *section, const char *item,
                           const char *field, const char *value, struct edits *undo);
/** Put an item at another place. */
enum status plan_move(struct plan *plan, enum section section, const char *item, size_t place,
                      struct edits *undo);
/** Take an item away with all its facts; references to it become "?" (in a list of several names,
 * the name goes). */
enum status plan_remove(struct plan *plan, enum section section, const char *item,
                        struct edits *undo);
/** The name for a new item of a numbered section: its number is above every one ever used. Sets
 * plan.last; add a fact to make the item. */
enum status plan_new_item(struct plan *plan, enum section section, char out[NAME_MAX_LEN + 1],
                          struct edits *undo);
/** A new item of a numbered section that says all that another says. On failure a part may be done:
 * undo has it. */
enum status plan_double(struct plan *plan, enum section section, const char *item,
                        char out[NAME_MAX_LEN + 1], struct edits *undo);
/** Keep a row that could not be used, at the end. cells are copied. */
enum status plan_add_odd(struct plan *plan, enum odd_why why, size_t line, const char *const *cells,
                         size_t cell_count, struct edits *undo);
/** Take odd row i away. */
enum status plan_remove_odd(struct plan *plan, size_t i, struct edits *undo);
/** Turn an action round: undoes done from its last edit to its first; redo (may be NULL) gets what
 * turns that round. */
enum status plan_undo(struct plan *plan, const struct edits *done, struct edits *redo);

/* Filling. */

/**
 * Put a known field into a plan that is being read: quicker than plan_set(), for there is
 * nothing to undo. A new item goes to the end. References are not judged.
 *
 * @value  canonical, not empty
 * @return ST_OK, ST_EXISTS where the fact is there already, or ST_NOMEM: nothing is changed
 */
enum status plan_load(struct plan *plan, enum field field, const char *item, const char *value);
/** The same for another field of the item that plan_load() put one into last: it need not be looked
 * for. Nothing else was done with the plan since. */
enum status plan_load_more(struct plan *plan, enum field field, const char *value);

#endif

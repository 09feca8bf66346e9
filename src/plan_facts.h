/*
 * How a plan keeps its facts, for plan.c and its neighbours only.
 */
#ifndef PLAN_FACTS_H
#define PLAN_FACTS_H

#include <stddef.h>

#include "supportplan/index.h"
#include "supportplan/plan.h"

/* Values and items as they were read, one behind the other: a plan has many, each piece of memory
 * costs, and few are ever changed. They go with the plan. */
struct block {
    struct block *next;
    size_t used, size;
    _Alignas(max_align_t) char bytes[];
};

/* A fact that this version does not know. */
struct fact {
    struct index_entry
        entry; /* of known sections the key is the field, of others all three names */
    char *section, *item, *field; /* within the key; the first two NULL in known sections */
    char *value;
    struct fact *next; /* among the spare ones */
};

/* An item: there as long as its weight is not 0. Its known fields go by their place in their
 * section. */
struct item {
    struct index_entry entry; /* the key is its name with the NUL, behind the values */
    enum section section;
    uint32_t own;         /* a bit a field: its value stands in no block, and is freed */
    bool in_block;        /* the item itself stands in one, and is not freed */
    size_t weight;        /* values + unknown facts + odd rows that speak for it */
    struct index unknown; /* facts */
    struct item *next;    /* among the spare ones */
    size_t *odd;          /* of each field, how many odd rows speak for it; NULL where none did */
    char *values[];       /* of each field; NULL where it is not given */
};
#define ITEM_FIELDS_MAX 32

/* An odd row, kept. */
struct odd {
    enum odd_why why;
    size_t line;
    enum field field;
    char **cells;
    size_t cell_count;
};

/* Where reading was last, so that stepping through costs no search. */
struct cursor {
    struct item *found[SEC_COUNT]; /* the item asked for last; NULL where it has gone */
    struct item *loaded;           /* by plan_load(), last */
    bool valid;                    /* the rest, which is plan_unknown()'s */
    size_t i;
    enum section section;
    size_t item;
    size_t fact;
};

struct plan {
    struct index items[SEC_COUNT];
    struct index strange;  /* facts of unknown sections */
    size_t unknown_fields; /* unknown facts of known sections */
    struct odd *odd;
    size_t odd_count, odd_cap;
    struct cursor *cursor; /* on its own, as reading moves it */
    struct block *blocks;  /* the newest first */
    /*
     * What an action took away, until the action has ended: turning it round
     * after a failure then needs no memory.
     */
    struct item *spare_items;
    struct fact *spare_facts;
};

/* The item of that name, or NULL. */
struct item *facts_item(const struct plan *plan, enum section section, const char *name);
/* The same, made at place where it is not there. NULL on a failure, told in *st. */
struct item *facts_make_item(struct plan *plan, enum section section, const char *name,
                             size_t place, enum status *st);
/* How many bytes an item of that name takes. */
size_t facts_item_size(enum section section, const char *name);
/* Begin an item in so many bytes, which are nought. */
struct item *facts_begin_item(void *room, enum section section, const char *name);
/* The place of a field in its section. */
static inline int facts_place(enum field field)
{
    return (int)field - (int)schema_sections[schema_fields[field].section].first;
}
/* What the field at a place reads as: its value, "?" where only an odd row speaks for it, or NULL.
 */
const char *facts_read(const struct item *item, int place);
/* Let the value at a place of an item and another change places; either may be NULL. ST_OK, or
 * ST_NOMEM and nothing is changed: never for a value that was put here since the plan was read. */
enum status facts_swap_value(struct item *item, int place, char **value);
/* The unknown fact of those names (section, item, field), or NULL; section is SEC_NONE where it is
 * unknown. */
struct fact *facts_unknown(const struct plan *plan, enum section section,
                           const char *const names[3]);
/* Put a new fact at edit->at among others, with the edit's value. */
enum status facts_add(struct plan *plan, struct index *facts, enum section section,
                      struct edit *edit);
/* Take a fact away; the edit gets its value and place. */
void facts_take(struct plan *plan, struct index *facts, struct fact *fact, struct edit *edit);
/* Take an item away if nothing speaks for it any longer. */
void facts_settle(struct plan *plan, struct item *item);
/* Let two strings change places. */
void facts_swap(char **a, char **b);
/* Free the cells of an odd row. Accepts NULL. */
void facts_free_cells(char **cells, size_t count);
/* The item that an odd row speaks for: sets section and name; false where it speaks for none. */
bool facts_odd_item(const struct odd *odd, enum section *section, const char **name);
/*
 * Do an edit and turn it round in place: after ST_OK it is what undoes it, after
 * a failure (ST_NOMEM, ST_UNKNOWN) nothing has changed. Undoing the edits of one
 * action, from the last to the first, does not fail until facts_end() is called.
 */
enum status facts_apply(struct plan *plan, struct edit *edit);
/* The action has ended: let go of what it took away. */
void facts_end(struct plan *plan);

#endif

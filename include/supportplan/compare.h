/*
 * In which facts two plans differ.
 */
#ifndef SUPPORTPLAN_COMPARE_H
#define SUPPORTPLAN_COMPARE_H

#include "supportplan/plan.h"

/** A fact that two plans have otherwise, or only one of them has. Strings owned. */
struct change {
    char *section, *item, *field; /**< names, as in the file */
    enum field known;             /**< FIELD_NONE for a fact that this version does not know */
};

/** {0} is none. */
struct changes {
    struct change *list;
    size_t count, cap;
};

/** Free what it holds; it is empty after. */
void changes_free(struct changes *changes);
/**
 * List the facts that differ: in the order of the file, those of items that only the second plan
 * has behind the others of their section. The order of items, the day of the last change, the
 * highest number used and rows that could not be used are left out.
 *
 * @out  set on ST_OK, untouched otherwise; changes_free()
 * @return ST_OK or ST_NOMEM
 */
enum status compare_plans(const struct plan *a, const struct plan *b, struct changes *out);
/** What a plan says there: its value, or NULL. Borrowed. */
const char *compare_value(const struct plan *plan, const struct change *change);

#endif

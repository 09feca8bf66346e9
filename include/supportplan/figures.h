/*
 * The figures of the money page, top to bottom, and how each was worked out.
 * Does no sums of its own: see budget.
 */
#ifndef SUPPORTPLAN_FIGURES_H
#define SUPPORTPLAN_FIGURES_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/** Room for a key: "fund.NAME.cost.week". */
#define FIGURE_KEY (NAME_MAX_LEN + 24)

/** One figure of the money page. */
struct money_figure {
    char *label;  /**< "I pay (contribution)"; owned */
    char *detail; /**< how it was worked out, in words and numbers; owned; may be "" */
    bool known;
    bool year_only; /**< only the year has a figure */
    struct columns columns;
    int indent; /**< 0 or 1 */
    /** The keys of `budget --csv` that it stands for, a week and a year; "" where there is none:
     * see explain. */
    char week_key[FIGURE_KEY], year_key[FIGURE_KEY];
};
/** The money page's figures, top to bottom; freed with figures_free(). ST_OK or ST_NOMEM. */
enum status figures_make(const struct plan *plan, const struct form *form,
                         const struct budget *budget, struct money_figure **list, size_t *count);
void figures_free(struct money_figure *list, size_t count);

#endif

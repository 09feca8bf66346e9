/*
 * How each figure of `budget --csv` was worked out, in words and numbers that anyone can check
 * with a pencil. Does no sums of its own: see budget, working, employer, payments and reserve.
 *
 * A sum stands at the end of its sentence: "Wash and dress: 5 x 90 x 13.87 / 60 = 104.03,
 * rounded." Money is in pounds there, time in minutes. The last number of an explanation is the
 * figure itself.
 */
#ifndef SUPPORTPLAN_EXPLAIN_H
#define SUPPORTPLAN_EXPLAIN_H

#include "supportplan/employer.h"
#include "supportplan/form.h"
#include "supportplan/notices.h"

/** What is explained from; all borrowed, of one plan. */
struct explain_input {
    const struct plan *plan;
    const struct form *form; /**< may be NULL */
    const struct budget *budget;
    const struct employer *employer; /**< may be NULL: then no employer's key is known */
};

/** A kind of key. In its name W, F, S and N stand for the name of a week, a fund and a supporter,
 * and the number of a payment. */
struct explain_kind {
    const char *name; /**< "week.W.cost" */
    const char *what; /**< what it is, a sentence; not translated */
};

/** How many kinds of keys there are. */
size_t explain_kind_count(void);
/** A kind, from 0, in the order of `budget --csv`. */
struct explain_kind explain_kind_at(size_t i);

/**
 * Explain a figure: a sentence for each step, the first says what it is.
 *
 * @key    as `budget --csv` has it: "left.week", "employer.s1.year"
 * @out    added to; on failure it may hold some of the sentences
 * @return ST_OK; ST_UNKNOWN where the plan has no such key; ST_NOMEM
 */
enum status explain_key(const struct explain_input *in, const char *key, struct notices *out);

#endif

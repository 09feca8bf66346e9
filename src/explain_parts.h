/*
 * What the parts of explain share.
 */
#ifndef EXPLAIN_PARTS_H
#define EXPLAIN_PARTS_H

#include "supportplan/explain.h"
#include "supportplan/phrases.h"

/* The columns of a sum, as keys name them. */
enum column { COLUMN_WEEK, COLUMN_4WEEKS, COLUMN_MONTH, COLUMN_YEAR };

/* An explanation in the making. */
struct explaining {
    const struct explain_input *in;
    const struct plan *plan;
    const struct budget *budget;
    const char *item; /* of the week, fund, supporter; the number of the payment */
    int part;         /* what the kind of key asks for: a column, a line, a fact */
    struct telling said;
};

/* Takes what a sentence holds. */
void explain_take(struct explaining *e, struct text *sentence);
void explain_say(struct explaining *e, const char *sentence);

/* Sums. */

/* A fraction of whole numbers, times others: "x 13 / 52". What is 1 is not shown. */
#define SCALE_MAX 4
struct scale {
    int64_t times[SCALE_MAX], parts[SCALE_MAX];
    int count;
    bool apart; /* each factor is shown, though together they are shorter */
};
void scale_add(struct scale *scale, int64_t times, int64_t parts);
struct fraction scale_of(const struct scale *scale, struct fraction f);
void scale_words(const struct scale *scale, struct text *out);
/* From money by a period to the year, and from the year to a column, on the budget's basis. */
void scale_to_year(const struct budget *budget, enum every every, struct scale *scale);
void scale_to_column(const struct budget *budget, enum column column, struct scale *scale);
/* One column of a sum. */
pence column_of(const struct columns *columns, enum column column);
enum every column_every(enum column column);

/* Say "Wash and dress: 5 x 90 x 13.87 / 60 = 104.03, rounded." Takes what name and sum hold; exact
 * is in pence, p what it was rounded to. A sum that is the result already stands alone. */
void explain_sum(struct explaining *e, struct text *name, struct text *sum, struct fraction exact,
                 pence p);
/* "104.03 + 97.09 = 201.12."; terms are added with add_sum_term(). */
struct adding {
    struct text t;
    pence sum;
    size_t count;
};
void adding_term(struct adding *a, pence p);
/* Say the sum, where it has more than one term. name stands before it, or "". */
void adding_say(struct explaining *e, struct adding *a, const char *name);
/* "Budget 275.00, costs 270.47: 275.00 - 270.47 = 4.53." */
void explain_less(struct explaining *e, pence from, const pence *less, size_t count);

/* "The lower of 46.35 and 275.00 = 46.35." */
void explain_lower(struct explaining *e, pence a, pence b);

/* Kinds of keys. */
void explain_charge(struct explaining *e);
void explain_basis(struct explaining *e);
void explain_week_cost(struct explaining *e);
void explain_week_time(struct explaining *e);
void explain_week_weeks(struct explaining *e);
void explain_cost(struct explaining *e);
void explain_support(struct explaining *e);
void explain_other(struct explaining *e);
void explain_once(struct explaining *e);
void explain_set_aside(struct explaining *e);
void explain_budget(struct explaining *e);
void explain_status(struct explaining *e);
void explain_left(struct explaining *e);
void explain_used(struct explaining *e);
void explain_contribution(struct explaining *e);
void explain_council(struct explaining *e);
void explain_fund_cost(struct explaining *e);
void explain_fund_amount(struct explaining *e);
void explain_fund_left(struct explaining *e);
void explain_not_priced(struct explaining *e);
void explain_job_total(struct explaining *e);
void explain_job_plan_year(struct explaining *e);
void explain_job_hour(struct explaining *e);
void explain_job_part(struct explaining *e);
void explain_job_wage(struct explaining *e);
void explain_job_minutes(struct explaining *e);
void explain_job_unchecked(struct explaining *e);
void explain_reserve(struct explaining *e);
void explain_payment(struct explaining *e);
void explain_letter(struct explaining *e);

#endif

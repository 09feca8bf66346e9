/*
 * Who gives how much time, paid and unpaid, person by person and day by day. Reads plans only; and
 * the sentences about it.
 */
#ifndef SUPPORTPLAN_SPLIT_H
#define SUPPORTPLAN_SPLIT_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/** The days of the week, and one more for what varies. */
#define SPLIT_DAYS 8
#define SPLIT_VARIES 7

/** One person's time. No cover in any of these. */
struct split_person {
    const char *supporter; /**< s1; "" for somebody not known yet; borrowed */
    struct week_time days[SPLIT_DAYS];
    struct week_time all;
};

/** The time of one kind of week. */
struct split {
    struct split_person *people; /**< those with time in it, in the plan's order */
    size_t count;
    struct week_time days[SPLIT_DAYS]; /**< the sum of the people's */
    struct week_time all;              /**< paid and unpaid as week_count() has them */
};

/** Divide the time of a pattern. A line belongs to the day on which it begins.
 * @out  on ST_OK to be freed with split_free(); untouched otherwise. It borrows the plan's strings
 * @return ST_OK or ST_NOMEM */
enum status split_make(const struct plan *plan, const struct budget *budget, const char *pattern,
                       struct split *out);
/** Free it. Accepts {0}. */
void split_free(struct split *split);

/** The days that have the same paid and unpaid time as one (0 to 6), from it on. */
weekdays split_days_like(const struct split *split, int day);

/* Sentences. form may be NULL. Each adds to out. */

/** The days of somebody's paid or unpaid time, those with equal time together: "Monday to Friday 2
 * h, Saturday 1 h, times vary 3 h". */
void split_days_words(const struct split_person *person, bool paid, struct text *out);
/** What somebody does, paid, then unpaid: "10 h paid a week: Monday to Friday 2 h." A part that
 * there is not is left out. */
void split_person_words(const struct split_person *person, struct text *out);
/** Whether who helps unpaid has said that they can and want to: "Willing and able: yes, they said
 * so."; nothing for who is paid only, or is no person. */
void split_willing_words(const struct plan *plan, const struct form *form,
                         const struct split_person *person, struct text *out);
/** The name of a person, or "Somebody not known yet". */
void split_name(const struct plan *plan, const struct form *form, const char *supporter,
                struct text *out);

#endif

/*
 * The sums of SPEC section 2; nothing else converts between periods.
 * Reads a plan and never changes it: no text, no files, no clock, no screen.
 *
 * Everything between is an exact fraction; a figure is rounded once, half up, a line
 * at a time, and every total is the sum of the rounded lines above it.
 */
#ifndef SUPPORTPLAN_BUDGET_H
#define SUPPORTPLAN_BUDGET_H

#include "supportplan/week.h"
#include "supportplan/year.h"

/** How a year is counted (plan field year-basis). */
enum basis {
    BASIS_52,    /**< 52 weeks, 13 four-weeks, 12 months */
    BASIS_DAYS,  /**< 365/7: the days of the plan year, divided by 7 */
    BASIS_DATED, /**< day by day, from the plan's year-start */
};

/** How often money comes or goes. The numbers are those of F_COST_EVERY and F_FUND_EVERY. */
enum every { EVERY_WEEK, EVERY_4WEEKS, EVERY_MONTH, EVERY_YEAR, EVERY_ONCE, EVERY_NONE };

/** What a rate is for. The numbers are those of F_RATE_UNIT. */
enum unit { UNIT_HOUR, UNIT_VISIT, UNIT_NIGHT, UNIT_DAY, UNIT_SESSION, UNIT_WEEK, UNIT_NONE };

/** Money that may be unknown: an unknown amount is never nought. */
struct figure {
    bool known;
    pence p; /**< 0 where not known */
};

/** One sum in its four columns (SPEC 2.7). week is the average week of the year. */
struct columns {
    pence week, four_weeks, month, year;
};

/** Why a line has no price yet. */
enum unpriced {
    PRICED,
    UNPRICED_RATE,   /**< on one of its days no rate is chosen */
    UNPRICED_PRICE,  /**< the rate, or the cost, has no price */
    UNPRICED_UNIT,   /**< the rate has no unit; a cost has no every */
    UNPRICED_LENGTH, /**< it has no length and the price is by the hour */
    UNPRICED_UNSURE, /**< its week, days, rate, workers, sharing, times, quantity or payer is "?" */
    UNPRICED_WEEKS,  /**< its year only: the weeks of a pattern are "?" */
    UNPRICED_HOLIDAY, /**< its dated year only: on a bank holiday it has no price */
    UNPRICED_LARGE,   /**< its week or year comes to more than PENCE_MAX */
};

/** A timetable line or cost with its sums. Strings are borrowed from the plan. */
struct budget_line {
    enum section section; /**< SEC_TIME or SEC_COST */
    const char *item;
    enum payer payer;
    const char *fund;  /**< PAYER_FUND: "budget", "f1"; else "" */
    enum unpriced why; /**< why its ordinary week has no price, PRICED where it has; UNPRICED_WEEKS,
                          UNPRICED_HOLIDAY or UNPRICED_LARGE where only its year has none */
    bool week_priced;  /**< ordinary is right (0 for an unpaid line) */
    bool year_priced;  /**< columns is right */
    bool once;         /**< a cost of once: columns.year only */
    bool set_aside;    /**< contingency money of the personal budget */
    pence ordinary; /**< a timetable line: what an ordinary week of it costs (SPEC 2.4), rounded */
    struct columns columns; /**< rounded, each alone */
    const char *rates[7]; /**< a timetable line: the rate chosen for each weekday, "" where none */
    enum unit unit;       /**< of the rate, where all its days have the same; else UNIT_NONE */
    struct figure price;  /**< of the rate, where all its days have the same; of a cost its price */
    int64_t weeks;        /**< weeks of the year, where known; whole ones on BASIS_DATED */
};

/** One week pattern: its running total and time. */
struct budget_pattern {
    const char *item; /**< "w1" where the plan names none; borrowed */
    pence cost;       /**< the running total: what the personal budget pays in this week */
    struct week_time time;
    bool weeks_known;
    int64_t weeks; /**< the field; 52 where none */
    int days;      /**< BASIS_DATED: how many days of the year have it; else 0 */
};

/** A fund that is not the personal budget. */
struct budget_fund {
    const char *item;    /**< "f1"; borrowed */
    struct columns cost; /**< regular; set-aside counts as an ordinary cost here */
    pence once;          /**< its once costs */
    struct figure amount_year;
    struct figure left_year; /**< amount - cost - once */
};

/** All sums of a plan. */
struct budget {
    enum basis basis; /**< what was counted */
    int year_days;    /**< days of the plan year */
    struct year year; /**< BASIS_DATED: the plan year; else {0} */

    struct week_line
        *timetable; /**< the timetable lines as week_line() reads them, in the plan's order */
    struct budget_line *lines; /**< timetable lines in the plan's order, then costs */
    size_t line_count;
    struct budget_pattern *patterns;
    size_t pattern_count;
    int64_t weeks_total; /**< all patterns' weeks together */
    bool weeks_known;    /**< on BASIS_DATED always: the days are counted */
    bool dated_asked; /**< the plan asks for the dated year; without a year-start it is counted as
                         52 weeks */
    bool any_line;    /**< there is a timetable line or a cost */
    struct budget_fund *funds;
    size_t fund_count;

    struct columns cost;      /**< timetable lines and regular costs that the budget pays */
    struct columns support;   /**< of these the timetable lines */
    struct columns other;     /**< of these the costs */
    pence once_year;          /**< the budget's one-off costs */
    struct columns set_aside; /**< contingency money; its year includes what is set aside once */

    bool amount_known;      /**< the budget has an amount and a period */
    struct figure amount;   /**< as the letter has it */
    enum every every;       /**< the letter's period; EVERY_NONE where not given */
    int status;             /**< number of the word of F_FUND_STATUS; -1 where none */
    struct columns amounts; /**< the budget converted; where amount_known */
    struct columns
        left; /**< budget - cost - set_aside (the year also - once_year); where amount_known */
    int64_t used_hundredths; /**< (cost.year + set_aside.year) / amounts.year, in hundredths of a
                                percent, half up; -1 where not known */
    bool over; /**< more is planned than there is, in the letter's period or as SPEC 2.9 has it in
                  the year */
    enum every over_every; /**< where over: in which period */
    pence over_by;         /**< where over: by how much, above 0 */

    bool split_known; /**< the three figures are known */
    struct columns
        contribution;       /**< what the person pays: no more than the budget; where split_known */
    struct columns council; /**< amounts - contribution; where split_known */

    size_t not_priced; /**< timetable lines and costs without a price yet, whoever pays (week or
                          year) */
};

/**
 * Do all the sums of a plan.
 *
 * @out    on ST_OK to be freed with budget_free(); untouched otherwise. It borrows the plan's
 * strings: count again after every change
 * @return ST_OK or ST_NOMEM
 */
enum status budget_count(const struct plan *plan, struct budget *out);
/** The same, with the one-off bank holidays of a table, or NULL; it is borrowed by the budget. */
enum status budget_count_with(const struct plan *plan, const struct holidays *table,
                              struct budget *out);
/** Free what a budget holds. Accepts {0}. */
void budget_free(struct budget *budget);

/** The line of an item, or NULL. */
const struct budget_line *budget_line_of(const struct budget *budget, enum section section,
                                         const char *item);
/** What a timetable line (by its number in the plan) costs on one of its days of an ordinary week,
 * rounded; 0 where it is unpaid. Not known where it has no price, on another day, and where its
 * days vary. A price by the week is owed on the first day that has it. day from 0 (Monday). */
struct figure budget_visit(const struct plan *plan, const struct budget *budget, size_t i, int day);
/** What the personal budget pays for the lines of a pattern that begin on a day: the sum of
 * budget_visit(). Not known where one of them has no price. */
struct figure budget_day(const struct plan *plan, const struct budget *budget, const char *pattern,
                         int day);
/** Whether so much left, in place of what is, would be enough in every period in which this budget
 * is judged (SPEC 2.9). The amount is known. */
bool budget_fits(const struct budget *budget, const struct columns *left);
/** What regular money comes to in the year, exactly, on the basis of a budget. every is known. */
struct fraction budget_year_money(const struct budget *budget, pence amount, enum every every);
/** What the person was assessed to pay in the year, exactly. False where it is not known; year is 0
 * then. */
bool budget_contribution(const struct plan *plan, const struct budget *budget,
                         struct fraction *year);
/** What the personal budget allows a week, rounded down: so many weeks of it are never more than
 * its year. amount_known. */
pence budget_allows_a_week(const struct budget *budget);
/** Whether a total for the year is what is planned: with or without what is put aside, and what
 * comes once. Each is a total that somebody may give. */
bool budget_is_planned(const struct budget *budget, pence year);
/** One column of a sum; EVERY_ONCE and EVERY_NONE are the year. */
pence columns_in(const struct columns *columns, enum every every);

#endif

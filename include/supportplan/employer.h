/*
 * What it costs to employ somebody: wages, holiday, pension, National Insurance and the
 * rest, by the pay day and by the year. Reads plans and rates; never changes them.
 *
 * Between is everything exact; a line is rounded once for a pay day, and a year is so many
 * pay days of it. The year is 52 weeks, as payroll counts it.
 */
#ifndef SUPPORTPLAN_EMPLOYER_H
#define SUPPORTPLAN_EMPLOYER_H

#include "supportplan/budget.h"
#include "supportplan/rates.h"

/** How old somebody is. The numbers are those of F_EMPLOYMENT_AGE. */
enum age_band {
    AGE_16_17,
    AGE_18_20,
    AGE_21,
    AGE_22,
    AGE_23_PLUS,
    AGE_PENSION, /**< State Pension age or more */
    AGE_APPRENTICE,
    AGE_NONE
};

/** How often wages are paid. The numbers are those of F_EMPLOYMENT_PAID_EVERY. */
enum pay_every { PAY_WEEK, PAY_2WEEKS, PAY_4WEEKS, PAY_MONTH, PAY_NONE };

/** Whether hours change. The numbers are those of F_EMPLOYMENT_HOURS. */
enum job_hours { HOURS_REGULAR, HOURS_IRREGULAR, HOURS_PART_YEAR, HOURS_NONE };

/** What a yes/no field says. */
enum reply { REPLY_NONE, REPLY_NO, REPLY_YES };

/** What the law sets for a year, a nation and a pay day. A member is NULL where this copy of
 * the rates has none; each is borrowed from the rates. */
struct law {
    const struct rates *rates;
    tax_year year;
    enum region place;
    enum pay_every every;
    const struct legal_rate *ni_rate, *ni_threshold, *allowance;
    const struct legal_rate *pension_rate, *pension_lower, *pension_trigger, *pension_upper;
    const struct legal_rate *holiday_weeks, *holiday_days;
    const struct legal_rate *accrual; /**< 12.07 per cent; there is none in Northern Ireland */
    const struct legal_rate *mile, *mile_after;
    const struct legal_rate *ssp_week, *ssp_percent, *ssp_waiting;
    const struct legal_rate *ssp_least; /**< up to 2025/26 who earns less a week has none */
    const struct legal_rate *redundancy_cap;
};

/** What is known of somebody's job. Strings are borrowed from the plan. */
struct job {
    const char *item;      /**< j1 */
    const char *supporter; /**< s1, or "" */
    enum age_band age;
    enum pay_every every;
    enum job_hours hours;
    enum reply cover, only_me, allowance, sleeps, included;
    enum reply pension; /**< in: yes; out: no; none: as the law has it */
    unsigned unsure; /**< a bit for each enum part that a "?" leaves unknown: 1 << PART_MILEAGE */

    bool pay_known;          /**< hourly, flat and minutes are right */
    bool any_time;           /**< the timetable has a line of theirs */
    struct figure wage;      /**< the one wage for all hours, where there is one */
    struct fraction minutes; /**< paid by the hour, in the average week */
    struct fraction hourly;  /**< what these come to, in pence */
    struct fraction flat;    /**< prices by the night, visit, day, session and week */
    struct fraction nights;  /**< prices by the night: how many a week */
    minutes awake;           /**< in such a night; paid by the hour */
    int days;                /**< on how many different days of a week; 0 where not known */

    int64_t miles;         /**< in four weeks; 0 where none */
    struct figure mileage; /**< for a mile; not known: the tax-free rate */
    struct figure insurance, training, recruitment, payroll;
    int64_t payrolls; /**< how often a year payroll help is paid; 0 where not known */
};

/** The lines of what an employer pays, in the order in which they are shown. */
enum part {
    PART_WAGES,
    PART_FLAT,      /**< sleep-in nights and other flat prices */
    PART_AWAKE,     /**< woken in sleep-in nights */
    PART_HOLIDAY,   /**< 12.07 per cent of pay, for hours that change */
    PART_NI,        /**< employer's National Insurance */
    PART_ALLOWANCE, /**< the Employment Allowance, below nought */
    PART_PENSION,
    PART_COVER, /**< somebody else in 5.6 weeks of holiday */
    PART_MILEAGE,
    PART_INSURANCE,
    PART_PAYROLL,
    PART_TRAINING,
    PART_RECRUITMENT, /**< once */
    PART_COUNT
};

/** Why a line is not known. */
enum gap {
    GAP_NONE,
    GAP_PAY,       /**< no wage, no price, no hours, or a "?" in them */
    GAP_EVERY,     /**< how often wages are paid */
    GAP_AGE,       /**< how old they are */
    GAP_HOURS,     /**< whether hours change */
    GAP_COVER,     /**< whether somebody steps in */
    GAP_ALLOWANCE, /**< whether the allowance is claimed, or can be */
    GAP_PENSION,   /**< whether they are in a pension: an apprentice's age does not say */
    GAP_UNSURE,    /**< a "?" in the field itself */
    GAP_RATE,      /**< a rate is not in this copy */
};

/** One line. */
struct part_sum {
    bool there;      /**< it is shown */
    enum gap gap;    /**< GAP_NONE where period and year are right */
    const char *key; /**< GAP_RATE: the rate that is missing; else "" */
    pence period;    /**< each pay day; 0 for what does not come with the pay */
    pence year;
    pence plan_year; /**< the same in the days of the plan's year: see employer_cost */
    bool by_pay_day; /**< it comes with the pay */
};

/** What one person costs. */
struct employer_cost {
    struct job job;
    struct law law;
    struct part_sum parts[PART_COUNT];
    int pay_days;  /**< in 52 weeks; 0 where not known */
    bool known;    /**< every line that is there is known */
    pence pay_day; /**< the sum of the lines that come with the pay */
    pence year;    /**< the sum of the year's lines, without what comes once */
    pence once;
    pence week, four_weeks; /**< the year / 52 and / 13 */
    int plan_days; /**< days of the plan's year where its basis counts them; 364: it is 52 weeks */
    pence plan_year;    /**< the sum of the lines' plan_year: what hangs on time x plan_days / 364,
                           each    rounded; what the plan tells by the year or month is the same */
    struct figure hour; /**< the year / the hours in which somebody is there */
    struct fraction leave; /**< weeks of holiday a year, exact; 0 where not known */
};

/** How often a year wages are paid: 52, 26, 13 or 12; 0 for PAY_NONE. */
int pay_days_a_year(enum pay_every every);

/** The day whose rates hold for a plan: the start of its year, or today where it has none.
 * The five days from 1 to 5 April belong to the tax year that follows. */
tax_year employer_year(const struct plan *plan, date today);

/** Find what the law sets. rates may be {0}. */
struct law law_of(const struct rates *rates, tax_year year, enum region place,
                  enum pay_every every);
/** The lowest wage an hour of an age on a day, or NULL. From 1 April the new one holds. */
const struct legal_rate *law_minimum(const struct rates *rates, enum age_band age, date day,
                                     enum region place);

/* The parts, each on its own. Money in pence. */

/** Employer's National Insurance on one pay day: basis points of what is above the threshold,
 * by the rule of payroll: cut at four decimals of a pound, then up only from a third decimal
 * of 6. */
pence ni_of(pence pay, pence threshold, int64_t basis_points);
/** Employer's pension on one pay day: a part of pay between lower and upper, half up. */
pence pension_of(pence pay, pence lower, pence upper, int64_t basis_points);
/** Mileage: so many miles at the first rate, those above 10,000 at the other. */
pence mileage_of(int64_t miles, pence first, pence after);
/** Sick pay for some days: weekly x days / qualifying days of the week, up to a whole penny. */
pence ssp_of(struct fraction weekly, int64_t days, int64_t qualifying);
/** Statutory sick pay a week on average weekly earnings. False where this copy does not say. */
bool ssp_week_of(const struct law *law, pence earnings, struct fraction *out);
/** Redundancy pay: so much a week, which counts no higher than the cap, for each year of service;
 * rounded once. */
pence redundancy_of(int age, int years, pence week, pence cap);
/** Redundancy pay in half weeks: years of service before an age, 20 at most; fewer than 2 is none.
 */
int64_t redundancy_half_weeks(int age, int years);

/**
 * Work out what a job costs.
 *
 * @allowance_left  what is left of the year's Employment Allowance
 */
void employer_cost_of(const struct job *job, const struct law *law, pence allowance_left,
                      struct employer_cost *out);

/** The same job at another wage for all its hours. */
struct job job_at_wage(const struct job *job, pence wage);
/** The same job with other paid minutes in the average week, at its one wage. */
struct job job_at_minutes(const struct job *job, minutes each);
/**
 * The highest wage an hour, in whole pence, that costs no more than so much a week.
 *
 * @return  known; not known where the job costs more without any wage, or a line is not known
 */
struct figure employer_wage_for(const struct job *job, const struct law *law, pence allowance_left,
                                pence week);
/** The most minutes a week, down to 15, that cost no more than so much a week at the job's wage.
 * False as above, or where there is no one wage. */
bool employer_minutes_for(const struct job *job, const struct law *law, pence allowance_left,
                          pence week, minutes *out);

/** Everybody that a plan employs. {0} is nobody. */
struct employer {
    struct employer_cost *list; /**< in the order of the plan's employment items */
    size_t count;
};

/** Read one job of a plan. budget is of this plan, counted. */
struct job job_read(const struct plan *plan, const struct budget *budget, const char *item);
/** Work out what everybody costs; the allowance is shared in the plan's order. Of somebody who has
 * two jobs the first counts, and the second is nobody's. ST_OK (free it with employer_free()) or
 * ST_NOMEM. */
enum status employer_count(const struct plan *plan, const struct budget *budget,
                           const struct rates *rates, date today, struct employer *out);
/** Free it. Accepts {0}. */
void employer_free(struct employer *employer);
/** What is left of the allowance for one of them, when those before it have had theirs. */
pence employer_allowance_left(const struct employer *employer, size_t i);
/** What they earn in the average week, holiday that comes with the pay too. */
struct figure employer_weekly_pay(const struct employer_cost *cost);
/** The cost of a supporter's job, or NULL. */
const struct employer_cost *employer_of(const struct employer *employer, const char *supporter);
/** What the plan counts for a supporter in the average week: their lines that are paid, and regular
 * costs that name them. Not known where one of these has no price. */
struct figure employer_planned(const struct plan *plan, const struct budget *budget,
                               const char *supporter);

#endif

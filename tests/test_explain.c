/*
 * How every figure was worked out: each key of budget --csv has an explanation, its sums are
 * done again here, and its last number is the figure.
 */
#include "test.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "legal.h"
#include "pencil.h"
#include "scarce.h"
#include "source_file.h"
#include "supportplan/explain.h"
#include "supportplan/report.h"
#include "world.h"

/* A plan with all that can be explained; a year basis, and what else, is put to it. */
#define RICH                                                                                       \
    "about - nation=england; week w1 name=Term weeks=39; week w2 name=Holidays weeks=13;"          \
    "supporter s1 name=Sunrise kind=agency; supporter s2 name=Sam kind=pa;"                        \
    "supporter s3 name=Mum kind=family; supporter s4 name=Jo kind=pa;"                             \
    "rate r1 supporter=s1 price=13.87 unit=hour checked=2026-04-01;"                               \
    "rate r2 supporter=s1 price=20.81 unit=hour when=weekend;"                                     \
    "rate r3 supporter=s1 price=27.74 unit=hour when=bank-holiday;"                                \
    "rate r4 supporter=s2 price=13.00 unit=hour; rate r5 price=77.95 unit=night;"                  \
    "rate r6 supporter=s4 price=14.50 unit=hour; rate r7 price=21.35 unit=week;"                   \
    "rate r8 supporter=s1 price=9.99 unit=visit minutes=20;"                                       \
    "time t1 what=Wash days=" EVERY_DAY " start=08:00 end=09:25 supporter=s1;"                     \
    "time t2 what=Evening days=Mon,Tue,Wed start=18:00 minutes=25 supporter=s1 workers=2;"         \
    "time t3 what=Out week=w1 minutes=200 times=3 supporter=s2;"                                   \
    "time t4 what=Shopping days=Tue,Thu start=10:00 end=14:00 supporter=s2;"                       \
    "time t5 what=Night days=Fri start=22:00 end=06:00 supporter=s4 rate=r5;"                      \
    "time t6 what=Waking days=Sat start=22:00 end=07:10 supporter=s1 sharing=3;"                   \
    "time t7 what=Lunch days=Sun start=12:00 end=14:00 supporter=s3;"                              \
    "time t8 what=Alarm days=Mon,Tue start=09:00 end=09:30 supporter=s1 rate=r7;"                  \
    "time t9 what=Pool minutes=60 supporter=s1 times=3 pays=f1;"                                   \
    "time t10 what=Later supporter=s1 days=Mon start=15:00;"                                       \
    "time t11 what=Sitting days=Wed start=13:00 end=15:20 supporter=s4 workers=2 week=w2;"         \
    "cost c1 what=Bus price=7.77 quantity=3 every=4weeks; cost c2 what=Club price=31.00 "          \
    "every=month;"                                                                                 \
    "cost c3 what=Hoist price=450.00 every=once; cost c4 what=Aside price=300.00 every=year "      \
    "set-aside=yes; cost c5 what=Aside price=50.00 every=once set-aside=yes;"                      \
    "cost c6 what=Taxi price=3.33 every=week pays=f1; cost c7 what=Shoes price=80.00 every=once "  \
    "pays=f1; cost c8 what=Gym every=month;"                                                       \
    "fund budget amount=1650.00 every=4weeks status=final; fund f1 name=NHS amount=120.00 "        \
    "every=month; fund f2 name=Own; contribution - amount=46.35 every=week charged=week;"          \
    "money - paid-every=month first-payment=2026-04-15 account=3150.00 reserve-weeks=8 "           \
    "owed-holiday=412.60 owed-tax=88.20 letter-payment=1500.00;"                                   \
    "employment j1 supporter=s2 age=23-plus paid-every=4weeks hours=regular holiday-cover=yes "    \
    "only-me=yes allowance=yes insurance=90.00 payroll=8.00 payroll-every=week miles=40 "          \
    "recruitment=120.00;"                                                                          \
    "employment j2 supporter=s4 age=21 paid-every=month hours=irregular only-me=no pension=in "    \
    "sleeps=yes awake=45;"

struct told {
    struct plan *plan;
    struct budget budget;
    struct rates rates;
    struct employer employer;
    struct text csv;
};

/* What is told of the law borrows the rates, so all of it stays where it is made. */
static void told_begin(struct told *t, const char *facts)
{
    *t = (struct told){.plan = given_plan(RICH), .rates = legal_rates()};
    given(t->plan, facts);
    assert_int_equal(budget_count(t->plan, &t->budget), ST_OK);
    assert_int_equal(
        employer_count(t->plan, &t->budget, &t->rates, date_of(2026, 4, 10), &t->employer), ST_OK);
    assert_int_equal(report_budget_csv(&t->budget, &t->csv), ST_OK);
    assert_int_equal(report_more_csv(&t->budget, &t->csv), ST_OK);
    assert_int_equal(report_employer_csv(t->plan, &t->budget, &t->employer, &t->csv), ST_OK);
    assert_int_equal(report_payments_csv(t->plan, &t->budget, &t->csv), ST_OK);
}

static void told_end(struct told *t)
{
    text_free(&t->csv);
    employer_free(&t->employer);
    rates_free(&t->rates);
    budget_free(&t->budget);
    plan_free(t->plan);
}

static enum status explain(const struct told *t, const char *key, struct notices *out)
{
    const struct explain_input in = {t->plan, NULL, &t->budget, &t->employer};
    return explain_key(&in, key, out);
}

/* Keys whose value is a word, a date or a sum of its own. */
static bool is_number(const char *key)
{
    size_t len = strlen(key);
    return strcmp(key, "basis") != 0 && strcmp(key, "budget.status") != 0 &&
           (len < 5 || strcmp(key + len - 5, ".date") != 0);
}

/* A value as a person reads it stands at the end of the last sentence. */
static void judge_last(const char *key, const char *value, const char *last)
{
    struct number figure = {0, 1}, said = {0, 1};

    if (*value == '\0' || !is_number(key))
        return;
    if (!number_read(value, &figure) || !last_number(last, &said))
        fail_msg("%s: no figure in \"%s\"", key, last);
    else if (!number_equal(figure, said))
        fail_msg("%s is %s, and \"%s\" ends otherwise", key, value, last);
}

/* One key: it has an explanation, whose sums are right. How many sums there were. */
static size_t judge_key(const struct told *t, const char *key, const char *value)
{
    struct notices said = {NULL, 0};
    size_t sums = 0;

    enum status st = explain(t, key, &said);
    if (st != ST_OK || said.count < 2)
        fail_msg("%s: status %d, %zu sentences", key, (int)st, said.count);
    for (size_t i = 0; i < said.count; i++) {
        const char *why = pencil_judge(said.list[i]);
        if (why)
            fail_msg("%s: %s: %s", key, said.list[i], why);
        sums += pencil_is_sum(said.list[i]);
    }
    judge_last(key, value, said.list[said.count - 1]);
    notices_free(&said);
    return sums;
}

/* Every key that is printed. How many sums there were. */
static size_t judge_all(struct told *t)
{
    size_t sums = 0;
    char *rest = NULL, *row = strtok_r(t->csv.data, "\n", &rest); /* the header */

    while ((row = strtok_r(NULL, "\n", &rest))) {
        char *comma = strchr(row, ',');
        assert_non_null(comma);
        *comma = '\0';
        sums += judge_key(t, row, comma + 1);
    }
    return sums;
}

static void every_key_is_explained_and_every_sum_is_right(void **state)
{
    static const char *const cases[] = {
        "plan - title=T",
        "plan - year-start=2026-04-01",
        "plan - year-basis=365/7",
        "plan - year-basis=365/7 year-start=2027-04-01",
        "plan - year-basis=dated year-start=2026-04-01",
        "plan - year-basis=dated year-start=2026-04-01; week w1 starts=2026-04-06 every=2",
        "plan - year-basis=dated",
        "about - nation=northern-ireland; money - paid-every=4weeks paid-as=gross",
        "contribution - status=nil; fund budget every=year; money - paid-every=year",
        "contribution - amount=900.00; money - account=3000.00 reserve-of=council",
        "employment j1 hours=?; employment j2 age=?; fund budget amount=?",
        "employment j1 holiday-cover=no wage=15.11; contribution - status=not-assessed",
        "rate r5 price=?; rate r1 price=?; week w1 weeks=?; money - owed-tax=?",
        "employment j1 miles=900; fund budget every=week; week w2 dates=2026-08-01/2026-08-31",
        "employment j1 pension=in; employment j2 hours=part-year; money - paid-every=2weeks",
        "time t10 end=16:00; cost c8 price=9.99",
        "money - letter-payment=1500.00 letter-payment-on=2026-06-20 owed-redundancy=100.00",
        "money - letter-payment=1500.00 letter-payment-on=?; plan - year-start=2026-04-01",
        ("time t10 end=16:00; cost c8 price=9.99; contribution - charged=4weeks; plan - "
         "year-basis=dated year-start=2026-04-01; week w1 starts=2026-03-30 every=2"),
        "time t1 rate=r7; time t2 rate=r7; fund budget every=month; money - paid-every=week",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct told t;
        told_begin(&t, cases[i]);
        size_t sums = judge_all(&t);
        if (sums < 60) /* the plan is worth explaining */
            fail_msg("case %zu has %zu sums only", i, sums);
        told_end(&t);
    }
}

/* With every line priced nothing is empty but what other funds and jobs leave open. */
static void the_charge_of_a_plan_is_known_once_every_line_has_a_price(void **state)
{
    struct told t;
    (void)state;
    told_begin(&t, "time t10 end=16:00; cost c8 price=9.99");
    assert_non_null(strstr(text_str(&t.csv), "\nnotpriced,0\n"));
    const char *row = strstr(text_str(&t.csv), "\ncharge.year,");
    assert_non_null(row);
    /* every week of it costs more than the 46.35 that were assessed: 52 x 46.35 */
    assert_memory_equal(row, "\ncharge.year,2410.20\n", 21);
    told_end(&t);
}

static bool is_a(const char *kind, const char *key)
{
    while (*kind && *key) {
        if (isupper((unsigned char)*kind)) {
            key += strcspn(key, ".");
            kind++;
        } else if (*kind++ != *key++) {
            return false;
        }
    }
    return *kind == *key;
}

/* The kind of a key, from 0, or a failure. */
static size_t kind_of(const char *key)
{
    for (size_t i = 0; i < explain_kind_count(); i++)
        if (is_a(explain_kind_at(i).name, key))
            return i;
    fail_msg("%s is of no kind", key);
    return 0;
}

static void the_kinds_of_keys_are_those_that_are_printed_in_that_order(void **state)
{
    struct told t;
    told_begin(&t, "plan - title=T");
    size_t next = 0; /* the kind that is yet to come */
    char *rest = NULL, *row = strtok_r(t.csv.data, "\n", &rest);

    (void)state;
    while ((row = strtok_r(NULL, "\n", &rest))) {
        row[strcspn(row, ",")] = '\0';
        size_t kind = kind_of(row);
        if (kind > next)
            fail_msg("%s comes before %s", row, explain_kind_at(next).name);
        next += kind == next;
    }
    assert_int_equal(next, explain_kind_count());
    told_end(&t);
}

/* A key as the manual has it, without what makes it bold or slanted. */
static void add_plain(struct text *out, const char *line)
{
    for (const char *c = line; *c; c++) {
        if (*c == '\\' && c[1] == 'f' && c[2])
            c += 2;
        else if (*c != ' ' && *c != '"' && *c != '\\')
            text_add_char(out, *c);
    }
}

/* Whether this is how a kind of key is called. */
static bool is_kind(const char *name)
{
    for (size_t i = 0; i < explain_kind_count(); i++)
        if (strcmp(explain_kind_at(i).name, name) == 0)
            return true;
    return false;
}

/* The keys of one entry of the manual, each with a comma after it. */
static size_t judge_entry(const char *line)
{
    struct text plain = {0};
    char *rest = NULL;
    size_t count = 0;

    add_plain(&plain, line + strcspn(line, " ")); /* after .B, .BI or .BR */
    for (char *key = strtok_r(plain.data, ",", &rest); key; key = strtok_r(NULL, ",", &rest)) {
        if (!is_kind(key))
            fail_msg("the manual has %s", key);
        count++;
    }
    text_free(&plain);
    return count;
}

static void the_manual_lists_the_keys_that_are_printed(void **state)
{
    size_t len, count = 0;
    char *manual = source_file("src/supportplan.1", &len);
    char *from = strstr(manual, ".SS budget"), *to = strstr(manual, ".SS check"), *rest = NULL;
    bool entry = false;

    (void)state;
    assert_non_null(from);
    assert_non_null(to);
    *to = '\0';
    for (char *c = strstr(from, "\\\n"); c; c = strstr(c, "\\\n"))
        c[0] = c[1] = ' '; /* an entry that goes on in the next line */
    for (char *line = strtok_r(from, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (entry)
            count += judge_entry(line);
        entry = strcmp(line, ".TP") == 0;
    }
    assert_int_equal(count, explain_kind_count());
    free(manual);
}

static void a_wrong_sum_is_found(void **state)
{
    static const struct {
        const char *sentence;
        bool right;
    } cases[] = {
        {"Wash: 5 x 90 x 13.87 / 60 = 104.03, rounded.", true}, /* 104.025 */
        {"Wash: 5 x 90 x 13.87 / 60 = 104.02, rounded.", false},
        {"Wash: 5 x 90 x 13.87 / 60 = 104.03.", false},
        {"1,000.00 + 97.09 = 1,097.09.", true},
        {"1,000.00 + 97.09 = 1,097.08.", false},
        {"(1.00 + 2.00) x 3 - 10.00 = -1.00.", true},
        {"1.00 + 2.00 x 3 = 9.00.", false},
        {"The lower of 46.35 and 275.00 = 46.35.", true},
        {"The lower of 46.35 and 275.00 = 275.00.", false},
        {"100.00 / 0 = 0.00.", false},
        {"10 minutes = 10.", false},
        /* V05: 37p x 15% = 5.55p: cut at four decimals, the third is 5, so down */
        {"0.37 x 15 / 100 = 0.05, rounded as payroll does.", true},
        {"0.37 x 15 / 100 = 0.06, rounded as payroll does.", false},
        {"No sum.", true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if ((pencil_judge(cases[i].sentence) == NULL) != cases[i].right)
            fail_msg("%s", cases[i].sentence);
}

/* Sentence i, from 0, of an explanation. */
static void judge_sentence(const struct told *t, const char *key, size_t i, const char *want)
{
    struct notices said = {NULL, 0};

    assert_int_equal(explain(t, key, &said), ST_OK);
    if (i >= said.count || strcmp(said.list[i], want) != 0)
        fail_msg("%s says \"%s\"", key, i < said.count ? said.list[i] : "");
    notices_free(&said);
}

/* The explanation of a key in one string. */
static bool says(const struct told *t, const char *key, const char *words)
{
    struct notices said = {NULL, 0};
    bool found = false;

    assert_int_equal(explain(t, key, &said), ST_OK);
    for (size_t i = 0; i < said.count; i++)
        found = found || strstr(said.list[i], words);
    notices_free(&said);
    return found;
}

/* 39 of 52 weeks, four of them: 200 x 13.00 / 60 x 3 would leave out where the 3 comes from. */
static void the_weeks_of_a_line_are_not_hidden_in_a_factor(void **state)
{
    struct told t;
    (void)state;
    told_begin(&t, "plan - title=T");
    assert_true(says(&t, "cost.4weeks",
                     "Out, with Sam, in 39 weeks, 13.00 an hour: "
                     "200 x 13.00 / 60 x 39 / 52 x 4 = 130.00."));
    assert_true(says(&t, "cost.week", "200 x 13.00 / 60 x 39 / 52 = 32.50."));
    told_end(&t);
}

static void a_week_is_read_from_monday_on(void **state)
{
    struct told t;
    (void)state;
    told_begin(&t, "plan - title=T");
    /* after what the figure is, and that two people at once count once */
    struct notices said = {NULL, 0};
    assert_int_equal(explain(&t, "week.w1.cover", &said), ST_OK);
    assert_true(said.count > 2);
    assert_memory_equal(said.list[2], "Monday ", 7);
    notices_free(&said);
    told_end(&t);
}

static void minutes_are_spoken_of_where_a_price_is_by_the_hour(void **state)
{
    struct told t;
    (void)state;
    told_begin(&t, "plan - title=T");
    assert_true(says(&t, "support.week", "Times are in minutes."));
    assert_true(says(&t, "week.w1.cost", "Times are in minutes."));
    assert_false(says(&t, "other.week", "Times are in minutes."));
    assert_false(says(&t, "once.year", "Times are in minutes."));
    judge_sentence(&t, "used.percent", 0, "How much of the year's budget is planned, in percent.");
    told_end(&t);
}

static void no_memory_is_told_and_leaves_nothing(void **state)
{
    static const char *const keys[] = {"cost.year", "employer.s2.year", "employer.s2.wage.most",
                                       "week.w1.cover", "pay.1.planned"};
    struct told t;
    (void)state;
    told_begin(&t, "plan - year-basis=dated year-start=2026-04-01");
    for (size_t k = 0; k < COUNT(keys); k++)
        for (int round = 0; scarce_from(&round);) {
            struct notices said = {NULL, 0};
            enum status st = explain(&t, keys[k], &said);
            if (st != (scarce_hit() ? ST_NOMEM : ST_OK))
                fail_msg("%s, round %d: status %d", keys[k], round, (int)st);
            notices_free(&said);
        }
    told_end(&t);
}

/* Whoever made the list of rates may have left some out: then what stands on them is not known. */
static void rates_that_are_not_there_are_no_harm(void **state)
{
    static const struct {
        const char *key, *facts;
    } left_out[] = {
        {"holiday_statutory_weeks", "employment j1 holiday-cover=no"},
        {"holiday_accrual_irregular", "employment j1 holiday-cover=no"},
        {"ni_employer_rate", "employment j1 holiday-cover=no"},
        {"employment_allowance", "employment j1 holiday-cover=no"},
        {"mileage_car_first_10000", "employment j1 holiday-cover=no"},
        /* nobody pays National Insurance for them, so the sum is known without the threshold */
        {"ni_secondary_threshold_4week", "employment j1 age=18-20"},
        {"ni_secondary_threshold_4week", "employment j1 age=23-plus"},
        {"ae_trigger_4week", "employment j1 pension=out"},
        {"ssp_weekly", "employment j1 age=18-20"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(left_out); i++) {
        struct told t;
        told_begin(&t, left_out[i].facts);
        for (size_t r = 0; r < t.rates.count; r++)
            if (strcmp(t.rates.list[r].key, left_out[i].key) == 0)
                t.rates.list[r].key[0] = 'X';
        employer_free(&t.employer);
        assert_int_equal(
            employer_count(t.plan, &t.budget, &t.rates, date_of(2026, 4, 10), &t.employer), ST_OK);
        text_clear(&t.csv);
        assert_int_equal(report_budget_csv(&t.budget, &t.csv), ST_OK);
        assert_int_equal(report_more_csv(&t.budget, &t.csv), ST_OK);
        assert_int_equal(report_employer_csv(t.plan, &t.budget, &t.employer, &t.csv), ST_OK);
        assert_true(judge_all(&t) > 20);
        told_end(&t);
    }
}

static void a_key_that_the_plan_has_not_is_not_known(void **state)
{
    static const char *const keys[] = {"",
                                       "cost",
                                       "cost.",
                                       "cost.week.",
                                       "cost.day",
                                       "week.w9.cost",
                                       "week..cost",
                                       "fund.budget.cost.week",
                                       "fund.f9.cost.week",
                                       "employer.s1.year",
                                       "pay.0.date",
                                       "pay.13.date",
                                       "pay.x.date",
                                       "week.W.cost"};
    struct told t;
    (void)state;
    told_begin(&t, "plan - title=T");
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct notices said = {NULL, 0};
        if (explain(&t, keys[i], &said) != ST_UNKNOWN)
            fail_msg("%s is explained", keys[i]);
        assert_int_equal(said.count, 0);
    }
    told_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_explained_and_every_sum_is_right),
        cmocka_unit_test(the_charge_of_a_plan_is_known_once_every_line_has_a_price),
        cmocka_unit_test(the_kinds_of_keys_are_those_that_are_printed_in_that_order),
        cmocka_unit_test(the_manual_lists_the_keys_that_are_printed),
        cmocka_unit_test(a_wrong_sum_is_found),
        cmocka_unit_test(the_weeks_of_a_line_are_not_hidden_in_a_factor),
        cmocka_unit_test(a_week_is_read_from_monday_on),
        cmocka_unit_test(minutes_are_spoken_of_where_a_price_is_by_the_hour),
        cmocka_unit_test(no_memory_is_told_and_leaves_nothing),
        cmocka_unit_test(rates_that_are_not_there_are_no_harm),
        cmocka_unit_test(a_key_that_the_plan_has_not_is_not_known),
    };
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}

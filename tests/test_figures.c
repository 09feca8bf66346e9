/* The figures of the money page. What is worked out here by hand stands in a comment. */
#include "test.h"

#include <string.h>

#include "supportplan/figures.h"
#include "world.h"

#define WEEKLY "time t1 days=Mon start=08:00 minutes=600 supporter=s1;"

/* The figure whose label begins so, or a failure. */
static const struct money_figure *figure_named(const struct money_figure *list, size_t count,
                                               const char *label)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(list[i].label, label, strlen(label)) == 0)
            return &list[i];
    fail_msg("there is no figure '%s'", label);
    return NULL;
}

static void each_figure_says_how_it_was_worked_out(void **state)
{
    static const struct {
        const char *facts, *label;
        bool known;
        pence week, year;
        const char *detail;
    } cases[] = {
        /* 10 h x 12.00 = 120.00 a week, 6240.00 a year */
        {PA WEEKLY "fund budget amount=130.00 every=week status=indicative",
         "My personal budget (estimated)", true, 13000, 676000, "The letter says 130.00 a week."},
        {PA WEEKLY "fund budget amount=130.00", "My personal budget", false, 0, 0,
         "The plan says 130.00. For how long is not known yet."},
        {PA WEEKLY, "My personal budget", false, 0, 0, "The amount is not known yet."},
        {PA WEEKLY "fund budget amount=130.00 every=week", "Left", true, 1000, 52000,
         "130.00 - 120.00 = 10.00 a week. 6,760.00 - 6,240.00 = 520.00 a year (52 weeks)."},
        {PA WEEKLY "fund budget amount=100.00 every=week", "More than the budget", true, 2000,
         104000,
         "100.00 - 120.00 = -20.00 a week. 5,200.00 - 6,240.00 = -1,040.00 a year (52 weeks). "
         "20.00 more than the budget."},
        /* 520.00 left in the year, 600.00 once: 80.00 over in the year, though not in the week */
        {PA WEEKLY "fund budget amount=130.00 every=week; cost c1 price=600.00 every=once",
         "Left (minus: over)", true, 1000, -8000,
         "130.00 - 120.00 = 10.00 a week. 6,760.00 - 6,240.00 - 600.00 = -80.00 a year (52 weeks). "
         "80.00 more than the budget in the year (52 weeks)."},
        {PA WEEKLY, "Left", false, 0, 0, "Known once the budget is known."},
        {PA WEEKLY "fund budget amount=130.00 every=week; contribution - amount=30.00 every=week",
         "I pay", true, 3000, 156000, "I was told 30.00 a week."},
        {PA WEEKLY "fund budget amount=130.00 every=week; contribution - amount=30.00 every=week",
         "The council pays", true, 10000, 520000, "130.00 - 30.00 = 100.00 a week."},
        {PA WEEKLY "fund budget amount=130.00 every=week; contribution - amount=200.00 every=week",
         "I pay", true, 13000, 676000,
         "I was told 200.00 a week. It is never more than the budget."},
        {PA WEEKLY "fund budget amount=130.00 every=week; contribution - status=nil", "I pay", true,
         0, 0, "I pay nothing."},
        {PA WEEKLY "contribution - status=not-assessed", "I pay", false, 0, 0,
         "Known once the budget and what I pay are known."},
        {PA WEEKLY, "Support in my week", true, 12000, 624000, "120.00 a week."},
        {PA WEEKLY "time t2 days=Tue start=08:00 minutes=60 supporter=s1", "Support in my week",
         true, 13200, 686400, "120.00 + 12.00 = 132.00 a week."},
        {PA WEEKLY "time t2 days=Tue start=08:00 supporter=s1", "Support in my week", true, 12000,
         624000, "120.00 a week. 1 line has no price yet."},
        {"supporter s1 kind=pa;" WEEKLY, "Support in my week", false, 0, 0,
         "1 line has no price yet."},
        /* 300.00 a year is 5.77 a week; and 50.00 once stands in the year only */
        {"cost c1 price=300.00 every=year set-aside=yes; cost c2 price=50.00 every=once "
         "set-aside=yes",
         "Put aside for when things go wrong", true, 577, 35000, "5.77 a week. 50.00 once."},
        {"cost c1 price=45.00 every=once; cost c2 price=5.00 every=once", "Paid once", true, 0,
         5000, "45.00 + 5.00 = 50.00 once."},
        {"fund f1 name=NHS amount=100.00 every=year; cost c1 price=1.00 every=week pays=f1",
         "Paid by: NHS", true, 100, 5200, "In the year (52 weeks), left: 100.00 - 52.00 = 48.00."},
        {"fund f1 name=NHS; cost c1 price=1.00 every=once pays=f1", "Paid by: NHS", true, 0, 0,
         "And 1.00 once. How much there is of it is not known yet."},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        struct money_figure *list = NULL;
        size_t count = 0;
        assert_int_equal(figures_make(w.plan, NULL, &w.b, &list, &count), ST_OK);
        const struct money_figure *got = figure_named(list, count, cases[i].label);
        if (got->known != cases[i].known || strcmp(got->detail, cases[i].detail) != 0)
            fail_msg("case %zu, %s: %s", i, got->label, got->detail);
        if (got->known &&
            (got->columns.week != cases[i].week || got->columns.year != cases[i].year))
            fail_msg("case %zu, %s: %lld a week, %lld a year", i, got->label,
                     (long long)got->columns.week, (long long)got->columns.year);
        figures_free(list, count);
        world_end(&w);
    }
}

static void what_comes_once_is_not_shown_where_there_is_none(void **state)
{
    struct world w = world_of(PA WEEKLY);
    struct money_figure *list = NULL;
    size_t count = 0;

    (void)state;
    assert_int_equal(figures_make(w.plan, NULL, &w.b, &list, &count), ST_OK);
    for (size_t i = 0; i < count; i++)
        assert_string_not_equal(list[i].label, "Paid once");
    figures_free(list, count);
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_says_how_it_was_worked_out),
        cmocka_unit_test(what_comes_once_is_not_shown_where_there_is_none),
    };

    return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}

/* Payments in words, and as rows for scripts. */
#include "supportplan/arrivals.h"
#include "supportplan/report.h"
#include "world.h"

/* V23 and V29: 310.00 a week, contribution 46.35: 185.40 in four weeks, x 13 / 12 = 200.85. */
#define V23                                                                                        \
    "plan - year-start=2026-04-01; fund budget amount=310.00 every=week;"                          \
    "contribution - status=amount amount=46.35 every=week;"                                        \
    "money - paid-every=4weeks first-payment=2026-04-01 "

static bool says(const struct notices *said, const char *sentence)
{
    for (size_t i = 0; i < said->count; i++)
        if (strcmp(said->list[i], sentence) == 0)
            return true;
    return false;
}

static void each_payment_and_the_standing_order_are_said(void **state)
{
    static const struct {
        const char *paid_as;
        const char *payment;
    } cases[] = {
        {"paid-as=net",
         "1 April 2026, for 28 days: 1,240.00 less my part, 185.40, is 1,054.60. The "
         "plan spends 0.00 in that time."},
        {"paid-as=gross", "1 April 2026, for 28 days: 1,240.00 comes. The bill for my part is "
                          "185.40. The plan spends 0.00 in that time."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[300];
        struct notices said = {0};
        snprintf(facts, sizeof facts, "%s%s", V23, cases[i].paid_as);
        struct world w = world_of(facts);
        assert_int_equal(arrivals_say(w.plan, &w.b, &said), ST_OK);
        assert_int_equal(said.count, 16); /* 14 payments */
        if (!says(&said, "14 payments come in the year, every 4 weeks.") ||
            !says(&said, cases[i].payment) ||
            !says(&said, "Four weeks are not a month. A standing order each month must be 200.85, "
                         "not 185.40. Else my part is 185.40 short in a year."))
            fail_msg("%s: %s", cases[i].paid_as, said.list[1]);
        notices_free(&said);
        world_end(&w);
    }
}

/* The first on 1 April 2026 makes 14 payments, on the 15th 13 (research 1.3). 52 x 46.35 is
 * 2,410.20; nothing is planned, so nothing is charged. */
static void a_rare_payment_and_the_charge_are_to_be_minded(void **state)
{
    static const struct {
        const char *facts, *says;
    } cases[] = {
        {"", "Most years have 13 payments. This one has 14."},
        {"first-payment=2026-04-15",
         "Every 4 weeks is not every month: 13 payments come in most years, not 12."},
        {"paid-every=week first-payment=2026-04-01",
         "Most years have 52 payments. This one has 53."},
        {"", "Ask whether your part is charged each week or every 4 weeks. It is never more than "
             "the support of that time costs."},
        {"; contribution - charged=4weeks",
         "Your part is charged four weeks at a time. It is never more than the support of that "
         "time costs. In 52 weeks that is 0.00."},
        {"; contribution - charged=week; supporter s1 kind=agency;"
         "rate r1 supporter=s1 price=100.00 unit=hour; time t1 days=Mon start=08:00 end=09:00 "
         "supporter=s1",
         "Your part is charged week by week. It is never more than the support of that time "
         "costs. In 52 weeks that is 2,410.20."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[500];
        struct notices said = {0};
        snprintf(facts, sizeof facts, "%s%s", V23, cases[i].facts);
        struct world w = world_of(facts);
        assert_int_equal(arrivals_say_notes(w.plan, &w.b, &said), ST_OK);
        if (!says(&said, cases[i].says))
            fail_msg("%s: %s; %s", cases[i].facts, said.count > 0 ? said.list[0] : "",
                     said.count > 1 ? said.list[1] : "");
        notices_free(&said);
        world_end(&w);
    }
}

/* Hampshire's April (case 01): 642.86 - 85.71 = 557.15, printed as 555.15; a twelfth of 52 weeks is
 * 650.00 - 86.67 = 563.33. */
static void a_letter_that_is_too_low_is_told_of(void **state)
{
    static const struct {
        const char *facts, *says, *in_short;
    } cases[] = {
        {"plan - year-basis=365/7; money - letter-payment=555.15",
         "A letter says that 555.15 comes on 1 April 2026. That is 2.00 too low: 642.86 less my "
         "part, 85.71, is 557.15. Counted by 52 weeks, not days, it is 563.33. Ask who wrote the "
         "letter.",
         "a letter is 2.00 too low"},
        {"plan - year-basis=dated; money - letter-payment=557.15",
         "A letter says that 557.15 comes on 1 April 2026. That is right: 642.86 less my part, "
         "85.71, is 557.15.",
         ""},
        {"money - letter-payment=557.15",
         "A letter says that 557.15 comes on 1 April 2026. The plan comes to another sum: 650.00 "
         "less my part, 86.67, is 563.33. The letter is right if it counts days, not 52 weeks. Ask "
         "who wrote the letter.",
         "a letter counts a year otherwise"},
        {"plan - year-basis=365/7; money - letter-payment=563.33",
         "A letter says that 563.33 comes on 1 April 2026. The plan comes to another sum: 642.86 "
         "less my part, 85.71, is 557.15. The letter is right if it counts 52 weeks, not days. Ask "
         "who wrote the letter.",
         "a letter counts a year otherwise"},
        {"money - letter-payment=600.00 letter-payment-on=2030-01-01",
         "A letter says that 600.00 comes. It is not known yet whether that is right.", ""},
        {"plan - year-basis=365/7; money - letter-payment=700.00 paid-as=gross",
         "A letter says that 700.00 comes on 1 April 2026. That is 57.14 too high: 642.86 comes. "
         "The bill for my part is 85.71. Counted by 52 weeks, not days, it is 650.00. Ask who "
         "wrote "
         "the letter.",
         "a letter is 57.14 too high"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct notices said = {0};
        struct text t = {0};
        struct world w = world_of("plan - year-start=2026-04-01; fund budget amount=150.00 "
                                  "every=week; contribution - status=amount amount=20.00 "
                                  "every=week; money - paid-every=month first-payment=2026-04-01");
        world_add(&w, cases[i].facts);
        assert_int_equal(arrivals_say_letter(w.plan, &w.b, &said), ST_OK);
        arrivals_short(w.plan, &w.b, &t);
        if (said.count != 1 || strcmp(said.list[0], cases[i].says) != 0 ||
            strcmp(text_str(&t), cases[i].in_short) != 0)
            fail_msg("%s: %s; %s", cases[i].facts, said.count ? said.list[0] : "", text_str(&t));
        notices_free(&said);
        text_free(&t);
        world_end(&w);
    }
}

static void what_a_letter_says_is_a_row_for_scripts(void **state)
{
    struct text rows = {0};
    (void)state;
    struct world w = world_of(V23 "paid-as=net letter-payment=1000.00");
    assert_int_equal(report_payments_csv(w.plan, &w.b, &rows), ST_OK);
    /* 1,000.00 - 1,054.60 */
    assert_non_null(strstr(text_str(&rows), "letter.payment,1000.00\nletter.difference,-54.60\n"));
    text_free(&rows);
    world_end(&w);
}

static void where_it_is_not_known_when_money_comes_nothing_is_said(void **state)
{
    struct notices said = {0};
    struct text rows = {0};
    (void)state;
    struct world w = world_of("fund budget amount=310.00 every=week");
    assert_int_equal(arrivals_say(w.plan, &w.b, &said), ST_OK);
    assert_int_equal(report_payments_csv(w.plan, &w.b, &rows), ST_OK);
    assert_int_equal(said.count, 0);
    assert_int_equal(rows.len, 0);
    world_end(&w);
}

static void payments_are_rows_for_scripts(void **state)
{
    struct text rows = {0};
    (void)state;
    struct world w = world_of(V23 "paid-as=net");
    assert_int_equal(report_payments_csv(w.plan, &w.b, &rows), ST_OK);
    assert_non_null(strstr(text_str(&rows), "pay.14.date,2027-03-31\npay.14.days,28\n"
                                            "pay.14.gross,1240.00\npay.14.contribution,185.40\n"
                                            "pay.14.amount,1054.60\npay.14.planned,0.00\n"));
    text_clear(&rows);
    world_add(&w, "contribution - amount=?");
    assert_int_equal(report_payments_csv(w.plan, &w.b, &rows), ST_OK);
    assert_non_null(strstr(text_str(&rows), "pay.1.contribution,\npay.1.amount,\n"));
    text_free(&rows);
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_payment_and_the_standing_order_are_said),
        cmocka_unit_test(a_rare_payment_and_the_charge_are_to_be_minded),
        cmocka_unit_test(a_letter_that_is_too_low_is_told_of),
        cmocka_unit_test(what_a_letter_says_is_a_row_for_scripts),
        cmocka_unit_test(where_it_is_not_known_when_money_comes_nothing_is_said),
        cmocka_unit_test(payments_are_rows_for_scripts),
    };
    return cmocka_run_group_tests_name("arrivals", tests, NULL, NULL);
}

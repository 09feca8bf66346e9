/*
 * Values that are told at sight: never one that would be spelt otherwise.
 */
#include "supportplan/schema.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

static const struct {
    enum field field;
    const char *value;
    bool at_sight;
} cases[] = {
    {F_NEED_WHAT, "any text\nat all ", true},
    {F_NEED_WHAT, "a\rb", false},
    {F_ABOUT_NAME, " Zoë ", true},
    {F_ABOUT_NAME, "a\nb", false},
    {F_ABOUT_NAME, "?", true},
    {F_ABOUT_ADVOCATE, "?", false}, /* it is written "unknown" */
    {F_ABOUT_ADVOCATE, "unknown", true},
    {F_ABOUT_ADVOCATE, "Have", false},
    {F_RATE_PRICE, "13.87", true},
    {F_RATE_PRICE, "0.50", true},
    {F_RATE_PRICE, "9999999999.99", true},
    {F_RATE_PRICE, "10000000000.00", false},
    {F_RATE_PRICE, "013.87", false},
    {F_RATE_PRICE, "13.8", false},
    {F_RATE_PRICE, ".50", false},
    {F_RATE_PRICE, "-1.00", false},
    {F_WEEK_WEEKS, "39", true},
    {F_WEEK_WEEKS, "0", false},
    {F_WEEK_WEEKS, "039", false},
    {F_WEEK_WEEKS, "1000000", false},
    {F_TIME_MINUTES, "99999", true},
    {F_TIME_MINUTES, "100000", false},
    {F_TIME_START, "08:00", true},
    {F_TIME_START, "24:00", false},
    {F_TIME_END, "24:00", true},
    {F_TIME_END, "24:01", false},
    {F_TIME_END, "8:00", false},
    {F_TIME_END, "08:60", false},
    {F_ACTION_BY, "2026-11-21", true},
    {F_ACTION_BY, "2026-02-29", false},
    {F_ACTION_BY, "2024-02-29", true},
    {F_ACTION_BY, "1899-12-31", false},
    {F_ACTION_BY, "3000-01-01", false},
    {F_ACTION_BY, "2026-11-21 ", false},
    {F_TIME_DAYS, "Mon", true},
    {F_TIME_DAYS, "Mon Wed Sun", true},
    {F_TIME_DAYS, "Wed Mon", false},
    {F_TIME_DAYS, "Mon Mon", false},
    {F_TIME_DAYS, "Mon ", false},
    {F_TIME_DAYS, "", false},
    {F_ACTION_DONE, "yes", true},
    {F_ACTION_DONE, "y", false},
    {F_TIME_SUPPORTER, "s1", true},
    {F_TIME_SUPPORTER, "S1", false},
    {F_TIME_PAYS, "unpaid", true},
    {F_TIME_PAYS, "unp", false}, /* it is written "unpaid" */
    {F_TIME_PAYS, "f1", true},
    {F_TIME_GOALS, "g1", true},
    {F_TIME_GOALS, "g1 g2", false}, /* it may be right, and is asked */
    {F_ATTACHMENT_ANSWER, "important", true},
};

static void what_is_spelt_right_is_told_at_sight(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (schema_at_sight(cases[i].field, cases[i].value) != cases[i].at_sight)
            fail_msg("%s '%s' is not %d", schema_fields[cases[i].field].name, cases[i].value,
                     (int)cases[i].at_sight);
}

/* Whether a value that is told at sight is what would be made of it. */
static void is_sound(enum field field, const char *value)
{
    struct text made = {0};
    if (!*value || !schema_at_sight(field, value))
        return;
    enum status st = schema_accept(field, value, &made);
    if (st || strcmp(text_str(&made), value) != 0)
        fail_msg("%s '%s' becomes '%s', status %d", schema_fields[field].name, value,
                 text_str(&made), (int)st);
    text_free(&made);
}

/* Every field with every value of every other, whole and with one byte changed. */
static void what_is_told_at_sight_would_be_spelt_the_same(void **state)
{
    (void)state;
    static const char bytes[] = "0159 :.-/?aghMonTuW,+\n\r'x";
    for (int field = 0; field < FIELD_COUNT; field++) {
        for (size_t i = 0; i < COUNT(cases); i++) {
            char value[32];
            size_t len = strlen(cases[i].value);
            is_sound((enum field)field, cases[i].value);
            for (size_t at = 0; at < len; at++) {
                if ((unsigned char)cases[i].value[at] >= 0x80)
                    continue;
                for (size_t b = 0; b < sizeof bytes; b++) {
                    snprintf(value, sizeof value, "%s", cases[i].value);
                    value[at] = bytes[b];
                    is_sound((enum field)field, value);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_spelt_right_is_told_at_sight),
        cmocka_unit_test(what_is_told_at_sight_would_be_spelt_the_same),
    };
    return cmocka_run_group_tests_name("schema_sight", tests, NULL, NULL);
}

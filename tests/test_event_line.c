#include "test.h"

#include <locale.h>

#include "sitting.h"

static struct sitting given_tasks(void)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    s.w->mode = MODE_PLAIN;
    wizard_rebuild(s.w);
    return s;
}

static void a_number_is_taken_as_people_write_it(void **state)
{
    static const struct {
        const char *line;
        bool taken;
    } rows[] = {{"3", true},    {"3.", true},  {"3)", true},  {"03", true},
                {"3..", false}, {"3x", false}, {".3", false}, {"3.5", false}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sitting s = given_tasks();
        sitting_line(&s, rows[i].line);
        bool taken = wizard_at(s.w)->kind == PLACE_PAGE && wizard_at(s.w)->section == 2;
        if (taken != rows[i].taken)
            fail_msg("'%s' %s section 3", rows[i].line, taken ? "is" : "is not");
        sitting_end(&s);
    }
}

static void where_words_are_asked_for_a_number_is_an_answer(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "3.");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "3.");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_taken_as_people_write_it),
        cmocka_unit_test(where_words_are_asked_for_a_number_is_an_answer),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("event_line", tests, NULL, NULL);
}

/* What a reader has to tell. */
#include "supportplan/notices.h"

#include "test.h"

static void sentences_stay_in_the_order_in_which_they_were_said(void **state)
{
    struct notices said = {0};
    struct telling s = {.out = &said};
    struct text t = {0};
    (void)state;
    text_add(&t, "One.");
    notices_keep(&s, &t);
    assert_int_equal(t.len, 0);
    notices_keep(&s, &t); /* without a word */
    text_add(&t, "Two.");
    notices_keep(&s, &t);
    assert_int_equal(s.st, ST_OK);
    assert_int_equal(said.count, 2);
    assert_string_equal(said.list[0], "One.");
    assert_string_equal(said.list[1], "Two.");
    notices_free(&said);
}

static void after_one_that_could_not_be_said_none_is(void **state)
{
    struct notices said = {0};
    struct telling s = {.out = &said};
    struct text t = {0};
    (void)state;
    t.nomem = true;
    notices_keep(&s, &t);
    assert_int_equal(s.st, ST_NOMEM);
    text_add(&t, "Two.");
    assert_int_equal(text_status(&t), ST_OK); /* emptied, and fit for the next one */
    notices_keep(&s, &t);
    assert_int_equal(s.st, ST_NOMEM);
    assert_int_equal(said.count, 0);
    notices_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_stay_in_the_order_in_which_they_were_said),
        cmocka_unit_test(after_one_that_could_not_be_said_none_is),
    };
    return cmocka_run_group_tests_name("notices", tests, NULL, NULL);
}

/*
 * In which facts two plans differ.
 */
#include "supportplan/compare.h"

#include <string.h>

#include "scarce.h"
#include "supportplan/plan_csv.h"
#include "test.h"

#define HEAD "\"section\",\"item\",\"field\",\"value\"\n"

static struct plan *given_plan(const char *rows)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    struct text t = {0};
    text_addf(&t, "%s%s", HEAD, rows);
    assert_int_equal(plan_csv_read(text_str(&t), t.len, &plan, &opening, NULL), ST_OK);
    notices_free(&opening.notices);
    text_free(&t);
    return plan;
}

static const struct {
    const char *a, *b, *differ; /* section.item.field: what a says/what b says */
} cases[] = {
    {"about,,name,Ann\n", "about,,name,Ann\n", ""},
    {"about,,name,Ann\n", "about,,name,Anna\n", "about..name: Ann/Anna|"},
    {"about,,name,Ann\n", "", "about..name: Ann/-|"},
    {"", "supporter,s1,name,Sam\nsupporter,s1,kind,pa\n",
     "supporter.s1.name: -/Sam|supporter.s1.kind: -/pa|"},
    {"goal,g1,what,swim\ngoal,g2,what,sing\n", "goal,g2,what,sing\ngoal,g1,what,swim\n", ""},
    {"goal,g1,what,swim\n", "goal,g3,what,walk\ngoal,g1,what,sing\n",
     "goal.g1.what: swim/sing|goal.g3.what: -/walk|"},
    {"plan,,changed,2026-01-01\nplan,,last,3\n", "plan,,changed,2026-02-02\nplan,,last,4\n", ""},
    {"future,x,y,1\nabout,,shoe,38\n", "future,x,y,2\nfuture,z,y,3\n",
     "about..shoe: 38/-|future.x.y: 1/2|future.z.y: -/3|"},
    {"answer,keep,text,?\n", "answer,keep,text,choir\n", "answer.keep.text: ?/choir|"},
};

static void the_facts_that_differ_are_listed_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *a = given_plan(cases[i].a), *b = given_plan(cases[i].b);
        struct changes changes;
        struct text got = {0};
        assert_int_equal(compare_plans(a, b, &changes), ST_OK);
        for (size_t n = 0; n < changes.count; n++) {
            const struct change *c = &changes.list[n];
            const char *was = compare_value(a, c), *now = compare_value(b, c);
            text_addf(&got, "%s.%s.%s: %s/%s|", c->section, c->item, c->field, was ? was : "-",
                      now ? now : "-");
        }
        if (strcmp(text_str(&got), cases[i].differ) != 0)
            fail_msg("case %zu: %s", i, text_str(&got));
        text_free(&got);
        changes_free(&changes);
        plan_free(a);
        plan_free(b);
    }
}

static void without_memory_nothing_is_set(void **state)
{
    (void)state;
    struct plan *a = given_plan(cases[3].b), *b = given_plan(cases[7].b);
    for (int n = 0; scarce_from(&n);) {
        struct changes changes = {.count = 77};
        enum status st = compare_plans(a, b, &changes);
        if (scarce_hit() ? st != ST_NOMEM || changes.count != 77 : st != ST_OK)
            fail_msg("round %d: status %d", n, (int)st);
        if (!st)
            changes_free(&changes);
    }
    plan_free(a);
    plan_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_facts_that_differ_are_listed_once),
        cmocka_unit_test(without_memory_nothing_is_set),
    };
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}

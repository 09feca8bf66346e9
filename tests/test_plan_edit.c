#include "plan_random.h"
#include "plan_sane.h"

static void given_odd(struct plan *plan, enum odd_why why, const char *item, const char *value)
{
    const char *const cells[] = {"time", item, "start", value};
    assert_int_equal(plan_add_odd(plan, why, 7, cells, 4, NULL), ST_OK);
    assert_sane_plan(plan);
}

/* A supporter with a rate, and two lines that name them. */
static void given_a_small_week(struct plan *plan)
{
    given_sane(plan, F_PLAN_LAST, "", "40");
    given_sane(plan, F_GOAL_WHAT, "g1", "swim");
    given_sane(plan, F_GOAL_WHAT, "g2", "sing");
    given_sane(plan, F_SUPPORTER_NAME, "s1", "Sam");
    given_sane(plan, F_SUPPORTER_NAME, "s2", "Bea");
    given_sane(plan, F_RATE_SUPPORTER, "r1", "s1");
    given_sane(plan, F_RATE_PRICE, "r1", "13.87");
    given_sane(plan, F_TIME_START, "t1", "08:00");
    given_sane(plan, F_TIME_SUPPORTER, "t1", "s1");
    given_sane(plan, F_TIME_GOALS, "t1", "g2 g1");
    given_sane(plan, F_TIME_SUPPORTER, "t2", "s2");
    given_sane(plan, F_TIME_GOALS, "t2", "g1");
}

/* Undo an action, look, and do it again. */
static void assert_undoes(struct plan *plan, const struct edits *done, const char *before)
{
    struct edits redo = {0}, again = {0};
    char *after = dump(plan);
    assert_int_equal(plan_undo(plan, done, &redo), ST_OK);
    assert_sane_plan(plan);
    assert_dump(plan, before, "undone");
    assert_int_equal(plan_undo(plan, &redo, &again), ST_OK);
    assert_dump(plan, after, "done again");
    assert_int_equal(plan_undo(plan, &again, NULL), ST_OK);
    assert_dump(plan, before, "undone again");
    assert_int_equal(plan_undo(plan, &redo, NULL), ST_OK);
    assert_dump(plan, after, "done once more");
    edits_free(&redo);
    edits_free(&again);
    free(after);
}

/* ---- one edit ---- */

static void an_edit_gives_back_what_was_there(void **state)
{
    struct plan *plan = *state;
    struct edit undo, redo;
    given_sane(plan, F_ABOUT_NAME, "", "Ann");
    char section[] = "about", item[] = "", field[] = "name", value[] = "Bea";
    struct edit edit = {
        .kind = EDIT_SET, .section = section, .item = item, .field = field, .value = value};
    assert_int_equal(plan_do(plan, &edit, &undo), ST_OK);
    assert_string_equal(plan_str(plan, F_ABOUT_NAME, ""), "Bea");
    assert_string_equal(undo.value, "Ann");
    assert_int_equal(plan_do(plan, &undo, &redo), ST_OK);
    assert_string_equal(plan_str(plan, F_ABOUT_NAME, ""), "Ann");
    assert_string_equal(redo.value, "Bea");
    edit_free(&undo);
    edit_free(&redo);
    edit_free(&undo); /* an edit that was freed is empty */
    value[0] = '\0';
    assert_int_equal(plan_do(plan, &edit, NULL), ST_OK);
    assert_null(plan_get(plan, F_ABOUT_NAME, "")); /* an empty value is no fact */
    assert_int_equal(plan_count(plan, SEC_ABOUT), 0);
}

static void the_undo_of_an_items_last_fact_carries_its_place(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_sane(plan, F_TIME_WHAT, "t1", "walk");
    given_sane(plan, F_TIME_WHAT, "t2", "swim");
    given_sane(plan, F_TIME_WHAT, "t3", "sing");
    given_sane(plan, F_PLAN_LAST, "", "3");
    char *before = dump(plan);
    assert_int_equal(plan_set(plan, F_TIME_WHAT, "t2", NULL, PLAN_LAST, &done), ST_OK);
    assert_int_equal(plan_count(plan, SEC_TIME), 2);
    assert_int_equal(done.count, 1);
    assert_int_equal(done.list[0].place, 1);
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

static void a_value_that_is_there_already_is_no_edit(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_a_small_week(plan);
    assert_int_equal(plan_set(plan, F_TIME_START, "t1", "08:00", PLAN_LAST, &done), ST_OK);
    assert_int_equal(plan_set(plan, F_TIME_END, "t1", "", PLAN_LAST, &done), ST_OK);
    assert_int_equal(plan_set(plan, F_TIME_END, "t9", NULL, PLAN_LAST, &done), ST_OK);
    assert_int_equal(plan_move(plan, SEC_TIME, "t1", 0, &done), ST_OK);
    assert_int_equal(done.count, 0);
    edits_free(&done);
}

static void a_value_may_be_the_plans_own_string(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_SUPPORTER_NAME, "s1", "Sam");
    given_sane(plan, F_SUPPORTER_NAME, "s2", plan_get(plan, F_SUPPORTER_NAME, "s1"));
    assert_string_equal(plan_str(plan, F_SUPPORTER_NAME, "s2"), "Sam");
    given_sane(plan, F_PLAN_LAST, "", "2");
    assert_int_equal(plan_remove(plan, SEC_SUPPORTER, plan_item(plan, SEC_SUPPORTER, 0), NULL),
                     ST_OK);
    assert_int_equal(
        plan_set(plan, F_SUPPORTER_NAME, plan_item(plan, SEC_SUPPORTER, 0), NULL, 0, NULL), ST_OK);
    assert_int_equal(plan_count(plan, SEC_SUPPORTER), 0);
}

/* ---- edits that can't be done ---- */

/* The strings are written out so that a table can hold them; plan_do() only reads them. */
static char s_time[] = "time", s_pets[] = "pets", s_about[] = "about", s_t1[] = "t1", s_t9[] = "t9",
            s_none[] = "", s_big[] = "T1", s_start[] = "start", s_name[] = "name",
            s_colour[] = "colour", s_eight[] = "08:00", s_red[] = "red", s_x[] = "x";
static char *four[] = {s_time, s_t9, s_start, s_x};

static const struct {
    const char *what;
    struct edit edit;
} impossible[] = {
    {"a new item past the end", {EDIT_SET, s_time, s_t9, s_start, s_eight, .place = 3}},
    {"a new item by an unknown fact past the end",
     {EDIT_SET, s_time, s_t9, s_colour, s_red, .place = 3}},
    {"a name that breaks the rules", {EDIT_SET, s_time, s_big, s_start, s_eight, .place = 0}},
    {"no name where one is needed", {EDIT_SET, s_time, s_none, s_start, s_eight, .place = 0}},
    {"a name where there is none", {EDIT_SET, s_about, s_t1, s_name, s_red, .place = 0}},
    {"such a name with an unknown fact", {EDIT_SET, s_about, s_t1, s_colour, s_red, .place = 0}},
    {"an unknown fact past the end", {EDIT_SET, s_time, s_t1, s_colour, s_red, .at = 1}},
    {"a new item whose fact is past the end", {EDIT_SET, s_time, s_t9, s_colour, s_red, .at = 1}},
    {"a strange fact past the end", {EDIT_SET, s_pets, s_t1, s_colour, s_red, .at = 2}},
    {"moving what is not there", {EDIT_MOVE, .section = s_time, .item = s_t9}},
    {"moving past the end", {EDIT_MOVE, .section = s_time, .item = s_t1, .place = 2}},
    {"moving in an unknown section", {EDIT_MOVE, .section = s_pets, .item = s_t1}},
    {"removing an odd row past the end", {EDIT_ODD_REMOVE, .place = 1}},
    {"an odd row past the end",
     {EDIT_ODD_INSERT, .place = 2, .cells = four, .cell_count = 4, .at = 2}},
    {"an odd row whose item is past the end",
     {EDIT_ODD_INSERT, .place = 1, .cells = four, .cell_count = 4, .at = 3}},
};

static void what_cant_be_done_leaves_the_plan_as_it_was(void **state)
{
    struct plan *plan = *state;
    given_a_small_week(plan);
    given_odd(plan, ODD_SECOND, "t1", "09:00");
    assert_int_equal(plan_set_named(plan, "pets", "p1", "name", "Rex", NULL), ST_OK);
    struct plan *copy = plan_copy(plan);
    char *before = dump(plan);
    for (size_t i = 0; i < COUNT(impossible); i++) {
        struct edit undo = {.place = 4711};
        enum status st = plan_do(plan, &impossible[i].edit, &undo);
        if (st != ST_UNKNOWN || undo.place != 4711 || undo.section)
            fail_msg("%s: status %d", impossible[i].what, (int)st);
        assert_dump(plan, before, impossible[i].what);
        assert_true(plan_equal(plan, copy));
        assert_sane_plan(plan);
    }
    plan_free(copy);
    free(before);
}

static void a_refused_call_adds_nothing_to_undo(void **state)
{
    struct plan *plan = *state;
    struct edits undo = {0};
    char name[NAME_MAX_LEN + 1] = "kept";
    given_a_small_week(plan);
    given_sane(plan, F_PLAN_LAST, "", "999999");
    char *before = dump(plan);
    assert_int_equal(plan_set(plan, F_TIME_START, "T1", "08:00", 0, &undo), ST_UNKNOWN);
    assert_int_equal(plan_set(plan, F_TIME_START, "t7", "08:00", 9, &undo), ST_UNKNOWN);
    assert_int_equal(plan_set_named(plan, "time", "T1", "colour", "red", &undo), ST_UNKNOWN);
    assert_int_equal(plan_move(plan, SEC_TIME, "t7", 0, &undo), ST_UNKNOWN);
    assert_int_equal(plan_move(plan, SEC_TIME, "t1", 2, &undo), ST_UNKNOWN);
    assert_int_equal(plan_remove(plan, SEC_TIME, "t7", &undo), ST_UNKNOWN);
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, &undo), ST_RANGE);
    assert_string_equal(name, "kept");
    assert_int_equal(undo.count, 0);
    assert_dump(plan, before, "after calls that were refused");
    edits_free(&undo);
    free(before);
}

static void an_undo_that_cant_be_finished_undoes_nothing(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0}, redo = {0};
    given_a_small_week(plan);
    assert_int_equal(plan_set(plan, F_TIME_START, "t3", "08:00", 2, &done), ST_OK);
    assert_int_equal(plan_remove(plan, SEC_TIME, "t2", &done), ST_OK);
    assert_int_equal(plan_remove(plan, SEC_SUPPORTER, "s1", &done), ST_OK);
    /* The first edit, undone last, is made to name an item that is not there. */
    done.list[0].kind = EDIT_MOVE;
    done.list[0].item[0] = 'q';
    char *before = dump(plan);
    assert_int_equal(plan_undo(plan, &done, &redo), ST_UNKNOWN);
    assert_int_equal(redo.count, 0);
    assert_dump(plan, before, "after an undo that was given up");
    assert_sane_plan(plan);
    edits_free(&done);
    edits_free(&redo);
    free(before);
}

/* ---- removing ---- */

static void removing_an_item_turns_references_to_it_into_not_sure(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_a_small_week(plan);
    char *before = dump(plan);
    assert_int_equal(plan_remove(plan, SEC_SUPPORTER, "s1", &done), ST_OK);
    assert_sane_plan(plan);
    assert_true(plan_place(plan, SEC_SUPPORTER, "s1") == PLAN_LAST);
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t1"), "?");
    assert_string_equal(plan_str(plan, F_RATE_SUPPORTER, "r1"), "?");
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t2"), "s2");
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

static void in_a_list_of_several_names_only_the_name_goes(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_a_small_week(plan);
    given_sane(plan, F_COST_GOALS, "c1", "g1");
    char *before = dump(plan);
    assert_int_equal(plan_remove(plan, SEC_GOAL, "g1", &done), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_GOALS, "t1"), "g2");
    assert_string_equal(plan_str(plan, F_TIME_GOALS, "t2"), "?");
    assert_string_equal(plan_str(plan, F_COST_GOALS, "c1"), "?");
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

static void taking_an_items_last_fact_away_counts_as_removing_it(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_a_small_week(plan);
    char *before = dump(plan);
    assert_int_equal(plan_set(plan, F_SUPPORTER_NAME, "s1", "", PLAN_LAST, &done), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t1"), "?");
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

static void an_item_with_another_fact_keeps_its_references(void **state)
{
    struct plan *plan = *state;
    given_a_small_week(plan);
    given_sane(plan, F_SUPPORTER_PHONE, "s1", "01632 960001");
    given_sane(plan, F_SUPPORTER_NAME, "s1", NULL);
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t1"), "s1");
    given_odd(plan, ODD_SECOND, "t1", "09:00");
    assert_int_equal(plan_remove_odd(plan, 0, NULL), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t1"), "s1");
}

static void removing_the_only_row_that_speaks_for_an_item_removes_the_item(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    char name[NAME_MAX_LEN + 1];
    const char *const cells[] = {"supporter", "s60", "kind", "robot"};
    given_a_small_week(plan);
    assert_int_equal(plan_add_odd(plan, ODD_VALUE, 3, cells, 4, NULL), ST_OK);
    given_sane(plan, F_TIME_SUPPORTER, "t1", "s60");
    char *before = dump(plan);
    assert_int_equal(plan_remove_odd(plan, 0, &done), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_SUPPORTER, "t1"), "?");
    assert_undoes(plan, &done, before);
    assert_int_equal(plan_new_item(plan, SEC_SUPPORTER, name, NULL), ST_OK);
    assert_string_equal(name, "s61");
    edits_free(&done);
    free(before);
}

static void every_kind_of_reference_is_found(void **state)
{
    (void)state;
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct schema_field *row = &schema_fields[f];
        if (row->to == SEC_NONE)
            continue;
        struct plan *plan = plan_new();
        const char *item = schema_sections[row->section].items == ITEMS_NONE ? "" : "x9";
        given_sane(plan, schema_sections[row->to].first, "q5", "?");
        given_sane(plan, (enum field)f, item, "q5");
        assert_int_equal(plan_remove(plan, row->to, "q5", NULL), ST_OK);
        if (strcmp(plan_str(plan, (enum field)f, item), "?") != 0)
            fail_msg("%s.%s still names it", schema_sections[row->section].name, row->name);
        plan_free(plan);
    }
}

/* There is a budget even where nothing is known of it, and a week w1 where the plan names none. */
static void what_is_always_there_may_be_named_after_it_is_removed(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_FUND_AMOUNT, "budget", "270.00");
    given_sane(plan, F_WEEK_NAME, "w1", "ordinary");
    given_sane(plan, F_TIME_PAYS, "t1", "budget");
    given_sane(plan, F_TIME_WEEK, "t1", "w1");
    assert_int_equal(plan_remove(plan, SEC_FUND, "budget", NULL), ST_OK);
    assert_int_equal(plan_remove(plan, SEC_WEEK, "w1", NULL), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_PAYS, "t1"), "budget");
    assert_string_equal(plan_str(plan, F_TIME_WEEK, "t1"), "w1");
    given_sane(plan, F_WEEK_NAME, "w1", "ordinary");
    given_sane(plan, F_WEEK_NAME, "w2", "holidays");
    assert_int_equal(plan_remove(plan, SEC_WEEK, "w1", NULL), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_WEEK, "t1"), "?");
    assert_sane_plan(plan);
}

static void the_word_unpaid_is_not_a_fund(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_FUND_NAME, "unpaid", "a fund of that name");
    given_sane(plan, F_TIME_PAYS, "t1", "unpaid");
    assert_int_equal(plan_remove(plan, SEC_FUND, "unpaid", NULL), ST_OK);
    assert_string_equal(plan_str(plan, F_TIME_PAYS, "t1"), "unpaid");
}

/* Else the row would bring the item back when the file is read again. */
static void removing_an_item_takes_its_odd_rows_along(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_a_small_week(plan);
    given_odd(plan, ODD_VALUE, "t1", "breakfast");
    given_odd(plan, ODD_VALUE, "t2", "lunch");
    given_odd(plan, ODD_SECOND, "t1", "09:00");
    given_odd(plan, ODD_AFTER_END, "t1", "10:00");
    assert_int_equal(plan_set_named(plan, "time", "t1", "colour", "red", NULL), ST_OK);
    assert_int_equal(plan_set_named(plan, "time", "t1", "area", "north", NULL), ST_OK);
    char *before = dump(plan);
    assert_int_equal(plan_remove(plan, SEC_TIME, "t1", &done), ST_OK);
    assert_sane_plan(plan);
    assert_int_equal(plan_odd_count(plan), 1);
    assert_string_equal(plan_odd(plan, 0).cells[1], "t2");
    assert_int_equal(plan_unknown_count(plan), 0);
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

static void an_item_that_only_an_odd_row_speaks_for_comes_back_to_its_place(void **state)
{
    struct plan *plan = *state;
    struct edits done = {0};
    given_sane(plan, F_TIME_WHAT, "t1", "walk");
    given_odd(plan, ODD_VALUE, "t2", "breakfast");
    given_sane(plan, F_TIME_WHAT, "t3", "sing");
    given_odd(plan, ODD_NAME, "T4", "08:00");
    given_sane(plan, F_TIME_WHAT, "t5", "swim");
    char *before = dump(plan);
    assert_int_equal(plan_remove_odd(plan, 0, &done), ST_OK);
    assert_int_equal(plan_count(plan, SEC_TIME), 4);
    assert_undoes(plan, &done, before);
    assert_int_equal(plan_undo(plan, &done, NULL), ST_OK);
    edits_free(&done);
    assert_int_equal(plan_remove(plan, SEC_TIME, "T4", &done), ST_OK);
    assert_int_equal(plan_odd_count(plan), 1);
    assert_undoes(plan, &done, before);
    edits_free(&done);
    free(before);
}

/* ---- new items ---- */

static void a_new_items_number_is_above_every_one_ever_used(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1];
    struct edits done = {0};
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, NULL), ST_OK);
    assert_string_equal(name, "t1");
    given_sane(plan, F_SUPPORTER_NAME, "s7", "Sam");
    given_sane(plan, F_SUPPORTER_NAME, "sam", "Sam too");
    given_sane(plan, F_SUPPORTER_NAME, "t90", "no number of a supporter");
    char *before = dump(plan);
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, &done), ST_OK);
    assert_string_equal(name, "t8");
    assert_string_equal(plan_str(plan, F_PLAN_LAST, ""), "8");
    assert_undoes(plan, &done, before);
    given_sane(plan, F_PLAN_LAST, "", "40");
    assert_int_equal(plan_new_item(plan, SEC_GOAL, name, NULL), ST_OK);
    assert_string_equal(name, "g41");
    edits_free(&done);
    free(before);
}

static void a_number_is_not_given_again_after_its_item_has_gone(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1];
    given_sane(plan, F_TIME_WHAT, "t12", "walk"); /* as a file made by hand has it, without last */
    assert_int_equal(plan_remove(plan, SEC_TIME, "t12", NULL), ST_OK);
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, NULL), ST_OK);
    assert_string_equal(name, "t13");
    given_sane(plan, F_TIME_WHAT, "t20", "walk");
    given_sane(plan, F_TIME_WHAT, "t20", NULL);
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, NULL), ST_OK);
    assert_string_equal(name, "t21");
}

/* A row that names r77, which is not there, must not come to mean a new rate. */
static void a_number_that_an_odd_reference_names_is_not_given(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1];
    const char *const one[] = {"time", "t1", "rate", "r77"};
    const char *const several[] = {"time", "t1", "goals", "g1 g80 g2"};
    assert_int_equal(plan_add_odd(plan, ODD_REFERENCE, 1, one, 4, NULL), ST_OK);
    assert_int_equal(plan_new_item(plan, SEC_RATE, name, NULL), ST_OK);
    assert_string_equal(name, "r78");
    assert_int_equal(plan_add_odd(plan, ODD_REFERENCE, 2, several, 4, NULL), ST_OK);
    assert_int_equal(plan_new_item(plan, SEC_GOAL, name, NULL), ST_OK);
    assert_string_equal(name, "g81");
}

static void numbers_out_of_all_bounds_are_not_heeded(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1];
    given_sane(plan, F_TIME_WHAT, "t1000000", "walk");
    given_sane(plan, F_TIME_WHAT, "t9999999999999999999999999999", "walk");
    given_sane(plan, F_TIME_WHAT, "t007", "walk");
    given_sane(plan, F_PLAN_LAST, "", "?");
    assert_int_equal(plan_new_item(plan, SEC_TIME, name, NULL), ST_OK);
    assert_string_equal(name, "t8");
}

/* ---- any edits in any order ---- */

enum { ACTIONS = 20, RUNS = 2000 };

/* A run of actions: what each did, and the plan as it was before each. */
struct run {
    struct edits done[ACTIONS], redo[ACTIONS];
    char *before[ACTIONS + 1];
};

static void do_run(struct plan *plan, struct run *run, unsigned seed)
{
    for (int i = 0; i < ACTIONS; i++) {
        run->before[i] = dump(plan);
        enum status st = do_something(plan, &seed, &run->done[i]);
        assert_int_equal(st, ST_OK);
        assert_sane_plan(plan);
    }
    run->before[ACTIONS] = dump(plan);
}

static void undo_run(struct plan *plan, struct run *run)
{
    for (int i = ACTIONS; i-- > 0;) {
        assert_int_equal(plan_undo(plan, &run->done[i], &run->redo[i]), ST_OK);
        assert_dump(plan, run->before[i], "undone");
    }
}

static void redo_run(struct plan *plan, struct run *run)
{
    for (int i = 0; i < ACTIONS; i++) {
        assert_int_equal(plan_undo(plan, &run->redo[i], NULL), ST_OK);
        assert_dump(plan, run->before[i + 1], "done again");
    }
}

static void free_run(struct run *run)
{
    for (int i = 0; i < ACTIONS; i++) {
        edits_free(&run->done[i]);
        edits_free(&run->redo[i]);
        free(run->before[i]);
    }
    free(run->before[ACTIONS]);
}

static void any_actions_undone_and_done_again_give_the_same_plans(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= RUNS; seed++) {
        struct run run = {0};
        struct plan *plan = plan_new(), *empty = plan_new();
        do_run(plan, &run, seed);
        struct plan *copy = plan_copy(plan);
        if (!plan_equal(plan, copy))
            fail_msg("seed %u: its copy differs", seed);
        undo_run(plan, &run);
        if (!plan_equal(plan, empty))
            fail_msg("seed %u: something is left", seed);
        redo_run(plan, &run);
        if (!plan_equal(plan, copy))
            fail_msg("seed %u: done again it differs", seed);
        free_run(&run);
        plan_free(copy);
        plan_free(empty);
        plan_free(plan);
    }
}

/* The journal keeps edits of a whole action as bytes: one list of all must do as well. */
static void many_actions_in_one_list_are_undone_as_one(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 200; seed++) {
        struct plan *plan = plan_new();
        struct edits all = {0};
        unsigned random = seed;
        for (int i = 0; i < ACTIONS; i++)
            assert_int_equal(do_something(plan, &random, &all), ST_OK);
        assert_undoes(plan, &all, "end\n");
        edits_free(&all);
        plan_free(plan);
    }
}

#define PLAN_TEST(f) cmocka_unit_test_setup_teardown(f, new_plan, free_plan)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_TEST(an_edit_gives_back_what_was_there),
        PLAN_TEST(the_undo_of_an_items_last_fact_carries_its_place),
        PLAN_TEST(a_value_that_is_there_already_is_no_edit),
        PLAN_TEST(a_value_may_be_the_plans_own_string),
        PLAN_TEST(what_cant_be_done_leaves_the_plan_as_it_was),
        PLAN_TEST(a_refused_call_adds_nothing_to_undo),
        PLAN_TEST(an_undo_that_cant_be_finished_undoes_nothing),
        PLAN_TEST(removing_an_item_turns_references_to_it_into_not_sure),
        PLAN_TEST(in_a_list_of_several_names_only_the_name_goes),
        PLAN_TEST(taking_an_items_last_fact_away_counts_as_removing_it),
        PLAN_TEST(an_item_with_another_fact_keeps_its_references),
        PLAN_TEST(removing_the_only_row_that_speaks_for_an_item_removes_the_item),
        PLAN_TEST(every_kind_of_reference_is_found),
        PLAN_TEST(what_is_always_there_may_be_named_after_it_is_removed),
        PLAN_TEST(the_word_unpaid_is_not_a_fund),
        PLAN_TEST(removing_an_item_takes_its_odd_rows_along),
        PLAN_TEST(an_item_that_only_an_odd_row_speaks_for_comes_back_to_its_place),
        PLAN_TEST(a_new_items_number_is_above_every_one_ever_used),
        PLAN_TEST(a_number_is_not_given_again_after_its_item_has_gone),
        PLAN_TEST(a_number_that_an_odd_reference_names_is_not_given),
        PLAN_TEST(numbers_out_of_all_bounds_are_not_heeded),
        PLAN_TEST(any_actions_undone_and_done_again_give_the_same_plans),
        PLAN_TEST(many_actions_in_one_list_are_undone_as_one),
    };
    return cmocka_run_group_tests_name("plan_edit", tests, NULL, NULL);
}

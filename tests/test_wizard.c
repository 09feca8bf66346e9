#include "test.h"

#include <locale.h>

#include "plan_sane.h"
#include "scarce.h"
#include "sitting.h"

#define POUND "\xc2\xa3"

/* ---- whatever is done ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static void type_anything(struct sitting *s, uint32_t *seed)
{
    static const char *const bits[] = {
        "a",
        "My garden. ",
        "12.50",
        "8.30am",
        "2026-12-24",
        "24 December",
        "mon-fri",
        "?",
        "\n",
        "\xc3\xa9",
        "=1+1",
        "'",
        "\"",
        ",",
        "9-12",
        "Sam",
        "90 minutes",
        "-5",
        "\xf0\x9f\x87\xac",
        "\xcc\x81",
        "   ",
        "mon 9-10 swimming, Sam, 12.50",
        "tue-fri",
        "99999999999",
        "sat 24:00-6 x",
        "3",
    };
    const char *words = bits[next_random(seed) % COUNT(bits)];
    sitting_carry(s, wizard_type(s->w, words, strlen(words), next_random(seed) % 4 == 0));
}

static void say_anything(struct sitting *s, uint32_t *seed)
{
    static const char *const lines[] = {
        "",
        "1",
        "2",
        "3",
        "5",
        "9",
        "17",
        "back",
        "help",
        "list",
        "money",
        "check",
        "week",
        "undo",
        "redo",
        "unsure",
        "clear",
        "more",
        "menu",
        "keep",
        "form",
        "rows",
        "words",
        "next",
        "previous",
        "add",
        "delete 2",
        "remove",
        "yes",
        "no",
        "n",
        "done",
        "12.50",
        "mon",
        "Sam",
        "?",
        "move 3 10:00",
        "copy mon to tue-fri",
        ("add mon 9-10 swimming, Alex, " POUND "12"),
        "longer 3",
        "shorter 3",
        "total",
        "gaps",
        "overlaps",
        "other",
        "a long answer\nof lines",
        "\\help",
        "picture",
        "hide",
        "plain",
        "screen",
        "text",
        "print",
        "save",
        "quit",
        "stay",
        "add 3 times a week 30 minutes tea",
        "2026-12-24",
        "begin",
        "keys",
        "let it go",
    };
    sitting_line(s, lines[next_random(seed) % COUNT(lines)]);
}

/* What leads somewhere, more often than the rest. */
static enum command likely(uint32_t *seed)
{
    static const enum command commands[] = {
        CMD_WEEK, CMD_WEEK,   CMD_MOVE,   CMD_MOVE,     CMD_COPY, CMD_ADD,  CMD_DELETE, CMD_UNDO,
        CMD_UNDO, CMD_REDO,   CMD_DONE,   CMD_NEXT,     CMD_BACK, CMD_BACK, CMD_TASKS,  CMD_ROWS,
        CMD_LIST, CMD_LONGER, CMD_UNSURE, CMD_PREVIOUS, CMD_QUIT, CMD_CLEAR};
    return commands[next_random(seed) % COUNT(commands)];
}

static void do_anything(struct sitting *s, uint32_t *seed)
{
    switch (next_random(seed) % 12) {
    case 10:
    case 11:
        sitting_command(s, likely(seed));
        break;
    case 0:
    case 1:
    case 2:
        sitting_command(s, CMD_OPEN);
        break;
    case 3:
        if (s->w->page.count > 0)
            wizard_focus(s->w, next_random(seed) % s->w->page.count);
        break;
    case 4:
    case 5:
        type_anything(s, seed);
        break;
    case 6:
        s->w->mode = MODE_PLAIN;
        wizard_rebuild(s->w);
        say_anything(s, seed);
        s->w->mode = next_random(seed) % 2 ? MODE_READER : MODE_FULL;
        wizard_rebuild(s->w);
        break;
    case 7:
        wizard_size(s->w, (int)(next_random(seed) % 60), (int)(next_random(seed) % 140));
        sitting_command(s, (enum command)(1 + next_random(seed) % (CMD_DELETE_TO_END)));
        break;
    default:
        sitting_command(s, (enum command)(1 + next_random(seed) % (CMD_COUNT - 1)));
        break;
    }
}

static void expect_sane(const struct sitting *s, int seed, int event)
{
    const struct wizard *w = s->w;
    size_t focus = wizard_at(w)->focus;
    if (focus >= w->page.count || !row_focusable(&w->page.rows[focus]))
        fail_msg("seed %d, event %d: nothing is in hand at place %d ('%s')", seed, event,
                 (int)wizard_at(w)->kind, w->page.title ? w->page.title : "");
    if (w->depth < 1 || w->depth > PLACES_MAX || w->edit.at > w->edit.text.len)
        fail_msg("seed %d, event %d", seed, event);
    if (w->action.edits.count > 0)
        fail_msg("seed %d, event %d: an action was left open", seed, event);
    if (w->message && (!*w->message || !text_is_utf8(w->message, strlen(w->message))))
        fail_msg("seed %d, event %d: an empty message", seed, event);
}

/* Undo, away from any text, until there is no more. While something is tried out, only that is
 * undone. */
static void undo_all(struct sitting *s)
{
    if (s->w->trying)
        (void)wizard_end_try(s->w, false);
    for (int i = 0; i < 5000 && s->w->done_count > 0; i++) {
        wizard_undo(s->w);
        s->w->effects = FX_NONE;
    }
    assert_int_equal(s->w->done_count, 0);
}

/* An example with some rows that can't be used, as its file has them, and one of a later version.
 */
static struct sitting sitting_for(const char *example, int seed)
{
    static const char odd[] =
        "\"time\",\"t1\",\"start\",\"half past\"\n\"goal\",\"g1\"\n"
        "\"time\",\"t2\",\"supporter\",\"s99\"\n\"need\",\"n1\",\"what\",\"x\"\n"
        "\"answer\",\"important\",\"sound\",\"a.mp3\"\n";
    struct sitting s = sitting_begin();
    struct text bytes = {0};
    char path[64];
    size_t len;
    snprintf(path, sizeof path, "forms/examples/%s.csv", example);
    char *file = source_file(path, &len);
    const char *end = strstr(file, "\"end\"");
    text_add_n(&bytes, file, (size_t)(end - file));
    if (seed % 2)
        text_add(&bytes, odd);
    text_add(&bytes, end);
    sitting_open_bytes(&s, text_str(&bytes), bytes.len, seed % 4 ? "/home/ann/plan.csv" : NULL);
    s.w->is_example = seed % 8 == 0;
    s.w->opening.read_only = seed % 16 == 1;
    sitting_carry(&s, s.w->effects);
    text_free(&bytes);
    free(file);
    return s;
}

static void play(const char *example, int seed, int events)
{
    struct sitting s = sitting_for(example, seed);
    uint32_t random = (uint32_t)seed;
    struct plan *begin = plan_copy(s.w->plan);
    struct plan *of = s.w->plan;
    size_t done = 0, undone = 0;
    for (int i = 0; i < events; i++) {
        do_anything(&s, &random);
        expect_sane(&s, seed, i);
        if (s.w->plan != of) { /* another one was begun or opened */
            plan_free(begin);
            begin = plan_copy(s.w->plan);
            of = s.w->plan;
            if (s.w->done_count > 0)
                fail_msg("seed %d, event %d: it was changed already", seed, i);
        }
        if (s.w->done_count != done || s.w->undone_count != undone) {
            assert_sane_plan(s.w->plan);
            free(sitting_bytes(s.w->plan, NULL));
        }
        done = s.w->done_count;
        undone = s.w->undone_count;
    }
    undo_all(&s);
    char *want = sitting_bytes(begin, NULL), *got = sitting_bytes(s.w->plan, NULL);
    if (strcmp(want, got) != 0)
        fail_msg("seed %d: undone to\n%s\nnot\n%s", seed, got, want);
    free(want);
    free(got);
    plan_free(begin);
    sitting_end(&s);
}

static void whatever_is_done_nothing_is_lost(void **state)
{
    const char *runs = getenv("SUPPORTPLAN_RUNS");
    int count = runs ? atoi(runs) : 6;
    int from = getenv("SUPPORTPLAN_SEED") ? atoi(getenv("SUPPORTPLAN_SEED")) : 1;
    (void)state;
    for (int seed = from; seed < from + count; seed++)
        for (size_t i = 0; i < COUNT(sitting_examples); i++)
            play(sitting_examples[i], seed, 400);
}

/* The forms may be gone from a computer: then a plan is open, and its questions can't be shown. */
static void without_a_form_whatever_is_done_is_heard(void **state)
{
    (void)state;
    for (int seed = 1; seed < 20; seed++) {
        struct sitting s = sitting_begin();
        uint32_t random = (uint32_t)seed;
        s.no_forms = true;
        sitting_open_example(&s, "middling", "/home/ann/plan.csv");
        sitting_carry(&s, s.w->effects);
        assert_null(s.w->form);
        for (int i = 0; i < 400; i++) {
            do_anything(&s, &random);
            expect_sane(&s, seed, i);
        }
        sitting_end(&s);
    }
}

/* The section in hand on the task list: its number. */
static size_t in_hand(const struct sitting *s)
{
    size_t focus = wizard_at(s->w)->focus;
    assert_in_range(focus, 0, s->w->page.count - 1);
    return s->w->page.rows[focus].number;
}

/* The task list begins with other lines in each mode. */
static void the_thing_in_hand_stays_in_hand_in_another_mode(void **state)
{
    static const enum mode modes[] = {MODE_READER, MODE_PLAIN, MODE_FULL, MODE_PLAIN, MODE_READER};
    (void)state;
    struct sitting s = sitting_begin();
    sitting_open_example(&s, "middling", "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    for (size_t down = 0; down < 5; down++) {
        assert_int_equal(in_hand(&s), down);
        for (size_t i = 0; i < COUNT(modes); i++) {
            wizard_mode(s.w, modes[i]);
            if (in_hand(&s) != down)
                fail_msg("mode %d: section %zu is in hand, not %zu", (int)modes[i], in_hand(&s),
                         down);
        }
        wizard_mode(s.w, MODE_FULL);
        sitting_carry(&s, wizard_command(s.w, CMD_DOWN, ""));
    }
    sitting_end(&s);
}

/* "FX_SAVE = 1 << 0": two of one bit would each be carried out for the other. */
static void every_effect_has_a_bit_of_its_own(void **state)
{
    size_t len;
    int count = 0;
    unsigned taken = 0;
    char *header = source_file("include/supportplan/wizard.h", &len);
    (void)state;
    for (const char *at = header; (at = strstr(at, "1 << ")) != NULL; at++) {
        unsigned bit = 1U << (atoi(at + strlen("1 << ")) & 31);
        if (taken & bit)
            fail_msg("two effects have the bit of %.24s", at);
        taken |= bit;
        count++;
    }
    assert_true(count > 20);
    free(header);
}

static void where_there_is_no_memory_that_is_said_and_not_what_was_kept_before(void **state)
{
    struct sitting s = sitting_begin();
    int round = 0;
    (void)state;
    wizard_say(s.w, "Kept: %s.", "Ann");
    assert_true(scarce_from(&round));
    wizard_trouble(s.w, "Not saved. %s", "The disk is full.");
    assert_true(scarce_hit());
    assert_string_equal(s.w->message, wizard_no_memory());
    assert_true(s.w->trouble);
    wizard_say(s.w, "Kept: %s.", "Jo");
    assert_string_equal(s.w->message, "Kept: Jo.");
    assert_false(s.w->trouble);
    sitting_end(&s);
}

/* A reader tells what is new on the screen: the same words again are silence. */
static void what_is_refused_twice_in_the_same_words_is_heard_twice(void **state)
{
    static const char *const heard[] = {"Not that.", "Again: Not that.", "Not that.", "Nor that."};
    static const char *const told[] = {"Not that.", "Not that.", "Not that.", "Nor that."};
    struct sitting s = sitting_begin();
    (void)state;
    s.w->mode = MODE_READER;
    for (size_t i = 0; i < COUNT(told); i++) {
        s.w->said_before = true; /* by the key before */
        wizard_trouble(s.w, "%s", told[i]);
        assert_string_equal(s.w->message, heard[i]);
    }
    s.w->mode = MODE_FULL;
    wizard_trouble(s.w, "%s", "Nor that.");
    assert_string_equal(s.w->message, "Nor that.");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_effect_has_a_bit_of_its_own),
        cmocka_unit_test(where_there_is_no_memory_that_is_said_and_not_what_was_kept_before),
        cmocka_unit_test(what_is_refused_twice_in_the_same_words_is_heard_twice),
        cmocka_unit_test(the_thing_in_hand_stays_in_hand_in_another_mode),
        cmocka_unit_test(whatever_is_done_nothing_is_lost),
        cmocka_unit_test(without_a_form_whatever_is_done_is_heard),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("wizard", tests, NULL, NULL);
}

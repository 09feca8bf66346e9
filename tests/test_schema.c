#include "test.h"

#include <string.h>

#include "supportplan/schema.h"

#define POUND "\xc2\xa3"

/* What each kind accepts, and how the file has it; NULL where it does not. */
static const struct {
    enum field field;
    enum status want;
    const char *raw;
    const char *canonical;
} cases[] = {
    /* text: every byte stays, but lines end in LF */
    {F_ANSWER_TEXT, ST_OK, "My garden, my sister.", "My garden, my sister."},
    {F_ANSWER_TEXT, ST_OK, "one\r\ntwo\rthree\n", "one\ntwo\nthree\n"},
    {F_ANSWER_TEXT, ST_OK, "\r\r\n\n", "\n\n\n"},
    {F_ANSWER_TEXT, ST_OK, "  blanks \t stay ", "  blanks \t stay "},
    {F_ANSWER_TEXT, ST_OK, " ", " "},
    {F_ANSWER_TEXT, ST_OK, "Zo\xc3\xab \xf0\x9f\x8c\xbb", "Zo\xc3\xab \xf0\x9f\x8c\xbb"},
    {F_ANSWER_TEXT, ST_OK, "\x01\x7f\xe2\x80\xae\xe2\x80\xac", "\x01\x7f\xe2\x80\xae\xe2\x80\xac"},
    {F_ANSWER_TEXT, ST_OK, "=SUM(A1)", "=SUM(A1)"},
    {F_ANSWER_TEXT, ST_OK, "?", "?"},
    {F_ANSWER_TEXT, ST_OK, "??", "??"},
    {F_ANSWER_TEXT, ST_OK, " ?", " ?"},
    {F_ANSWER_TEXT, ST_SYNTAX, "Zo\xeb", NULL},
    {F_ANSWER_TEXT, ST_SYNTAX, "\xc3", NULL},

    /* a line: every byte stays, and there is no newline */
    {F_ABOUT_NAME, ST_OK, " Ann  O'Neill ", " Ann  O'Neill "},
    {F_ABOUT_NAME, ST_OK, "tab\there", "tab\there"},
    {F_ABOUT_NAME, ST_OK, "?", "?"},
    {F_ABOUT_NAME, ST_SYNTAX, "Ann\nO'Neill", NULL},
    {F_ABOUT_NAME, ST_SYNTAX, "Ann\n", NULL},
    {F_ABOUT_NAME, ST_SYNTAX, "Ann\rO'Neill", NULL},
    {F_ABOUT_NAME, ST_SYNTAX, "Ann\r\nO'Neill", NULL},
    {F_ABOUT_NAME, ST_SYNTAX, "Zo\xeb", NULL},

    /* money */
    {F_RATE_PRICE, ST_OK, "1234.50", "1234.50"},
    {F_RATE_PRICE, ST_OK, POUND "1,234.5", "1234.50"},
    {F_RATE_PRICE, ST_OK, "13.87", "13.87"},
    {F_RATE_PRICE, ST_OK, "0", "0.00"},
    {F_RATE_PRICE, ST_OK, " 270 ", "270.00"},
    {F_RATE_PRICE, ST_OK, "50p", "0.50"},
    {F_RATE_PRICE, ST_OK, "9999999999.99", "9999999999.99"},
    {F_RATE_PRICE, ST_OK, " ? ", "?"},
    {F_RATE_PRICE, ST_RANGE, "10000000000.00", NULL},
    {F_RATE_PRICE, ST_SYNTAX, "-5", NULL},
    {F_RATE_PRICE, ST_SYNTAX, "12.505", NULL},
    {F_RATE_PRICE, ST_SYNTAX, "twelve", NULL},
    {F_RATE_PRICE, ST_SYNTAX, "   ", NULL},

    /* whole numbers */
    {F_WEEK_WEEKS, ST_OK, "52", "52"},
    {F_WEEK_WEEKS, ST_OK, " 1\t", "1"},
    {F_WEEK_WEEKS, ST_OK, "007", "7"},
    {F_WEEK_WEEKS, ST_OK, "999999", "999999"},
    {F_WEEK_WEEKS, ST_OK, "?", "?"},
    {F_WEEK_WEEKS, ST_RANGE, "0", NULL},
    {F_WEEK_WEEKS, ST_RANGE, "1000000", NULL},
    {F_WEEK_WEEKS, ST_SYNTAX, "1.5", NULL},
    {F_WEEK_WEEKS, ST_SYNTAX, "-1", NULL},
    {F_WEEK_WEEKS, ST_SYNTAX, "two", NULL},

    /* minutes */
    {F_TIME_MINUTES, ST_OK, "90", "90"},
    {F_TIME_MINUTES, ST_OK, "090", "90"},
    {F_TIME_MINUTES, ST_OK, "1 h 30 m", "90"},
    {F_TIME_MINUTES, ST_OK, "1.5 hours", "90"},
    {F_TIME_MINUTES, ST_OK, "half an hour", "30"},
    {F_TIME_MINUTES, ST_OK, "0", "0"},
    {F_TIME_MINUTES, ST_OK, " 00 ", "0"},
    {F_TIME_MINUTES, ST_OK, "99999", "99999"},
    {F_TIME_MINUTES, ST_OK, "?", "?"},
    {F_TIME_MINUTES, ST_RANGE, "100000", NULL},
    {F_TIME_MINUTES, ST_SYNTAX, "-30", NULL},
    {F_TIME_MINUTES, ST_SYNTAX, "long", NULL},

    /* a clock time */
    {F_TIME_START, ST_OK, "08:00", "08:00"},
    {F_TIME_START, ST_OK, "8:00", "08:00"},
    {F_TIME_START, ST_OK, "08:00:00", "08:00"},
    {F_TIME_START, ST_OK, "8.30am", "08:30"},
    {F_TIME_START, ST_OK, " 23:59 ", "23:59"},
    {F_TIME_START, ST_OK, "00:00", "00:00"},
    {F_TIME_START, ST_OK, "?", "?"},
    {F_TIME_START, ST_RANGE, "24:00", NULL},
    {F_TIME_START, ST_RANGE, "25:00", NULL},
    {F_TIME_START, ST_RANGE, "08:60", NULL},
    {F_TIME_START, ST_SYNTAX, "breakfast", NULL},

    /* and an end, which may be the end of the day */
    {F_TIME_END, ST_OK, "24:00", "24:00"},
    {F_TIME_END, ST_OK, "9pm", "21:00"},
    {F_TIME_END, ST_OK, "00:00", "00:00"},
    {F_TIME_END, ST_RANGE, "24:01", NULL},
    {F_RATE_TO, ST_OK, "24:00", "24:00"},
    {F_RATE_FROM, ST_RANGE, "24:00", NULL},

    /* days */
    {F_TIME_DAYS, ST_OK, "Mon Tue Wed Thu Fri Sat Sun", "Mon Tue Wed Thu Fri Sat Sun"},
    {F_TIME_DAYS, ST_OK, "Mon-Fri", "Mon Tue Wed Thu Fri"},
    {F_TIME_DAYS, ST_OK, "weekdays", "Mon Tue Wed Thu Fri"},
    {F_TIME_DAYS, ST_OK, "weekends", "Sat Sun"},
    {F_TIME_DAYS, ST_OK, "every day", "Mon Tue Wed Thu Fri Sat Sun"},
    {F_TIME_DAYS, ST_OK, "Sun Mon", "Mon Sun"},
    {F_TIME_DAYS, ST_OK, " wed wed ", "Wed"},
    {F_TIME_DAYS, ST_OK, "?", "?"},
    {F_TIME_DAYS, ST_SYNTAX, "Funday", NULL},

    /* a date, day first */
    {F_PLAN_YEAR_START, ST_OK, "2026-11-21", "2026-11-21"},
    {F_PLAN_YEAR_START, ST_OK, "21/11/2026", "2026-11-21"},
    {F_PLAN_YEAR_START, ST_OK, "3/4/2026", "2026-04-03"},
    {F_PLAN_YEAR_START, ST_OK, "29/02/2024", "2024-02-29"},
    {F_PLAN_YEAR_START, ST_OK, " 21/11/2026 ", "2026-11-21"},
    {F_PLAN_YEAR_START, ST_OK, "?", "?"},
    {F_PLAN_YEAR_START, ST_RANGE, "29/02/2026", NULL},
    {F_PLAN_YEAR_START, ST_RANGE, "2026-13-01", NULL},
    {F_PLAN_YEAR_START, ST_SYNTAX, "soon", NULL},

    /* stretches of days */
    {F_WEEK_DATES, ST_OK, "2026-12-21/2027-01-03", "2026-12-21/2027-01-03"},
    {F_WEEK_DATES, ST_OK, "2026-12-21/2027-01-03 2027-02-15", "2026-12-21/2027-01-03 2027-02-15"},
    {F_WEEK_DATES, ST_OK, "?", "?"},
    {F_WEEK_DATES, ST_RANGE, "2027-01-03/2026-12-21", NULL},
    {F_WEEK_DATES, ST_SYNTAX, "Christmas", NULL},

    /* yes and no */
    {F_ANSWER_PRIVATE, ST_OK, "yes", "yes"},
    {F_ANSWER_PRIVATE, ST_OK, "Y", "yes"},
    {F_ANSWER_PRIVATE, ST_OK, "NO", "no"},
    {F_ANSWER_PRIVATE, ST_OK, " n ", "no"},
    {F_ANSWER_PRIVATE, ST_OK, "?", "?"},
    {F_ANSWER_PRIVATE, ST_SYNTAX, "yep", NULL},
    {F_ANSWER_PRIVATE, ST_SYNTAX, "true", NULL},
    {F_ANSWER_PRIVATE, ST_SYNTAX, "1", NULL},

    /* words: in any case, whole or by a unique beginning of three letters or more */
    {F_SUPPORTER_KIND, ST_OK, "pa", "pa"},
    {F_SUPPORTER_KIND, ST_OK, "PA", "pa"},
    {F_SUPPORTER_KIND, ST_OK, " Agency ", "agency"},
    {F_SUPPORTER_KIND, ST_OK, "fam", "family"},
    {F_SUPPORTER_KIND, ST_OK, "Tech", "technology"},
    {F_SUPPORTER_KIND, ST_OK, "day service", "day-service"},
    {F_SUPPORTER_KIND, ST_OK, "?", "?"},
    {F_SUPPORTER_KIND, ST_SYNTAX, "co", NULL},
    {F_SUPPORTER_KIND, ST_SYNTAX, "fa", NULL},
    {F_SUPPORTER_KIND, ST_SYNTAX, "familys", NULL},
    {F_SUPPORTER_KIND, ST_SYNTAX, "robot", NULL},
    {F_RATE_WHEN, ST_SYNTAX, "week", NULL}, /* weekday or weekend */
    {F_RATE_WHEN, ST_OK, "weekd", "weekday"},
    {F_RATE_WHEN, ST_OK, "bank holiday", "bank-holiday"},
    {F_CHECKLIST_DONE, ST_OK, "no", "no"}, /* whole, though not-needed begins so too */
    {F_CHECKLIST_DONE, ST_OK, "not", "not-needed"},
    {F_PLAN_YEAR_BASIS, ST_OK, "52", "52"},
    {F_PLAN_YEAR_BASIS, ST_OK, "365/7", "365/7"},
    {F_PLAN_YEAR_BASIS, ST_SYNTAX, "5", NULL},
    {F_COST_EVERY, ST_OK, "4weeks", "4weeks"},
    {F_COST_EVERY, ST_OK, "week", "week"},

    /* a list with its own word for "not sure yet" writes that one */
    {F_NEED_ELIGIBLE, ST_OK, "?", "unknown"},
    {F_NEED_ELIGIBLE, ST_OK, "unknown", "unknown"},
    {F_ABOUT_ADVOCATE, ST_OK, "?", "unknown"},
    {F_ANSWER_STATE, ST_OK, " ? ", "unsure"},
    {F_SUPPORTER_WILLING, ST_OK, "?", "unknown"},
    {F_FUND_STATUS, ST_OK, "?", "not-told"},
    {F_CONTRIBUTION_STATUS, ST_OK, "?", "not-assessed"},
    {F_MONEY_SEPARATE_ACCOUNT, ST_OK, "?", "unsure"},

    /* the name of an answer */
    {F_ATTACHMENT_ANSWER, ST_OK, "good-day", "good-day"},
    {F_ATTACHMENT_ANSWER, ST_OK, "own-1", "own-1"},
    {F_ATTACHMENT_ANSWER, ST_OK, "?", "?"},
    {F_ATTACHMENT_ANSWER, ST_SYNTAX, "Good day", NULL},
    {F_ATTACHMENT_ANSWER, ST_SYNTAX, "1st", NULL},

    /* references, by their shape */
    {F_TIME_SUPPORTER, ST_OK, "s12", "s12"},
    {F_TIME_SUPPORTER, ST_OK, " s1 ", "s1"},
    {F_TIME_SUPPORTER, ST_OK, "?", "?"},
    {F_TIME_SUPPORTER, ST_SYNTAX, "s1 s2", NULL},
    {F_TIME_SUPPORTER, ST_SYNTAX, "S1", NULL},
    {F_TIME_PAYS, ST_OK, "unpaid", "unpaid"},
    {F_TIME_PAYS, ST_OK, "Unpaid", "unpaid"},
    {F_TIME_PAYS, ST_OK, "budget", "budget"},
    {F_TIME_PAYS, ST_OK, "f1", "f1"},
    {F_TIME_GOALS, ST_OK, "g1", "g1"},
    {F_TIME_GOALS, ST_OK, "g2 g1", "g2 g1"},
    {F_TIME_GOALS, ST_OK, "  g1 ,  g2,g3 ", "g1 g2 g3"},
    {F_TIME_GOALS, ST_OK, "g1 g11 g1", "g1 g11"},
    {F_TIME_GOALS, ST_OK, "?", "?"},
    {F_TIME_GOALS, ST_SYNTAX, "g1 ?", NULL},
    {F_TIME_GOALS, ST_SYNTAX, "g1 G2", NULL},
    {F_TIME_GOALS, ST_SYNTAX, ",", NULL},
};

static void each_kind_accepts_and_refuses_what_it_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = {0};
        text_add(&out, "kept:");
        enum status st = schema_accept(cases[i].field, cases[i].raw, &out);
        const char *got = text_str(&out) + strlen("kept:");
        const char *want = cases[i].canonical ? cases[i].canonical : "";
        if (st != cases[i].want || strncmp(text_str(&out), "kept:", 5) != 0 ||
            strcmp(got, want) != 0)
            fail_msg("case %zu '%s': status %d, '%s'", i, cases[i].raw, (int)st, got);
        text_free(&out);
    }
}

static void a_canonical_value_is_accepted_as_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = {0};
        if (!cases[i].canonical)
            continue;
        enum status st = schema_accept(cases[i].field, cases[i].canonical, &out);
        if (st || strcmp(text_str(&out), cases[i].canonical) != 0)
            fail_msg("case %zu '%s': status %d, '%s'", i, cases[i].canonical, (int)st,
                     text_str(&out));
        text_free(&out);
    }
}

/* Each spelling above, given to each field: what one accepts is canonical and can be shown. */
static void whatever_is_accepted_is_canonical(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases) * FIELD_COUNT; i++) {
        enum field field = (enum field)(i % FIELD_COUNT);
        const char *raw = cases[i / FIELD_COUNT].raw;
        struct text once = {0}, twice = {0}, shown = {0};
        enum status st = schema_accept(field, raw, &once);
        if (st == ST_OK) {
            st = schema_accept(field, text_str(&once), &twice);
            schema_show(field, text_str(&once), &shown);
            if (st || strcmp(text_str(&once), text_str(&twice)) != 0 || shown.len == 0)
                fail_msg("%s: '%s', then '%s'", schema_fields[field].name, text_str(&once),
                         text_str(&twice));
        } else if (st == ST_NOMEM || once.len) {
            fail_msg("%s: '%s', status %d", schema_fields[field].name, raw, (int)st);
        }
        text_free(&once);
        text_free(&twice);
        text_free(&shown);
    }
}

static void every_field_accepts_not_sure_yet(void **state)
{
    (void)state;
    for (int f = 0; f < FIELD_COUNT; f++) {
        struct text out = {0};
        const char *own = schema_fields[f].unsure;
        enum status st = schema_accept((enum field)f, "?", &out);
        if (st || strcmp(text_str(&out), own ? own : "?") != 0)
            fail_msg("%s: status %d, '%s'", schema_fields[f].name, (int)st, text_str(&out));
        if (!schema_unsure((enum field)f, text_str(&out)) || !schema_unsure((enum field)f, "?"))
            fail_msg("%s: '%s' is not told as unsure", schema_fields[f].name, text_str(&out));
        text_free(&out);
    }
}

static void only_its_own_word_makes_a_field_unsure(void **state)
{
    (void)state;
    assert_true(schema_unsure(F_FUND_STATUS, "not-told"));
    assert_false(schema_unsure(F_FUND_STATUS, "indicative"));
    assert_false(schema_unsure(F_ABOUT_NAME, "unknown"));
    assert_false(schema_unsure(F_ANSWER_TEXT, "? or so"));
    assert_false(schema_unsure(F_TIME_PAYS, "unpaid"));
}

static void a_very_long_text_is_kept_whole(void **state)
{
    (void)state;
    enum { LONG = 1 << 20 };
    struct text raw = {0}, out = {0};
    for (int i = 0; i < LONG / 4; i++)
        text_add(&raw, "a\r\nb");
    assert_int_equal(schema_accept(F_ANSWER_TEXT, text_str(&raw), &out), ST_OK);
    assert_int_equal(out.len, LONG / 4 * 3);
    assert_null(strchr(text_str(&out), '\r'));
    text_free(&raw);
    text_free(&out);
}

/* ---- the table ---- */

static void every_section_and_field_is_found_by_its_name(void **state)
{
    (void)state;
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct schema_field *row = &schema_fields[f];
        const struct schema_section *section = &schema_sections[row->section];
        struct text dotted = {0};
        text_addf(&dotted, "%s.%s", section->name, row->name);
        if (schema_section_named(section->name) != row->section ||
            schema_field_named(row->section, row->name) != (enum field)f ||
            schema_field_dotted(text_str(&dotted)) != (enum field)f)
            fail_msg("%s is not found", text_str(&dotted));
        text_free(&dotted);
    }
}

static void every_field_lies_in_its_section(void **state)
{
    (void)state;
    int next = 0;
    for (int s = 0; s < SEC_COUNT; s++) {
        const struct schema_section *section = &schema_sections[s];
        if ((int)section->first != next || section->count < 1)
            fail_msg("%s begins at %d, not %d", section->name, (int)section->first, next);
        for (int i = 0; i < section->count; i++, next++)
            if (schema_fields[next].section != (enum section)s)
                fail_msg("%s does not lie in %s", schema_fields[next].name, section->name);
    }
    assert_int_equal(next, FIELD_COUNT);
}

static void names_that_are_not_there_are_not_found(void **state)
{
    (void)state;
    assert_int_equal(schema_section_named("end"), SEC_NONE);
    assert_int_equal(schema_section_named(""), SEC_NONE);
    assert_int_equal(schema_section_named("Plan"), SEC_NONE);
    assert_int_equal(schema_field_named(SEC_ABOUT, "price"), FIELD_NONE);
    assert_int_equal(schema_field_named(SEC_NONE, "name"), FIELD_NONE);
    assert_int_equal(schema_field_named(SEC_RATE, "name"), F_RATE_NAME);
    assert_int_equal(schema_field_dotted("about.name"), F_ABOUT_NAME);
    assert_int_equal(schema_field_dotted("about"), FIELD_NONE);
    assert_int_equal(schema_field_dotted("about."), FIELD_NONE);
    assert_int_equal(schema_field_dotted("abou.name"), FIELD_NONE);
    assert_int_equal(schema_field_dotted("nowhere.name"), FIELD_NONE);
}

static void rows_are_of_one_piece(void **state)
{
    (void)state;
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct schema_field *row = &schema_fields[f];
        bool refers = row->kind == KIND_REF || row->kind == KIND_REFS;
        if (refers != (row->to != SEC_NONE))
            fail_msg("%s: a reference says to what, and nothing else does", row->name);
        if (row->kind == KIND_WORD && !row->words)
            fail_msg("%s has no words", row->name);
        if (row->unsure && schema_word_index((enum field)f, row->unsure) < 0)
            fail_msg("%s: %s is not among its words", row->name, row->unsure);
        if (!schema_name_ok(row->name) || !schema_name_ok(schema_sections[row->section].name))
            fail_msg("%s is no name", row->name);
    }
}

static void the_prefixes_of_numbered_sections_are_their_own(void **state)
{
    (void)state;
    for (int a = 0; a < SEC_COUNT; a++) {
        const struct schema_section *section = &schema_sections[a];
        if ((section->items == ITEMS_NUMBERED) != (strlen(section->prefix) == 1))
            fail_msg("%s has prefix '%s'", section->name, section->prefix);
        for (int b = 0; b < a; b++)
            if (*section->prefix && strcmp(section->prefix, schema_sections[b].prefix) == 0)
                fail_msg("%s and %s share a prefix", section->name, schema_sections[b].name);
    }
}

static void item_names_follow_the_rule(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool ok;
    } names[] = {
        {"a", true},
        {"s1", true},
        {"good-day", true},
        {"a-", true},
        {"a2345678901234567890123456789012", true}, /* 32 */
        {"a23456789012345678901234567890123", false},
        {"", false},
        {"1s", false},
        {"-a", false},
        {"S1", false},
        {"s_1", false},
        {"s 1", false},
        {"s1\n", false},
        {"zo\xc3\xab", false},
    };
    for (size_t i = 0; i < COUNT(names); i++)
        if (schema_name_ok(names[i].name) != names[i].ok)
            fail_msg("'%s' is not told right", names[i].name);
}

static void words_are_counted_and_numbered(void **state)
{
    (void)state;
    char word[NAME_MAX_LEN + 1];
    assert_int_equal(schema_word_count(F_SUPPORTER_KIND), 13);
    assert_string_equal(schema_word(F_SUPPORTER_KIND, 0, word), "family");
    assert_string_equal(schema_word(F_SUPPORTER_KIND, 12, word), "other");
    assert_string_equal(schema_word(F_SUPPORTER_KIND, 13, word), "");
    assert_string_equal(schema_word(F_SUPPORTER_KIND, 99, word), "");
    assert_int_equal(schema_word_index(F_SUPPORTER_KIND, "pa"), 5);
    assert_int_equal(schema_word_index(F_SUPPORTER_KIND, "p"), -1);
    assert_int_equal(schema_word_index(F_SUPPORTER_KIND, "Pa"), -1);
    assert_int_equal(schema_word_count(F_ABOUT_NAME), 0);
    assert_string_equal(schema_word(F_ABOUT_NAME, 0, word), "");
    assert_int_equal(schema_word_count(F_TIME_PAYS), 0); /* a reference, with a word beside it */
    assert_int_equal(schema_word_index(F_TIME_PAYS, "unpaid"), -1);
}

/* ---- what a person reads ---- */

static void values_are_shown_in_a_persons_words(void **state)
{
    (void)state;
    static const struct {
        enum field field;
        const char *value, *shown;
    } shown[] = {
        {F_FUND_AMOUNT, "1234.50", "1,234.50"},
        {F_TIME_DAYS, "Mon Tue Wed Thu Fri", "Monday to Friday"},
        {F_PLAN_CREATED, "2026-11-21", "21 November 2026"},
        {F_TIME_MINUTES, "90", "1 h 30 m"},
        {F_TIME_MINUTES, "0", "0 m"},
        {F_TIME_START, "08:30", "08:30"},
        {F_TIME_END, "24:00", "24:00"},
        {F_WEEK_WEEKS, "52", "52"},
        {F_WEEK_DATES, "2026-12-21/2027-01-03 2027-02-15",
         "21 December 2026 to 3 January 2027, 15 February 2027"},
        {F_SUPPORTER_KIND, "pa", "pa"},
        {F_FUND_STATUS, "not-told", "not-told"},
        {F_ANSWER_PRIVATE, "yes", "yes"},
        {F_TIME_GOALS, "g1 g2", "g1 g2"},
        {F_ANSWER_TEXT, "one\ntwo", "one\ntwo"},
        {F_RATE_PRICE, "?", "not sure yet"},
        {F_WEEK_DATES, "?", "not sure yet"},
    };
    for (size_t i = 0; i < COUNT(shown); i++) {
        struct text out = {0};
        schema_show(shown[i].field, shown[i].value, &out);
        if (strcmp(text_str(&out), shown[i].shown) != 0)
            fail_msg("'%s' is shown as '%s'", shown[i].value, text_str(&out));
        text_free(&out);
    }
}

static void every_field_says_what_is_expected(void **state)
{
    (void)state;
    for (int f = 0; f < FIELD_COUNT; f++) {
        const char *expected = schema_expected((enum field)f);
        if (!expected || strlen(expected) < 5 || text_words(expected) > 15)
            fail_msg("%s: '%s'", schema_fields[f].name, expected ? expected : "nothing");
    }
    assert_string_equal(schema_expected(F_TIME_START), "a time, for example 14:30");
    assert_string_equal(schema_expected(F_ABOUT_WRITTEN_BY), "one of: me together helper");
}

/* The sections and fields of SPEC section 1, by hand: none is ever renamed, moved or removed. */
static const char *const fixed[] = {
    "plan: format form title created changed year-start year-basis last",
    ("about: name reference communication written-by helper helper-role views decides decides-as "
     "advocate advocate-contact care-manager care-manager-contact alone nation"),
    "answer: text state voice private title",
    "checklist: done",
    "need: what outcome eligible met-by",
    "goal: what why needs by",
    "supporter: name kind phone relation partner lives-with-me willing agreed",
    "rate: supporter name price unit when minutes from to checked",
    "week: name weeks starts every dates",
    ("time: week days start end minutes times what supporter rate workers sharing pays goals needs "
     "place note arranged wanted"),
    "cost: what price quantity every pays goals needs supporter set-aside note",
    "fund: name kind amount every status",
    "contribution: status amount every",
    "money: how managed-by separate-account paid-every meets letter-total",
    "contact: name role phone note",
    "cover: supporter when who phone pays note",
    "risk: what do who",
    "action: what who by done",
    "review: date kind how who note",
    "attachment: file about answer",
    "copy: who which",
    "reason: text",
};

static void the_sections_and_fields_are_those_of_the_format(void **state)
{
    (void)state;
    assert_true(SEC_COUNT >= COUNT(fixed));
    for (size_t s = 0; s < COUNT(fixed); s++) {
        struct text row = {0};
        const struct schema_section *section = &schema_sections[s];
        text_addf(&row, "%s:", section->name);
        for (int i = 0; i < section->count; i++)
            text_addf(&row, " %s", schema_fields[(int)section->first + i].name);
        /* a later version may add fields, at the end of a row */
        if (strncmp(text_str(&row), fixed[s], strlen(fixed[s])) != 0)
            fail_msg("'%s' should begin '%s'", text_str(&row), fixed[s]);
        text_free(&row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_accepts_and_refuses_what_it_should),
        cmocka_unit_test(a_canonical_value_is_accepted_as_it_is),
        cmocka_unit_test(whatever_is_accepted_is_canonical),
        cmocka_unit_test(every_field_accepts_not_sure_yet),
        cmocka_unit_test(only_its_own_word_makes_a_field_unsure),
        cmocka_unit_test(a_very_long_text_is_kept_whole),
        cmocka_unit_test(every_section_and_field_is_found_by_its_name),
        cmocka_unit_test(every_field_lies_in_its_section),
        cmocka_unit_test(names_that_are_not_there_are_not_found),
        cmocka_unit_test(rows_are_of_one_piece),
        cmocka_unit_test(the_prefixes_of_numbered_sections_are_their_own),
        cmocka_unit_test(item_names_follow_the_rule),
        cmocka_unit_test(words_are_counted_and_numbered),
        cmocka_unit_test(values_are_shown_in_a_persons_words),
        cmocka_unit_test(every_field_says_what_is_expected),
        cmocka_unit_test(the_sections_and_fields_are_those_of_the_format),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}

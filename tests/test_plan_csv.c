/*
 * Plans from bytes and to bytes. The promise that is tested: whatever comes in, each row is
 * a fact, an unknown fact or a row that is kept, or a person is told; and what we wrote
 * comes back byte for byte.
 */
#include "supportplan/plan_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "test.h"

#define HEAD "\"section\",\"item\",\"field\",\"value\"\n"
#define ROW(section, item, field, value)                                                           \
    "\"" section "\",\"" item "\",\"" field "\",\"" value "\"\n"
#define END(rows) ROW("end", "", "rows", #rows)

#define FORMAT ROW("plan", "", "format", "1")

/* ---- helpers ---- */

/* What reading gave. */
struct got {
    enum status st;
    struct plan *plan;
    struct plan_opening opening;
    struct fault fault;
};

/* Read from memory of just that size, so that a byte read too far is found. */
static struct got read_chunked(const char *bytes, size_t len, size_t chunk)
{
    struct got got = {0};
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, bytes, len);
    got.st = plan_csv_read_chunked(exact, len, chunk, &got.plan, &got.opening, &got.fault);
    free(exact);
    return got;
}

static struct got read_plan(const char *bytes)
{
    struct got got = read_chunked(bytes, strlen(bytes), 0);
    if (got.st)
        fail_msg("'%s': %s", bytes, got.fault.text);
    return got;
}

static void got_free(struct got *got)
{
    plan_free(got->plan);
    notices_free(&got->opening.notices);
}

/* All notices, a line each. */
static void print_notices(const struct got *got, struct text *out)
{
    for (size_t i = 0; i < got->opening.notices.count; i++)
        text_addf(out, "%s\n", got->opening.notices.list[i]);
}

static void has_notices(const char *what, const struct got *got, const char *want)
{
    struct text said = {0};
    print_notices(got, &said);
    if (strcmp(text_str(&said), want) != 0)
        fail_msg("%s: the notices are '%s'", what, text_str(&said));
    text_free(&said);
}

/* Reading these bytes and writing what was read gives those. */
static void is_written(const char *bytes, const char *want)
{
    struct got got = read_plan(bytes);
    struct text out = {0};
    assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
    if (strcmp(text_str(&out), want) != 0)
        fail_msg("'%s' is written '%s'", bytes, text_str(&out));
    assert_true(plan_csv_holds(text_str(&out), out.len, got.plan));
    if (got.opening.changed_form != (strcmp(bytes, want) != 0))
        fail_msg("'%s': changed_form is %d", bytes, (int)got.opening.changed_form);
    text_free(&out);
    got_free(&got);
}

/* How many rows a plan stands for. */
static size_t rows_of(const struct plan *plan)
{
    size_t rows = plan_unknown_count(plan) + plan_odd_count(plan);
    for (int f = 0; f < FIELD_COUNT; f++)
        for (size_t i = 0; i < plan_count(plan, schema_fields[f].section); i++)
            rows += plan_fact(plan, (enum field)f, plan_item(plan, schema_fields[f].section, i)) !=
                    NULL;
    return rows;
}

/* ---- a file of ours ---- */

/* Every kind of row, in the order in which we write: 19 rows. */
static const char ours[] = HEAD                                             /**/
    ROW("plan", "", "format", "1")                                          /**/
    ROW("plan", "", "form", "seven-questions")                              /**/
    ROW("plan", "", "later", "an unknown field")                            /**/
    ROW("about", "", "name", "Zoë \"\"Z\"\" Ford")                          /**/
    ROW("about", "", "communication", "Slowly, please.\n\n  Then again.\n") /**/
    ROW("answer", "important", "text", "'=my garden, \"\"my\"\" sister")    /**/
    ROW("answer", "own-1", "title", "'tis my own?")                         /**/
    ROW("supporter", "s2", "name", "Sam")                                   /**/
    ROW("supporter", "s1", "name", " Dee ")                                 /**/
    ROW("supporter", "s1", "phone", "+44 7700 900123")                      /**/
    ROW("rate", "r1", "supporter", "s1")                                    /**/
    ROW("time", "t3", "days", "Mon Tue Wed Thu Fri")                        /**/
    ROW("time", "t3", "start", "?")                                         /**/
    ROW("time", "t3", "pays", "unpaid")                                     /**/
    ROW("pet", "p1", "name", "'+Rex")                                       /**/
    ROW("pet", "", "name", "'\n")                                           /**/
    ROW("time", "t3", "end", "25:99")                                       /**/
    ROW("time", "t3", "days", "Sun")                                        /**/
    "\"one\",\"'=two\",\"thr\"\"ee\"\n"                                     /**/
    END(19);

static void a_file_that_we_wrote_is_written_again_byte_for_byte(void **state)
{
    (void)state;
    is_written(ours, ours);
    is_written(HEAD END(0), HEAD END(0));
}

static void the_values_of_a_file_are_in_the_plan(void **state)
{
    (void)state;
    struct got got = read_plan(ours);
    assert_string_equal(plan_str(got.plan, F_ABOUT_NAME, ""), "Zoë \"Z\" Ford");
    assert_string_equal(plan_str(got.plan, F_ANSWER_TEXT, "important"),
                        "=my garden, \"my\" sister");
    assert_string_equal(plan_str(got.plan, F_ANSWER_TITLE, "own-1"), "'tis my own?");
    assert_string_equal(plan_str(got.plan, F_SUPPORTER_NAME, "s1"), " Dee ");
    assert_string_equal(plan_item(got.plan, SEC_SUPPORTER, 0), "s2");
    assert_int_equal(plan_known(got.plan, F_TIME_START, "t3"), NOT_SURE);
    assert_int_equal(plan_known(got.plan, F_TIME_END, "t3"), NOT_SURE);
    assert_null(plan_fact(got.plan, F_TIME_END, "t3"));
    assert_string_equal(plan_str(got.plan, F_TIME_DAYS, "t3"), "Mon Tue Wed Thu Fri");
    assert_int_equal(plan_unknown_count(got.plan), 3);
    assert_int_equal(plan_odd_count(got.plan), 3);
    has_notices("ours", &got,
                "This version does not know 3 facts. They are kept as they are.\n"
                "3 rows could not be used. They are kept, and you can look at them.\n");
    assert_false(got.opening.keep_original);
    assert_false(got.opening.read_only);
    got_free(&got);
}

static void facts_are_written_in_the_order_of_the_table(void **state)
{
    (void)state;
    is_written(HEAD ROW("time", "t2", "start", "09:00") /**/
               ROW("pet", "p1", "name", "Rex")          /**/
               ROW("time", "t1", "later", "2")          /**/
               ROW("time", "t2", "days", "Mon")         /**/
               ROW("time", "t1", "start", "10:00")      /**/
               ROW("plan", "", "format", "1")           /**/
               ROW("time", "t2", "later", "1") END(7),
               HEAD ROW("plan", "", "format", "1") /**/
               ROW("time", "t2", "days", "Mon")    /**/
               ROW("time", "t2", "start", "09:00") /**/
               ROW("time", "t2", "later", "1")     /**/
               ROW("time", "t1", "start", "10:00") /**/
               ROW("time", "t1", "later", "2")     /**/
               ROW("pet", "p1", "name", "Rex") END(7));
}

/* Spelt as we write, but for one thing. */
static const struct {
    const char *what, *bytes;
    bool changed;
} nearly[] = {
    {"nothing",
     HEAD FORMAT ROW("time", "t1", "days", "Mon") ROW("time", "t1", "start", "08:00")
         ROW("time", "t2", "days", "Mon") ROW("cost", "c1", "what", "Tea") END(5),
     false},
    {"fields out of order",
     HEAD ROW("time", "t1", "start", "08:00") ROW("time", "t1", "days", "Mon") END(2), true},
    {"an item that comes back",
     HEAD ROW("time", "t1", "days", "Mon") ROW("time", "t2", "days", "Mon")
         ROW("time", "t1", "start", "08:00") END(3),
     true},
    {"sections out of order", HEAD ROW("time", "t1", "days", "Mon") FORMAT END(2), true},
    {"a section that comes back",
     HEAD FORMAT ROW("time", "t1", "days", "Mon") ROW("plan", "", "title", "Mine") END(3), true},
    {"a section that comes back with another item",
     HEAD ROW("time", "t1", "days", "Mon") ROW("cost", "c1", "what", "Tea")
         ROW("time", "t2", "days", "Mon") END(3),
     true},
    {"a value in other words", HEAD ROW("time", "t1", "start", "8:00") END(1), true},
    {"an empty value", HEAD FORMAT ROW("plan", "", "form", "") END(2), true},
    {"a number in other words", HEAD FORMAT ROW("end", "", "rows", "01"), true},
    {"a wrong number", HEAD FORMAT END(2), true},
    {"no end", HEAD FORMAT, true},
    {"a second end", HEAD FORMAT END(1) END(1), true},
    {"the first row twice", HEAD HEAD FORMAT END(2), true},
    {"a mark", "\xef\xbb\xbf" HEAD FORMAT END(1), true},
    {"no last line end", HEAD FORMAT "\"end\",\"\",\"rows\",\"1\"", true},
    {"an empty line", HEAD "\n" FORMAT END(1), true},
    {"an empty line at the end", HEAD FORMAT END(1) "\n", true},
    {"an empty row", HEAD "\"\",\"\",\"\",\"\"\n" FORMAT END(1), true},
    {"a blank behind a row", HEAD "\"plan\",\"\",\"format\",\"1\" \n" END(1), true},
    {"a cell without quotes", HEAD "plan,\"\",\"format\",\"1\"\n" END(1), true},
    {"a capital in the first row", "\"Section\",\"item\",\"field\",\"value\"\n" FORMAT END(1),
     true},
    {"no guard", HEAD ROW("about", "", "name", "=1") END(1), true},
    {"a guard too many", HEAD ROW("about", "", "name", "''=1") END(1), false},
    {"CRLF", "\"section\",\"item\",\"field\",\"value\"\r\n" FORMAT END(1), true},
    {"CRLF in a value", HEAD ROW("about", "", "views", "a\r\nb") END(1), true},
};

static void only_a_file_just_like_ours_would_not_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nearly); i++) {
        struct got got = read_plan(nearly[i].bytes);
        struct text out = {0};
        assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
        bool changed = strcmp(text_str(&out), nearly[i].bytes) != 0;
        if (changed != nearly[i].changed || got.opening.changed_form != changed)
            fail_msg("%s: changed_form is %d, changed %d", nearly[i].what,
                     (int)got.opening.changed_form, (int)changed);
        text_free(&out);
        got_free(&got);
    }
}

/* ---- other spellings ---- */

#define SPELT(name, bytes, notices)                                                                \
    {                                                                                              \
        name, bytes, sizeof(bytes) - 1, notices                                                    \
    }
static const struct {
    const char *name, *bytes;
    size_t len;
    const char *notices;
} spellings[] = {
    SPELT("as ours", HEAD ROW("about", "", "name", "Zoë") END(1), ""),
    SPELT("a mark", "\xef\xbb\xbf" HEAD ROW("about", "", "name", "Zoë") END(1), ""),
    SPELT("unquoted", "section,item,field,value\nabout,,name,Zoë\nend,,rows,1\n", ""),
    SPELT("blanks", " Section , ITEM,Field ,value\n about, , name ,  Zoë \n end,,rows,1\n", ""),
    SPELT("CRLF", "section,item,field,value\r\nabout,,name,Zoë\r\nend,,rows,1\r\n", ""),
    SPELT("CR", "section,item,field,value\rabout,,name,Zoë\rend,,rows,1\r", ""),
    SPELT("semicolons", "section;item;field;value\nabout;;name;Zoë\nend;;rows;1\n", ""),
    SPELT("tabs", "section\titem\tfield\tvalue\nabout\t\tname\tZoë\nend\t\trows\t1\n", ""),
    SPELT("empty lines",
          "\n\nsection,item,field,value\n\n,,,\nabout,,name,Zoë\n \nend,,rows,1\n,,,\n", ""),
    SPELT("no last line end", "section,item,field,value\nabout,,name,Zoë\nend,,rows,1", ""),
    SPELT("an empty column", "section,item,field,value,\nabout,,name,Zoë,\nend,,rows,1,\n", ""),
    SPELT("an empty value",
          "section,item,field,value\nabout,,name,Zoë\nabout,,helper,\"\"\nend,,rows,2\n", ""),
    SPELT("Windows-1252", "section,item,field,value\nabout,,name,Zo\xeb\nend,,rows,1\n",
          "The letters of 1 value were guessed. Look at its accents and signs.\n"),
    SPELT("UTF-16 without a mark",
          "s\0e\0c\0t\0i\0o\0n\0,\0i\0t\0e\0m\0,\0f\0i\0e\0l\0d\0,\0v\0a\0l\0u\0e\0\n\0"
          "a\0b\0o\0u\0t\0,\0,\0n\0a\0m\0e\0,\0Z\0o\0\xeb\0\n\0"
          "e\0n\0d\0,\0,\0r\0o\0w\0s\0,\0"
          "1\0\n\0",
          "The letters were in an alphabet of spreadsheets (UTF-16), and were converted.\n"),
    SPELT("UTF-16 with a mark",
          "\xfe\xff\0s\0e\0c\0t\0i\0o\0n\0\t\0i\0t\0e\0m\0\t\0f\0i\0e\0l\0d\0\t\0v\0a\0l\0u\0e\0\n"
          "\0a\0b\0o\0u\0t\0\t\0\t\0n\0a\0m\0e\0\t\0Z\0o\0\xeb\0\n"
          "\0e\0n\0d\0\t\0\t\0r\0o\0w\0s\0\t\0"
          "1\0\n",
          "The letters were in an alphabet of spreadsheets (UTF-16), and were converted.\n"),
};

static void each_spelling_is_the_same_plan_and_is_saved_as_ours(void **state)
{
    (void)state;
    struct got want = read_plan(spellings[0].bytes);
    for (size_t i = 0; i < COUNT(spellings); i++) {
        struct got got = read_chunked(spellings[i].bytes, spellings[i].len, 0);
        if (got.st)
            fail_msg("%s: %s", spellings[i].name, got.fault.text);
        if (!plan_equal(got.plan, want.plan))
            fail_msg("%s: another plan", spellings[i].name);
        if (got.opening.changed_form != (i > 0))
            fail_msg("%s: changed_form is %d", spellings[i].name, (int)got.opening.changed_form);
        has_notices(spellings[i].name, &got, spellings[i].notices);
        got_free(&got);
    }
    got_free(&want);
}

/* What SPEC section 1 says is forgiven, and one of each kind. */
static const struct {
    enum field field;
    const char *raw, *want;
} values[] = {
    {F_TIME_START, "8:00", "08:00"},
    {F_TIME_START, "08:00:00", "08:00"},
    {F_TIME_START, "8.30am", "08:30"},
    {F_TIME_END, "24:00", "24:00"},
    {F_RATE_PRICE, "£1,234.5", "1234.50"},
    {F_ACTION_BY, "21/11/2026", "2026-11-21"},
    {F_TIME_DAYS, "Mon-Fri", "Mon Tue Wed Thu Fri"},
    {F_TIME_DAYS, "weekdays", "Mon Tue Wed Thu Fri"},
    {F_TIME_DAYS, "weekends", "Sat Sun"},
    {F_TIME_DAYS, "every day", "Mon Tue Wed Thu Fri Sat Sun"},
    {F_ABOUT_ADVOCATE, "?", "unknown"},
    {F_TIME_START, "?", "?"},
    {F_ACTION_DONE, "Y", "yes"},
    {F_ABOUT_NAME, "'-5 degrees", "-5 degrees"},
    {F_ABOUT_NAME, "-5", "-5"},
    {F_ABOUT_NAME, "''=", "'="},
    {F_NEED_WHAT, "a\rb\r\nc", "a\nb\nc"},
};

static void values_are_read_as_people_write_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(values); i++) {
        const struct schema_field *row = &schema_fields[values[i].field];
        const struct schema_section *section = &schema_sections[row->section];
        char bytes[256], item[16];
        snprintf(item, sizeof item, "%s%s", section->prefix, section->prefix[0] ? "1" : "");
        snprintf(bytes, sizeof bytes, HEAD "\"%s\",\"%s\",\"%s\",\"%s\"\n", section->name, item,
                 row->name, values[i].raw);
        struct got got = read_plan(bytes);
        const char *value = plan_fact(got.plan, values[i].field, item);
        if (!value || strcmp(value, values[i].want) != 0)
            fail_msg("'%s' is read as '%s'", values[i].raw, value ? value : "nothing");
        got_free(&got);
    }
}

/* ---- what a person is told ---- */

#define GONE "The end of the file is missing: it may have been cut short.\n"

static const struct {
    const char *what, *bytes, *notices;
    bool keep, read_only;
} tellings[] = {
    {"right", HEAD FORMAT END(1), "", false, false},
    {"no end", HEAD FORMAT, GONE, true, false},
    {"nothing but the first row", HEAD, GONE, true, false},
    {"a row fewer", HEAD FORMAT END(2), "The file should have 2 rows, but has 1.\n", true, false},
    {"a row more", HEAD FORMAT END(0), "The file should have 0 rows, but has 1.\n", true, false},
    {"no number", HEAD FORMAT ROW("end", "", "rows", "many"),
     "The end of the file does not say how many rows there are.\n", true, false},
    {"no number at all", HEAD FORMAT ROW("end", "", "rows", ""),
     "The end of the file does not say how many rows there are.\n", true, false},
    {"two ends", HEAD FORMAT END(1) END(1),
     "The file ends more than once. What follows the first end is not used.\n", true, false},
    {"a row after the end", HEAD FORMAT END(1) ROW("about", "", "name", "Zoë"),
     "1 row stands after the end. Saving puts it before the end: then it may count.\n"
     "1 row could not be used. It is kept, and you can look at it.\n",
     true, false},
    {"two rows after the end",
     HEAD FORMAT END(1) ROW("about", "", "name", "Zoë") ROW("goal", "g1", "what", "Sing"),
     "2 rows stand after the end. Saving puts them before the end: then they may count.\n"
     "2 rows could not be used. They are kept, and you can look at them.\n",
     true, false},
    {"an odd row", HEAD FORMAT ROW("plan", "", "created", "yesterday") END(2),
     "1 row could not be used. It is kept, and you can look at it.\n", false, false},
    {"an unknown fact", HEAD FORMAT ROW("plan", "", "mood", "good") END(2),
     "This version does not know 1 fact. It is kept as it is.\n", false, false},
    {"a newer format", HEAD ROW("plan", "", "format", "2") END(1),
     "A newer version made this plan (format 2). It can be read, not changed.\n", false, true},
    {"a stray quotation mark", HEAD FORMAT "about,,name,Zoë \"Z\" Ford\n" END(2),
     "The quotation marks go wrong on line 3. Look at the words there.\n", true, false},
    {"a value without an end", HEAD FORMAT "\"about\",\"\",\"name\",\"Zo",
     "The value on line 3 has no end: the file may be cut short.\n" GONE, true, false},
    {"old letters",
     HEAD ROW("plan", "", "title",
              "\xa3"
              "5") ROW("about", "", "name", "Zo\xeb") END(2),
     "The letters of 2 values were guessed. Look at their accents and signs.\n", true, false},
};

static void a_person_is_told_what_was_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tellings); i++) {
        struct got got = read_plan(tellings[i].bytes);
        has_notices(tellings[i].what, &got, tellings[i].notices);
        if (got.opening.keep_original != tellings[i].keep ||
            got.opening.read_only != tellings[i].read_only)
            fail_msg("%s: keep %d, read only %d", tellings[i].what, (int)got.opening.keep_original,
                     (int)got.opening.read_only);
        got_free(&got);
    }
}

static void wrong_quoting_is_read_as_well_as_can_be(void **state)
{
    (void)state;
    struct got got = read_plan(
        HEAD FORMAT "about,,name,Zoë \"Z\" Ford\n" ROW("about", "", "helper", "Sam") END(3));
    assert_string_equal(plan_str(got.plan, F_ABOUT_NAME, ""), "Zoë \"Z\" Ford");
    assert_string_equal(plan_str(got.plan, F_ABOUT_HELPER, ""), "Sam");
    got_free(&got);
}

/* ---- refusals ---- */

#define REFUSED(bytes, sentence)                                                                   \
    {                                                                                              \
        bytes, sizeof(bytes) - 1, sentence                                                         \
    }
static const char other_text[] =
    "This looks like other text; a plan's first row is section, item, field, value.";
static const struct {
    const char *bytes;
    size_t len;
    const char *sentence;
} refusals[] = {
    REFUSED("", "This file is empty; choose another, or a kept copy."),
    REFUSED("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This looks like a picture; choose a plan instead."),
    REFUSED("PK\x03\x04\x14\0\0\0",
            "This looks like a spreadsheet or document; open it there and save as CSV."),
    REFUSED(HEAD ROW("about", "", "name", "Z\0o"),
            "This file holds something other than text; choose a plan, or a kept copy."),
    REFUSED("date,what,amount\n21/11/2026,Tea,3.20\n", other_text),
    REFUSED("\"section\",\"item\",\"field\"\n", other_text),
    REFUSED("item,section,field,value\n", other_text),
    REFUSED("My plan\n\nI like tea.\n", other_text),
};

static void what_is_no_plan_is_refused_in_one_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refusals); i++) {
        struct got got = read_chunked(refusals[i].bytes, refusals[i].len, 0);
        if (got.st != ST_REFUSED || strcmp(got.fault.text, refusals[i].sentence) != 0)
            fail_msg("case %zu: status %d, '%s'", i, (int)got.st, got.fault.text);
        assert_null(got.plan);
        assert_int_equal(got.opening.notices.count, 0);
    }
}

static void is_limit(struct text *bytes, enum status st, const char *sentence)
{
    struct got got = read_chunked(text_str(bytes), bytes->len, 0);
    if (got.st != st || strcmp(got.fault.text, sentence) != 0)
        fail_msg("status %d, '%s', not '%s'", (int)got.st, got.fault.text, sentence);
    got_free(&got);
    text_clear(bytes);
}

static void add_rows(struct text *bytes, int rows)
{
    text_add(bytes, HEAD);
    for (int i = 0; i < rows; i++)
        text_addf(bytes, "need,n%d,outcome,x\n", i + 1);
}

static void what_is_at_a_limit_is_read_and_what_is_above_is_refused(void **state)
{
    (void)state;
    struct text bytes = {0};
    static const char rows_text[] = "The file has more than 100,000 rows, so it was not opened.";
    add_rows(&bytes, PLAN_ROWS_MAX);
    text_add(&bytes, END(100000));
    is_limit(&bytes, ST_OK, "");
    add_rows(&bytes, PLAN_ROWS_MAX + 1);
    is_limit(&bytes, ST_LIMIT, rows_text);
    add_rows(&bytes, PLAN_ROWS_MAX + 2);
    is_limit(&bytes, ST_LIMIT, rows_text);
    for (int more = 0; more < 2; more++) { /* and as we would write it, if we did */
        text_add(&bytes, HEAD);
        for (int i = 0; i < PLAN_ROWS_MAX + more; i++)
            text_addf(&bytes, ROW("need", "n%d", "outcome", "x"), i + 1);
        text_addf(&bytes, ROW("end", "", "rows", "%d"), PLAN_ROWS_MAX + more);
        is_limit(&bytes, more ? ST_LIMIT : ST_OK, more ? rows_text : "");
    }

    char *x = malloc(PLAN_BYTES_MAX + 1);
    assert_non_null(x);
    memset(x, 'x', PLAN_BYTES_MAX + 1);
    text_add(&bytes, HEAD "about,,views,");
    text_add_n(&bytes, x, PLAN_VALUE_MAX);
    is_limit(&bytes, ST_OK, "");
    text_add(&bytes, HEAD "about,,views,");
    text_add_n(&bytes, x, PLAN_VALUE_MAX + 1);
    is_limit(&bytes, ST_LIMIT, "The value on line 2 is larger than 1 megabyte. It was not opened.");
    text_add_n(&bytes, x, PLAN_BYTES_MAX);
    is_limit(&bytes, ST_REFUSED, other_text);
    text_add_n(&bytes, x, PLAN_BYTES_MAX + 1);
    is_limit(&bytes, ST_LIMIT, "The file is larger than 16 megabytes.");
    free(x);
    text_free(&bytes);
}

static void what_would_not_be_read_again_is_not_written(void **state)
{
    (void)state;
    struct text value = {0}, out = {0};
    struct plan *plan = plan_new();
    while (value.len < PLAN_VALUE_MAX)
        text_add(&value, "=1234567");
    assert_int_equal(plan_set(plan, F_ABOUT_VIEWS, "", text_str(&value), PLAN_LAST, NULL), ST_OK);
    assert_int_equal(plan_csv_write(plan, &out), ST_OK); /* the guard is none of the value */
    assert_true(plan_csv_holds(text_str(&out), out.len, plan));
    text_clear(&out);
    text_add_char(&value, 'x');
    assert_int_equal(plan_set(plan, F_ABOUT_VIEWS, "", text_str(&value), PLAN_LAST, NULL), ST_OK);
    text_add(&out, "kept");
    assert_int_equal(plan_csv_write(plan, &out), ST_LIMIT);
    assert_string_equal(text_str(&out), "kept");
    plan_free(plan);
    text_free(&value);
    text_free(&out);
}

static void more_rows_than_are_read_are_not_written(void **state)
{
    (void)state;
    struct text bytes = {0}, out = {0};
    add_rows(&bytes, PLAN_ROWS_MAX);
    struct got got = read_plan(text_str(&bytes));
    assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
    text_clear(&out);
    assert_int_equal(plan_set(got.plan, F_ABOUT_NAME, "", "Zoë", PLAN_LAST, NULL), ST_OK);
    assert_int_equal(plan_csv_write(got.plan, &out), ST_LIMIT);
    assert_int_equal(out.len, 0);
    text_free(&bytes);
    text_free(&out);
    got_free(&got);
}

/* Without quotation marks a file is shorter: it can be read, and is too long as we write it. */
static void what_can_be_read_and_would_be_too_long_is_opened_and_not_written(void **state)
{
    (void)state;
    struct text bytes = {0}, row = {0}, out = {0};
    char words[200];
    memset(words, 'x', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    text_add(&bytes, HEAD);
    for (int i = 1; bytes.len + row.len <= PLAN_BYTES_MAX; i++) {
        text_add_n(&bytes, text_str(&row), row.len);
        text_clear(&row);
        text_addf(&row, "need,n%d,outcome,%s\n", i, words);
    }
    struct got got = read_plan(text_str(&bytes));
    assert_true(got.opening.changed_form);
    assert_int_equal(plan_csv_write(got.plan, &out), ST_LIMIT);
    assert_int_equal(out.len, 0);
    text_free(&bytes);
    text_free(&row);
    text_free(&out);
    got_free(&got);
}

/* ---- rows that can't be used ---- */

static const struct {
    const char *what, *row;
    enum odd_why why;
    enum field field;
    const char *cells;
} odds[] = {
    {"a bad value", ROW("time", "t1", "start", "25:99"), ODD_VALUE, F_TIME_START,
     "time|t1|start|25:99"},
    {"a newline in a line", ROW("about", "", "name", "a\nb"), ODD_VALUE, F_ABOUT_NAME,
     "about||name|a\nb"},
    {"an unknown fact without a value", ROW("pet", "p1", "name", ""), ODD_VALUE, FIELD_NONE,
     "pet|p1|name|"},
    {"a name with a capital", ROW("time", "T1", "start", "08:00"), ODD_NAME, F_TIME_START,
     "time|T1|start|08:00"},
    {"no name", ROW("time", "", "start", "08:00"), ODD_NAME, F_TIME_START, "time||start|08:00"},
    {"a name where there are none", ROW("about", "me", "name", "Zoë"), ODD_NAME, F_ABOUT_NAME,
     "about|me|name|Zoë"},
    {"a bad name in an unknown section", ROW("pet", "The dog", "name", "Rex"), ODD_NAME, FIELD_NONE,
     "pet|The dog|name|Rex"},
    {"a note in the first column", "Ring Sam on Monday,,,\n", ODD_NAME, FIELD_NONE,
     "Ring Sam on Monday|||"},
    {"nothing but a value", ",,,\"Ring Sam\"\n", ODD_NAME, FIELD_NONE, "|||Ring Sam"},
    {"nobody of that name", ROW("time", "t1", "supporter", "s9"), ODD_REFERENCE, F_TIME_SUPPORTER,
     "time|t1|supporter|s9"},
    {"one of several is not there", ROW("time", "t1", "goals", "g1 g2"), ODD_REFERENCE,
     F_TIME_GOALS, "time|t1|goals|g1 g2"},
    {"no such money", ROW("time", "t1", "pays", "f1"), ODD_REFERENCE, F_TIME_PAYS,
     "time|t1|pays|f1"},
    {"no such week", ROW("time", "t1", "week", "w2"), ODD_REFERENCE, F_TIME_WEEK,
     "time|t1|week|w2"},
    {"three cells", "a,b,c\n", ODD_CELLS, FIELD_NONE, "a|b|c"},
    {"one cell", "\"'=x\"\n", ODD_CELLS, FIELD_NONE, "=x"},
    {"five cells", "about,,name,Zoë,Ford\n", ODD_CELLS, FIELD_NONE, "about||name|Zoë|Ford"},
    {"five cells, one empty", "about,,name,Zoë,\n", ODD_CELLS, FIELD_NONE, "about||name|Zoë|"},
    {"a second row", ROW("goal", "g1", "what", "Swim"), ODD_SECOND, F_GOAL_WHAT,
     "goal|g1|what|Swim"},
    {"a second row that says the same", ROW("goal", "g1", "what", "Sing"), ODD_SECOND, F_GOAL_WHAT,
     "goal|g1|what|Sing"},
};

static void join_cells(const struct odd_row *odd, struct text *out)
{
    for (size_t i = 0; i < odd->cell_count; i++)
        text_addf(out, "%s%s", i ? "|" : "", odd->cells[i]);
}

static void a_row_that_cannot_be_used_is_kept_with_its_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(odds); i++) {
        char bytes[512];
        snprintf(bytes, sizeof bytes, HEAD ROW("goal", "g1", "what", "Sing") "\n%s" END(2),
                 odds[i].row);
        struct got got = read_plan(bytes);
        struct text cells = {0};
        if (plan_odd_count(got.plan) != 1)
            fail_msg("%s: %zu odd rows", odds[i].what, plan_odd_count(got.plan));
        struct odd_row odd = plan_odd(got.plan, 0);
        join_cells(&odd, &cells);
        if (odd.why != odds[i].why || odd.line != 4 || odd.field != odds[i].field ||
            strcmp(text_str(&cells), odds[i].cells) != 0)
            fail_msg("%s: why %d, line %zu, field %d, cells %s", odds[i].what, (int)odd.why,
                     odd.line, (int)odd.field, text_str(&cells));
        assert_false(got.opening.keep_original);
        text_free(&cells);
        got_free(&got);
    }
}

static void a_row_that_cannot_be_used_stays_so_when_it_is_saved(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(odds); i++) {
        char bytes[512];
        struct text first = {0}, second = {0};
        snprintf(bytes, sizeof bytes, HEAD ROW("goal", "g1", "what", "Sing") "%s" END(2),
                 odds[i].row);
        struct got got = read_plan(bytes);
        assert_int_equal(plan_csv_write(got.plan, &first), ST_OK);
        struct got again = read_plan(text_str(&first));
        if (!plan_equal(got.plan, again.plan) || plan_odd_count(again.plan) != 1 ||
            plan_odd(again.plan, 0).why != odds[i].why)
            fail_msg("%s: not the same again: %s", odds[i].what, text_str(&first));
        assert_int_equal(plan_csv_write(again.plan, &second), ST_OK);
        assert_string_equal(text_str(&first), text_str(&second));
        text_free(&first);
        text_free(&second);
        got_free(&got);
        got_free(&again);
    }
}

static void the_first_row_of_a_fact_counts_even_where_it_is_bad(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second;
    } cases[] = {{"late", "08:00"}, {"late", "soon"}, {"08:00", "soon"}, {"08:00", "08:00"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char bytes[256];
        bool bad = strcmp(cases[i].first, "late") == 0;
        snprintf(bytes, sizeof bytes,
                 HEAD ROW("time", "t1", "start", "%s") ROW("time", "t1", "start", "%s") END(2),
                 cases[i].first, cases[i].second);
        struct got got = read_plan(bytes);
        if (plan_odd_count(got.plan) != 1 + (size_t)bad ||
            (bad && plan_odd(got.plan, 0).why != ODD_VALUE) ||
            plan_odd(got.plan, (size_t)bad).why != ODD_SECOND ||
            plan_known(got.plan, F_TIME_START, "t1") != (bad ? NOT_SURE : KNOWN))
            fail_msg("%s, then %s", cases[i].first, cases[i].second);
        got_free(&got);
    }
}

static void rows_are_judged_by_themselves_whatever_came_before(void **state)
{
    (void)state;
    static const struct {
        const char *what, *bytes;
        enum odd_why why;
    } cases[] = {
        {"an unknown fact again",
         HEAD ROW("pet", "p1", "name", "Rex") ROW("pet", "p1", "name", "Bo"), ODD_SECOND},
        {"an unknown field again",
         HEAD ROW("time", "t1", "mood", "ok") ROW("time", "t1", "mood", "ok"), ODD_SECOND},
        {"no name, after a section without",
         HEAD ROW("about", "", "name", "Zoë") ROW("time", "", "start", "08:00"), ODD_NAME},
        {"a name, after a section with",
         HEAD ROW("time", "t1", "start", "08:00") ROW("about", "t1", "name", "Zoë"), ODD_NAME},
        {"a field of the section before",
         HEAD ROW("time", "t1", "start", "08:00") ROW("goal", "g1", "start", ""), ODD_VALUE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct got got = read_plan(cases[i].bytes);
        if (plan_odd_count(got.plan) != 1 || plan_odd(got.plan, 0).why != cases[i].why ||
            plan_odd(got.plan, 0).line != 3)
            fail_msg("%s: %zu odd rows", cases[i].what, plan_odd_count(got.plan));
        got_free(&got);
    }
}

static void a_bad_name_does_not_spoil_the_fact_it_resembles(void **state)
{
    (void)state;
    struct got got =
        read_plan(HEAD ROW("about", "me", "name", "Zed") ROW("about", "", "name", "Zoë") END(2));
    assert_int_equal(plan_odd_count(got.plan), 1);
    assert_string_equal(plan_str(got.plan, F_ABOUT_NAME, ""), "Zoë");
    got_free(&got);
}

static void a_reference_may_stand_before_what_it_names(void **state)
{
    (void)state;
    /* s1 is there through an odd row alone; w1 is, where there is no week; budget always. */
    struct got got =
        read_plan(HEAD ROW("time", "t1", "supporter", "s1") ROW("time", "t1", "week", "w1")
                      ROW("time", "t1", "pays", "budget") ROW("time", "t1", "goals", "?")
                          ROW("time", "t2", "pays", "unpaid") ROW("time", "t2", "goals", "g2,g1 g2")
                              ROW("goal", "g1", "by", "soon") ROW("goal", "g2", "what", "Sing")
                                  ROW("supporter", "s1", "kind", "giant") END(9));
    assert_int_equal(plan_odd_count(got.plan), 2);
    assert_string_equal(plan_str(got.plan, F_TIME_SUPPORTER, "t1"), "s1");
    assert_string_equal(plan_str(got.plan, F_TIME_GOALS, "t2"), "g2 g1");
    got_free(&got);
}

static void odd_rows_stand_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct got got =
        read_plan(HEAD ROW("time", "t1", "start", "late")
                      ROW("time", "t1", "supporter", "s9") "x\n" ROW("time", "t1", "rate", "r9")
                          ROW("time", "t1", "end", "late") END(5));
    static const size_t lines[] = {2, 3, 4, 5, 6};
    assert_int_equal(plan_odd_count(got.plan), COUNT(lines));
    for (size_t i = 0; i < COUNT(lines); i++)
        assert_int_equal(plan_odd(got.plan, i).line, lines[i]);
    assert_int_equal(plan_count(got.plan, SEC_TIME), 1);
    got_free(&got);
}

/* A file made to keep us busy: each name is there, and there are far too many. */
static void a_list_of_more_names_than_anybody_means_is_not_used(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        struct text bytes = {0}, names = {0};
        text_add(&bytes, HEAD);
        for (int i = 1; i <= REFS_MAX + more; i++) {
            text_addf(&bytes, "goal,g%d,what,Sing\n", i);
            text_addf(&names, "%sg%d", i > 1 ? " " : "", i);
        }
        text_addf(&bytes, "time,t1,goals,%s\n", text_str(&names));
        struct got got = read_plan(text_str(&bytes));
        assert_int_equal(plan_odd_count(got.plan), more);
        assert_string_equal(plan_get(got.plan, F_TIME_GOALS, "t1"), more ? "?" : text_str(&names));
        text_free(&bytes);
        text_free(&names);
        got_free(&got);
    }
}

/* ---- rows after the end: when they are saved they stand before it ---- */

static const struct {
    const char *what, *after, *want;
} afters[] = {
    {"becomes a fact", ROW("about", "", "name", "Zoë"),
     HEAD FORMAT ROW("about", "", "name", "Zoë") ROW("goal", "g1", "what", "Sing") END(3)},
    {"stays a second row", ROW("goal", "g1", "what", "Swim"),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("goal", "g1", "what", "Swim") END(3)},
    {"becomes an unknown fact", ROW("pet", "", "name", "Rex"),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("pet", "", "name", "Rex") END(3)},
    {"is still bad", ROW("time", "t1", "start", "late") "a,b\n",
     HEAD FORMAT ROW("goal", "g1", "what", "Sing")
         ROW("time", "t1", "start", "late") "\"a\",\"b\"\n" END(4)},
    {"names what is there now",
     ROW("time", "t1", "supporter", "s1") ROW("supporter", "s1", "name", "Sam"),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("supporter", "s1", "name", "Sam")
         ROW("time", "t1", "supporter", "s1") END(4)},
    {"says nothing", ROW("about", "", "name", "") ROW("goal", "g1", "why", ""),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") END(2)},
    {"says nothing of an unknown section", ROW("pet", "p1", "name", ""),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("pet", "p1", "name", "") END(3)},
    {"says nothing of an unknown field", ROW("goal", "g1", "mood", ""),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("goal", "g1", "mood", "") END(3)},
    {"says nothing of a bad name", ROW("goal", "G1", "why", ""),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("goal", "G1", "why", "") END(3)},
    {"is a whole other plan", HEAD FORMAT ROW("goal", "g2", "what", "Swim") END(2),
     HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("goal", "g2", "what", "Swim")
         ROW("section", "item", "field", "value") FORMAT END(5)},
};

static void rows_after_the_end_are_kept_and_saved_once_and_for_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(afters); i++) {
        char bytes[1024];
        snprintf(bytes, sizeof bytes, HEAD FORMAT ROW("goal", "g1", "what", "Sing") END(2) "%s",
                 afters[i].after);
        struct got got = read_plan(bytes);
        for (size_t k = 0; k < plan_odd_count(got.plan); k++)
            if (plan_odd(got.plan, k).why != ODD_AFTER_END)
                fail_msg("%s: why %d", afters[i].what, (int)plan_odd(got.plan, k).why);
        assert_int_equal(plan_known(got.plan, F_ABOUT_NAME, ""), NOT_GIVEN);
        if (!plan_csv_holds(afters[i].want, strlen(afters[i].want), got.plan))
            fail_msg("%s: what is saved is not taken for the plan", afters[i].what);
        got_free(&got);
        is_written(bytes, afters[i].want);
        is_written(afters[i].want, afters[i].want);
    }
}

static void a_row_whose_hindrance_went_is_saved_as_a_fact(void **state)
{
    (void)state;
    struct text out = {0};
    struct got got = read_plan(HEAD ROW("time", "t1", "start", "late") ROW(
        "time", "t1", "start", "08:00") ROW("time", "t1", "supporter", "s1") END(3));
    assert_int_equal(plan_remove_odd(got.plan, 0, NULL), ST_OK);
    assert_int_equal(plan_set(got.plan, F_SUPPORTER_NAME, "s1", "Sam", PLAN_LAST, NULL), ST_OK);
    assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
    assert_string_equal(text_str(&out), HEAD ROW("supporter", "s1", "name", "Sam")
                                            ROW("time", "t1", "start", "08:00")
                                                ROW("time", "t1", "supporter", "s1") END(3));
    assert_true(plan_csv_holds(text_str(&out), out.len, got.plan));
    text_free(&out);
    got_free(&got);
}

/* ---- what bytes hold ---- */

static void bytes_that_lack_or_change_anything_do_not_hold_the_plan(void **state)
{
    (void)state;
    struct got got = read_plan(ours);
    assert_true(plan_csv_holds(ours, strlen(ours), got.plan));
    assert_false(plan_csv_holds(ours, strlen(ours) - 1, got.plan));
    static const char *const others[] = {"", HEAD END(0), "nothing"};
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(plan_csv_holds(others[i], strlen(others[i]), got.plan));
    assert_int_equal(plan_set(got.plan, F_ABOUT_HELPER, "", "Sam", PLAN_LAST, NULL), ST_OK);
    assert_false(plan_csv_holds(ours, strlen(ours), got.plan));
    got_free(&got);

    struct got one = read_plan(HEAD ROW("goal", "g1", "what", "Sing") END(1));
    assert_int_equal(plan_set(one.plan, F_GOAL_WHAT, "g1", "Swim", PLAN_LAST, NULL), ST_OK);
    static const char before[] = HEAD ROW("goal", "g1", "what", "Sing") END(1);
    assert_false(plan_csv_holds(before, strlen(before), one.plan));
    got_free(&one);
}

/* The same plan, though not as it would be written: of another length, and of the same. */
static void bytes_that_are_spelt_otherwise_do_not_hold_the_plan(void **state)
{
    (void)state;
    struct got got = read_plan(HEAD FORMAT END(1));
    static const char *const others[] = {
        HEAD "plan,,format,1\n" END(1),
        "\"Section\",\"item\",\"field\",\"value\"\n" FORMAT END(1),
    };
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(plan_csv_holds(others[i], strlen(others[i]), got.plan));
    got_free(&got);
}

/* Where a plan has rows that can't be used, every row counts. */
static void beside_odd_rows_each_row_counts(void **state)
{
    (void)state;
#define ODD "\"Ring Sam\"\n"
    static const char *const files[] = {
        HEAD ROW("about", "", "name", "Zoë") ODD END(2),
        HEAD ROW("about", "", "name", "Ann") ODD END(2),
        HEAD ROW("about", "", "helper", "Zoë") ODD END(2),
        HEAD ROW("about", "", "name", "Zoë") ROW("about", "", "helper", "Zoë") ODD END(3),
        HEAD ROW("about", "", "name", "Zoë") ODD ODD END(3),
        HEAD ROW("about", "", "name", "Zoë") "\"Ring Tom\"\n" END(2),
        HEAD ROW("about", "", "name", "Zoë") ROW("pet", "", "name", "Rex") ODD END(3),
        HEAD ROW("about", "", "name", "Zoë") ROW("pet", "", "name", "Bo") ODD END(3),
        HEAD ROW("about", "", "name", "Zoë") ROW("time", "t1", "start", "late") ODD END(3),
        HEAD ROW("about", "", "name", "Zoë") ROW("time", "t1", "start", "soon") ODD END(3),
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        struct got got = read_plan(files[i]);
        for (size_t k = 0; k < COUNT(files); k++)
            if (plan_csv_holds(files[k], strlen(files[k]), got.plan) != (i == k))
                fail_msg("file %zu, the plan of %zu", k, i);
        got_free(&got);
    }
}

/* No face makes a reference to what is not there. It would be read again as a row that is kept. */
static void a_reference_to_nothing_is_written_so_that_it_stays_as_it_is(void **state)
{
    (void)state;
    struct got got = read_plan(HEAD ROW("time", "t1", "start", "08:00") END(1));
    struct text out = {0};
    assert_int_equal(plan_set(got.plan, F_TIME_SUPPORTER, "t1", "s9", PLAN_LAST, NULL), ST_OK);
    assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
    assert_string_equal(text_str(&out), HEAD ROW("time", "t1", "start", "08:00")
                                            ROW("time", "t1", "supporter", "s9") END(2));
    assert_true(plan_csv_holds(text_str(&out), out.len, got.plan));
    is_written(text_str(&out), text_str(&out));
    text_free(&out);
    got_free(&got);
}

/* ---- every prefix, every size of piece ---- */

/* How many whole rows a prefix has, the first one apart: line ends outside quotes. */
static size_t whole_rows(const char *bytes, size_t len)
{
    size_t ends = 0;
    bool quoted = false;
    for (size_t i = 0; i < len; i++) {
        quoted ^= bytes[i] == '"';
        ends += bytes[i] == '\n' && !quoted;
    }
    return ends ? ends - 1 : 0;
}

static void of_every_prefix_no_row_is_lost_and_the_cut_is_told(void **state)
{
    (void)state;
    const size_t all = whole_rows(ours, strlen(ours)) - 1; /* but the end */
    for (size_t len = 0; len < strlen(ours) - 1; len++) {
        struct got got = read_chunked(ours, len, 0);
        if (got.st) {
            if (got.st != ST_REFUSED || len >= strlen(HEAD) || !got.fault.text[0])
                fail_msg("%zu bytes: status %d", len, (int)got.st);
            continue;
        }
        size_t whole = whole_rows(ours, len), rows = rows_of(got.plan);
        if (rows < whole || rows > whole + 1 || rows > all + 1)
            fail_msg("%zu bytes: %zu rows of %zu", len, rows, whole);
        if (got.opening.notices.count == 0 || !got.opening.keep_original)
            fail_msg("%zu bytes: not told", len);
        got_free(&got);
    }
}

static void pieces_of_any_size_give_the_same_plan_and_notices(void **state)
{
    (void)state;
    static const char *const files[] = {
        ours,
        HEAD FORMAT "about,,name,Zoë \"Z\" Ford\r\n\r\n\"x\"y,\"2\r\nabout,,helper,Sam\n",
    };
    for (size_t f = 0; f < COUNT(files); f++) {
        struct got want = read_plan(files[f]);
        struct text notices = {0};
        print_notices(&want, &notices);
        for (size_t chunk = 1; chunk <= strlen(files[f]); chunk++) {
            struct got got = read_chunked(files[f], strlen(files[f]), chunk);
            if (got.st || !plan_equal(got.plan, want.plan))
                fail_msg("file %zu in pieces of %zu is another plan", f, chunk);
            has_notices("in pieces", &got, text_str(&notices));
            for (size_t i = 0; i < plan_odd_count(want.plan); i++)
                assert_int_equal(plan_odd(got.plan, i).line, plan_odd(want.plan, i).line);
            got_free(&got);
        }
        text_free(&notices);
        got_free(&want);
    }
}

/* ---- plans made by chance ---- */

static uint64_t seed;

static uint32_t below(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 32) * limit >> 32);
}

static unsigned long from_environment(const char *name, unsigned long otherwise)
{
    const char *value = getenv(name);
    return value ? strtoul(value, NULL, 10) : otherwise;
}

/* By their bytes, so that nobody is misled who reads this. */
static const char right_to_left[] = {'\xe2', '\x80', '\xae', '\0'};
static const char isolate[] = {'\xe2', '\x81', '\xa6', '\0'};

/* Joined emoji, a flag, a combining accent, controls: what people and spreadsheets type. */
static const char *const letters[] = {
    "a",
    "b",
    "Z",
    "0",
    "5",
    " ",
    " ",
    ".",
    ",",
    ";",
    ":",
    "\"",
    "\"\"",
    "'",
    "'",
    "=",
    "+",
    "-",
    "@",
    "\n",
    "\t",
    "?",
    "(",
    ")",
    "£",
    "é",
    right_to_left,
    isolate,
    "👩‍👩‍👧",
    "🇬🇧",
    "e\u0301",
    "\x01",
    "\x1b[",
    "\x7f",
    "\ufeff",
    "\u00a0",
};

static void add_letters(struct text *out, uint32_t most, bool one_line)
{
    for (uint32_t i = 1 + below(most); i > 0; i--) {
        const char *letter = letters[below(COUNT(letters))];
        text_add(out, one_line && *letter == '\n' ? "\\n" : letter);
    }
}

/* Change a byte or two: take some out, put some in. */
static void spoil(struct text *bytes)
{
    static const char *const bits[] = {"\"", ",",    "\n",   "\r", "\r\n", "'",
                                       "=",  "\xff", "\x80", "a",  "end"};
    size_t at = below((uint32_t)bytes->len);
    const char *bit = bits[below(COUNT(bits))];
    size_t cut = below(3);
    assert_int_equal(text_splice(bytes, at, cut, bit, below(4) ? strlen(bit) : 0), ST_OK);
}

static void a_file_that_was_spoilt_is_read_or_refused_and_saved_for_good(void **state)
{
    (void)state;
    seed = from_environment("SUPPORTPLAN_SEED", 20261121);
    unsigned long rounds = from_environment("SUPPORTPLAN_PLANS", 2000) / 4;
    for (unsigned long round = 0; round < rounds; round++) {
        struct text bytes = {0}, first = {0}, second = {0};
        text_add(&bytes, ours);
        for (uint32_t i = 1 + below(4); i > 0; i--)
            spoil(&bytes);
        struct got got = read_chunked(text_str(&bytes), bytes.len, below(40));
        if (!got.st) {
            assert_int_equal(plan_csv_write(got.plan, &first), ST_OK);
            if (!plan_csv_holds(text_str(&first), first.len, got.plan))
                fail_msg("round %lu: '%s' is not held by '%s'", round, text_str(&bytes),
                         text_str(&first));
            struct got again = read_plan(text_str(&first));
            assert_int_equal(plan_csv_write(again.plan, &second), ST_OK);
            assert_string_equal(text_str(&first), text_str(&second));
            assert_int_equal(rows_of(got.plan), rows_of(again.plan));
            got_free(&again);
            got_free(&got);
        }
        text_free(&bytes);
        text_free(&first);
        text_free(&second);
    }
}

/*
 * A file that we wrote goes a shorter way in; with a byte-order mark in front it goes the long
 * one. Both must give the same plan, and say the same.
 */
static void comes_in_both_ways(const struct text *bytes)
{
    struct text marked = {0}, said = {0}, written = {0};
    text_add(&marked, "\xef\xbb\xbf");
    text_add_n(&marked, text_str(bytes), bytes->len);
    struct got one = read_chunked(text_str(bytes), bytes->len, 0);
    struct got other = read_chunked(text_str(&marked), marked.len, 0);
    if (one.st != other.st || (!one.st && !plan_equal(one.plan, other.plan)))
        fail_msg("'%s' is another plan the short way: %d, %d", text_str(bytes), (int)one.st,
                 (int)other.st);
    print_notices(&other, &said);
    has_notices(text_str(bytes), &one, text_str(&said));
    assert_int_equal(one.opening.read_only, other.opening.read_only);
    assert_int_equal(one.opening.keep_original, other.opening.keep_original);
    if (!one.st) {
        assert_int_equal(plan_csv_write(one.plan, &written), ST_OK);
        bool same = written.len == bytes->len &&
                    memcmp(text_str(&written), text_str(bytes), written.len) == 0;
        if (one.opening.changed_form == same)
            fail_msg("'%s': changed_form is wrong", text_str(bytes));
    }
    got_free(&one);
    got_free(&other);
    text_free(&marked);
    text_free(&said);
    text_free(&written);
}

/* Plans as we write them, and with one row or cell that is nearly so. */
static const char *const nearly_ours[] = {
    HEAD FORMAT END(1),
    HEAD ROW("plan", "", "format", "2") END(1),
    HEAD ROW("plan", "", "format", "1.0") END(1),
    HEAD END(0),
    HEAD FORMAT END(2),
    HEAD FORMAT,
    HEAD FORMAT END(1) END(1),
    HEAD FORMAT END(1) ROW("about", "", "name", "Ann"),
    HEAD FORMAT ROW("end", "", "rows", "01"),
    HEAD FORMAT ROW("end", "x", "rows", "1"),
    HEAD FORMAT ROW("end", "", "row", "1"),
    HEAD FORMAT ROW("about", "", "name", "Ann") ROW("about", "", "name", "Bea") END(3),
    HEAD FORMAT ROW("about", "", "reference", "1") ROW("about", "", "name", "Ann") END(3),
    HEAD ROW("about", "", "name", "Ann") FORMAT END(2),
    HEAD FORMAT ROW("about", "x", "name", "Ann") END(2),
    HEAD FORMAT ROW("goal", "", "what", "Sing") END(2),
    HEAD FORMAT ROW("goal", "G1", "what", "Sing") END(2),
    HEAD FORMAT ROW("goal", "g1", "what", "") END(2),
    HEAD FORMAT ROW("goal", "g1", "waht", "Sing") END(2),
    HEAD FORMAT ROW("gaol", "g1", "what", "Sing") END(2),
    HEAD FORMAT ROW("goal", "g2", "what", "Sing") ROW("goal", "g1", "what", "Swim") END(3),
    HEAD FORMAT ROW("goal", "g1", "what", "Sing") ROW("goal", "g2", "what", "Swim")
        ROW("goal", "g1", "why", "Joy") END(4),
    HEAD FORMAT ROW("goal", "g1", "needs", "n1") END(2),
    HEAD FORMAT ROW("need", "n1", "what", "Eat") ROW("goal", "g1", "needs", "n1 n2") END(3),
    HEAD FORMAT ROW("need", "n1", "what", "Eat") ROW("need", "n2", "what", "Rest")
        ROW("goal", "g1", "needs", "n1 n2") END(4),
    HEAD FORMAT ROW("rate", "r1", "price", "5") END(2),
    HEAD FORMAT ROW("rate", "r1", "price", "5.00") END(2),
    HEAD FORMAT ROW("week", "w1", "dates", "2026-12-21/2027-01-03 2027-02-15") END(2),
    HEAD FORMAT ROW("week", "w1", "dates", "2026-12-21/2026-12-21") END(2),
    HEAD FORMAT ROW("about", "", "advocate", "?") END(2),
    HEAD FORMAT ROW("about", "", "name", "'=Ann") END(2),
};

static void the_short_way_in_gives_what_the_long_one_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nearly_ours); i++) {
        struct text bytes = {0};
        text_add(&bytes, nearly_ours[i]);
        comes_in_both_ways(&bytes);
        text_free(&bytes);
    }
    seed = from_environment("SUPPORTPLAN_SEED", 20261121);
    unsigned long rounds = from_environment("SUPPORTPLAN_PLANS", 2000) / 2;
    for (unsigned long round = 0; round < rounds; round++) {
        struct text bytes = {0};
        text_add(&bytes, ours);
        for (uint32_t i = below(3); i > 0; i--)
            spoil(&bytes);
        comes_in_both_ways(&bytes);
        text_free(&bytes);
    }
}

/* The name of an item of a section; the first ones are likely to be there already. */
static void some_item(enum section section, char out[NAME_MAX_LEN + 1])
{
    const struct schema_section *row = &schema_sections[section];
    out[0] = '\0';
    if (row->items != ITEMS_NONE)
        snprintf(out, NAME_MAX_LEN + 1, "%s%u", row->prefix[0] ? row->prefix : "own-",
                 (unsigned)(1 + below(4)));
}

static void some_reference(const struct plan *plan, enum field field, struct text *out)
{
    enum section to = schema_fields[field].to;
    uint32_t most = schema_fields[field].kind == KIND_REFS ? 3 : 1;
    for (uint32_t i = 0; i < most && plan_count(plan, to); i++)
        text_addf(out, "%s%s", i ? " " : "",
                  plan_item(plan, to, below((uint32_t)plan_count(plan, to))));
    if (out->len == 0)
        text_add(out, "?");
}

/* What a person might say for a field: often right, now and then not. */
static void some_value(const struct plan *plan, enum field field, struct text *out)
{
    static const char *const said[] = {
        "?",  "8.30am", "£1,234.5", "21/11/2026", "Mon-Fri",
        "90", "24:00",  "yes",      "important",  "2026-12-21/2027-01-03"};
    enum kind kind = schema_fields[field].kind;
    char word[NAME_MAX_LEN + 1];
    if (kind == KIND_TEXT || kind == KIND_LINE)
        add_letters(out, 12, kind == KIND_LINE);
    else if (kind == KIND_WORD)
        text_add(out, schema_word(field, (int)below((uint32_t)schema_word_count(field)), word));
    else if (kind == KIND_REF || kind == KIND_REFS)
        some_reference(plan, field, out);
    else
        text_add(out, said[below(COUNT(said))]);
}

static void add_fact(struct plan *plan)
{
    enum field field = (enum field)below(FIELD_COUNT);
    char item[NAME_MAX_LEN + 1];
    struct text raw = {0}, value = {0};
    some_item(schema_fields[field].section, item);
    some_value(plan, field, &raw);
    if (field != F_PLAN_FORMAT && schema_accept(field, text_str(&raw), &value) == ST_OK)
        assert_int_equal(plan_set(plan, field, item, text_str(&value), PLAN_LAST, NULL), ST_OK);
    text_free(&raw);
    text_free(&value);
}

/* An unknown field of a known section, or a fact of an unknown one. */
static void add_unknown(struct plan *plan)
{
    static const char *const strange[] = {"pet", "=pet", "Pets at home", "end", "📎"};
    enum section section = (enum section)below(SEC_COUNT);
    const char *name = schema_sections[section].name;
    char item[NAME_MAX_LEN + 1];
    struct text value = {0};
    some_item(section, item);
    if (below(2))
        name = strange[below(COUNT(strange))];
    add_letters(&value, 8, false);
    assert_int_equal(
        plan_set_named(plan, name, item, below(2) ? "later" : "@field\"", text_str(&value), NULL),
        ST_OK);
    text_free(&value);
}

/* A row that can't be used, and will not be when it is read again. */
static void add_odd(struct plan *plan)
{
    struct text a = {0}, b = {0};
    char name[NAME_MAX_LEN + 1];
    add_letters(&a, 6, false);
    add_letters(&b, 6, false);
    text_add(&b, "no time");
    snprintf(name, sizeof name, "t%u", (unsigned)(100 + plan_odd_count(plan)));
    const char *const cells[] = {text_str(&a), text_str(&b), "", "=x", text_str(&a)};
    const char *const bad_value[] = {"time", name, "start", text_str(&b)};
    const char *const bad_name[] = {"time", "T 1", "what", text_str(&b)};
    const char *const bad_reference[] = {"time", name, "supporter", "s99"};
    enum status st = ST_OK;
    switch (below(4)) {
    case 0:
        st = plan_add_odd(plan, ODD_CELLS, 1, cells, below(2) ? 1 + below(3) : 5, NULL);
        break;
    case 1:
        st = plan_add_odd(plan, ODD_VALUE, 1, bad_value, 4, NULL);
        break;
    case 2:
        st = plan_add_odd(plan, ODD_NAME, 1, bad_name, 4, NULL);
        break;
    default:
        st = plan_add_odd(plan, ODD_REFERENCE, 1, bad_reference, 4, NULL);
        break;
    }
    assert_int_equal(st, ST_OK);
    text_free(&a);
    text_free(&b);
}

static struct plan *some_plan(void)
{
    struct plan *plan = plan_new();
    assert_non_null(plan);
    for (uint32_t i = below(60); i > 0; i--)
        add_fact(plan);
    for (uint32_t i = below(3) * below(4); i > 0; i--)
        add_unknown(plan);
    for (uint32_t i = below(3) * below(4); i > 0; i--)
        add_odd(plan);
    return plan;
}

static void a_plan_made_by_chance_comes_back_and_is_written_the_same(void **state)
{
    (void)state;
    seed = from_environment("SUPPORTPLAN_SEED", 20261121);
    unsigned long rounds = from_environment("SUPPORTPLAN_PLANS", 2000);
    for (unsigned long round = 0; round < rounds; round++) {
        uint64_t from = seed;
        struct text first = {0}, second = {0};
        struct plan *plan = some_plan();
        assert_int_equal(plan_csv_write(plan, &first), ST_OK);
        struct got got = read_chunked(text_str(&first), first.len, 0);
        if (got.st || !plan_equal(plan, got.plan))
            fail_msg("round %lu (seed %llu) does not come back: '%s'", round,
                     (unsigned long long)from, text_str(&first));
        assert_int_equal(plan_csv_write(got.plan, &second), ST_OK);
        if (got.opening.changed_form || got.opening.keep_original || first.len != second.len ||
            memcmp(text_str(&first), text_str(&second), first.len) != 0)
            fail_msg("round %lu (seed %llu) is written otherwise: '%s'", round,
                     (unsigned long long)from, text_str(&second));
        got_free(&got);
        plan_free(plan);
        text_free(&first);
        text_free(&second);
    }
}

/* ---- when memory runs out ---- */

/* Bad references, old letters, an unknown fact, a wrong end: every branch takes memory. */
static const char needy[] = HEAD FORMAT ROW("about", "", "name", "Zo\xeb")  /**/
    ROW("time", "t1", "supporter", "s9") "a,b\n" ROW("pet", "", "name", "") /**/
    ROW("time", "t1", "start", "8:00")                                      /**/
    ROW("pet", "p1", "name", "Rex") END(9) END(9);

/* A round in which memory ran out unnoticed (an assert was short of it) must be as good as any. */
static void without_memory_a_plan_is_read_whole_or_not_at_all(void **state)
{
    (void)state;
    static const char none[] = "This computer has no memory left. Nothing was changed.";
    struct got want = read_chunked(needy, sizeof needy - 1, 0);
    int refused = 0;
    for (int n = 0; scarce_from(&n);) {
        struct got got = {.opening.read_only = true};
        got.st = plan_csv_read(needy, sizeof needy - 1, &got.plan, &got.opening, &got.fault);
        bool hit = scarce_hit();
        bool untouched = !got.plan && got.opening.read_only && !got.opening.notices.list;
        bool told = hit && got.st == ST_NOMEM && strcmp(got.fault.text, none) == 0;
        bool whole = got.st == ST_OK && plan_equal(got.plan, want.plan) &&
                     got.opening.notices.count == want.opening.notices.count;
        if (!whole && !(told && untouched))
            fail_msg("round %d: status %d, '%s'", n, (int)got.st, got.fault.text);
        refused += told;
        got_free(&got);
    }
    assert_true(refused > 50);
    got_free(&want);
}

static void without_memory_no_plan_of_ours_is_half_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nearly_ours); i++) {
        struct got want = read_plan(nearly_ours[i]);
        for (int n = 0; scarce_from(&n);) {
            struct got got = {0};
            got.st = plan_csv_read(nearly_ours[i], strlen(nearly_ours[i]), &got.plan, &got.opening,
                                   &got.fault);
            bool hit = scarce_hit();
            bool whole = got.st == ST_OK && plan_equal(got.plan, want.plan);
            if (!whole && !(hit && got.st == ST_NOMEM && !got.plan))
                fail_msg("'%s', round %d: status %d", nearly_ours[i], n, (int)got.st);
            got_free(&got);
        }
        got_free(&want);
    }
}

static void without_memory_a_plan_is_written_whole_or_not_at_all(void **state)
{
    (void)state;
    struct got got = read_chunked(needy, sizeof needy - 1, 0);
    struct text out = {0}, want = {0};
    int refused = 0;
    text_add(&want, "kept");
    assert_int_equal(plan_csv_write(got.plan, &want), ST_OK);
    text_add(&out, "kept");
    for (int n = 0; scarce_from(&n);) {
        enum status st = plan_csv_write(got.plan, &out);
        bool hit = scarce_hit();
        if (strcmp(text_str(&out), st ? "kept" : text_str(&want)) != 0 ||
            (st && !(hit && st == ST_NOMEM)))
            fail_msg("round %d: status %d, '%s'", n, (int)st, text_str(&out));
        refused += st == ST_NOMEM;
        text_free(&out);
        text_add(&out, "kept");
    }
    assert_true(refused > 50);
    text_free(&out);
    text_free(&want);
    got_free(&got);
}

static void without_memory_bytes_are_not_said_to_hold_another_plan(void **state)
{
    (void)state;
    static const char file[] =
        HEAD ROW("time", "t1", "start", "late") END(1) ROW("time", "t1", "end", "8:00");
    struct got got = read_plan(file), other = read_plan(HEAD END(0));
    struct text out = {0};
    assert_int_equal(plan_csv_write(got.plan, &out), ST_OK);
    for (int n = 0; scarce_from(&n);) {
        bool holds = plan_csv_holds(text_str(&out), out.len, got.plan);
        bool hit = scarce_hit();
        assert_true(holds || hit);
    }
    for (int n = 0; scarce_from(&n);) {
        bool holds = plan_csv_holds(text_str(&out), out.len, other.plan);
        (void)scarce_hit();
        assert_false(holds);
    }
    text_free(&out);
    got_free(&got);
    got_free(&other);
}

/* ---- the page that tells people of the format ---- */

static void read_page(struct text *page)
{
    const char *source = getenv("SUPPORTPLAN_SOURCE");
    char path[512], line[4096];
    snprintf(path, sizeof path, "%s/forms/plan-format.md", source ? source : "..");
    FILE *file = fopen(path, "re");
    if (!file)
        fail_msg("%s is not there", path);
    while (fgets(line, sizeof line, file))
        text_add(page, line);
    (void)fclose(file);
}

/* The row of the page's table for a section, and what comes after it. */
static const char *page_row(const struct text *page, const char *section)
{
    char begins[64];
    snprintf(begins, sizeof begins, "\n| %s | ", section);
    const char *table = strstr(text_str(page), "\n## Sections");
    const char *row = table ? strstr(table, begins) : NULL;
    if (!row)
        fail_msg("the page does not tell of %s", section);
    return row ? row + 1 : "";
}

static void the_page_tells_of_every_field_in_its_order(void **state)
{
    (void)state;
    struct text page = {0};
    read_page(&page);
    for (int s = 0; s < SEC_COUNT; s++) {
        const struct schema_section *section = &schema_sections[s];
        const char *at = page_row(&page, section->name), *end = strchr(at, '\n');
        for (int f = 0; f < section->count; f++) {
            char name[64];
            const char *field = schema_fields[(int)section->first + f].name;
            snprintf(name, sizeof name, "%s%s (", f ? "· " : "| ", field);
            const char *there = strstr(at, name);
            if (!there || !end || there > end)
                fail_msg("the page does not tell of %s.%s there", section->name, field);
            at = there ? there : at;
        }
    }
    text_free(&page);
}

/* ---- tables of results ---- */

static void a_cell_of_results_is_quoted_only_where_it_needs_it(void **state)
{
    (void)state;
    static const struct {
        const char *value, *want;
    } cases[] = {
        {"", ""},
        {"14064.18", "14064.18"},
        {"-0.47", "-0.47"},
        {"two words", "two words"},
        {"a,b", "\"a,b\""},
        {"say \"yes\"", "\"say \"\"yes\"\"\""},
        {"a\nb", "\"a\nb\""},
        {"a\rb", "\"a\rb\""},
        {" a", "\" a\""},
        {"a\t", "\"a\t\""},
        {"=1+1", "\"'=1+1\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = {0};
        csv_cell(&out, cases[i].value);
        if (strcmp(text_str(&out), cases[i].want) != 0)
            fail_msg("'%s': %s", cases[i].value, text_str(&out));
        text_free(&out);
    }
}

static void a_plan_is_known_by_its_beginning(void **state)
{
    static const struct {
        const char *bytes;
        bool is_plan;
    } cases[] = {
        {"\"section\",\"item\",\"field\",\"value\"\n", true},
        {"section,item,field,value\r\n", true},
        {"\xef\xbb\xbfSection;Item;Field;Value\n", true},
        {"section\titem\tfield\tvalue\n", true},
        {"section,item,", true},
        {"section,items,field,value\n", false},
        {"section,field,item,value\n", false},
        {"name,section,item\n", false},
        {"section item\n", false},
        {"section,item", false}, /* what follows may be more of the name */
        {"section", false},
        {"\xef\xbb\xbf", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (plan_csv_begins(cases[i].bytes, strlen(cases[i].bytes)) != cases[i].is_plan)
            fail_msg("case %zu: %s", i, cases[i].bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_known_by_its_beginning),
        cmocka_unit_test(a_file_that_we_wrote_is_written_again_byte_for_byte),
        cmocka_unit_test(the_values_of_a_file_are_in_the_plan),
        cmocka_unit_test(facts_are_written_in_the_order_of_the_table),
        cmocka_unit_test(only_a_file_just_like_ours_would_not_change),
        cmocka_unit_test(each_spelling_is_the_same_plan_and_is_saved_as_ours),
        cmocka_unit_test(values_are_read_as_people_write_them),
        cmocka_unit_test(a_person_is_told_what_was_found),
        cmocka_unit_test(wrong_quoting_is_read_as_well_as_can_be),
        cmocka_unit_test(what_is_no_plan_is_refused_in_one_sentence),
        cmocka_unit_test(what_is_at_a_limit_is_read_and_what_is_above_is_refused),
        cmocka_unit_test(what_would_not_be_read_again_is_not_written),
        cmocka_unit_test(more_rows_than_are_read_are_not_written),
        cmocka_unit_test(what_can_be_read_and_would_be_too_long_is_opened_and_not_written),
        cmocka_unit_test(a_row_that_cannot_be_used_is_kept_with_its_reason),
        cmocka_unit_test(a_row_that_cannot_be_used_stays_so_when_it_is_saved),
        cmocka_unit_test(the_first_row_of_a_fact_counts_even_where_it_is_bad),
        cmocka_unit_test(rows_are_judged_by_themselves_whatever_came_before),
        cmocka_unit_test(a_bad_name_does_not_spoil_the_fact_it_resembles),
        cmocka_unit_test(a_reference_may_stand_before_what_it_names),
        cmocka_unit_test(odd_rows_stand_in_the_order_of_the_file),
        cmocka_unit_test(a_list_of_more_names_than_anybody_means_is_not_used),
        cmocka_unit_test(rows_after_the_end_are_kept_and_saved_once_and_for_all),
        cmocka_unit_test(a_row_whose_hindrance_went_is_saved_as_a_fact),
        cmocka_unit_test(bytes_that_lack_or_change_anything_do_not_hold_the_plan),
        cmocka_unit_test(bytes_that_are_spelt_otherwise_do_not_hold_the_plan),
        cmocka_unit_test(beside_odd_rows_each_row_counts),
        cmocka_unit_test(a_reference_to_nothing_is_written_so_that_it_stays_as_it_is),
        cmocka_unit_test(of_every_prefix_no_row_is_lost_and_the_cut_is_told),
        cmocka_unit_test(pieces_of_any_size_give_the_same_plan_and_notices),
        cmocka_unit_test(a_file_that_was_spoilt_is_read_or_refused_and_saved_for_good),
        cmocka_unit_test(the_short_way_in_gives_what_the_long_one_does),
        cmocka_unit_test(a_plan_made_by_chance_comes_back_and_is_written_the_same),
        cmocka_unit_test(without_memory_a_plan_is_read_whole_or_not_at_all),
        cmocka_unit_test(without_memory_no_plan_of_ours_is_half_read),
        cmocka_unit_test(without_memory_a_plan_is_written_whole_or_not_at_all),
        cmocka_unit_test(without_memory_bytes_are_not_said_to_hold_another_plan),
        cmocka_unit_test(the_page_tells_of_every_field_in_its_order),
        cmocka_unit_test(a_cell_of_results_is_quoted_only_where_it_needs_it),
    };
    return cmocka_run_group_tests_name("plan_csv", tests, NULL, NULL);
}

/*
 * What is for somebody holds what they need, and nothing that is not for them. Whose words they
 * are can be told by how they begin: SECRET is private, PRICE and NOTE are not for everybody.
 */
#include "supportplan/sheets.h"

#include <string.h>

#include "given.h"

static const char everything[] =
    "plan - title=My,plan; about - name=Lee,Moss reference=REF-1 communication=Speak,slowly;"
    "answer important text=My,garden; answer support-how text=Warm,the,towel;"
    "answer unwell text=SECRET,words private=yes state=done voice=mine;"
    "answer mine title=SECRET,question text=SECRET,answer private=yes;"
    "supporter s1 name=Sam kind=pa phone=0101; supporter s2 name=Priya,Rao kind=friend willing=yes;"
    "rate r1 supporter=s1 price=13.87 unit=hour; fund budget amount=275.00 every=week;"
    "goal g1 what=Go,swimming;"
    "time t1 days=Mon,Tue start=09:00 end=10:30 what=Wash supporter=s1 goals=g1 note=NOTE,of,Sam;"
    "time t2 days=Sat start=12:00 end=14:00 what=Choir supporter=s2 pays=unpaid;"
    "cost c1 what=Bus,pass price=5.00 every=week note=NOTE,of,bus;"
    "contact p1 name=Ann role=Sister phone=0202;"
    "cover v1 supporter=s1 who=Joe phone=0303 when=both;"
    "attachment d1 file=garden.jpg about=My,roses answer=important;"
    "attachment d2 file=SECRET.jpg about=SECRET,picture answer=unwell;"
    "copy o1 who=Care,manager which=whole; copy o2 who=Aunt which=shared;"
    "copy o3 who=Agency which=timetable; copy o4 who=Neighbour";

/* The text for somebody; free() it. */
static char *text_for(const char *facts, const char *whom)
{
    struct plan *plan = given_plan(facts);
    struct budget budget;
    struct findings findings = {0};
    struct audience audience;
    struct text out = {0};
    const struct report_input in = {.plan = plan,
                                    .budget = &budget,
                                    .findings = &findings,
                                    .today = date_of(2026, 11, 21),
                                    .width = REPORT_WIDTH,
                                    .charset = CHARSET_UTF8};
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    if (audience_read(plan, whom, &audience) != ST_OK)
        fail_msg("%s is not known", whom);
    assert_int_equal(sheet_text(&in, &audience, &out), ST_OK);
    char *said = text_copy(text_str(&out));
    text_free(&out);
    budget_free(&budget);
    plan_free(plan);
    return said;
}

static void each_gets_what_is_for_them_and_no_more(void **state)
{
    static const struct {
        const char *whom;
        const char *has[9], *lacks[12];
    } rows[] = {
        {"whole",
         {"My garden", "SECRET words", "SECRET question", "SECRET.jpg", "13.87", "0303", "REF-1"},
         {NULL}},
        {"shared",
         {"My garden", "Warm the towel", "garden.jpg", "13.87", "0202", "NOTE of Sam", "REF-1"},
         {"SECRET", "private"}},
        {"timetable",
         {"Lee Moss", "Wash, with Sam", "Choir, with Priya Rao", "13.87", "Bus pass", "275.00"},
         {"SECRET", "My garden", "Warm", "NOTE", "swimming", "0101", "0202", "0303", "slowly",
          "roses"}},
        {"s1",
         {"For Sam", "Lee Moss", "Monday and Tuesday", "09:00 to 10:30", "Wash", "NOTE of Sam",
          "Warm the towel", "Speak slowly", "0202"},
         {"SECRET", "13.87", "275.00", "Choir", "My garden", "REF-1", "budget", "bus", "swimming",
          "0303", "0101"}},
        {"Priya Rao",
         {"For Priya Rao", "Saturday", "Choir", "2 h unpaid a week", "0202"},
         {"SECRET", "Wash", "13.87", "NOTE"}},
        {"fridge",
         {"Lee Moss", "Wash, with Sam", "Choir, with Priya Rao", "If Sam is", "Joe, 0303", "0202"},
         {"SECRET", "13.87", "275.00", "My garden", "REF-1", "NOTE", "swimming"}},
        {"card",
         {"Lee Moss", "Speak slowly", "Ann", "0202"},
         {"SECRET", "13.87", "Wash", "Sam", "REF-1", "My garden"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *said = text_for(everything, rows[i].whom);
        for (size_t j = 0; j < 9 && rows[i].has[j]; j++)
            if (!strstr(said, rows[i].has[j]))
                fail_msg("for %s: \"%s\" is missing in:\n%s", rows[i].whom, rows[i].has[j], said);
        for (size_t j = 0; j < 12 && rows[i].lacks[j]; j++)
            if (strstr(said, rows[i].lacks[j]))
                fail_msg("for %s: \"%s\" is in:\n%s", rows[i].whom, rows[i].lacks[j], said);
        free(said);
    }
}

static void how_things_are_done_may_be_private_too(void **state)
{
    static const char *const whom[] = {"s1", "fridge", "shared"};
    (void)state;
    for (size_t i = 0; i < sizeof whom / sizeof *whom; i++) {
        char *said = text_for("about - name=Lee; supporter s1 name=Sam kind=pa;"
                              "time t1 days=Mon start=09:00 end=10:00 supporter=s1;"
                              "answer support-how text=SECRET private=yes;"
                              "answer unwell text=SECRET private=yes",
                              whom[i]);
        if (strstr(said, "SECRET"))
            fail_msg("for %s:\n%s", whom[i], said);
        free(said);
    }
}

static void a_card_is_narrow(void **state)
{
    char *said = text_for(everything, "card");
    (void)state;
    for (const char *line = said; *line;) {
        size_t len = strcspn(line, "\n");
        if (len > 40)
            fail_msg("%.*s", (int)len, line);
        line += len + (line[len] == '\n');
    }
    free(said);
}

static void it_is_known_for_whom(void **state)
{
    static const struct {
        const char *whom;
        enum status st;
        enum audience_kind kind;
        const char *supporter;
    } rows[] = {
        {"whole", ST_OK, FOR_WHOLE, ""},
        {"shared", ST_OK, FOR_SHARED, ""},
        {"timetable", ST_OK, FOR_TIMETABLE, ""},
        {"fridge", ST_OK, FOR_FRIDGE, ""},
        {"card", ST_OK, FOR_CARD, ""},
        {"s2", ST_OK, FOR_PERSON, "s2"},
        {"priya rao", ST_OK, FOR_PERSON, "s2"},
        {"o1", ST_OK, FOR_WHOLE, ""},
        {"aunt", ST_OK, FOR_SHARED, ""},
        {"o3", ST_OK, FOR_TIMETABLE, ""},
        /* nothing is said of how much they get: what is private stays out */
        {"Neighbour", ST_OK, FOR_SHARED, ""},
        {"s3", ST_UNKNOWN, FOR_WHOLE, ""},
        {"Pri", ST_UNKNOWN, FOR_WHOLE, ""},
        {"", ST_UNKNOWN, FOR_WHOLE, ""},
    };
    struct plan *plan = given_plan(everything);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct audience audience = {.kind = FOR_WHOLE, .supporter = ""};
        if (audience_read(plan, rows[i].whom, &audience) != rows[i].st ||
            audience.kind != rows[i].kind || strcmp(audience.supporter, rows[i].supporter) != 0)
            fail_msg("\"%s\": kind %d, supporter %s", rows[i].whom, (int)audience.kind,
                     audience.supporter);
    }
    plan_free(plan);
}

static void other_peoples_numbers_are_told(void **state)
{
    static const struct {
        enum audience_kind kind;
        const char *names; /* NULL: nothing is told */
    } rows[] = {
        {FOR_WHOLE, ": Sam, Ann, Joe. "},
        {FOR_SHARED, ": Sam, Ann, Joe. "},
        {FOR_PERSON, ": Ann. "},
        {FOR_TIMETABLE, NULL},
        {FOR_FRIDGE, NULL},
        {FOR_CARD, NULL},
    };
    struct plan *plan = given_plan(everything);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct audience audience = {.kind = rows[i].kind, .supporter = ""};
        struct text out = {0};
        assert_int_equal(sheet_others_words(plan, &audience, &out), ST_OK);
        if (rows[i].names ? !strstr(text_str(&out), rows[i].names) : out.len > 0)
            fail_msg("kind %d: \"%s\"", (int)rows[i].kind, text_str(&out));
        text_free(&out);
    }
    plan_free(plan);
}

/* One of theirs at the same number is reached by asking them. */
static void a_number_is_told_of_once(void **state)
{
    static const struct audience whole = {.kind = FOR_WHOLE, .supporter = ""};
    struct plan *plan = given_plan("supporter s1 name=Sunrise phone=0123;"
                                   "supporter s2 name=Kit phone=01234;"
                                   "cover v1 supporter=s2 who=Sunrise,walks phone=0123");
    struct text out = {0};
    (void)state;
    assert_int_equal(sheet_others_words(plan, &whole, &out), ST_OK);
    if (!strstr(text_str(&out), ": Sunrise, Kit. "))
        fail_msg("%s", text_str(&out));
    text_free(&out);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_gets_what_is_for_them_and_no_more),
        cmocka_unit_test(how_things_are_done_may_be_private_too),
        cmocka_unit_test(a_card_is_narrow),
        cmocka_unit_test(it_is_known_for_whom),
        cmocka_unit_test(other_peoples_numbers_are_told),
        cmocka_unit_test(a_number_is_told_of_once),
    };
    return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}

#include "test.h"

#include <ctype.h>
#include <locale.h>

#include "sitting_given.h"

/* The words of a sentence that are said twice */

#define WORDS_MAX 64

struct sentence {
    char words[WORDS_MAX][24];
    size_t count;
};

/* The next sentence of a text in small letters. false at its end. */
static bool next_sentence(const char **at, struct sentence *out)
{
    size_t len = 0;
    *out = (struct sentence){0};
    for (; **at && !(strchr(".?!", **at) && out->count + (len > 0) > 0); (*at)++) {
        bool letter = isalnum((unsigned char)**at) || **at == '\'';
        if (letter && len + 1 < sizeof out->words[0] && out->count < WORDS_MAX)
            out->words[out->count][len++] = (char)tolower((unsigned char)**at);
        if (!letter && len > 0) {
            out->count++;
            len = 0;
        }
    }
    out->count += len > 0;
    *at += **at != '\0';
    return out->count > 0;
}

static bool has_word(const struct sentence *s, const char *word)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->words[i], word) == 0)
            return true;
    return false;
}

/* Whether two sentences say the same: of the five words or more of the shorter one, three in four
 * stand in the other. */
static bool says_the_same(const struct sentence *a, const struct sentence *b)
{
    if (a->count > b->count)
        return says_the_same(b, a);
    size_t shared = 0;
    for (size_t i = 0; i < a->count; i++)
        shared += has_word(b, a->words[i]);
    return a->count >= 5 && shared * 4 >= a->count * 3;
}

static void expect_nothing_twice(const struct page *page)
{
    struct sentence *said = calloc(100, sizeof *said);
    size_t count = 0;
    assert_non_null(said);
    for (size_t i = 0; i < page->count; i++) {
        const char *at = page->rows[i].text;
        if (page->rows[i].role != ROW_TEXT) /* the question itself says nothing yet */
            continue;
        while (count < 100 && next_sentence(&at, &said[count])) {
            for (size_t k = 0; k < count; k++)
                if (says_the_same(&said[k], &said[count]))
                    fail_msg("'%s': '%s' says what '%s ...' says", page->rows[0].text,
                             page->rows[i].text, said[k].words[0]);
            count++;
        }
    }
    free(said);
}

static void sentences_that_say_the_same_are_known(void **state)
{
    (void)state;
    const char *text = "This is who reads your plan. This is the person at the council who reads "
                       "your plan. Ask them first.";
    struct sentence a, b, c, d;
    assert_true(next_sentence(&text, &a) && next_sentence(&text, &b) && next_sentence(&text, &c));
    assert_false(next_sentence(&text, &d));
    assert_true(says_the_same(&a, &b));
    assert_false(says_the_same(&a, &c));
}

static void no_question_says_the_same_thing_twice(void **state)
{
    (void)state;
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    for (size_t f = 0; f < SITTING_FORMS; f++) {
        sitting_use_form(&s, s.forms[f]->name);
        for (size_t i = 0; i < form_section_count(s.w->form); i++) {
            const struct form_section *section = form_section_at(s.w->form, i, NULL);
            for (size_t p = 0; p < section->pages_count; p++) {
                wizard_go(s.w, place_of_page(i, p));
                expect_nothing_twice(&s.w->page);
                wizard_back(s.w);
            }
        }
    }
    sitting_end(&s);
}

/* There is one personal budget (SPEC 1: the item budget), so money beside it is from elsewhere. */
static void other_money_is_not_offered_to_be_the_budget(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; fund f1 name=Trust;"
                                     "fund f2 kind=budget");
    static const struct {
        const char *item;
        bool offered;
    } funds[] = {{"f1", false}, {"f2", true}}; /* what a file says is shown */
    for (size_t i = 0; i < COUNT(funds); i++) {
        struct place place = place_of(PLACE_FIELD);
        place.table = SEC_FUND;
        place.field = F_FUND_KIND;
        snprintf(place.item, sizeof place.item, "%s", funds[i].item);
        wizard_go(s.w, place);
        if (sitting_has_row(&s, "my personal budget") != funds[i].offered)
            fail_msg("%s: %s offered", funds[i].item, funds[i].offered ? "not" : "was");
        assert_true(sitting_has_row(&s, "a charity"));
        wizard_back(s.w);
    }
    sitting_end(&s);
}

/* Nothing is asked twice: "every week" behind an amount is the answer to how often. Both are one
 * step. */
static void what_is_said_with_an_amount_is_kept_beside_it(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; fund f1 name=Trust");
    struct place place = place_of(PLACE_FIELD);
    place.table = SEC_FUND;
    place.field = F_FUND_AMOUNT;
    snprintf(place.item, sizeof place.item, "f1");
    wizard_go(s.w, place);
    sitting_line(&s, "80 a fortnight");
    sitting_expect_message(&s, "Amount: \"80 a fortnight\" can't be used here. Type the amount "
                               "alone. How often it is has its own question.");
    sitting_expect_fact(&s, F_FUND_AMOUNT, "f1", NULL);
    sitting_line(&s, "\xc2\xa3"
                     "900 every week");
    sitting_expect_message(&s, "Kept. Amount: 900.00, a week.");
    sitting_expect_fact(&s, F_FUND_AMOUNT, "f1", "900.00");
    sitting_expect_fact(&s, F_FUND_EVERY, "f1", "week");
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_FUND_AMOUNT, "f1", NULL);
    sitting_expect_fact(&s, F_FUND_EVERY, "f1", NULL);
    sitting_end(&s);
}

/* The question after it, which is then answered, does not come; where the amount stands alone, it
 * does. */
static void what_was_said_with_an_amount_is_not_asked_next(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum field next;
    } rows[] = {{"15", F_RATE_UNIT}, {"15 an hour", F_RATE_WHEN}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sitting s = sitting_given(
            "plan - form=seven-questions; supporter s1 name=Sam; rate r1 supporter=s1");
        struct place place = place_of(PLACE_FIELD);
        place.table = SEC_RATE;
        place.field = F_RATE_PRICE;
        place.walk = true;
        snprintf(place.item, sizeof place.item, "r1");
        wizard_go(s.w, place);
        sitting_line(&s, rows[i].typed);
        assert_int_equal(wizard_at(s.w)->field, rows[i].next);
        sitting_end(&s);
    }
}

/* Who leaves by Esc, and comes back later, is asked like anybody else: what that amount said was of
 * then. */
static void what_was_said_with_an_amount_is_of_no_later_visit(void **state)
{
    (void)state;
    struct sitting s =
        sitting_given("plan - form=seven-questions; supporter s1 name=Sam; rate r1 supporter=s1");
    struct place place = place_of(PLACE_FIELD);
    place.table = SEC_RATE;
    place.field = F_RATE_PRICE;
    place.walk = true;
    snprintf(place.item, sizeof place.item, "r1");
    wizard_go(s.w, place);
    sitting_type(&s, "15 an hour");
    sitting_command(&s, CMD_BACK);
    sitting_expect_fact(&s, F_RATE_UNIT, "r1", "hour");
    wizard_go(s.w, place);
    sitting_command(&s, CMD_DONE);
    assert_int_equal(wizard_at(s.w)->field, F_RATE_UNIT);
    sitting_end(&s);
}

/* What is shown of a date can be typed as it stands. */
static void a_date_stands_as_people_write_it(void **state)
{
    (void)state;
    struct sitting s =
        sitting_given("plan - form=seven-questions; money - first-payment=2027-06-01");
    struct place place = place_of(PLACE_FIELD);
    place.table = SEC_MONEY;
    place.field = F_MONEY_FIRST_PAYMENT;
    wizard_go(s.w, place);
    assert_string_equal(text_str(&s.w->edit.text), "1 June 2027");
    sitting_line(&s, "1 June 2027");
    sitting_expect_message(&s, "Kept. First payment: 1 June 2027.");
    sitting_expect_fact(&s, F_MONEY_FIRST_PAYMENT, "", "2027-06-01");
    sitting_end(&s);
}

/* A wage is by the hour, whether that is said or not. */
static void a_wage_is_taken_with_the_hour_it_is_for(void **state)
{
    (void)state;
    struct sitting s = sitting_given(
        "supporter s1 name=Sam kind=agency; rate r1 supporter=s1 price=20.00 unit=hour;"
        "time t1 days=Mon start=09:00 end=11:00 supporter=s1");
    struct place place = place_of(PLACE_HIRING);
    snprintf(place.item, sizeof place.item, "s1");
    wizard_go(s.w, place);
    sitting_line(&s, "13.87 a week");
    sitting_expect_message(&s, "\"13.87 a week\" is not an amount I know. Type for example 13.50.");
    sitting_line(&s, "\xc2\xa3"
                     "13.87/hr");
    assert_int_equal(wizard_at(s.w)->number, 1387);
    sitting_end(&s);
}

static void an_end_is_understood_by_the_start_beside_it(void **state)
{
    (void)state;
    struct sitting s = sitting_given(
        "plan - form=seven-questions; time t1 start=14:00; time t2 start=22:00; time t3 what=Swim");
    static const struct {
        const char *item, *typed, *kept;
    } rows[] = {{"t1", "4", "16:00"},
                {"t1", "2 hours", "16:00"},
                {"t2", "6", "06:00"},
                {"t3", "4", "04:00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place place = place_of(PLACE_FIELD);
        place.table = SEC_TIME;
        place.field = F_TIME_END;
        snprintf(place.item, sizeof place.item, "%s", rows[i].item);
        wizard_go(s.w, place);
        sitting_line(&s, rows[i].typed);
        sitting_expect_fact(&s, F_TIME_END, rows[i].item, rows[i].kept);
    }
    sitting_end(&s);
}

/* Go to where a field of a record is asked. */
static void ask(struct sitting *s, enum field field, const char *item)
{
    struct place place = place_of(PLACE_FIELD);
    place.table = schema_fields[field].section;
    place.field = field;
    snprintf(place.item, sizeof place.item, "%s", item);
    wizard_go(s->w, place);
}

static void expect_in_hand(const struct sitting *s, const char *words)
{
    const struct row *row = &s->w->page.rows[wizard_at(s->w)->focus];
    if (strcmp(row->text, words) != 0)
        fail_msg("'%s' is in hand, and not '%s'", row->text, words);
}

/* Who leaves a text by Tab and then Enter, as dialogs have it, has it kept. */
static void a_long_text_is_followed_by_what_keeps_it(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions");
    ask(&s, F_ABOUT_COMMUNICATION, "");
    sitting_type(&s, "Ring me after eleven.");
    sitting_command(&s, CMD_TAB);
    expect_in_hand(&s, "Done");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_fact(&s, F_ABOUT_COMMUNICATION, "", "Ring me after eleven.");
    sitting_end(&s);
}

static void not_sure_says_how_an_answer_comes_back(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; about - name=Mo");
    ask(&s, F_ABOUT_NAME, "");
    sitting_open_row(&s, "I am not sure yet");
    sitting_expect_message(&s, "Kept: not sure yet, in place of the answer. Undo brings it back.");
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Mo");
    sitting_end(&s);
}

/* Rule 16: no answer is a trap. The rows that answer instead stand below it. */
static void what_answers_instead_is_reached_from_an_answer_that_is_refused(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; goal g1 what=Swim");
    ask(&s, F_GOAL_BY, "g1");
    sitting_type(&s, "soonish");
    sitting_command(&s, CMD_OPEN);
    assert_true(s.w->trouble);
    sitting_command(&s, CMD_DOWN);
    expect_in_hand(&s, "I am not sure yet");
    sitting_command(&s, CMD_TAB);
    expect_in_hand(&s, "Leave it empty");
    assert_false(s.left & (unsigned)FX_BELL); /* it rang when the answer was left */
    sitting_command(&s, CMD_UP);
    sitting_command(&s, CMD_UP);
    assert_string_equal(text_str(&s.w->edit.text), "soonish");
    sitting_command(&s, CMD_DOWN);
    sitting_command(&s, CMD_DONE); /* nothing else goes on without an answer */
    sitting_expect_at(&s, PLACE_FIELD);
    sitting_command(&s, CMD_OPEN);
    sitting_expect_message(&s, "Kept: not sure yet. It goes on the list of questions to ask.");
    sitting_expect_fact(&s, F_GOAL_BY, "g1", "?");
    assert_int_equal(s.w->draft_count, 0);
    assert_false(s.left & (unsigned)FX_BELL);
    sitting_end(&s);
}

/* In plain lines the question is right above what was kept; on a screen it has gone. */
static void what_is_kept_names_its_question_on_a_screen(void **state)
{
    static const struct {
        enum mode mode;
        const char *said;
    } cases[] = {{MODE_FULL, "Kept. What I must pay: nothing."},
                 {MODE_READER, "Kept. What I must pay: nothing."},
                 {MODE_PLAIN, "Kept: nothing."}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = sitting_given("plan - form=seven-questions");
        s.w->mode = cases[i].mode;
        sitting_go_field(&s, F_CONTRIBUTION_STATUS, "");
        sitting_line(&s, "nothing");
        sitting_expect_message(&s, cases[i].said);
        sitting_end(&s);
    }
}

/* Rule 14. Who hears "I have an advocate" and says "done" may take it for chosen. */
static void going_on_from_a_list_says_that_nothing_was_chosen(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; supporter s1 name=Ann");
    sitting_go_field(&s, F_ABOUT_ADVOCATE, "");
    sitting_command(&s, CMD_DONE);
    sitting_expect_message(&s, "Advocate: nothing was chosen.");
    sitting_go_field(&s, F_ABOUT_ADVOCATE, "");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_message(&s, "Kept. Advocate: I have an advocate.");
    sitting_go_field(&s, F_ABOUT_ADVOCATE, "");
    sitting_command(&s, CMD_DONE);
    sitting_expect_message(&s, "");
    sitting_go_field(&s, F_ABOUT_NAME, ""); /* an answer that is typed is seen to be empty */
    sitting_command(&s, CMD_DONE);
    sitting_expect_message(&s, "");
    sitting_end(&s);
}

/* Rule 3.3: Page Up and Page Down go to the question before and the next, in a record too. */
static void a_page_up_or_down_goes_through_a_new_record(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions");
    sitting_go_field(&s, F_SUPPORTER_NAME, "");
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "Bluebird");
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(wizard_at(s.w)->field, F_SUPPORTER_KIND);
    sitting_command(&s, CMD_PAGE_UP);
    assert_int_equal(wizard_at(s.w)->field, F_SUPPORTER_NAME);
    assert_string_equal(text_str(&s.w->edit.text), "Bluebird");
    for (int i = 0; i < 3 && wizard_at(s.w)->field == F_SUPPORTER_NAME; i++)
        sitting_command(&s, CMD_PAGE_DOWN); /* to the end of the page, and on */
    assert_int_equal(wizard_at(s.w)->field, F_SUPPORTER_KIND);
    sitting_command(&s, CMD_PAGE_UP);
    for (int i = 0; i < 3 && wizard_at(s.w)->kind == PLACE_FIELD; i++)
        sitting_command(&s, CMD_PAGE_UP);
    sitting_expect_at(&s, PLACE_PAGE);
    expect_in_hand(&s, "Bluebird");
    sitting_end(&s);
}

/* Nothing is asked twice. */
static void who_to_call_is_offered_from_who_supports_me(void **state)
{
    (void)state;
    struct sitting s = sitting_given(
        "plan - form=seven-questions; supporter s1 name=Clare phone=01632; contact p1 name=Clare");
    ask(&s, F_CONTACT_NAME, "");
    assert_true(sitting_has_row(&s, "Clare"));
    ask(&s, F_CONTACT_PHONE, "p1");
    sitting_open_row(&s, "01632");
    sitting_expect_fact(&s, F_CONTACT_PHONE, "p1", "01632");
    sitting_end(&s);
}

/* Rule 13: one line, however much was typed. */
static void a_long_answer_is_not_said_whole_when_it_is_refused(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; goal g1 what=Swim");
    ask(&s, F_GOAL_BY, "g1");
    sitting_line(&s, "when my daughter has come back from her long journey to the north");
    assert_true(s.w->trouble);
    assert_non_null(strstr(s.w->message, "\"when my daughter has come back from her ...\""));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_is_understood_by_the_start_beside_it),
        cmocka_unit_test(sentences_that_say_the_same_are_known),
        cmocka_unit_test(no_question_says_the_same_thing_twice),
        cmocka_unit_test(what_is_said_with_an_amount_is_kept_beside_it),
        cmocka_unit_test(what_was_said_with_an_amount_is_not_asked_next),
        cmocka_unit_test(what_was_said_with_an_amount_is_of_no_later_visit),
        cmocka_unit_test(a_date_stands_as_people_write_it),
        cmocka_unit_test(a_wage_is_taken_with_the_hour_it_is_for),
        cmocka_unit_test(other_money_is_not_offered_to_be_the_budget),
        cmocka_unit_test(a_long_text_is_followed_by_what_keeps_it),
        cmocka_unit_test(not_sure_says_how_an_answer_comes_back),
        cmocka_unit_test(what_answers_instead_is_reached_from_an_answer_that_is_refused),
        cmocka_unit_test(going_on_from_a_list_says_that_nothing_was_chosen),
        cmocka_unit_test(what_is_kept_names_its_question_on_a_screen),
        cmocka_unit_test(a_page_up_or_down_goes_through_a_new_record),
        cmocka_unit_test(who_to_call_is_offered_from_who_supports_me),
        cmocka_unit_test(a_long_answer_is_not_said_whole_when_it_is_refused),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}

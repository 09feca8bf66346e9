/*
 * The rules for screens that everybody can use, where there is no screen: every page that walk.c
 * comes to, as plain lines.
 */
#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sitting_given.h"
#include "spoken.h"
#include "walk.h"

#define WIDTH 80

static struct walk walk;

static int walk_about(void **state)
{
    (void)state;
    walk = walk_everywhere(MODE_PLAIN);
    return 0;
}

static int walk_home(void **state)
{
    (void)state;
    walk_end(&walk);
    return 0;
}

static void fail_on_page(const struct walk_page *page, const char *words, const char *what)
{
    fail_msg("%s, on the page %s (lines: %s):\n%s", what, page->name, page->keys, words);
}

typedef void look_at(const struct walk_page *page, const char *words);

static void on_every_page(look_at *look)
{
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        char *words = spoken_afresh(walk.s.w, CHARSET_UTF8);
        look(&walk.pages[i], words);
        free(words);
    }
}

static void every_kind_of_page_is_walked_to(void **state)
{
    (void)state;
    /* A day is copied in one line: "copy mon to tue-fri". */
    walk_expect_every_kind(&walk, "copy");
}

/* 9. Lines of words: nothing drawn, no columns. */

static void line_is_plain(const struct walk_page *page, const char *words, const char *line,
                          size_t len)
{
    size_t letters = 0;
    for (size_t i = 0; i < len; i++)
        letters += isalnum((unsigned char)line[i]) != 0;
    if (len > 0 && letters == 0)
        fail_on_page(page, words, "a line without a letter");
    if (text_width(line, len) > WIDTH)
        fail_on_page(page, words, "a line that is too long");
    for (size_t i = 0; i + 2 < len; i++)
        if (strncmp(line + i, "   ", 3) == 0 || strncmp(line + i, "....", 4) == 0 ||
            strncmp(line + i, "---", 3) == 0 || strncmp(line + i, "===", 3) == 0)
            fail_on_page(page, words, "columns, dots or a frame");
}

static void lines_are_plain(const struct walk_page *page, const char *words)
{
    for (const char *line = words; *line;) {
        size_t len = strcspn(line, "\n");
        line_is_plain(page, words, line, len);
        line += len + (line[len] == '\n');
    }
    for (const char *c = words; *c; c++)
        if ((unsigned char)*c < ' ' && *c != '\n')
            fail_on_page(page, words, "a control character");
}

static void pages_are_lines_of_words(void **state)
{
    (void)state;
    on_every_page(lines_are_plain);
}

/* A narrow window: a terminal would break a word where its edge is. */

#define NARROW 20

/* A word that may be divided: longer than a line, or with a hyphen or a stroke, or an address. */
static bool may_be_divided(const char *word, size_t len)
{
    return text_width(word, len) >= NARROW || memchr(word, '-', len) || memchr(word, '/', len) ||
           (len > 1 && memchr(word, '.', len - 1));
}

/* Go over it. */
static const char *over_parts(const char *narrow, const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++, narrow++) {
        narrow += *narrow == '\n';
        if (*narrow != word[i])
            return NULL;
    }
    return narrow;
}

static void words_are_whole(const struct walk_page *page, const char *words)
{
    struct linear l = {.charset = CHARSET_UTF8, .cols = NARROW};
    char *narrow = spoken(&l, walk.s.w);
    const char *at = narrow;
    for (const char *word = words + strspn(words, " \n"); *word;) {
        size_t len = strcspn(word, " \n");
        bool divided = may_be_divided(word, len);
        at += strspn(at, " \n");
        if (divided)
            at = over_parts(at, word, len);
        else
            at = strncmp(at, word, len) == 0 ? at + len : NULL;
        if (!at || (!divided && *at && !strchr(" \n", *at)))
            fail_msg("a word is broken on the page %s: %.40s", page->name, word);
        word += len + strspn(word + len, " \n");
    }
    for (const char *line = narrow; *line; line += strspn(line, "\n")) {
        size_t len = strcspn(line, "\n");
        if (text_width(line, len) > NARROW)
            fail_on_page(page, narrow, "a line is wider than the window");
        line += len;
    }
    linear_free(&l);
    free(narrow);
}

static void a_narrow_window_breaks_no_word(void **state)
{
    (void)state;
    on_every_page(words_are_whole);
}

/* 8, 10. Nothing that is spoken as a sign, and nothing that is on no keyboard. */

static void signs_are_plain(const struct walk_page *page, const char *words)
{
    bool own = page->plan == 1 || page->plan == 2; /* words of a person's own */
    for (const char *c = words; *c; c++) {
        bool address =
            *c == '_' && (strcmp(page->kind, "more") == 0 || strcmp(page->kind, "help") == 0);
        if ((!address && strchr("<>|*_~^{}[]\\", *c)) || (!own && (unsigned char)*c > 126))
            fail_on_page(page, c, "a sign that is read aloud");
    }
}

static void no_sign_is_read_aloud(void **state)
{
    (void)state;
    on_every_page(signs_are_plain);
}

/* 11. What is asked stands on the line where the answer is typed, and the place before it. */

static void prompt_is_last(const struct walk_page *page, const char *words)
{
    const struct page *p = &walk.s.w->page;
    const char *end = strrchr(words, '\n'), *prompt = end ? end + 1 : words;
    size_t len = strlen(prompt);
    if (len < 4 || prompt[len - 1] != ' ' || !isalpha((unsigned char)*prompt))
        fail_on_page(page, words, "no question on the last line");
    if (p->position && *p->position) {
        const char *at = strstr(words, p->position);
        if (!at || at > prompt)
            fail_on_page(page, words, "it does not say which question of how many");
    }
}

static void the_question_is_on_the_line_of_the_answer(void **state)
{
    (void)state;
    on_every_page(prompt_is_last);
}

/* 12. A hint is full the first time, and then only on "help". */

static void hints_are_said_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        if (!walk_is_first(&walk, i))
            continue;
        struct linear l = {.charset = CHARSET_UTF8};
        walk_to(&walk, &walk.pages[i]);
        char *first = spoken(&l, walk.s.w);
        text_clear(&l.last); /* as on coming back to the page */
        char *second = spoken(&l, walk.s.w);
        const char *hint = "work everywhere";
        if (strstr(second, hint) && strcmp(walk.pages[i].kind, "help") != 0)
            fail_on_page(&walk.pages[i], second, "the hint is said again");
        free(first);
        free(second);
        linear_free(&l);
    }
}

/* Whether a hint stands in what a page says before it waits, beside what the page says anyway. */
static bool hints_at(const char *words)
{
    static const char *const hints[] = {"Type a number. These words work everywhere",
                                        "Type your answer. End with", "You can also type:"};
    for (size_t i = 0; i < COUNT(hints); i++)
        if (strstr(words, hints[i]))
            return true;
    return false;
}

/* How often a page says a hint when it is come to three times. */
static int hints_in_three(const struct walk_page *page, enum hints setting)
{
    struct linear l = {.charset = CHARSET_UTF8};
    int said = 0;
    walk_to(&walk, page);
    walk.s.w->settings.hints = setting;
    for (int time = 0; time < 3; time++) {
        char *words = spoken(&l, walk.s.w);
        said += hints_at(words);
        free(words);
        text_clear(&l.last);
    }
    linear_free(&l);
    return said;
}

static void hints_are_said_as_the_setting_has_it(void **state)
{
    size_t with_hint = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        if (!walk_is_first(&walk, i))
            continue;
        int first = hints_in_three(&walk.pages[i], HINTS_FIRST);
        int always = hints_in_three(&walk.pages[i], HINTS_ALWAYS);
        with_hint += first > 0;
        if (first > 1 || always != 3 * first || hints_in_three(&walk.pages[i], HINTS_NEVER))
            fail_on_page(&walk.pages[i], "", "its hint does not heed the setting");
    }
    assert_true(with_hint > 10);
}

/* 15. A number and a unique beginning choose the same. */

/* What can be compared of where a line leads. To be freed. */
static char *where(const struct wizard *w)
{
    struct text t = {0};
    const struct place *p = wizard_at(w);
    text_addf(&t, "%d %zu.%zu %d %s %s %zu: %s", (int)p->kind, p->section, p->page, (int)p->field,
              p->item, p->parent, p->number, w->message ? w->message : "");
    return text_take(&t);
}

static char *where_it_leads(const struct walk_page *page, const char *line)
{
    walk_to(&walk, page);
    sitting_line(&walk.s, line);
    return where(walk.s.w);
}

/* Whether no other row begins with it, and it is no command. */
static bool is_unique(const struct page *p, const char *beginning)
{
    size_t hits = 0;
    for (size_t i = 0; i < p->count; i++) {
        hits += row_focusable(&p->rows[i]) && p->rows[i].role != ROW_EDIT &&
                strncasecmp(p->rows[i].text, beginning, strlen(beginning)) == 0;
        if (strcasecmp(p->rows[i].word, beginning) == 0)
            return false;
    }
    return hits == 1 && command_named(beginning, NULL) == CMD_NONE;
}

static void choose_both_ways(const struct walk_page *page, size_t row, size_t number)
{
    char by_number[16], beginning[16];
    walk_to(&walk, page);
    snprintf(by_number, sizeof by_number, "%zu", number);
    snprintf(beginning, sizeof beginning, "%.10s", walk.s.w->page.rows[row].text);
    beginning[text_fit(beginning, strlen(beginning), 10)] = '\0';
    if (!is_unique(&walk.s.w->page, beginning))
        return;
    char *a = where_it_leads(page, by_number), *b = where_it_leads(page, beginning);
    if (strcmp(a, b) != 0)
        fail_msg("on the page %s, %s leads to %s, and \"%s\" to %s", page->name, by_number, a,
                 beginning, b);
    free(a);
    free(b);
}

static void numbers_and_beginnings_choose_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        if (!walk_is_first(&walk, i))
            continue;
        walk_to(&walk, &walk.pages[i]);
        const struct page *p = &walk.s.w->page;
        size_t count = page_edit_row(p) == p->count ? p->count : 0;
        bool can[256] = {0};
        for (size_t row = 0; row < count && row < COUNT(can); row++)
            can[row] = row_focusable(&p->rows[row]);
        for (size_t row = 0, number = 0; row < count && row < COUNT(can); row++)
            if (can[row])
                choose_both_ways(&walk.pages[i], row, ++number);
    }
}

static char *plan_now(void)
{
    return walk.s.w->plan ? sitting_bytes(walk.s.w->plan, NULL) : text_copy("");
}

/* "1-3" chooses what "1", "2" and "3" choose; "2 1" what "2" and "1" do. */
static void choose_together(const struct walk_page *page, const char *together,
                            const char *const alone[])
{
    walk_to(&walk, page);
    sitting_line(&walk.s, together);
    char *got = plan_now();
    walk_to(&walk, page);
    for (size_t i = 0; alone[i]; i++)
        sitting_line(&walk.s, alone[i]);
    char *expected = plan_now();
    if (strcmp(got, expected) != 0)
        fail_on_page(page, got, together);
    free(got);
    free(expected);
}

static void several_are_chosen_by_numbers_and_ranges(void **state)
{
    static const char *const one_two_three[] = {"1", "2", "3", NULL}, *const two_one[] = {"2", "1",
                                                                                          NULL};
    size_t pages = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        const struct page *p = &walk.s.w->page;
        size_t can = 0;
        for (size_t row = 0; row < p->count; row++)
            can += p->several && row_focusable(&p->rows[row]) && p->rows[row].act == p->several;
        if (can < 3)
            continue;
        pages++;
        choose_together(&walk.pages[i], "1-3", one_two_three);
        choose_together(&walk.pages[i], "2 1", two_one);
        choose_together(&walk.pages[i], "1, 2,3", one_two_three);
        choose_together(&walk.pages[i], "1 99", one_two_three + 3); /* then none is */
    }
    assert_true(pages > 2);
}

/* 14. What was kept is said; 16. "back" leads out of every page, and loses nothing. */

static void back_leads_out_of_every_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        size_t depth = walk.s.w->depth;
        enum place_kind kind = wizard_at(walk.s.w)->kind;
        sitting_line(&walk.s, "back");
        if (!walk_went_back(&walk, kind, depth))
            fail_on_page(&walk.pages[i], "", "\"back\" does not lead away");
    }
}

static void what_was_refused_is_not_lost(void **state)
{
    size_t refused = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        /* A passphrase that is not used is kept nowhere. */
        if (page_edit_row(&w->page) == w->page.count || w->page.long_text || w->page.secret)
            continue;
        sitting_line(&walk.s, "zz 2o zz");
        if (!w->trouble)
            continue;
        refused++;
        if (!strchr(w->message, '.'))
            fail_on_page(&walk.pages[i], w->message, "it does not say what would be right");
        sitting_line(&walk.s, "back");
        bool kept = false;
        for (size_t d = 0; d < w->draft_count; d++)
            kept |= strcmp(w->drafts[d].text, "zz 2o zz") == 0;
        if (!kept)
            fail_on_page(&walk.pages[i], "zz 2o zz", "\"back\" loses what was typed");
    }
    assert_true(refused > 20);
}

static void what_was_kept_is_said(void **state)
{
    size_t kept = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        const struct place at = *wizard_at(w);
        bool answers = at.kind == PLACE_FIELD || strcmp(walk.pages[i].kind, "page-field") == 0 ||
                       strcmp(walk.pages[i].kind, "page-question") == 0;
        if (!answers || page_edit_row(&w->page) == w->page.count)
            continue;
        char *before = sitting_bytes(w->plan, NULL);
        sitting_line(&walk.s, "12");
        char *after = sitting_bytes(w->plan, NULL);
        bool changed = strcmp(before, after) != 0;
        free(before);
        free(after);
        if (!changed)
            continue;
        kept++;
        if (!w->message || strncmp(w->message, "Kept", 4) != 0)
            fail_on_page(&walk.pages[i], w->message ? w->message : "(nothing)",
                         "an answer was kept and this was said");
    }
    assert_true(kept > 50);
}

/* How many lines the plan's file has. */
static size_t plan_lines(void)
{
    char *bytes = plan_now();
    size_t n = 0;
    for (const char *c = bytes; *c; c++)
        n += *c == '\n';
    free(bytes);
    return n;
}

static bool begins(const char *words, const char *with)
{
    return words && strncmp(words, with, strlen(with)) == 0;
}

/* What goes away is named, and how it comes back. */
static void what_was_removed_is_said(void **state)
{
    static const char *const lines[] = {"delete", "delete 1", "remove", "clear", "remove it"};
    size_t removed = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++)
        for (size_t n = 0; n < COUNT(lines); n++) {
            walk_to(&walk, &walk.pages[i]);
            const struct page *page = &walk.s.w->page;
            size_t before = plan_lines();
            if (page_edit_row(page) < page->count)
                continue; /* there it is an answer */
            sitting_line(&walk.s, lines[n]);
            const char *said = walk.s.w->message;
            if (plan_lines() >= before)
                continue;
            removed++;
            if (!(begins(said, "Removed") && strstr(said, "ndo")) &&
                !(said && strstr(said, " is empty now")))
                fail_on_page(&walk.pages[i], said ? said : "(nothing)", lines[n]);
        }
    assert_true(removed > 10);
}

/* 10. Commands are words. */

static void every_command_has_a_word(void **state)
{
    (void)state;
    for (int cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++) {
        const struct command_info *info = command_info((enum command)cmd);
        bool on_screen = info->group == GROUP_MOVE || info->group == GROUP_WRITE ||
                         cmd == CMD_REDRAW || cmd == CMD_SUSPEND || cmd == CMD_LIST ||
                         cmd == CMD_LEAVE;
        if (!*info->word && !on_screen)
            fail_msg("\"%s\" has no word", info->help);
        for (const char *c = info->word; *c; c++)
            if (!islower((unsigned char)*c) && *c != ' ' && *c != '-')
                fail_msg("\"%s\" is no plain word", info->word);
    }
}

static void short_forms_are_taken_too(void **state)
{
    static const struct {
        const char *line;
        enum command cmd;
    } forms[] = {{"?", CMD_HELP}, {"b", CMD_BACK}, {"n", CMD_NEXT}, {"q", CMD_QUIT}};
    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++)
        if (command_named(forms[i].line, NULL) != forms[i].cmd)
            fail_msg("\"%s\" is not taken", forms[i].line);
}

/* An old terminal sends Latin-1: 0xeb is an e with two dots. */
static void what_an_old_terminal_sends_is_understood(void **state)
{
    static char typed[] = "Zo\xeb Byrne\n";
    char *said = NULL;
    size_t len = 0;
    unsigned effects;
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions");
    struct place place = place_of(PLACE_FIELD);
    place.table = SEC_ABOUT;
    place.field = F_ABOUT_NAME;
    wizard_go(s.w, place);
    struct linear l = {.in = fmemopen(typed, strlen(typed), "r"),
                       .out = open_memstream(&said, &len)};
    assert_non_null(l.in);
    assert_non_null(l.out);
    linear_turn(&l, s.w, &effects);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Zo\xc3\xab Byrne");
    fclose(l.in);
    fclose(l.out);
    free(said);
    linear_free(&l);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_old_terminal_sends_is_understood),
        cmocka_unit_test(every_kind_of_page_is_walked_to),
        cmocka_unit_test(pages_are_lines_of_words),
        cmocka_unit_test(a_narrow_window_breaks_no_word),
        cmocka_unit_test(no_sign_is_read_aloud),
        cmocka_unit_test(the_question_is_on_the_line_of_the_answer),
        cmocka_unit_test(hints_are_said_once),
        cmocka_unit_test(hints_are_said_as_the_setting_has_it),
        cmocka_unit_test(numbers_and_beginnings_choose_the_same),
        cmocka_unit_test(several_are_chosen_by_numbers_and_ranges),
        cmocka_unit_test(back_leads_out_of_every_page),
        cmocka_unit_test(what_was_refused_is_not_lost),
        cmocka_unit_test(what_was_kept_is_said),
        cmocka_unit_test(what_was_removed_is_said),
        cmocka_unit_test(every_command_has_a_word),
        cmocka_unit_test(short_forms_are_taken_too),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("rules of plain lines", tests, walk_about, walk_home);
}

/* Pages: no line wider than asked, nothing hostile reaches them raw. */
#include "test.h"

#include <string.h>

#include "supportplan/prose.h"

static int new_page(void **state)
{
    static struct text out;
    static struct prose page;

    out = (struct text){0};
    page = (struct prose){.out = &out, .width = 30, .charset = CHARSET_UTF8};
    *state = &page;
    return 0;
}

static int free_page(void **state)
{
    struct prose *page = *state;

    text_free(page->out);
    text_free(&page->words);
    return 0;
}

static void a_paragraph_wraps_and_hangs(void **state)
{
    struct prose *page = *state;

    text_add(prose_words(page), "Phone: 01632 960 111, after eleven in the morning");
    prose_line(page, 2, 2);
    assert_int_equal(prose_end(page), ST_OK);
    assert_string_equal(text_str(page->out), "  Phone: 01632 960 111,\n"
                                             "    after eleven in the\n"
                                             "    morning\n");
}

static void a_list_line_keeps_its_mark_to_the_first_line(void **state)
{
    struct prose *page = *state;

    text_add(prose_words(page), "Go swimming.\nWith Ann.");
    prose_item(page, 0);
    assert_string_equal(text_str(page->out), "- Go swimming.\n  With Ann.\n");
}

static void a_heading_has_an_empty_line_before_it_but_not_at_the_top(void **state)
{
    struct prose *page = *state;

    text_add(prose_words(page), "1. One");
    prose_heading(page, 0);
    text_add(prose_words(page), "2. Two");
    prose_heading(page, 0);
    assert_string_equal(text_str(page->out), "1. One\n\n2. Two\n");
}

static void newlines_at_the_end_make_no_empty_lines(void **state)
{
    struct prose *page = *state;

    prose_say(page, 2, "One.\n\nTwo.\n\n");
    assert_string_equal(text_str(page->out), "  One.\n\n  Two.\n");
}

static void nothing_hostile_reaches_the_page_raw(void **state)
{
    static const struct {
        const char *words;
        const char *raw;
    } cases[] = {
        {"\x1b[2J\x1b]0;title\x07", "\x1b"},
        {"a\x07z", "\x07"},
        {"a\rb", "\r"},
        {"a\tb", "\t"},
        {"a\x7f", "\x7f"},
        {"\xe2\x80\xae reversed", "\xe2\x80\xae"},
        {"\xe2\x81\xa6 isolated", "\xe2\x81\xa6"},
        {"\xc2\x9b"
         "31m",
         "\xc2\x9b"},
    };
    struct prose *page = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        text_clear(page->out);
        text_add(prose_words(page), cases[i].words);
        prose_item(page, 0);
        if (strstr(text_str(page->out), cases[i].raw))
            fail_msg("case %zu reached the page raw", i);
    }
}

static void an_ascii_page_holds_ascii_only(void **state)
{
    struct prose *page = *state;

    page->charset = CHARSET_ASCII;
    prose_say(page, 0,
              "Zo\xc3\xab pays \xc2\xa3"
              "5 \xe2\x80\x94 \xe4\xb8\xad");
    for (const char *c = text_str(page->out); *c != '\0'; c++)
        if ((unsigned char)*c > 126)
            fail_msg("byte %02x in '%s'", (unsigned)(unsigned char)*c, text_str(page->out));
}

static void a_name_is_clean_and_on_one_line(void **state)
{
    struct text name = {0};

    (void)state;
    prose_add_name(&name, "two\nlines\x1b");
    assert_null(strchr(text_str(&name), '\n'));
    assert_null(strchr(text_str(&name), '\x1b'));
    text_free(&name);
}

#define PAGE_TEST(f) cmocka_unit_test_setup_teardown(f, new_page, free_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(a_paragraph_wraps_and_hangs),
        PAGE_TEST(a_list_line_keeps_its_mark_to_the_first_line),
        PAGE_TEST(a_heading_has_an_empty_line_before_it_but_not_at_the_top),
        PAGE_TEST(newlines_at_the_end_make_no_empty_lines),
        PAGE_TEST(nothing_hostile_reaches_the_page_raw),
        PAGE_TEST(an_ascii_page_holds_ascii_only),
        PAGE_TEST(a_name_is_clean_and_on_one_line),
    };

    return cmocka_run_group_tests_name("prose", tests, NULL, NULL);
}

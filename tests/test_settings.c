/* What a person likes is read forgivingly, written plainly, and nothing of it is lost. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/settings.h"

static const struct {
    const char *bytes;
    enum mode mode;
    enum looks looks;
    enum hints hints;
    bool mouse;
    const char *other;
} cases[] = {
    {"", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, ""},
    {"mode = reader\nlooks = contrast\nhints = never\nmouse = on\n", MODE_READER, LOOKS_CONTRAST,
     HINTS_NEVER, true, ""},
    {"mode=plain", MODE_PLAIN, LOOKS_COLOR, HINTS_FIRST, false, ""},
    {"\r\n  looks  =  large \r\n\n", MODE_FULL, LOOKS_LARGE, HINTS_FIRST, false, ""},
    {"mode = reader\nmode = full\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, ""},
    {"shared = yes\nhides = 15\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, ""},
    {"hides = 7\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, "hides = 7\n"},
    {"mode = braille\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, "mode = braille\n"},
    {"voice = slow\nmouse = on\n# a note", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, true,
     "voice = slow\n# a note\n"},
    {"modes = reader\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false, "modes = reader\n"},
    {"= reader\nmode =\nmode\n", MODE_FULL, LOOKS_COLOR, HINTS_FIRST, false,
     "= reader\nmode =\nmode\n"},
};

static void what_is_not_understood_is_as_usual_and_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct settings s;
        assert_int_equal(settings_read(cases[i].bytes, strlen(cases[i].bytes), &s), ST_OK);
        if (s.mode != cases[i].mode || s.looks != cases[i].looks || s.hints != cases[i].hints ||
            s.mouse != cases[i].mouse || strcmp(text_str(&s.other), cases[i].other) != 0)
            fail_msg("'%s': mode %d, looks %d, hints %d, mouse %d, other '%s'", cases[i].bytes,
                     (int)s.mode, (int)s.looks, (int)s.hints, s.mouse, text_str(&s.other));
        settings_free(&s);
    }
}

static void every_setting_is_read_as_it_was_written(void **state)
{
    (void)state;
    for (int n = 0; n < MODE_COUNT * LOOKS_COUNT * HINTS_COUNT * 2; n++) {
        struct settings s = settings_usual(), again;
        struct text bytes = {0}, twice = {0};
        s.mode = (enum mode)(n % MODE_COUNT);
        s.looks = (enum looks)(n / MODE_COUNT % LOOKS_COUNT);
        s.hints = (enum hints)(n / (MODE_COUNT * LOOKS_COUNT) % HINTS_COUNT);
        s.mouse = s.shared = n >= MODE_COUNT * LOOKS_COUNT * HINTS_COUNT;
        s.idle = (enum idle)(n % IDLE_COUNT);
        text_add(&s.other, "of = another version\n");
        assert_int_equal(settings_write(&s, &bytes), ST_OK);
        assert_int_equal(settings_read(text_str(&bytes), bytes.len, &again), ST_OK);
        assert_int_equal(settings_write(&again, &twice), ST_OK);
        assert_string_equal(text_str(&bytes), text_str(&twice));
        assert_true(s.mode == again.mode && s.looks == again.looks && s.hints == again.hints &&
                    s.mouse == again.mouse && s.shared == again.shared && s.idle == again.idle);
        text_free(&bytes);
        text_free(&twice);
        settings_free(&s);
        settings_free(&again);
    }
}

static void a_file_cut_anywhere_is_read(void **state)
{
    static const char whole[] = "mode = reader\nlooks = large\nhints = always\nmouse = on\nx = y\n";
    (void)state;
    for (size_t len = 0; len < sizeof whole; len++) {
        struct settings s;
        char *bytes = malloc(len + 1); /* no more than there is may be read */
        assert_non_null(bytes);
        memcpy(bytes, whole, len);
        assert_int_equal(settings_read(bytes, len, &s), ST_OK);
        settings_free(&s);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_understood_is_as_usual_and_kept),
        cmocka_unit_test(every_setting_is_read_as_it_was_written),
        cmocka_unit_test(a_file_cut_anywhere_is_read),
    };
    return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}

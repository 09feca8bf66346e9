/*
 * Pictures of a session in process, for tests of painting.
 */
#ifndef SUPPORTPLAN_PICTURES_H
#define SUPPORTPLAN_PICTURES_H

#include "sitting.h"
#include "supportplan/paint.h"

/** A plan with one line a week of 270.47 against a budget of 275.00 (SPEC section 4). */
static const char pictures_plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                                    "\"plan\",\"\",\"format\",\"1\"\n"
                                    "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                                    "\"supporter\",\"s1\",\"name\",\"Sunrise Care\"\n"
                                    "\"supporter\",\"s1\",\"kind\",\"agency\"\n"
                                    "\"rate\",\"r1\",\"supporter\",\"s1\"\n"
                                    "\"rate\",\"r1\",\"price\",\"13.87\"\n"
                                    "\"rate\",\"r1\",\"unit\",\"hour\"\n"
                                    "\"time\",\"t1\",\"days\",\"Mon\"\n"
                                    "\"time\",\"t1\",\"start\",\"00:00\"\n"
                                    "\"time\",\"t1\",\"end\",\"19:30\"\n"
                                    "\"time\",\"t1\",\"what\",\"Wash and dress\"\n"
                                    "\"time\",\"t1\",\"supporter\",\"s1\"\n"
                                    "\"fund\",\"budget\",\"amount\",\"275.00\"\n"
                                    "\"fund\",\"budget\",\"every\",\"week\"\n"
                                    "\"end\",\"\",\"rows\",\"14\"\n";

/** A session with that plan open, shown in a mode. */
static inline struct sitting pictures_begin(enum mode mode)
{
    struct sitting s = sitting_begin();
    s.w->mode = mode;
    sitting_open_bytes(&s, pictures_plan, sizeof pictures_plan - 1, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    return s;
}

/** Show the session as a face does: what is painted, told to the wizard. To be freed. */
static inline char *pictures_show(struct sitting *s, int rows, int cols, bool cursor)
{
    struct canvas canvas;
    struct text picture = {0};
    assert_int_equal(canvas_init(&canvas, rows, cols), ST_OK);
    wizard_size(s->w, paint_page_rows(rows), cols);
    wizard_shown(s->w, paint_wizard(s->w, CHARSET_UTF8, &canvas));
    canvas_text(&canvas, cursor, &picture);
    canvas_free(&canvas);
    char *words = text_take(&picture);
    assert_non_null(words);
    return words;
}

/** The picture must be that, with a ^ under the cursor. */
static inline void pictures_expect(struct sitting *s, int rows, int cols, const char *expected)
{
    char *got = pictures_show(s, rows, cols, true);
    if (strcmp(got, expected) != 0)
        fail_msg("expected\n%sthere is\n%s", expected, got);
    free(got);
}

/** The line of the picture that the cursor is on. To be freed. */
static inline char *pictures_cursor_line(struct sitting *s, int rows, int cols)
{
    char *got = pictures_show(s, rows, cols, true);
    const char *before = NULL, *line = got;
    struct text found = {0};
    while (line && line[strspn(line, " ")] != '^') {
        const char *end = strchr(line, '\n');
        before = line;
        line = end ? end + 1 : NULL;
    }
    if (!line || !before)
        fail_msg("no cursor in\n%s", got);
    else
        text_add_n(&found, before, (size_t)(line - 1 - before));
    free(got);
    return text_take(&found);
}

#endif

/*
 * A line of the week for speech and braille: one line of the screen, since a reader says the line
 * that the cursor comes to. What matters least is left out until it fits.
 */
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/sentences.h"
#include "timetable.h"

/* The fewest columns that still say what a line is for, behind its day and times. */
#define NAME_COLS 8
#define TIMES_COLS 13 /* " 08:00-09:30 " */
/* As much of a person's name as tells who it is, where there is little room. */
#define WHO_COLS 9

static int width_of(const struct text *t)
{
    return text_width(text_str(t), t->len);
}

/* Add as many whole words as fit, or where there are more, as many parts of what they say. */
static void add_words_that_fit(struct text *out, const char *words, int cols)
{
    struct span line;
    size_t next, len = strlen(words), part = phrase_first_part(words, cols);
    if (cols > 0 && text_line(words, len, cols, &line, &next) == ST_OK)
        text_add_n(out, words, line.len < len && part > line.len / 2 ? part : line.len);
    while (out->len > 0 && strchr(" ,;:-", out->data[out->len - 1]))
        text_splice(out, out->len - 1, 1, "", 0);
}

static void add_who(const struct wizard *w, const struct week_line *line, int cols,
                    struct text *out)
{
    struct text who = {0};
    if (*line->supporter)
        phrase_item(w->plan, w->form, SEC_SUPPORTER, line->supporter, &who);
    else if (!line->supporter_known)
        text_add(&who, _("who is unsure"));
    if (who.len > 0 && cols > 0) {
        text_add(out, out->len ? ", " : "");
        add_words_that_fit(out, text_str(&who), cols);
    }
    text_free(&who);
}

void timetable_state(const struct wizard *w, const struct week_line *line, struct told told,
                     struct text *out)
{
    bool night = line->start >= 0 && line->length_known && line->start + line->length > MINUTES_DAY;
    if (told.overlap)
        text_add(out, _("overlap"));
    if (night && told.night)
        text_addf(out, "%s%s", out->len ? ", " : "", _("overnight"));
    if (line->workers > 1)
        text_addf(out, _("%s%lld workers"), out->len ? ", " : "", (long long)line->workers);
    add_who(w, line, told.who_cols, out);
}

/* What is left out, least first. */
static const struct {
    bool length, night;
    int who_cols;
} tries[] = {
    {true, true, WHO_WHOLE},  {false, true, WHO_WHOLE}, {false, false, WHO_WHOLE},
    {false, false, WHO_COLS}, {false, false, 0},
};

#define COUNT (sizeof tries / sizeof *tries)

/* The columns that a state leaves for the name before it. */
static int room_beside(const struct text *state, int cols)
{
    return cols - (state->len > 0 ? width_of(state) + 2 : 0);
}

/* Whether what is left of a name when it is cut still says what it is: more than when. */
static bool says_what(const struct text *name, int room)
{
    struct text cut = {0};
    int when = text_width(text_str(name), strcspn(text_str(name), " ")) + TIMES_COLS;
    add_words_that_fit(&cut, text_str(name), room);
    bool says = width_of(&cut) > when && room - when >= NAME_COLS;
    text_free(&cut);
    return says;
}

/* Whether a name fits; where the least can be said, also what is left of it when it is cut. */
static bool fits(const struct text *name, int room, size_t i)
{
    return width_of(name) <= room || i + 1 == COUNT || (i + 2 == COUNT && says_what(name, room));
}

/* One try. Whether it will do. */
static bool say(const struct wizard *w, const struct week_line *line, bool overlap, size_t i,
                struct text *name, struct text *state, int cols)
{
    struct told told = {overlap, tries[i].night, tries[i].who_cols};
    text_clear(state);
    timetable_state(w, line, told, state);
    if (tries[i].length && line->length_known) {
        text_add(name, " ");
        minutes_words(name, line->length);
    }
    return fits(name, room_beside(state, cols), i);
}

void timetable_spoken(const struct wizard *w, const struct week_line *line, bool overlap, int cols,
                      struct text *name, struct text *state)
{
    sentence_line_name(w->plan, line->item, name);
    size_t len = name->len;
    for (size_t i = 0; i < COUNT && !say(w, line, overlap, i, name, state, cols); i++)
        text_splice(name, len, name->len - len, "", 0);
    struct text cut = {0};
    add_words_that_fit(&cut, text_str(name), room_beside(state, cols));
    text_clear(name);
    text_add(name, text_str(&cut));
    text_free(&cut);
}

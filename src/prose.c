/* Lines of a printed page. */
#include "supportplan/prose.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* However deep a line is indented, this much of the page is left for words. */
#define WORDS_MIN 12

struct text *prose_words(struct prose *prose)
{
    text_clear(&prose->words);
    return &prose->words;
}

static void add_blanks(struct text *out, int n)
{
    for (int i = 0; i < n; i++)
        text_add_char(out, ' ');
}

/* Where a line begins, and where it goes on. */
struct margin {
    int first, next;
    const char *mark; /* stands before the first line's words: "- " */
};

static int words_width(const struct prose *prose, const struct margin *margin)
{
    int cols = prose->width - margin->next;
    return cols < WORDS_MIN ? WORDS_MIN : cols;
}

/* One screen line; an empty one gets no blanks, so that no line ends in one. */
static void put(struct prose *prose, struct margin *margin, const char *s, size_t len)
{
    if (len > 0 || *margin->mark != '\0')
        add_blanks(prose->out, margin->first);
    text_add(prose->out, margin->mark);
    text_add_n(prose->out, s, len);
    text_add_char(prose->out, '\n');
    margin->mark = "";
    margin->first = margin->next;
}

/* One line of somebody's words: cleaned, then wrapped. */
static void put_wrapped(struct prose *prose, struct margin *margin, const char *s, size_t len)
{
    struct text clean = {0};
    struct span *lines = NULL;
    size_t count = 0;

    text_clean(&clean, s, len, prose->charset, true);
    if (text_status(&clean) ||
        text_wrap(text_str(&clean), clean.len, words_width(prose, margin), &lines, &count)) {
        prose->failed = true;
        text_free(&clean);
        return;
    }
    for (size_t i = 0; i < count; i++)
        put(prose, margin, text_str(&clean) + lines[i].at, lines[i].len);
    free(lines);
    text_free(&clean);
}

static void put_paragraph(struct prose *prose, struct margin margin)
{
    const char *s = text_str(&prose->words);
    size_t left = prose->words.len;
    const char *end;

    assert(prose->out && prose->width >= 20);
    if (text_status(&prose->words))
        prose->failed = true;
    while (left > 0 && s[left - 1] == '\n')
        left--;
    while ((end = memchr(s, '\n', left)) != NULL) {
        put_wrapped(prose, &margin, s, (size_t)(end - s));
        left -= (size_t)(end - s) + 1;
        s = end + 1;
    }
    put_wrapped(prose, &margin, s, left);
}

void prose_line(struct prose *prose, int indent, int hang)
{
    put_paragraph(prose, (struct margin){.first = indent, .next = indent + hang, .mark = ""});
}

void prose_item(struct prose *prose, int indent)
{
    put_paragraph(prose, (struct margin){.first = indent, .next = indent + 2, .mark = "- "});
}

void prose_gap(struct prose *prose)
{
    const char *page = text_str(prose->out);
    size_t len = prose->out->len;

    if (len > 1 && strcmp(page + len - 2, "\n\n") != 0)
        text_add_char(prose->out, '\n');
}

void prose_heading(struct prose *prose, int indent)
{
    prose_gap(prose);
    prose_line(prose, indent, 0);
}

void prose_title(struct prose *prose, const char *words)
{
    text_add(prose_words(prose), words);
    prose_heading(prose, 0);
}

void prose_say(struct prose *prose, int indent, const char *sentence)
{
    text_add(prose_words(prose), sentence);
    prose_line(prose, indent, 0);
}

void prose_add_name(struct text *out, const char *s)
{
    text_clean(out, s, strlen(s), CHARSET_UTF8, true);
}

enum status prose_end(struct prose *prose)
{
    text_free(&prose->words);
    return prose->failed ? ST_NOMEM : text_status(prose->out);
}

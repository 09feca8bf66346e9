#include "linear_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "supportplan/sentences.h"

#define WIDTH 78
#define WIDTH_MIN 8

void linear_free(struct linear *l)
{
    text_free(&l->last);
    text_free(&l->week);
    text_free(&l->told);
}

/* A narrow window must not break words: then nobody can read them, and a reader says two. */
static int line_width(const struct linear *l)
{
    int cols = l->cols > 0 && l->cols - 1 < WIDTH ? l->cols - 1 : WIDTH;
    return cols > WIDTH_MIN ? cols : WIDTH_MIN;
}

/* Every word on its way to the terminal goes through here. */
bool linear_put(const struct linear *l, const char *words)
{
    struct text clean = {0};
    struct span *spans = NULL;
    size_t count = 0;
    text_clean(&clean, words, strlen(words), l->charset, false);
    bool able = text_status(&clean) == ST_OK &&
                text_wrap(text_str(&clean), clean.len, line_width(l), &spans, &count) == ST_OK;
    for (size_t i = 0; i < count; i++)
        fprintf(l->out, "%.*s\n", (int)spans[i].len, text_str(&clean) + spans[i].at);
    free(spans);
    text_free(&clean);
    return able;
}

static bool is_choice(const struct page *page)
{
    return page_edit_row(page) == page->count;
}

static void item_words(const struct row *row, size_t number, struct text *out)
{
    const char *end = row->text + strlen(row->text);
    bool stop = end > row->text && strchr("?.:", end[-1]);
    text_addf(out, "%zu %s", number, row->text);
    if (*row->state)
        text_addf(out, "%s%s", stop ? " " : ": ", row->state);
    text_add(out, "\n");
}

/* What the answer is so far. */
static void answer_words(const struct wizard *w, struct text *out)
{
    const struct row *unsure = page_row_of_word(&w->page, "unsure");
    if (w->page.secret)
        return;
    if (w->edit.text.len > 0)
        text_addf(out, _("It says now: %s\n"), text_str(&w->edit.text));
    else if (unsure && unsure->chosen)
        text_add(out, _("It says now: not sure yet.\n"));
}

/* A picture beside an answer, and how it is opened. */
static void record_words(const struct row *row, struct text *out)
{
    const char *end = row->state + strlen(row->state);
    text_addf(out, "%s. %s%s", row->text, row->state,
              end == row->state                ? ""
              : strchr("?.!", end[-1]) != NULL ? " "
                                               : ". ");
    text_addf(out, _("Type %s to open it.\n"), row->word);
}

/* An action beside an answer is said once, as a word, not as a numbered line. */
static void row_words(const struct wizard *w, const struct row *row, size_t number, bool choice,
                      struct text *out)
{
    switch (row->role) {
    case ROW_TEXT:
    case ROW_ERROR:
        text_addf(out, "%s\n", row->text);
        break;
    case ROW_HEADING:
        text_addf(out, "%s%s%s\n", row->text, *row->state ? ": " : "", row->state);
        break;
    case ROW_ITEM:
        if (choice)
            item_words(row, number, out);
        else if (!*row->word)
            text_addf(out, "%s%s%s\n", row->text, *row->state ? ". " : "", row->state);
        else if (*row->item)
            record_words(row, out);
        break;
    case ROW_FIGURE:
        text_addf(out, "%zu ", number);
        page_figure_lines(row, &w->budget, out);
        break;
    case ROW_EDIT:
        answer_words(w, out);
        break;
    case ROW_GAP:
        break;
    }
}

/* The question itself is what is asked with, so it stands last, on the line where the answer is
 * typed. */
static size_t question_row(const struct page *page)
{
    if (is_choice(page) || page->long_text || (page->prompt && *page->prompt))
        return page->count;
    for (size_t i = 0; i < page->count; i++)
        if (page->rows[i].role == ROW_HEADING)
            return i;
    return page->count;
}

static void page_text(const struct wizard *w, struct text *out)
{
    const struct page *page = &w->page;
    bool choice = is_choice(page);
    size_t number = 0, question = question_row(page);
    if (page->title && *page->title)
        text_addf(out, "%s%s", page->title,
                  strchr("?.", page->title[strlen(page->title) - 1]) ? "" : ".");
    if (page->position && *page->position)
        text_addf(out, " %s.", page->position);
    text_add(out, "\n");
    for (size_t i = 0; i < page->count; i++) {
        number += row_focusable(&page->rows[i]) && page->rows[i].role != ROW_EDIT;
        if (i != question)
            row_words(w, &page->rows[i], number, choice, out);
    }
}

/* The week in hand: its name, and a line for each day. */
static void week_words(const struct page *page, struct text *out)
{
    text_addf(out, "\n%s\n", page->title);
    for (size_t i = 0; i < page->count; i++) {
        const struct row *row = &page->rows[i];
        if (row->role == ROW_HEADING && row->day >= 0 && *row->state)
            text_addf(out, "%s: %s\n", row->text, row->state);
    }
}

static bool is_week(const struct wizard *w, size_t place)
{
    const struct form_page *fp = place_page(w, &w->places[place]);
    return fp && fp->kind == PAGE_WEEK;
}

/* Whether the person is at the week, or at something that was opened from it. */
static bool week_in_hand(const struct wizard *w)
{
    for (size_t i = 0; i < w->depth; i++)
        if (is_week(w, i))
            return true;
    return false;
}

/* Whether two lists of days are of the same week: their first lines are its name. */
static bool same_week(const struct text *a, const struct text *b)
{
    size_t n = a->len > 0 ? strcspn(text_str(a) + 1, "\n") + 2 : 0;
    return n > 0 && strncmp(text_str(a), text_str(b), n) == 0;
}

static bool same_place(const struct place *a, const struct place *b)
{
    return a->kind == b->kind && a->section == b->section && a->page == b->page &&
           a->table == b->table && a->field == b->field && a->number == b->number &&
           strcmp(a->item, b->item) == 0;
}

/* Who comes back to the week hears where they are, though no day changed. */
static void print_return(struct linear *l, const struct wizard *w, const char *page)
{
    struct text title = {0};
    if (same_place(&l->at, wizard_at(w)))
        return;
    text_add_n(&title, page, strcspn(page, "\n"));
    fputc('\n', l->out);
    linear_put(l, text_str(&title));
    text_free(&title);
}

/* A week is long to hear: once it has been heard, only the days that are not as they were. */
static void print_days(struct linear *l, const struct text *now, enum hints hints)
{
    struct text line = {0};
    bool any = false;
    for (const char *at = text_str(now) + 1; *at; at += strcspn(at, "\n") + 1) {
        size_t n = strcspn(at, "\n");
        text_clear(&line);
        text_add(&line, "\n");
        text_add_n(&line, at, n + 1);
        if (strstr(text_str(&l->week), text_str(&line)))
            continue;
        line.data[line.len - 1] = '\0';
        linear_put(l, text_str(&line) + 1);
        any = true;
    }
    if (any && hints != HINTS_NEVER)
        linear_put(l, _("Type week to hear every line with its number."));
    text_free(&line);
}

static size_t count_lines(const char *words)
{
    size_t n = 0;
    while ((words = strchr(words, '\n'))) {
        words++;
        n++;
    }
    return n;
}

/* Whether a page is the one that was heard last, with other words in some of its lines: something
 * on it was ticked or changed. */
static bool same_page(const struct linear *l, const struct wizard *w, const struct text *now)
{
    return l->last.len > 0 && same_place(&l->at, wizard_at(w)) &&
           count_lines(text_str(&l->last)) == count_lines(text_str(now));
}

/* Whether the message has just said a line, which begins with its number. */
static bool was_said(const struct wizard *w, const char *line)
{
    const char *said = w->message ? w->message : "";
    size_t n = strlen(said);
    line += strspn(line, "0123456789");
    line += *line == ' ';
    return n > 1 && said[n - 1] == '.' && strlen(line) == n - 1 && strncmp(line, said, n - 1) == 0;
}

static void print_changed_lines(struct linear *l, const struct wizard *w, const char *now)
{
    const char *was = text_str(&l->last);
    struct text line = {0};
    while (*now) {
        size_t n = strcspn(now, "\n"), m = strcspn(was, "\n");
        text_clear(&line);
        text_add_n(&line, now, n);
        if ((n != m || strncmp(now, was, n) != 0) && !was_said(w, text_str(&line)))
            linear_put(l, text_str(&line));
        now += n + (now[n] == '\n');
        was += m + (was[m] == '\n');
    }
    text_free(&line);
}

static void print_whole(struct linear *l, const struct text *page)
{
    fputc('\n', l->out);
    linear_put(l, text_str(page));
}

/* Put words in the place of those there were. Takes now. */
static void keep_words(struct text *kept, struct text *now)
{
    text_free(kept);
    *kept = *now;
    *now = (struct text){0};
}

static void print_page(struct linear *l, const struct wizard *w)
{
    struct text now = {0}, week = {0};
    if (wizard_at(w)->kind == PLACE_HIDDEN) {
        linear_clear(l);
        return;
    }
    page_text(w, &now);
    if (now.len > 0 && now.data[now.len - 1] == '\n')
        now.data[--now.len] = '\0';
    if (is_week(w, w->depth - 1))
        week_words(&w->page, &week);
    if (!week_in_hand(w))
        text_free(&l->week);
    if (strcmp(text_str(&now), text_str(&l->last)) == 0) {
        ;
    } else if (same_week(&week, &l->week)) {
        print_return(l, w, text_str(&now));
        print_days(l, &week, w->settings.hints);
    } else if (same_page(l, w, &now)) {
        print_changed_lines(l, w, text_str(&now));
    } else {
        print_whole(l, &now);
    }
    keep_words(&l->last, &now);
    l->at = *wizard_at(w);
    if (week.len > 0)
        keep_words(&l->week, &week);
    text_free(&week);
    text_free(&now);
}

/* Full hints the first time only; help says them again, itself. */
static void print_hint(struct linear *l, const struct wizard *w)
{
    bool helps = wizard_at(w)->kind == PLACE_HELP || wizard_at(w)->kind == PLACE_KEYS;
    l->hinted = l->hinted || helps;
    if (w->settings.hints == HINTS_NEVER || helps)
        return;
    if (w->settings.hints == HINTS_ALWAYS)
        l->hinted = l->hinted_long = l->hinted_more = l->hinted_question = false;
    const struct page *page = &w->page;
    if (is_choice(page)) {
        if (!l->hinted)
            linear_put(
                l, _("Type a number. These words work everywhere: back, help, list, money, check, "
                     "save, undo, quit."));
        l->hinted = true;
        return;
    }
    if (page->long_text && !l->hinted_long)
        linear_put(
            l, _("Type your answer. End with a full stop on a line of its own. Enter alone goes "
                 "on."));
    l->hinted_long = l->hinted_long || page->long_text;
    bool more = page->long_text && w->edit.text.len > 0;
    if (more && !l->hinted_more)
        linear_put(l, _("What you type takes the place of what it says now. Type add to write "
                        "more below it."));
    l->hinted_more = l->hinted_more || more;
    if (page_row_of_word(page, "picture") && !l->hinted_question) {
        linear_put(l, _("You can also type: previous, unsure, words, picture, private, more, back, "
                        "help."));
        l->hinted_question = true;
    }
}

static const char *prompt_words(const struct page *page)
{
    size_t question = question_row(page);
    return page->prompt && *page->prompt ? page->prompt
           : question < page->count      ? page->rows[question].text
           : is_choice(page)             ? _("Which? ")
                                         : _("Answer: ");
}

/* Where lines are no narrower than what is asked with, it is one line; else the answer is typed
 * behind the last. */
static void print_prompt(struct linear *l, const struct wizard *w)
{
    const char *prompt = prompt_words(&w->page);
    struct text clean = {0};
    struct span *spans = NULL;
    size_t count = 0, last = 0;
    text_clean(&clean, prompt, strlen(prompt), l->charset, true);
    if (l->cols > 0 &&
        text_wrap(text_str(&clean), clean.len, line_width(l), &spans, &count) == ST_OK)
        last = spans[count - 1].at;
    for (size_t i = 0; i + 1 < count; i++)
        fprintf(l->out, "%.*s\n", (int)spans[i].len, text_str(&clean) + spans[i].at);
    bool blank = clean.len > 0 && clean.data[clean.len - 1] == ' ';
    fprintf(l->out, "%s%s", text_str(&clean) + last, blank ? "" : " ");
    fflush(l->out);
    free(spans);
    text_free(&clean);
}

void linear_message(struct linear *l, const struct wizard *w)
{
    if (w->message && *w->message && !linear_put(l, w->message))
        fprintf(l->out, "%s\n", wizard_no_memory());
    if (w->recounted && w->plan && w->form) {
        struct text t = {0};
        sentence_total(w->plan, &w->budget, w->pattern, &t);
        if (strcmp(text_str(&t), text_str(&l->told)) != 0)
            linear_put(l, text_str(&t));
        keep_words(&l->told, &t);
    }
}

/* The word of the page in hand says it whole again: "week" at the week, "list" at the list. */
static void hear_again(struct linear *l, const struct wizard *w, const char *line)
{
    enum command cmd = command_named(line, NULL);
    const struct form_page *fp = place_page(w, wizard_at(w));
    bool again = (fp && ((cmd == CMD_WEEK && fp->kind == PAGE_WEEK) ||
                         (cmd == CMD_CHECK && fp->kind == PAGE_CHECK) ||
                         (cmd == CMD_MONEY && fp->kind == PAGE_MONEY))) ||
                 (cmd == CMD_TASKS && wizard_at(w)->kind == PLACE_TASKS);
    if (!again)
        return;
    text_free(&l->week);
    text_free(&l->last);
}

void linear_again(struct linear *l, const struct wizard *w)
{
    text_free(&l->last);
    print_page(l, w);
    print_prompt(l, w);
}

/* What there is of a long answer is in hand while it goes on: nothing of it is lost. */
static void note_lines(struct linear *l, struct wizard *w, const struct text *answer)
{
    wizard_so_far(w, text_str(answer));
    if (l->noted)
        l->noted(l->who);
}

/* Nothing is asked while an answer goes on: who waits for something to happen learns how to end
 * it. */
static void say_how_it_ends(const struct linear *l, const struct wizard *w)
{
    if (w->settings.hints == HINTS_NEVER)
        return;
    linear_put(l, _("Go on, or end with a full stop on a line of its own."));
    fflush(l->out);
}

/* Whether a line is a command or a word of the page: as a first line it begins no answer. */
static bool is_word(const struct wizard *w, const char *line)
{
    const char *arg = "";
    if (command_named(line, &arg) != CMD_NONE && !*arg)
        return true;
    for (size_t i = 0; i < w->page.count; i++)
        if (w->page.rows[i].role == ROW_ITEM && *w->page.rows[i].word &&
            strcmp(w->page.rows[i].word, line) == 0)
            return true;
    return false;
}

static void say_it_is_part(const struct linear *l, const char *line)
{
    struct text t = {0};
    text_addf(&t, _("\"%s\" is now part of your answer."), line);
    linear_put(l, text_str(&t));
    fflush(l->out);
    text_free(&t);
}

/* Who waits for something to happen, or thinks that it did, learns that the answer goes on. */
static void say_it_goes_on(const struct linear *l, const struct wizard *w, const char *line)
{
    bool word = *line && is_word(w, line);
    if (word)
        say_it_is_part(l, line);
    if (!*line || word)
        say_how_it_ends(l, w);
}

/* Lines that were left empty at the end were to end it. */
static void cut_empty_lines(struct text *answer)
{
    while (answer->len > 0 && answer->data[answer->len - 1] == '\n')
        answer->data[--answer->len] = '\0';
}

/* The lines of a long answer after its first, up to a lone full stop. */
static bool read_more(struct linear *l, struct wizard *w, struct text *answer)
{
    char *line = NULL;
    if (strspn(text_str(answer), "0123456789") == answer->len) /* there is no list to choose from */
        say_it_is_part(l, text_str(answer));
    say_how_it_ends(l, w);
    for (;;) {
        note_lines(l, w, answer);
        line = linear_read(l, w);
        if (!line || strcmp(line, ".") == 0)
            break;
        say_it_goes_on(l, w, line);
        text_addf(answer, "\n%s", line);
        free(line);
    }
    bool ended = line;
    free(line);
    cut_empty_lines(answer);
    return ended;
}

#define CTRL_C '\003'

/* Whether a line begins a long answer, which is in *answer then. "add" goes on from what stands
 * there: who has written much need not write it again. */
static bool begins_answer(const struct wizard *w, const char *line, struct text *answer)
{
    if (!w->page.long_text || !*line || strcmp(line, ".") == 0)
        return false;
    bool more = strcasecmp(line, "add") == 0 && w->edit.text.len > 0;
    if (!more && is_word(w, line))
        return false;
    text_add(answer, more ? text_str(&w->edit.text) : line);
    return true;
}

/* The line in which a passphrase is typed: nothing of it stays on the screen or here. Ctrl-C leads
 * out. */
static void whispered(struct wizard *w, char *line, unsigned *effects)
{
    *effects = wizard_line(w, strchr(line, CTRL_C) ? "back" : line);
    text_wipe_str(line);
}

void linear_whisper(const struct linear *l, bool on)
{
    if (l->whisper)
        l->whisper(l->who, on);
}

enum linear_end linear_turn(struct linear *l, struct wizard *w, unsigned *effects)
{
    *effects = FX_NONE;
    w->mode = MODE_PLAIN;
    print_page(l, w);
    print_hint(l, w);
    bool secret = w->page.secret;
    if (secret) /* before it is asked for: whoever types fast is not shown either */
        linear_whisper(l, true);
    print_prompt(l, w);
    char *line = linear_read(l, w);
    if (secret)
        linear_whisper(l, false);
    if (!line) {
        fputc('\n', l->out);
        return LINEAR_CLOSED;
    }
    if (secret) {
        whispered(w, line, effects);
        return LINEAR_GO_ON;
    }
    bool go_on = true;
    hear_again(l, w, line);
    struct text answer = {0};
    if (begins_answer(w, line, &answer)) {
        go_on = read_more(l, w, &answer);
        *effects = wizard_line(w, text_str(&answer));
    } else {
        *effects = wizard_line(w, strcmp(line, ".") == 0 ? "" : line);
    }
    text_free(&answer);
    free(line);
    return go_on ? LINEAR_GO_ON : LINEAR_CLOSED;
}

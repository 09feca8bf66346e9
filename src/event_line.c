/*
 * Lines of plain mode: a command, the number or the words of a row, or an answer.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "event_parts.h"

static bool all_digits(const char *s)
{
    return *s && strspn(s, "0123456789") == strlen(s);
}

/* "3", and "3." or "3)" as people write it. */
static bool is_number(const char *s)
{
    size_t n = strspn(s, "0123456789");
    return n > 0 && (s[n] == '\0' || (strchr(".)", s[n]) && s[n + 1] == '\0'));
}

/* Whether the words of a row begin with a line: "estimate" begins "an estimate", too. */
static bool row_begins(const char *words, const char *line)
{
    static const char *const articles[] = {"a ", "an ", "the "};
    if (text_begins_alike(words, line, false))
        return true;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_begins_alike(words, articles[i], false))
            return text_begins_alike(words + strlen(articles[i]), line, false);
    return false;
}

/* The row that a line names: its number among those that can be focused (from 1), its word, or the
 * beginning of its words. */
static size_t row_named(const struct wizard *w, const char *line)
{
    size_t n = 0, found = w->page.count, hits = 0;
    size_t want = is_number(line) ? strtoul(line, NULL, 10) : 0;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        if (!row_focusable(row) || row->role == ROW_EDIT)
            continue;
        n++;
        if (want ? want == n : *row->word && strcasecmp(row->word, line) == 0)
            return i;
        if (!want && *line && row_begins(row->text, line)) {
            found = i;
            hits++;
        }
    }
    return hits == 1 ? found : w->page.count;
}

static void say_not_found(struct wizard *w, const char *line)
{
    if (all_digits(line))
        wizard_trouble(w, _("There is no number %s here. Type help to hear the list."), line);
    else
        wizard_trouble(w, _("\"%s\" is not known here. Type a number, or help."), line);
}

/* Enter alone leaves what can't be accepted as it is: there are ways on from it. */
static void say_ways_on(struct wizard *w)
{
    char *why = w->message;
    w->message = NULL;
    wizard_trouble(w, _("%s Type clear to leave it empty, or next to go on."), why ? why : "");
    wizard_unsay(w, why);
}

static void answer_line(struct wizard *w, const char *line)
{
    wizard_here(w)->focus = page_edit_row(&w->page);
    if (*line) {
        textedit_set(&w->edit, line, !w->page.long_text);
        w->edit.changed = true;
    }
    if (!event_commit(w)) {
        if (!*line && page_row_of_word(&w->page, "clear"))
            say_ways_on(w);
        return;
    }
    const struct place_type *type = wizard_type_here(w);
    if (type->next)
        type->next(w);
}

/* The row that a line means. While text is asked only a row's own word or the whole of it will do:
 * "Lea" is a name and not the beginning of "Leave it empty". A number may be the answer itself,
 * where no row has it for its word. */
static size_t row_meant(const struct wizard *w, const char *line, bool edits)
{
    const struct row *said = page_row_of_word(&w->page, line);
    if (edits && all_digits(line))
        return said ? (size_t)(said - w->page.rows) : w->page.count;
    size_t row = row_named(w, line);
    if (edits && row < w->page.count && strcasecmp(w->page.rows[row].word, line) != 0 &&
        strcasecmp(w->page.rows[row].text, line) != 0)
        return w->page.count;
    return row;
}

/* Whether a line is the word of a choice, as "week" is of "a week": that goes before a command,
 * but not on the task list, where every section has a word. */
static bool is_choice_word(const struct wizard *w, size_t row, const char *line)
{
    return row < w->page.count && wizard_at(w)->kind != PLACE_TASKS && *line &&
           strcasecmp(w->page.rows[row].word, line) == 0;
}

/* "n" is no where that is asked, and "y" is yes: the words of the page go before a command's. */
static const char *in_full(const struct wizard *w, const char *line)
{
    static const char *const words[] = {"yes", "no"};
    for (size_t i = 0; i < w->page.count; i++)
        for (size_t n = 0; n < 2; n++)
            if (strlen(line) == 1 && strncasecmp(line, words[n], 1) == 0 &&
                strcmp(w->page.rows[i].word, words[n]) == 0)
                return words[n];
    return line;
}

/* What may stand in a passphrase is no command, but for the few words that lead out of here. false
 * where a line is none of it. */
static bool passphrase_line(struct wizard *w, const char *line)
{
    static const char *const words[] = {"back", "help", "quit", "hide", "plain", "screen"};
    enum place_kind kind = wizard_at(w)->kind;
    if ((kind != PLACE_UNLOCK && kind != PLACE_LOCK) || !*line ||
        page_edit_row(&w->page) == w->page.count)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(line, words[i]) == 0)
            return false;
    size_t row = row_meant(w, line, true);
    if (row < w->page.count) {
        wizard_here(w)->focus = row;
        event_open_row(w);
    } else {
        answer_line(w, line);
    }
    return true;
}

/* "add Sam" on a list: one is added, and these words are its first answer. */
static void add_with_words(struct wizard *w, const char *words)
{
    event_do(w, CMD_ADD, "");
    wizard_rebuild(w);
    size_t row = row_named(w, words);
    if (page_edit_row(&w->page) < w->page.count) {
        answer_line(w, words);
    } else if (row < w->page.count) {
        wizard_here(w)->focus = row;
        event_open_row(w);
    } else {
        say_not_found(w, words);
    }
}

static bool is_page_of(const struct wizard *w, enum page_kind kind)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    return fp && fp->kind == kind;
}

/* A command with its words, which are several numbers or a first answer on some pages. */
static void do_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd == CMD_DELETE && w->page.listed && event_says_several(arg))
        event_delete_several(w, arg);
    else if (cmd == CMD_ADD && *arg && is_page_of(w, PAGE_TABLE))
        add_with_words(w, arg);
    else
        event_do(w, cmd, arg);
}

/* What the page itself makes of a line. */
static bool page_knows(struct wizard *w, const char *line)
{
    const struct place_type *type = wizard_type_here(w);
    return type && type->line && type->line(w, line);
}

/* What is done to the text in hand, or shows it another way. */
static bool stays_on_text(enum command cmd)
{
    return cmd == CMD_UNDO || cmd == CMD_REDO || cmd == CMD_SCREEN || cmd == CMD_READER;
}

static void do_line(struct wizard *w, const char *line)
{
    if (passphrase_line(w, line))
        return;
    const char *arg = "";
    enum command cmd = command_named(line, &arg);
    bool edits = page_edit_row(&w->page) < w->page.count;
    size_t row = row_meant(w, line, edits);
    /* "Move to Leeds" is an answer; "add" alone is said by who thinks of a list. */
    bool own = command_info(cmd)->argument && is_choice_word(w, row, line);
    bool is_command = cmd != CMD_NONE && !(edits && (*arg || own));

    if (wizard_at(w)->kind == PLACE_HIDDEN) {
        if (w->opens)
            event_come_back(w, line);
        else
            event_hidden(w, *line ? cmd : CMD_OPEN);
    } else if (edits && *line == '\\') {
        answer_line(w, line + 1);
    } else if (is_command && (edits || !is_choice_word(w, row, line))) {
        /* In plain lines a command is never part of the text in hand. */
        w->edit.changed = false;
        if (edits && !stays_on_text(cmd))
            wizard_here(w)->focus = w->page.count;
        do_command(w, cmd, arg);
    } else if (row < w->page.count) {
        wizard_here(w)->focus = row;
        event_open_row(w);
    } else if (edits) {
        answer_line(w, line);
    } else if (w->page.several && event_says_several(line)) {
        event_open_several(w, line);
    } else if (!*line) {
        event_do(w, CMD_NEXT, "");
    } else if (!page_knows(w, line)) {
        say_not_found(w, line);
    }
}

void wizard_so_far(struct wizard *w, const char *text)
{
    if (w->page.long_text && textedit_set(&w->edit, text, false) == ST_OK)
        w->edit.changed = true;
}

unsigned wizard_line(struct wizard *w, const char *line)
{
    event_begin(w);
    do_line(w, in_full(w, line));
    if (!place_stands(w, wizard_at(w)))
        wizard_settle(w);
    else
        wizard_rebuild(w);
    return event_finish(w);
}

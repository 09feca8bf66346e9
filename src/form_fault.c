#include "supportplan/form_fault.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Each part's place in a sentence, and the key of the list that counts it. */
static const struct {
    const char *noun;
    const char *key;
} parts[FORM_PARTS] = {
    [IN_GROUP] = {N_("group"), "groups"},       [IN_SECTION] = {N_("section"), "sections"},
    [IN_QUESTION] = {N_("question"), "pages"},  [IN_FIELD] = {N_("field"), "words"},
    [IN_RULE] = {N_("rule"), "rules"},          [IN_ENTRY] = {N_("entry"), "entries"},
    [IN_WORD] = {N_("word"), "words"},          [IN_COLUMN] = {N_("column"), "fields"},
    [IN_EXAMPLE] = {N_("example"), "examples"}, [IN_SOURCE] = {N_("source"), "sources"},
};

/* Add to a string that has room bytes; what does not fit is left out. */
__attribute__((format(printf, 3, 4))) static void append(char *to, size_t room, const char *format,
                                                         ...)
{
    size_t len = strlen(to);
    va_list args;
    va_start(args, format);
    vsnprintf(to + len, room - len, format, args);
    va_end(args);
}

/* Whether a part needs saying: the first group, and its first section, go without. */
static bool needs_saying(const struct form_place *place, size_t part)
{
    bool first_group = place->at[IN_GROUP] <= 1;
    if (!place->at[part])
        return false;
    if (part == IN_GROUP)
        return !first_group || !place->at[IN_SECTION];
    if (part == IN_SECTION)
        return !first_group || place->at[part] > 1 || !place->at[IN_QUESTION];
    return true;
}

/* "words.yaml, after line 6, in question 2, example 1: ", or "" for the form as a whole. */
static void say_place(const struct form_bytes *in, const struct form_place *place, char *out)
{
    out[0] = '\0';
    if (in->file)
        append(out, FORM_PLACE_ROOM, "%s", in->file);
    if (place->line) {
        append(out, FORM_PLACE_ROOM, "%s", out[0] ? ", " : "");
        append(out, FORM_PLACE_ROOM, place->after ? _("after line %zu") : _("line %zu"),
               place->line);
    }
    bool inside = false;
    for (size_t part = 0; part < FORM_PARTS; part++) {
        if (!needs_saying(place, part))
            continue;
        append(out, FORM_PLACE_ROOM, "%s%s%s %u", out[0] ? ", " : "", inside ? "" : _("in "),
               _(parts[part].noun), place->at[part]);
        inside = true;
    }
    if (out[0])
        append(out, FORM_PLACE_ROOM, ": ");
}

enum status form_fault_set(struct fault *fault, enum status st, const struct form_bytes *in,
                           const struct form_place *place, const char *format, ...)
{
    char sentence[sizeof fault->text];
    char where[FORM_PLACE_ROOM];
    va_list args;
    assert(in && place && format);
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    say_place(in, place, where);
    if (!where[0])
        sentence[0] = (char)toupper((unsigned char)sentence[0]);
    return fault_set(fault, st, place->line, "%s%s", where, sentence);
}

/* The number behind a word, as in "(line: 7, column: 5)"; 0 where there is none. */
static size_t number_behind(const char *said, const char *word)
{
    size_t number = 0;
    const char *at = strstr(said, word);
    for (at = at ? at + strlen(word) : ""; isdigit((unsigned char)*at); at++)
        number = number * 10 + (size_t)(*at - '0');
    return number;
}

/* Take in a step: "  in sequence entry '2' (...)", "  in mapping field 'pages' (...)". */
static void add_step(struct form_report *report, const char *said)
{
    size_t line = number_behind(said, "(line: ");
    if (!report->line)
        report->line = line;
    const char *name = strchr(said, '\'');
    if (!name || report->count == FORM_STEPS_MAX)
        return;
    struct form_step *step = &report->steps[report->count++];
    step->line = line;
    step->column = number_behind(said, ", column: ");
    if (strstr(said, "sequence entry"))
        step->entry = (unsigned)number_behind(said, "'");
    else
        snprintf(step->key, sizeof step->key, "%.*s", (int)strcspn(name + 1, "'"), name + 1);
}

static bool begins(const char *said, const char *with)
{
    return strncmp(said, with, strlen(with)) == 0;
}

void form_report_add(struct form_report *report, const char *said)
{
    assert(report && said);
    if (begins(said, "  in "))
        add_step(report, said);
    else if (begins(said, "Ignoring documents"))
        report->cut = true;
    else if (!report->message[0] && !begins(said, "Load: Backtrace"))
        snprintf(report->message, sizeof report->message, "%.*s", (int)strcspn(said, "\n"), said);
}

/* The part that the entries of a list count: "words" counts fields first, and words inside them. */
static size_t part_of_list(const char *key, const struct form_place *place)
{
    if (!strcmp(key, "more"))
        return IN_SOURCE;
    if (!strcmp(key, "words"))
        return place->at[IN_FIELD] ? IN_WORD : IN_FIELD;
    size_t part = 0;
    while (part < FORM_PARTS && strcmp(parts[part].key, key) != 0)
        part++;
    return part;
}

/* Where a report points to: its steps, from the outside in. */
static struct form_place place_of(const struct form_report *report)
{
    struct form_place place = {.line = report->line, .after = true};
    for (size_t i = report->count; i-- > 1;) {
        const struct form_step *list = &report->steps[i];
        size_t part = part_of_list(list->key, &place);
        if (list->key[0] && report->steps[i - 1].entry && part < FORM_PARTS)
            place.at[part] = report->steps[i - 1].entry;
    }
    return place;
}

/* The key that a report is about, or "". */
static const char *key_of(const struct form_report *report)
{
    return report->count ? report->steps[0].key : "";
}

/* What a teller knows. */
struct telling {
    const struct form_report *report;
    const struct form_bytes *in;
    const struct form_known *known;
    struct form_place place;
    const char *rest; /* of the message, behind what the row begins with */
    struct fault *fault;
};

/* The fault stands in a line of its own: what was read well ends before it. */
static void fault_in_line(struct telling *t, size_t line)
{
    if (!line)
        return;
    t->place.after = line > 1;
    t->place.line = line > 1 ? line - 1 : 1;
}

static enum status tell(struct telling *t, const char *sentence)
{
    return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place, "%s", sentence);
}

/*
 * Where the keys begin that stand beside the one in a report: all at the column of
 * their entry, or at the first of the form. Column 0 where that is not known.
 *
 * @step  the step that would be the entry around the keys
 */
static struct form_step beside(const struct form_report *report, size_t step)
{
    if (report->count <= step)
        return (struct form_step){.line = 1, .column = 1};
    if (report->steps[step].entry)
        return report->steps[step];
    return (struct form_step){.line = report->line, .column = 0};
}

static enum status unknown_key(struct telling *t)
{
    const char *meant = form_nearest(t->rest, t->known);
    struct form_step around = beside(t->report, 0);
    size_t line = form_line_of_key(t->in, t->report->line, around.column, t->rest);
    fault_in_line(t, line ? line : form_line_of_key(t->in, t->report->line, 0, t->rest));
    if (meant)
        return form_fault_set(t->fault, ST_UNKNOWN, t->in, &t->place,
                              _("`%s` is not known here; did you mean `%s`?"), t->rest, meant);
    return form_fault_set(t->fault, ST_UNKNOWN, t->in, &t->place, _("`%s` is not known here."),
                          t->rest);
}

static enum status doubled_key(struct telling *t)
{
    struct form_step around = beside(t->report, 1);
    size_t first = form_line_of_key(t->in, around.line, around.column, t->rest);
    if (first)
        fault_in_line(t, form_line_of_key(t->in, first + 1, around.column, t->rest));
    return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                          _("`%s` stands here a second time."), t->rest);
}

static enum status open_quote(struct telling *t)
{
    fault_in_line(t, form_line_of_open_quote(t->in, t->report->line));
    return tell(t, _("a quotation mark is opened and never closed."));
}

static enum status unknown_word(struct telling *t)
{
    const char *meant = form_nearest(t->rest, t->known);
    const char *key = key_of(t->report);
    if (form_line_of_open_quote(t->in, t->report->line) == t->report->line)
        return open_quote(t);
    fault_in_line(t, t->report->line);
    if (meant)
        return form_fault_set(t->fault, ST_UNKNOWN, t->in, &t->place,
                              _("`%s` is not known for `%s`; did you mean `%s`?"), t->rest, key,
                              meant);
    return form_fault_set(t->fault, ST_UNKNOWN, t->in, &t->place,
                          _("`%s` is not known for `%s`; say for example `%s`."), t->rest, key,
                          t->known->count ? t->known->list[0] : "");
}

/* A list or keys, where words were expected. */
static enum status words_expected(struct telling *t)
{
    const char *what = strstr(t->rest, "SEQUENCE") ? _("a list") : _("more keys");
    const char *key = key_of(t->report);
    fault_in_line(t, t->report->line);
    if (!key[0])
        return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                              _("words were expected here, not %s."), what);
    return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place, _("`%s` takes words, not %s."),
                          key, what);
}

static enum status list_expected(struct telling *t)
{
    fault_in_line(t, t->report->line);
    return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                          _("`%s` takes a list: below it, begin each line with a dash."),
                          key_of(t->report));
}

static enum status keys_expected(struct telling *t)
{
    const char *first = t->known->count ? t->known->list[0] : "";
    const char *key = key_of(t->report);
    fault_in_line(t, t->report->line);
    if (!t->report->count)
        return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                              _("this is not a form: it begins with a key such as `%s:`."), first);
    if (!key[0])
        return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                              _("a key such as `%s:` was expected behind the dash."), first);
    return form_fault_set(t->fault, ST_SYNTAX, t->in, &t->place,
                          _("`%s` takes keys below it, such as `%s:`."), key, first);
}

static enum status missing_colon(struct telling *t)
{
    fault_in_line(t, form_line_without_colon(t->in, t->report->line + 1));
    return tell(t, _("a key needs a colon and a blank behind it."));
}

static const char *const moved_in = N_("the next line is moved in too far or not far enough.");

static enum status second_colon(struct telling *t)
{
    size_t line = form_line_of_second_colon(t->in, t->report->line);
    fault_in_line(t, line);
    if (line)
        return tell(t, _("the words hold a colon: put them between quotation marks."));
    return tell(t, _(moved_in));
}

static enum status escape(struct telling *t)
{
    return tell(t, _("between double quotation marks, write `\\\\` for `\\`."));
}

static enum status dash_in_words(struct telling *t)
{
    fault_in_line(t, form_line_of_first(t->in, t->report->line, "-"));
    return tell(t, _("a list begins on the line below its key."));
}

static enum status open_bracket(struct telling *t)
{
    return tell(t, _("a bracket is opened and never closed."));
}

/* The library says the same of three mistakes; the first line that looks like one tells which. */
static enum status out_of_line(struct telling *t)
{
    size_t from = t->report->line;
    const struct {
        size_t line;
        const char *sentence;
    } mistakes[] = {
        {form_line_of_open_quote(t->in, from),
         _("a quotation mark is opened and not closed on its line.")},
        {form_line_of_more_than_quote(t->in, from),
         _("something stands behind a closing quotation mark.")},
        {form_line_out_of_line(t->in, from), _(moved_in)},
    };
    size_t first = 2;
    for (size_t i = 0; i < 2; i++)
        if (mistakes[i].line && (!mistakes[first].line || mistakes[i].line < mistakes[first].line))
            first = i;
    fault_in_line(t, mistakes[first].line);
    return tell(t, mistakes[first].sentence);
}

static enum status tab_before(struct telling *t)
{
    fault_in_line(t, form_line_of_tab(t->in, t->report->line ? t->report->line : 1));
    return tell(t, _("a tab stands before the words; use blanks."));
}

/* Signs that mean something to YAML; a tab before the words may have the same message. */
static enum status odd_beginning(struct telling *t)
{
    size_t line = t->report->line;
    size_t tab = form_line_of_tab(t->in, line);
    if (tab && tab <= line + 1)
        return tab_before(t);
    fault_in_line(t, form_line_of_first(t->in, t->report->line, "@`%&*!"));
    return tell(t, _("the words begin with a sign: put them between quotation marks."));
}

static enum status any_other(struct telling *t)
{
    return tell(t, _("this can't be read; look at its quotation marks, colons and brackets."));
}

/* What the library says (how its message begins), and who says it in our words; first fit. */
static const struct {
    const char *begins;
    enum status (*tell)(struct telling *t);
} tellers[] = {
    {"Load: Unexpected key: ", unknown_key},
    {"Load: Mapping field already seen: ", doubled_key},
    {"Load: Invalid ENUM value: ", unknown_word},
    {"Load: Expecting STRING, got event: ", words_expected},
    {"Load: Expecting ENUM, got event: ", words_expected},
    {"Load: Expecting SEQUENCE, got event: ", list_expected},
    {"Load: Expecting MAPPING, got event: ", keys_expected},
    {"Load: libyaml: found a tab character", tab_before},
    {"Load: libyaml: could not find expected ':'", missing_colon},
    {"Load: libyaml: found unexpected end of stream", open_quote},
    {"Load: libyaml: mapping values are not allowed", second_colon},
    {"Load: libyaml: found unknown escape character", escape},
    {"Load: libyaml: did not find expected hexdecimal", escape},
    {"Load: libyaml: block sequence entries are not", dash_in_words},
    {"Load: libyaml: did not find expected ',' or", open_bracket},
    {"Load: libyaml: did not find expected key", out_of_line},
    {"Load: libyaml: did not find expected '-'", out_of_line},
    {"Load: libyaml: found character that cannot start", odd_beginning},
    {"Load: libyaml: did not find expected alphabetic", odd_beginning},
    {"Load: libyaml: did not find expected comment", odd_beginning},
    {"", any_other},
};

enum status form_fault_tell(const struct form_report *report, const struct form_bytes *in,
                            const struct form_known *known, struct fault *fault)
{
    assert(report && in && known);
    struct telling t = {report, in, known, place_of(report), "", fault};
    /* The library has no message for words that begin with a star: to YAML they are an alias. */
    if (!report->message[0])
        return odd_beginning(&t);
    size_t i = 0; /* the last row fits everything */
    while (!begins(report->message, tellers[i].begins))
        i++;
    t.rest = report->message + strlen(tellers[i].begins);
    return tellers[i].tell(&t);
}

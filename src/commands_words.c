/*
 * Reading the words of the command line.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "commands_parts.h"
#include "supportplan/form_lines.h"
#include "supportplan/store.h"

/* Whether a word belongs to an option; one that may have it takes it only after a "=". */
enum value { VALUE_NONE, VALUE_NEEDED, VALUE_MAY };

#define WHERE(member) offsetof(struct words, member)

/* Each sets a member of the words: a string where a word belongs to it, else a truth. */
static const struct {
    const char *name;
    enum option option;
    enum value value;
    size_t member;
} options[] = {
    {"--csv", OPT_CSV, VALUE_NONE, WHERE(csv)},
    {"--width", OPT_WIDTH, VALUE_NEEDED, WHERE(width)},
    {"--form", OPT_FORM, VALUE_NEEDED, WHERE(form)},
    {"--from", OPT_FROM, VALUE_NEEDED, WHERE(from)},
    {"--plain", OPT_FACE, VALUE_NONE, WHERE(plain)},
    {"--screen-reader", OPT_FACE, VALUE_NONE, WHERE(reader)},
    {"--no-color", OPT_FACE, VALUE_NONE, WHERE(no_color)},
    {"--private", OPT_FACE, VALUE_NONE, WHERE(private)},
    {"--not-private", OPT_FACE, VALUE_NONE, WHERE(not_private)},
    {"--explain", OPT_EXPLAIN, VALUE_MAY, WHERE(explain_key)},
    {"--for", OPT_FOR, VALUE_NEEDED, WHERE(whom)},
};

static void set_option(struct words *w, size_t o, const char *value)
{
    void *member = (char *)w + options[o].member;
    if (options[o].value == VALUE_NONE)
        *(bool *)member = true;
    else
        *(const char **)member = value;
}

/* One option, with its value in the same word ("--width=40") or the next one. seen gets its bit. */
static enum status read_option(int argc, char **argv, int *i, struct words *w, unsigned *seen,
                               struct fault *fault)
{
    const char *arg = argv[*i];
    size_t n = strcspn(arg, "=");
    for (size_t o = 0; o < sizeof options / sizeof *options; o++) {
        if (strlen(options[o].name) != n || strncmp(arg, options[o].name, n) != 0)
            continue;
        *seen |= options[o].option;
        const char *value = arg[n] == '=' ? arg + n + 1 : NULL;
        if (options[o].value == VALUE_NONE && value)
            break;
        if (options[o].value == VALUE_NEEDED && !value) {
            if (*i + 1 >= argc)
                return fault_set(fault, ST_SYNTAX, 0, _("%s needs a word after it."), arg);
            value = argv[++*i];
        }
        set_option(w, o, value);
        w->explain = w->explain || options[o].option == OPT_EXPLAIN;
        return ST_OK;
    }
    return fault_set(fault, ST_SYNTAX, 0, _("%s is not an option."), arg);
}

/* Standard input can be read, but no plan can be kept there. */
static enum status judge_names(const struct words *w, const struct command_row *row,
                               struct fault *fault)
{
    bool keeps = !row || row->run == commands_new;
    for (size_t i = 0; i < w->path_count; i++) {
        if (*w->paths[i] == '\0')
            return fault_set(fault, ST_SYNTAX, 0, "%s", _("The name of the plan is empty."));
        if (keeps && strcmp(w->paths[i], "-") == 0)
            return fault_set(fault, ST_SYNTAX, 0, "%s", _("A plan to write in must be a file."));
    }
    return ST_OK;
}

/* A word that is no file, does not look like one and is nearly a command's is a slip of the hand,
 * not the name of a new plan. */
static enum status judge_slip(const char *word, struct fault *fault)
{
    const char *meant = strpbrk(word, "./") ? NULL : commands_nearest(word);
    if (!meant || store_exists(word))
        return ST_OK;
    return fault_set(fault, ST_UNKNOWN, 0,
                     _("There is no file %s. Did you mean %s? A plan is called %s.csv."), word,
                     meant, word);
}

/* Two options that each say the opposite of the other. */
static enum status judge_pairs(const struct words *w, struct fault *fault)
{
    const struct {
        bool both;
        const char *one, *other;
    } pairs[] = {
        {w->csv && w->explain, "--csv", "--explain"},
        {w->private && w->not_private, "--private", "--not-private"},
        {w->plain && w->reader, "--plain", "--screen-reader"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].both)
            return fault_set(fault, ST_SYNTAX, 0, _("%s does not go with %s."), pairs[i].one,
                             pairs[i].other);
    return ST_OK;
}

static enum status judge(const struct words *w, unsigned seen, struct fault *fault)
{
    const struct command_row *row = commands_row(w->command);
    unsigned takes = row ? row->options : OPT_FACE;
    if (w->help || w->version)
        return ST_OK;
    for (size_t o = 0; o < sizeof options / sizeof *options; o++)
        if (seen & ~takes & options[o].option)
            return fault_set(fault, ST_SYNTAX, 0, _("%s does not go with %s."), options[o].name,
                             w->command ? w->command : "supportplan");
    enum status st = judge_pairs(w, fault);
    if (st)
        return st;
    if (!row && w->path_count > 1)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("One plan at a time can be opened. To compare two: diff OLD NEW."));
    if (row && w->path_count < row->least)
        return fault_set(fault, ST_SYNTAX, 0, _("Name the plan's file: %s"), row->usage);
    if (row && w->path_count > row->most)
        return fault_set(fault, ST_SYNTAX, 0, _("That is one word too many: %s"), row->usage);
    return judge_names(w, row, fault);
}

enum status words_read(int argc, char **argv, struct words *out, struct fault *fault)
{
    struct words w = {0};
    unsigned seen = 0;
    bool only_names = false, slip = false;
    w.paths = calloc((size_t)argc + 1, sizeof *w.paths);
    if (!w.paths)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    enum status st = ST_OK;
    for (int i = 1; i < argc && !st; i++) {
        const char *arg = argv[i];
        if (only_names || arg[0] != '-' || strcmp(arg, "-") == 0) {
            if (!only_names && !w.command && w.path_count == 0 && commands_known(arg))
                w.command = arg;
            else
                w.paths[w.path_count++] = arg;
            slip = slip || (!only_names && !w.command && w.path_count == 1);
        } else if (strcmp(arg, "--") == 0) {
            only_names = true;
        } else if (strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0) {
            w.help = true;
        } else if (strcmp(arg, "--version") == 0) {
            w.version = true;
        } else {
            st = read_option(argc, argv, &i, &w, &seen, fault);
        }
    }
    if (!st && w.command && strcmp(w.command, "help") == 0)
        w.help = true;
    if (!st && slip && !w.help && !w.version)
        st = judge_slip(w.paths[0], fault);
    if (!st)
        st = judge(&w, seen, fault);
    if (st)
        free(w.paths);
    else
        *out = w;
    return st;
}

#include "supportplan/commands.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "commands_parts.h"
#include "supportplan/diff.h"
#include "supportplan/explain.h"
#include "supportplan/form_lines.h"
#include "supportplan/prose.h"
#include "supportplan/sheets.h"
#include "supportplan/shelf.h"

/* The commands: word, what follows it, what it does, which options it takes. */

static enum exit_status run_check(const struct words *, const struct commands_world *);
static enum exit_status run_budget(const struct words *, const struct commands_world *);
static enum exit_status run_text(const struct words *, const struct commands_world *);
static enum exit_status run_timetable(const struct words *, const struct commands_world *);
static enum exit_status run_diff(const struct words *, const struct commands_world *);
static enum exit_status run_forms(const struct words *, const struct commands_world *);

static const struct command_row rows[] = {
    {"new", "supportplan new [--form F] [--from PLAN2] PLAN",
     N_("Make a plan in the file PLAN, empty or with the shape of another plan.\n"
        "A file that is there is never replaced. --form chooses the form (see: forms).\n"
        "--from keeps the sections, the week and the units of PLAN2. Its names, phones,\n"
        "notes, prices and answers become \"?\", which means: not sure yet."),
     OPT_FORM | OPT_FROM, 1, 1, commands_new},
    {"check", "supportplan check [--csv] PLAN...",
     N_("Say what is missing before each plan can be sent.\n"
        "Of several plans, the last lines say which are not ready.\n"
        "The exit status is 0 where all are ready to send.\n"
        "It is 1 where something must be put right.\n"
        "--csv prints the columns file,level,id,section,item,message."),
     OPT_CSV, 1, SIZE_MAX, run_check},
    {"budget", "supportplan budget [--csv | --explain[=KEY]] PLAN",
     N_("Print the running total, every figure with its basis.\n"
        "--csv prints the columns key,value; an unknown value is empty.\n"
        "--explain prints how each of these figures was worked out.\n"
        "--explain=left.week does so for that one.\n"
        "The keys; W is a week, F a fund, S a person employed, N a payment:"),
     OPT_CSV | OPT_EXPLAIN, 1, 1, run_budget},
    {"text", "supportplan text [--width N] [--for WHOM] PLAN",
     N_("Print the plan as a readable page. --width sets the columns, 30 to 200; 66 if none.\n"
        "--for WHOM prints what is for somebody. WHOM is one of these:\n"
        "  shared     all but what is private\n"
        "  timetable  the timetable and costs only\n"
        "  fridge     who comes when, who steps in, who to call\n"
        "  card       a card for the wallet\n"
        "  s2 or Sam  a sheet for one who supports: their hours, how things are done\n"
        "  o1 or Jo   one who gets a copy: as much as the plan says"),
     OPT_WIDTH | OPT_FOR, 1, 1, run_text},
    {"timetable", "supportplan timetable [--csv] PLAN",
     N_("Print the week as a grid, then day by day.\n--csv prints one row a timetable line.\n"
        "The program itself shows the week as a grid or as a list.\n"
        "The key l changes between them. Arrows move, and Enter opens a line.\n"
        "Keys: a add, c copy, d delete, v move, + longer, - shorter.\n"
        "o shows overlaps, g gaps, w another week, = the totals."),
     OPT_CSV, 1, 1, run_timetable},
    {"diff", "supportplan diff [--csv] [--width N] OLD NEW",
     N_("Say what changed from one plan to another: hours, money, needs, then each section.\n"
        "--csv prints the columns section,item,field,before,now.\n"
        "A figure is a row of the section budget; its item is a key of budget --csv."),
     OPT_CSV | OPT_WIDTH, 2, 2, run_diff},
    {"forms", "supportplan forms", N_("List the forms that are installed."), 0, 0, 0, run_forms},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

const struct command_row *commands_row(const char *word)
{
    for (size_t i = 0; word && i < ROW_COUNT; i++)
        if (strcmp(rows[i].word, word) == 0)
            return &rows[i];
    return NULL;
}

bool commands_known(const char *word)
{
    return commands_row(word) || strcmp(word, "help") == 0;
}

const char *commands_nearest(const char *word)
{
    char small[16];
    struct form_known known = {.list = {"help"}, .count = 1};
    if (strlen(word) >= sizeof small)
        return NULL;
    for (size_t i = 0; i <= strlen(word); i++) /* HELP is a slip, too */
        small[i] = (char)tolower((unsigned char)word[i]);
    for (size_t i = 0; i < ROW_COUNT; i++)
        known.list[known.count++] = rows[i].word;
    return form_nearest(small, &known);
}

/* Help */

static void usage(struct text *out)
{
    text_add(out, _("Write your support plan, at your own pace.\n\n"
                    "  supportplan my-plan.csv          open a plan, or begin one\n"
                    "  supportplan --plain my-plan.csv  the same as plain questions\n"
                    "  supportplan --private            on a computer that others use\n\n"));
    text_add(out, "  supportplan [--plain | --screen-reader] [--private] [--no-color] [PLAN]\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        text_addf(out, "  %s\n", rows[i].usage);
    text_add(out, _("  supportplan help COMMAND\n"
                    "  supportplan --help, --version\n\n"
                    "PLAN is a .csv file. For the commands that read, - is standard input.\n"
                    "Nothing is sent anywhere. Your plan is only where you put it.\n"));
}

/* Every key of budget --csv. */
static void add_keys(struct text *out)
{
    for (size_t i = 0; i < explain_kind_count(); i++) {
        struct explain_kind kind = explain_kind_at(i);
        text_addf(out, "  %s\n    %s\n", kind.name, _(kind.what));
    }
}

enum exit_status commands_help(const char *command, enum charset charset)
{
    const struct command_row *row = commands_row(command);
    if (command && !commands_known(command)) {
        struct fault fault;
        fault_set(&fault, ST_UNKNOWN, 0, _("There is no command \"%s\". Try: supportplan --help"),
                  command);
        commands_tell("supportplan", fault.text, charset);
        return EXIT_UNUSABLE;
    }
    struct text out = {0};
    if (row)
        text_addf(&out, "%s\n\n%s\n", row->usage, _(row->help));
    if (row && row->run == run_budget)
        add_keys(&out);
    if (!row)
        usage(&out);
    return commands_print(&out, ST_OK, charset);
}

enum exit_status commands_version(const char *version, enum charset charset)
{
    struct text out = {0};
    text_addf(&out, "supportplan %s\n%s\n", version, _("MIT licence. No warranty."));
    return commands_print(&out, ST_OK, charset);
}

/* What they do */

/* What several plans came to, for who looks through a folder of them. */
struct round {
    size_t ready, read;    /* how many are ready, of how many that could be read */
    struct text not_ready; /* the names of the others, a line each */
};

static void count_plan(struct round *round, const char *path, bool ready)
{
    round->read++;
    round->ready += ready;
    if (!ready)
        text_addf(&round->not_ready, "- %s\n", commands_shown(path));
}

static enum exit_status say_round(const struct round *round, const struct commands_world *world)
{
    struct text out = {0};
    struct prose prose = {.out = &out, .width = REPORT_WIDTH, .charset = world->charset};
    text_add(&out, "\n");
    struct text *words = prose_words(&prose);
    text_addf(words, _("%zu of %zu plans are ready to send."), round->ready, round->read);
    text_add(words, round->not_ready.len ? _(" Not ready yet:") : "");
    prose_line(&prose, 0, 0);
    const enum status st = prose_end(&prose);
    text_add(&out, text_str(&round->not_ready));
    return commands_print(&out, st ? st : text_status(&round->not_ready), world->charset);
}

/* Check one plan, and print what there is to say. */
static enum exit_status check_one(const char *path, bool csv, struct books *books,
                                  struct round *round)
{
    struct reading r;
    struct text out = {0};
    const bool first = round->read == 0; /* a header row stands above it, or nothing */
    if (reading_open(path, books, true, &r) != ST_OK)
        return EXIT_UNUSABLE;
    const bool ready = r.findings.must == 0;
    count_plan(round, path, ready);
    if (!csv && !first)
        text_add(&out, "\n");
    enum status st = csv ? report_check_csv(path, &r.findings, first, &out)
                         : report_check(commands_shown(path), &r.in, &out);
    reading_tell_missing(r.plan, books->world, path);
    reading_free(&r);
    if (commands_print(&out, st, books->world->charset) != EXIT_DONE)
        return EXIT_NOT_SAVED;
    return ready ? EXIT_DONE : EXIT_NOT_READY;
}

/* Where nothing more can be printed, there is no use in going on. */
static enum exit_status run_check(const struct words *w, const struct commands_world *world)
{
    enum exit_status worst = EXIT_DONE;
    struct round round = {0};
    struct books books = {.world = world};
    for (size_t i = 0; i < w->path_count && worst != EXIT_NOT_SAVED; i++) {
        const enum exit_status status = check_one(w->paths[i], w->csv, &books, &round);
        worst = status > worst ? status : worst;
    }
    if (!w->csv && round.read > 1 && worst != EXIT_NOT_SAVED) {
        const enum exit_status status = say_round(&round, world);
        worst = status > worst ? status : worst;
    }
    text_free(&round.not_ready);
    books_close(&books);
    return worst;
}

static enum exit_status no_such_key(const struct words *w, const struct commands_world *world,
                                    struct text *out)
{
    struct fault fault;
    fault_set(&fault, ST_UNKNOWN, 0,
              _("There is no figure \"%s\" in it. Try: supportplan budget --csv"), w->explain_key);
    commands_tell(w->paths[0], fault.text, world->charset);
    text_free(out);
    return EXIT_UNUSABLE;
}

/* What a command does with a plan that was read. */
typedef enum exit_status plan_fn(const struct words *w, const struct commands_world *world,
                                 struct reading *r);

/* Read the one plan of a command; its form and findings only where form says so. */
static enum exit_status with_plan(const struct words *w, const struct commands_world *world,
                                  bool form, plan_fn *command)
{
    struct books books = {.world = world};
    struct reading r;
    enum exit_status status = EXIT_UNUSABLE;
    if (reading_open(w->paths[0], &books, form, &r) == ST_OK) {
        status = command(w, world, &r);
        reading_free(&r);
    }
    books_close(&books);
    return status;
}

static enum exit_status print_budget(const struct words *w, const struct commands_world *world,
                                     struct reading *r)
{
    struct text out = {0};
    enum status st = w->csv       ? report_figures_csv(&r->in, &out)
                     : w->explain ? report_explain(&r->in, w->explain_key, &out)
                                  : report_budget(&r->in, &out);
    return st == ST_UNKNOWN ? no_such_key(w, world, &out)
                            : commands_print(&out, st, world->charset);
}

static enum exit_status run_budget(const struct words *w, const struct commands_world *world)
{
    return with_plan(w, world, !w->csv, print_budget);
}

/* The width that is asked for, or the usual one. False where it can't be had, which is told. */
static bool read_width(const struct words *w, int *width)
{
    int64_t n = REPORT_WIDTH;
    if (w->width &&
        (w->width[strspn(w->width, "0123456789")] != '\0' ||
         number_parse(w->width, REPORT_WIDTH_MAX, &n) != ST_OK || n < REPORT_WIDTH_MIN)) {
        fprintf(stderr, _("supportplan: --width takes a number from %d to %d.\n"), REPORT_WIDTH_MIN,
                REPORT_WIDTH_MAX);
        return false;
    }
    *width = (int)n;
    return true;
}

/* Whose phone numbers the text holds: told apart, so that the text can be sent as it is. */
static void tell_others(const struct words *w, const struct commands_world *world,
                        const struct reading *r, const struct audience *audience)
{
    struct text others = {0};
    if (w->whom && sheet_others_words(r->plan, audience, &others) == ST_OK && others.len > 0)
        commands_tell(w->paths[0], text_str(&others), world->charset);
    text_free(&others);
}

static void add_names(const struct plan *plan, enum field name, struct text *out)
{
    const enum section section = schema_fields[name].section;
    for (size_t i = 0; i < plan_count(plan, section); i++) {
        const char *item = plan_item(plan, section, i);
        if (plan_said(plan, name, item) == KNOWN)
            text_addf(out, "\"%s\", ", plan_str(plan, name, item));
    }
}

/* Nobody knows by heart whom a plan names. */
static enum exit_status tell_nobody(const struct words *w, const struct commands_world *world,
                                    const struct plan *plan)
{
    struct text t = {0};
    text_addf(&t, _("It names nobody called \"%s\". Try one of these: "), w->whom);
    add_names(plan, F_SUPPORTER_NAME, &t);
    add_names(plan, F_COPY_WHO, &t);
    text_add(&t, "shared, timetable, fridge, card.");
    commands_tell(w->paths[0], text_str(&t), world->charset);
    text_free(&t);
    return EXIT_UNUSABLE;
}

static enum exit_status print_text(const struct words *w, const struct commands_world *world,
                                   struct reading *r)
{
    struct text out = {0};
    struct audience audience = {.kind = FOR_WHOLE};
    if (!read_width(w, &r->in.width))
        return EXIT_UNUSABLE;
    if (w->whom && audience_read(r->plan, w->whom, &audience) != ST_OK) {
        return tell_nobody(w, world, r->plan);
    }
    reading_tell_missing(r->plan, world, w->paths[0]);
    tell_others(w, world, r, &audience);
    return commands_print(&out, sheet_text(&r->in, &audience, &out), world->charset);
}

static enum exit_status run_text(const struct words *w, const struct commands_world *world)
{
    return with_plan(w, world, true, print_text);
}

static enum exit_status print_diff(const struct words *w, const struct commands_world *world,
                                   const struct reading *before, const struct reading *now)
{
    struct text out = {0};
    const struct diff_pair pair = {.before = &before->in,
                                   .now = &now->in,
                                   .before_name = commands_shown(w->paths[0]),
                                   .now_name = commands_shown(w->paths[1])};
    return commands_print(&out, w->csv ? diff_csv(&pair, &out) : diff_text(&pair, &out),
                          world->charset);
}

static enum exit_status run_diff(const struct words *w, const struct commands_world *world)
{
    struct books books = {.world = world};
    struct reading before, now;
    enum exit_status status = EXIT_UNUSABLE;
    int width;
    if (!read_width(w, &width))
        return EXIT_UNUSABLE;
    if (reading_open(w->paths[0], &books, !w->csv, &before) == ST_OK) {
        if (reading_open(w->paths[1], &books, !w->csv, &now) == ST_OK) {
            now.in.width = width;
            status = print_diff(w, world, &before, &now);
            reading_free(&now);
        }
        reading_free(&before);
    }
    books_close(&books);
    return status;
}

static enum exit_status print_timetable(const struct words *w, const struct commands_world *world,
                                        struct reading *r)
{
    struct text out = {0};
    enum status st =
        w->csv ? report_timetable_csv(r->plan, &r->budget, &out) : report_timetable(&r->in, &out);
    return commands_print(&out, st, world->charset);
}

static enum exit_status run_timetable(const struct words *w, const struct commands_world *world)
{
    return with_plan(w, world, !w->csv, print_timetable);
}

static enum exit_status run_forms(const struct words *w, const struct commands_world *world)
{
    struct offer *list = NULL;
    size_t count = 0;
    (void)w;
    if (!world->shelf || shelf_forms(world->shelf, &list, &count) != ST_OK) {
        fprintf(stderr, "%s\n",
                _("supportplan: the forms were not found. Install the program first."));
        return EXIT_UNUSABLE;
    }
    struct text out = {0};
    for (size_t i = 0; i < count; i++)
        text_addf(&out, "%-18s %s\n", list[i].name, list[i].title);
    shelf_free(list, count);
    return commands_print(&out, ST_OK, world->charset);
}

enum exit_status commands_run(const struct words *words, const struct commands_world *world)
{
    const struct command_row *row = commands_row(words->command);
    return row->run(words, world);
}

#include "supportplan/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "supportplan/shape.h"
#include "supportplan/shelf.h"
#include "supportplan/store.h"

/* The commands: word, what follows it, what it does, which options it takes. */

enum option { OPT_CSV = 1, OPT_WIDTH = 2, OPT_FORM = 4, OPT_FROM = 8, OPT_FACE = 16 };

struct command_row {
    const char *word, *usage, *help;
    unsigned options;
    size_t least, most; /* how many plans */
    enum exit_status (*run)(const struct words *, const struct commands_world *);
};

static enum exit_status run_new(const struct words *, const struct commands_world *);
static enum exit_status run_check(const struct words *, const struct commands_world *);
static enum exit_status run_budget(const struct words *, const struct commands_world *);
static enum exit_status run_text(const struct words *, const struct commands_world *);
static enum exit_status run_timetable(const struct words *, const struct commands_world *);
static enum exit_status run_forms(const struct words *, const struct commands_world *);

static const struct command_row rows[] = {
    {"new", "supportplan new [--form F] [--from PLAN2] PLAN",
     N_("Make a plan in the file PLAN, empty or with the shape of another plan.\n"
        "A file that is there is never replaced. --form chooses the form (see: forms).\n"
        "--from keeps the sections, the week and the units of PLAN2. Its names, phones,\n"
        "notes, prices and answers become \"?\", which means: not sure yet."),
     OPT_FORM | OPT_FROM, 1, 1, run_new},
    {"check", "supportplan check [--csv] PLAN...",
     N_("Say what is missing before each plan can be sent.\n"
        "The exit status is 0 where all are ready to send, and 1 where something must be\n"
        "put right. --csv prints the columns file,level,id,section,item,message."),
     OPT_CSV, 1, SIZE_MAX, run_check},
    {"budget", "supportplan budget [--csv] PLAN",
     N_("Print the running total, every figure with its basis.\n"
        "--csv prints the columns key,value; an unknown value is empty."),
     OPT_CSV, 1, 1, run_budget},
    {"text", "supportplan text [--width N] PLAN",
     N_("Print the plan as a readable page. --width sets the columns, 30 to 200; 66 if none."),
     OPT_WIDTH, 1, 1, run_text},
    {"timetable", "supportplan timetable [--csv] PLAN",
     N_("Print the week, a list for each day. --csv prints one row a timetable line."), OPT_CSV, 1,
     1, run_timetable},
    {"forms", "supportplan forms", N_("List the forms that are installed."), 0, 0, 0, run_forms},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

static const struct command_row *row_named(const char *word)
{
    for (size_t i = 0; word && i < ROW_COUNT; i++)
        if (strcmp(rows[i].word, word) == 0)
            return &rows[i];
    return NULL;
}

/* Reading the words */

static const struct {
    const char *name;
    enum option option;
    bool value;
} options[] = {
    {"--csv", OPT_CSV, false},  {"--width", OPT_WIDTH, true}, {"--form", OPT_FORM, true},
    {"--from", OPT_FROM, true}, {"--plain", OPT_FACE, false},
};

static void set_option(struct words *w, const char *name, const char *value)
{
    if (strcmp(name, "--csv") == 0)
        w->csv = true;
    else if (strcmp(name, "--width") == 0)
        w->width = value;
    else if (strcmp(name, "--form") == 0)
        w->form = value;
    else if (strcmp(name, "--from") == 0)
        w->from = value;
    else if (strcmp(name, "--plain") == 0)
        w->plain = true;
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
        if (!options[o].value && value)
            break;
        if (options[o].value && !value) {
            if (*i + 1 >= argc)
                return fault_set(fault, ST_SYNTAX, 0, _("%s needs a word after it."), arg);
            value = argv[++*i];
        }
        set_option(w, options[o].name, value);
        return ST_OK;
    }
    return fault_set(fault, ST_SYNTAX, 0, _("%s is not an option."), arg);
}

/* Standard input can be read, but no plan can be kept there. */
static enum status judge_names(const struct words *w, const struct command_row *row,
                               struct fault *fault)
{
    bool keeps = !row || row->run == run_new;
    for (size_t i = 0; i < w->path_count; i++) {
        if (*w->paths[i] == '\0')
            return fault_set(fault, ST_SYNTAX, 0, "%s", _("The name of the plan is empty."));
        if (keeps && strcmp(w->paths[i], "-") == 0)
            return fault_set(fault, ST_SYNTAX, 0, "%s", _("A plan to write in must be a file."));
    }
    return ST_OK;
}

static enum status judge(const struct words *w, unsigned seen, struct fault *fault)
{
    const struct command_row *row = row_named(w->command);
    unsigned takes = row ? row->options : OPT_FACE;
    if (w->help || w->version)
        return ST_OK;
    for (size_t o = 0; o < sizeof options / sizeof *options; o++)
        if (seen & ~takes & options[o].option)
            return fault_set(fault, ST_SYNTAX, 0, _("%s does not go with %s."), options[o].name,
                             w->command ? w->command : "supportplan");
    if (!row && w->path_count > 1)
        return fault_set(fault, ST_SYNTAX, 0, "%s", _("One plan at a time can be opened."));
    if (row && w->path_count < row->least)
        return fault_set(fault, ST_SYNTAX, 0, _("Name the plan's file: %s"), row->usage);
    if (row && w->path_count > row->most)
        return fault_set(fault, ST_SYNTAX, 0, _("That is one word too many: %s"), row->usage);
    return judge_names(w, row, fault);
}

static bool is_command(const char *word)
{
    return row_named(word) || strcmp(word, "help") == 0;
}

enum status words_read(int argc, char **argv, struct words *out, struct fault *fault)
{
    struct words w = {0};
    unsigned seen = 0;
    bool only_names = false;
    w.paths = calloc((size_t)argc + 1, sizeof *w.paths);
    if (!w.paths)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    enum status st = ST_OK;
    for (int i = 1; i < argc && !st; i++) {
        const char *arg = argv[i];
        if (only_names || arg[0] != '-' || strcmp(arg, "-") == 0) {
            if (!only_names && !w.command && w.path_count == 0 && is_command(arg))
                w.command = arg;
            else
                w.paths[w.path_count++] = arg;
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
    if (!st)
        st = judge(&w, seen, fault);
    if (st)
        free(w.paths);
    else
        *out = w;
    return st;
}

/* Telling */

static const char *shown_name(const char *path)
{
    return strcmp(path, "-") == 0 ? _("standard input") : path;
}

void commands_tell(const char *path, const char *sentence, enum charset charset)
{
    struct text t = {0}, clean = {0};
    text_addf(&t, "%s: %s", shown_name(path), sentence);
    text_clean(&clean, text_str(&t), t.len, charset, true);
    fprintf(stderr, "%s\n", text_str(&clean));
    text_free(&t);
    text_free(&clean);
}

static void tell(const struct commands_world *world, const char *path, const char *sentence)
{
    commands_tell(path, sentence, world->charset);
}

/* Help */

enum exit_status commands_help(const char *command, enum charset charset)
{
    const struct command_row *row = row_named(command);
    if (command && !is_command(command)) {
        struct fault fault;
        fault_set(&fault, ST_UNKNOWN, 0, _("There is no command \"%s\". Try: supportplan --help"),
                  command);
        commands_tell("supportplan", fault.text, charset);
        return EXIT_UNUSABLE;
    }
    if (row) {
        printf("%s\n\n%s\n", row->usage, _(row->help));
        return EXIT_DONE;
    }
    printf("%s", _("Write your support plan, at your own pace.\n\n"
                   "  supportplan my-plan.csv          open a plan, or begin one\n"
                   "  supportplan --plain my-plan.csv  the same as plain questions\n\n"));
    printf("  supportplan [--plain] [PLAN]\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        printf("  %s\n", rows[i].usage);
    printf("%s", _("  supportplan help COMMAND\n"
                   "  supportplan --help, --version\n\n"
                   "PLAN is a .csv file. For the commands that read, - is standard input.\n"
                   "Nothing is sent anywhere. Your plan is only where you put it.\n"));
    return EXIT_DONE;
}

/* A plan that was read, with all that is worked out from it */

struct reading {
    struct plan *plan;
    struct form *form;
    struct budget budget;
    struct findings findings;
    struct report_input in;
};

static void reading_free(struct reading *r)
{
    findings_free(&r->findings);
    budget_free(&r->budget);
    plan_free(r->plan);
    form_free(r->form);
    *r = (struct reading){0};
}

static enum status read_file(const char *path, const struct commands_world *world,
                             struct plan **plan)
{
    struct fault fault = {0};
    struct text bytes = {0};
    struct plan_opening opening = {0};
    enum status st = store_read(path, PLAN_BYTES_MAX, &bytes, &fault);
    if (!st)
        st = plan_csv_read(text_str(&bytes), bytes.len, plan, &opening, &fault);
    text_free(&bytes);
    if (st) {
        tell(world, path, *fault.text ? fault.text : status_text(st));
        return st;
    }
    for (size_t i = 0; i < opening.notices.count; i++)
        tell(world, path, opening.notices.list[i]);
    notices_free(&opening.notices);
    return ST_OK;
}

/* The plan's form; the default where it has none or its own is not here. */
static struct form *form_of(const struct plan *plan, const struct commands_world *world,
                            const char *path)
{
    struct form *form = NULL;
    struct fault fault = {0};
    const char *name = plan_get(plan, F_PLAN_FORM, "");
    if (!world->shelf) {
        tell(world, path, _("The forms are not installed. Some checks are left out."));
        return NULL;
    }
    if (name && strchr(name, '/'))
        name = NULL; /* a plan never says which file of this computer is read */
    if (name && shelf_form(world->shelf, name, &form, &fault) == ST_OK)
        return form;
    if (shelf_form(world->shelf, "seven-questions", &form, &fault) != ST_OK) {
        tell(world, path, fault.text);
        return NULL;
    }
    if (name)
        tell(world, path, _("Its form is not on this computer. The seven questions are used."));
    return form;
}

static enum status reading_open(const char *path, const struct commands_world *world, bool form,
                                struct reading *r)
{
    *r = (struct reading){0};
    enum status st = read_file(path, world, &r->plan);
    if (st)
        return st;
    if (form)
        r->form = form_of(r->plan, world, path);
    st = budget_count(r->plan, &r->budget);
    struct check_input check = {r->plan, r->form, &r->budget, world->today};
    if (!st && form)
        st = check_plan(&check, &r->findings);
    if (st) {
        tell(world, path, status_text(st));
        reading_free(r);
        return st;
    }
    r->in = (struct report_input){r->plan,      r->form,      &r->budget,    &r->findings,
                                  world->today, REPORT_WIDTH, world->charset};
    return ST_OK;
}

/* A table keeps every character as it is, but not on a terminal. */
static void clean_for_terminal(struct text *out, enum charset charset)
{
    struct text clean = {0};
    if (!isatty(STDOUT_FILENO))
        return;
    text_clean(&clean, text_str(out), out->len, charset, false);
    text_free(out);
    *out = clean;
}

static enum exit_status print_out(struct text *out, enum status st, enum charset charset)
{
    enum exit_status status = EXIT_DONE;
    if (!st)
        clean_for_terminal(out, charset);
    if (!st)
        st = text_status(out);
    if (st || fwrite(text_str(out), 1, out->len, stdout) != out->len || fflush(stdout) != 0) {
        fprintf(stderr, "supportplan: %s\n", status_text(st ? st : ST_IO));
        status = EXIT_NOT_SAVED;
    }
    text_free(out);
    return status;
}

/* The commands */

static enum exit_status run_check(const struct words *w, const struct commands_world *world)
{
    enum exit_status worst = EXIT_DONE;
    bool headed = false; /* the header row stands above the first plan that can be read */
    for (size_t i = 0; i < w->path_count; i++) {
        struct reading r;
        struct text out = {0};
        enum exit_status status = EXIT_UNUSABLE;
        enum status st = ST_OK;
        if (reading_open(w->paths[i], world, true, &r) == ST_OK) {
            status = r.findings.must > 0 ? EXIT_NOT_READY : EXIT_DONE;
            st = w->csv ? report_check_csv(w->paths[i], &r.findings, !headed, &out)
                        : report_check(shown_name(w->paths[i]), &r.in, &out);
            headed = true;
            reading_free(&r);
        }
        if (print_out(&out, st, world->charset) != EXIT_DONE)
            status = EXIT_NOT_SAVED;
        worst = status > worst ? status : worst;
    }
    return worst;
}

static enum exit_status run_budget(const struct words *w, const struct commands_world *world)
{
    struct reading r;
    struct text out = {0};
    if (reading_open(w->paths[0], world, !w->csv, &r) != ST_OK)
        return EXIT_UNUSABLE;
    enum status st = w->csv ? report_budget_csv(&r.budget, &out) : report_budget(&r.in, &out);
    enum exit_status status = print_out(&out, st, world->charset);
    reading_free(&r);
    return status;
}

static enum exit_status run_text(const struct words *w, const struct commands_world *world)
{
    struct reading r;
    struct text out = {0};
    int64_t width = REPORT_WIDTH;
    if (w->width &&
        (number_parse(w->width, REPORT_WIDTH_MAX, &width) != ST_OK || width < REPORT_WIDTH_MIN)) {
        fprintf(stderr, _("supportplan: --width takes a number from %d to %d.\n"), REPORT_WIDTH_MIN,
                REPORT_WIDTH_MAX);
        return EXIT_UNUSABLE;
    }
    if (reading_open(w->paths[0], world, true, &r) != ST_OK)
        return EXIT_UNUSABLE;
    r.in.width = (int)width;
    enum exit_status status = print_out(&out, report_text(&r.in, &out), world->charset);
    reading_free(&r);
    return status;
}

static enum exit_status run_timetable(const struct words *w, const struct commands_world *world)
{
    struct reading r;
    struct text out = {0};
    if (reading_open(w->paths[0], world, !w->csv, &r) != ST_OK)
        return EXIT_UNUSABLE;
    enum status st =
        w->csv ? report_timetable_csv(r.plan, &r.budget, &out) : report_timetable(&r.in, &out);
    enum exit_status status = print_out(&out, st, world->charset);
    reading_free(&r);
    return status;
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
    for (size_t i = 0; i < count; i++)
        printf("%-18s %s\n", list[i].name, list[i].title);
    shelf_free(list, count);
    return EXIT_DONE;
}

/* A plan with nothing in it but its format, form and day. */
static enum status empty_plan(const char *form, date today, struct plan **out)
{
    struct plan *plan = plan_new();
    char day[16];
    if (!plan)
        return ST_NOMEM;
    enum status st = plan_set(plan, F_PLAN_FORMAT, "", "1", PLAN_LAST, NULL);
    if (!st)
        st = plan_set(plan, F_PLAN_FORM, "", form, PLAN_LAST, NULL);
    if (!st && today != DATE_NONE)
        st = plan_set(plan, F_PLAN_CREATED, "", date_print(today, day), PLAN_LAST, NULL);
    if (st)
        plan_free(plan);
    else
        *out = plan;
    return st;
}

static bool form_is_here(const char *name, const struct commands_world *world)
{
    struct form *form = NULL;
    struct fault fault = {0};
    if (world->shelf && shelf_form(world->shelf, name, &form, &fault) == ST_OK) {
        form_free(form);
        return true;
    }
    struct text told = {0};
    text_addf(&told, _("The form \"%s\" can't be used. %s"), name, fault.text);
    tell(world, "supportplan", text_str(&told));
    text_free(&told);
    return false;
}

static enum exit_status write_new(const char *path, const struct plan *plan,
                                  const struct commands_world *world)
{
    struct text bytes = {0};
    struct fault fault = {0};
    enum status st = plan_csv_write(plan, &bytes);
    if (!st)
        st = store_write(path, text_str(&bytes), bytes.len, STORE_NEW, &fault);
    text_free(&bytes);
    if (!st)
        return EXIT_DONE;
    tell(world, path,
         st == ST_EXISTS ? _("There is a file of that name. It stays as it is.")
         : *fault.text   ? fault.text
                         : status_text(st));
    return EXIT_NOT_SAVED;
}

static enum exit_status run_new(const struct words *w, const struct commands_world *world)
{
    struct plan *from = NULL, *plan = NULL;
    enum status st;
    if (w->form && !form_is_here(w->form, world))
        return EXIT_UNUSABLE;
    if (w->from) {
        if (read_file(w->from, world, &from) != ST_OK)
            return EXIT_UNUSABLE;
        st = shape_of(from, world->today, &plan);
        plan_free(from);
        if (!st && w->form)
            st = plan_set(plan, F_PLAN_FORM, "", w->form, PLAN_LAST, NULL);
    } else {
        st = empty_plan(w->form ? w->form : "seven-questions", world->today, &plan);
    }
    if (st) {
        tell(world, w->paths[0], status_text(st));
        plan_free(plan);
        return EXIT_NOT_SAVED;
    }
    enum exit_status status = write_new(w->paths[0], plan, world);
    plan_free(plan);
    return status;
}

enum exit_status commands_run(const struct words *words, const struct commands_world *world)
{
    const struct command_row *row = row_named(words->command);
    return row->run(words, world);
}

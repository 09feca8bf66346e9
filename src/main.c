/*
 * supportplan: write the support plan that must be agreed before a personal budget
 * is paid.
 *
 * The way through the house, from the door down. A file called ROOM_part.c belongs to ROOM.
 *
 * the door
 *   main         the command line, and what the surroundings say
 *   faces        which face, and going from one to the other
 *   keeper       a process beside it that cleans the terminal where it breaks
 *   remember     what a person likes, from one time to the next
 *   commands     the commands that need no session: check, budget, text, new
 *   errand       what a session asks of the world: open, save, print
 *   whisper      a line that a terminal does not show: a passphrase
 *   editor       an answer in the person's own editor
 *   store shelf  files, safely; the forms and examples that are installed
 * the faces
 *   tui          a canvas on a terminal, and its keys
 *   linear       the same pages as plain lines
 * the picture
 *   paint        a page as a canvas; paint_week the week as a grid; paint_reader lines for speech;
 *                paint_screenful which lines are in sight; paint_keys which keys are named
 * the session
 *   wizard       its life, what it says, how its effects went
 *   place places where the person is; every kind of place there is
 *   event        what comes in: a command, text, a line
 *   action       what undo turns round
 *   command      every command: its word, its keys, its help
 *   page         what a page says, row by row
 *   textedit     text being typed
 *   start keep   the pages before a plan; where it is kept
 *   tasks        the task list; progress says how far it is
 *   steps        from page to page of a section
 *   question     a long answer; own: questions of the person's own
 *   attachment   pictures, and whether they lie beside the plan
 *   field        one field; typed what is typed for it, as people type
 *   listing      a table of the plan; record is one of its records
 *   checklist feedback
 *   timetable    the week; entry understands a line said in words; life prompts for it
 *   sums todo    the money, and what is still to do
 *   employing    what it costs to employ somebody; safely
 *   purse        what is in the account; offers what is left still buys
 *   funds        all the money; paydays when it comes; why how a figure was worked out
 *   views        ways to the pages that look at the plan from one side
 *   met          what meets each need; helpers who helps, paid and unpaid
 *   rehearsal    who comes when somebody can't
 *   whatif       something tried out, compared, kept or thrown away; hiring employ instead
 *   copies       sheets and copies, for whom; paper such a text, to be read
 *   changes      what changed since another version
 *   reasons      why what the check asks about is right; what is ready
 *   ask          the questions for the care manager
 *   odd help     rows that could not be used; every page of help
 *   hints        when the keys of a page are named in full
 *   idle         the screen hides by itself
 *   passphrase   asking for one, and locking a plan with it
 *   left         what of a plan is left on a computer, and taking it along
 *   versions     what could come back of an earlier session; two versions of one plan
 *   ten aloud    short questions one at a time; the plan read a sentence at a time
 *   shape        a plan begun from another
 * the papers
 *   plan_csv     plan <-> bytes, over csv_table
 *   form_file    a form from YAML; form_lines, form_fault and form_sense find its faults;
 *                form_outline leaves out what the task list does not show
 *   rates_file   rates from CSV; holidays_file one-off bank holidays
 *   journal      what was said since the file was written <-> bytes
 *   age          bytes <-> bytes locked with a passphrase
 *   report       the readable page: accounts, diary, grid, records, tables, questions
 *   diff         what changed from one plan to another
 *   sheets       what is for somebody: a sheet, a card, a copy that holds less
 * the words
 *   phrases      a name, a date, a value as people say it
 *   counsel      advice: what a change does and comes to
 *   wages        what it costs to employ somebody, line by line
 *   asking       the questions for the care manager
 *   coverage     which need is met by what; split paid and unpaid; standby who steps in
 *   explain      how each figure of budget --csv was worked out
 *   lived        what was expected, and what happened
 *   reserve      what is in the account, and how much of it is free
 *   sentences    a line of the week, the running total
 *   lines        a timetable line or a cost, and how it was worked out
 *   figures      every sum in columns; almanac what makes a dated year;
 *   arrivals     what comes when
 *   prose        words wrapped onto a page
 * the rules
 *   week pricing budget    time, prices, sums; year a year day by day
 *   working      what a line's sum is made of, term by term
 *   charge       what is charged, never more than the support costs
 *   difference   why that year is not 52 weeks; payments what arrives when
 *   advice       what is left still buys, and what puts a plan right
 *   employer     what it costs to employ somebody; instead of an agency
 *   check        what the checker looks for; verdict what it comes to
 *   cover        who steps in for whom
 * the model
 *   plan schema  the facts, and what each field holds; index finds them; compare two plans
 *   form rates   what is asked; usual rates; holidays bank holidays of each nation;
 *   spending     what money may buy, and who says so
 * the ground
 *   text softwrap ascii notices status canvas money calendar clock days scan mention settings
 */
#define _GNU_SOURCE
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "supportplan/commands.h"
#include "supportplan/editor.h"
#include "supportplan/faces.h"
#include "supportplan/keeper.h"
#include "supportplan/remember.h"
#include "supportplan/shelf.h"
#include "supportplan/tui.h"

#ifndef SUPPORTPLAN_VERSION
#define SUPPORTPLAN_VERSION "0.1.0"
#endif

/* The screen's characters are those of the person's locale; ours are always UTF-8. Of the rest
 * of the locale only the language counts: numbers and dates are not spelt by it. */
static enum charset set_up_locale(void)
{
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    bindtextdomain("supportplan", "/usr/share/locale");
    textdomain("supportplan");
    bind_textdomain_codeset("supportplan", "UTF-8");
    if (*gettext("") == '\0') /* no catalogue of our words: nothing to look for in each sentence */
        setlocale(LC_MESSAGES, "C");
    bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (!utf8 && !setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "C.utf8");
    return utf8 ? CHARSET_UTF8 : CHARSET_ASCII;
}

/* Today, and the time of day; SUPPORTPLAN_TODAY=2026-11-21T14:02 stands in for the clock. */
static date find_today(char clock[8])
{
    const char *said = getenv("SUPPORTPLAN_TODAY");
    date today;
    time_t now = time(NULL);
    struct tm tm;
    if (said) {
        char day[16];
        snprintf(day, sizeof day, "%.10s", said);
        if (date_parse(day, &today) == ST_OK) {
            snprintf(clock, 8, "%s", said[10] == 'T' ? said + 11 : "12:00");
            return today;
        }
    }
    if (!localtime_r(&now, &tm))
        return DATE_NONE;
    return date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

static struct tui_terminal find_terminal(void)
{
    bool there = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    return tui_terminal(there ? getenv("TERM") : NULL);
}

/* Say so where a terminal that is not known here is used like another. */
static void tell_terminal(struct wizard *w, const char *as)
{
    const char *term = getenv("TERM");
    if (term && as && strcmp(term, as) != 0)
        wizard_say(w, _("The terminal %s is not known here. It is used like %s."), term, as);
}

/* A grid of the week takes long on a slow line; one key brings it all the same. */
static void spare_slow_line(struct wizard *w, enum mode mode)
{
    w->week_list = true;
    if (mode == MODE_FULL)
        wizard_say(w, "%s", _("This terminal's line is slow. So your week is shown as a list."));
}

/* The words of the command line go first, then what the surroundings ask for, then what was
 * chosen the last time. */
static enum mode first_mode(const struct words *words, const struct settings *settings)
{
    if (words->plain)
        return MODE_PLAIN;
    if (words->reader)
        return MODE_READER;
    if (getenv("INSIDE_EMACS"))
        return MODE_PLAIN;
    if (remember_asked("ACCESSIBLE"))
        return settings->mode == MODE_READER ? MODE_READER : MODE_PLAIN;
    return settings->mode;
}

/* Whether nothing of the session is to stay behind: what is said here goes before what the
 * surroundings ask for, and that before what was chosen an earlier time. */
static bool is_private(const struct words *words, const struct settings *settings)
{
    return words->private ||
           (!words->not_private && (remember_asked("SUPPORTPLAN_PRIVATE") || settings->shared));
}

/* Whether there is a shell that could go on with the program: a terminal's only program would stop
 * for good. */
static bool has_shell(void)
{
    return getsid(0) != getpid() && getsid(getppid()) == getsid(0) && getppid() != 1;
}

/* In a private session, and where a terminal has no other screen to leave, another process sees to
 * it that nothing stays on the terminal, however this one ends. */
static void be_kept(const struct tui_terminal *terminal, bool private, enum charset charset)
{
    struct text giving = {0};
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !(private || terminal->leaves_traces))
        return;
    tui_giving(terminal->name, &giving);
    if (text_status(&giving) == ST_OK)
        keeper_start(text_str(&giving), charset);
    text_free(&giving);
}

/* Show the session until it ends. An end by a signal is told like the shell tells it. */
static int run_faces(struct errand *e, const struct words *words, struct settings *settings,
                     const struct tui_terminal *terminal, bool shell)
{
    const char *no_color = getenv("NO_COLOR");
    struct faces faces = {.errand = e, .settings = settings, .terminal = *terminal, .shell = shell};
    faces.color = !words->no_color && !(no_color && *no_color);
    enum mode mode = first_mode(words, settings);
    if (terminal->slow)
        spare_slow_line(e->wizard, mode);
    tell_terminal(e->wizard, terminal->name);
    faces_run(&faces, mode);
    if (e->wizard->save_failed)
        return EXIT_NOT_SAVED;
    return faces.ended ? 128 + faces.ended : EXIT_DONE;
}

/* A folder to keep plans in: the one the person is in, if it can be written, else home. */
static void find_folder(char out[PATH_MAX])
{
    const char *home = getenv("HOME");
    if (getcwd(out, PATH_MAX) && access(out, W_OK) == 0)
        return;
    snprintf(out, PATH_MAX, "%s", home && *home ? home : ".");
}

/* Who names a folder of forms means to use those: others are not taken in silence. */
static const char *const no_forms =
    N_("SUPPORTPLAN_FORMS names a folder without forms. Those installed are used.");

static int wizard(const struct words *words, const struct commands_world *cw, const char *clock)
{
    char folder[PATH_MAX];
    struct wizard_world world = {.today = cw->today, .folder = folder};
    struct settings settings;
    /* A screen reader may leave its own end of the terminal open in what it starts. Held by
     * ourselves, that terminal would never hang up, and the plan would stay in memory. */
    close_range(STDERR_FILENO + 1, UINT_MAX, 0);
    if (remember_read(&settings))
        world.settings = &settings;
    world.private = is_private(words, &settings);
    world.own_editor = editor_named();
    bool shell = has_shell(); /* behind us, not behind who keeps us */
    struct tui_terminal terminal = find_terminal();
    be_kept(&terminal, world.private, cw->charset);
    struct errand e = {.shelf = cw->shelf, .charset = cw->charset, .hurried = true};
    struct fault fault = {0};
    int status = EXIT_UNUSABLE;
    snprintf(e.clock, sizeof e.clock, "%s", clock);
    find_folder(folder);
    e.wizard = wizard_new(&world);
    if (e.wizard && words->path_count == 1 && errand_open(&e, words->paths[0], &fault) != ST_OK) {
        commands_tell(words->paths[0], fault.text, cw->charset);
    } else if (e.wizard) {
        errand_run(&e, FX_NONE | e.wizard->effects);
        if (cw->no_own_forms && !e.wizard->message) /* news of the plan goes first */
            wizard_say(e.wizard, "%s", _(no_forms));
        status = run_faces(&e, words, &settings, &terminal, shell);
    }
    settings_free(&settings);
    wizard_free(e.wizard);
    errand_free(&e);
    return status;
}

static int run(const struct words *words, enum charset charset)
{
    struct text shelf = {0};
    char clock[8] = "";
    struct commands_world world = {.charset = charset};
    world.today = find_today(clock);
    if (shelf_find(&shelf, &world.no_own_forms) == ST_OK)
        world.shelf = text_str(&shelf);
    int status;
    if (world.no_own_forms && !world.shelf)
        commands_tell("supportplan", _("SUPPORTPLAN_FORMS names a folder without forms."), charset);
    else if (world.no_own_forms && words->command)
        commands_tell("supportplan", _(no_forms), charset);
    if (words->command) {
        status = (int)commands_run(words, &world);
    } else if (!world.shelf) {
        fprintf(stderr, "%s\n",
                _("supportplan: the forms were not found. Install the program first."));
        status = EXIT_UNUSABLE;
    } else {
        status = wizard(words, &world, clock);
    }
    text_free(&shelf);
    return status;
}

/* What was wrong with the words, and where to find the right ones. */
static void tell_try(const char *sentence, enum charset charset)
{
    struct text t = {0};
    text_addf(&t, "%s %s", sentence, _("Try: supportplan --help"));
    commands_tell("supportplan", text_str(&t), charset);
    text_free(&t);
}

/* What is in memory is somebody's plan: no core file keeps it, and no other program may look, those
 * of the same person included. Who looks for a fault of ours can say that they want to. */
static void keep_memory_private(void)
{
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* a build with sanitizers looks into itself, and must be able to */
    if (!getenv("SUPPORTPLAN_DEBUG"))
        (void)prctl(PR_SET_DUMPABLE, 0);
#endif
}

int main(int argc, char **argv)
{
    struct words words;
    struct fault fault = {0};
    keep_memory_private();
    enum charset charset = set_up_locale();
    umask(077);
    signal(SIGXFSZ, SIG_IGN); /* a limit of size is told like a full disk */
    signal(SIGPIPE, SIG_IGN); /* a printer or pager that goes away is told as such, not by death */
    if (words_read(argc, argv, &words, &fault) != ST_OK) {
        tell_try(fault.text, charset);
        return EXIT_UNUSABLE;
    }
    int status;
    if (words.version) {
        status = (int)commands_version(SUPPORTPLAN_VERSION, charset);
    } else if (words.help) {
        bool named = words.command && strcmp(words.command, "help") != 0;
        status = (int)commands_help(named              ? words.command
                                    : words.path_count ? words.paths[0]
                                                       : NULL,
                                    charset);
    } else {
        status = run(&words, charset);
    }
    free(words.paths);
    return status;
}

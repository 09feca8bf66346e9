#define _GNU_SOURCE
#include "faces_parts.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "supportplan/commands.h"
#include "supportplan/editor.h"
#include "supportplan/linear.h"
#include "supportplan/paint.h"
#include "supportplan/remember.h"
#include "supportplan/tui.h"

#define FX_MODES ((unsigned)(FX_PLAIN | FX_READER | FX_SCREEN))

static unsigned effect_of(enum mode mode)
{
    static const enum effect effects[] = {
        [MODE_FULL] = FX_SCREEN, [MODE_READER] = FX_READER, [MODE_PLAIN] = FX_PLAIN};
    return (unsigned)effects[mode];
}

/* Settings */

static struct tui_options options_of(const struct faces *f)
{
    const struct settings *s = &f->errand->wizard->settings;
    return (struct tui_options){.term = f->terminal.name,
                                .color = f->color,
                                .mouse = s->mouse,
                                .private = f->errand->wizard->private,
                                .looks = s->looks,
                                .charset = f->errand->charset};
}

/* Take over what the person changed, and remember it; but nothing of a private session. */
static void keep_settings(struct faces *f, unsigned left)
{
    struct wizard *w = f->errand->wizard;
    struct fault fault = {0};
    if (!(left & (FX_MODES | FX_SETTINGS)))
        return;
    f->settings->looks = w->settings.looks;
    f->settings->hints = w->settings.hints;
    f->settings->mouse = w->settings.mouse;
    f->settings->shared = w->settings.shared;
    f->settings->idle = w->settings.idle;
    if (left & FX_MODES)
        f->settings->mode = left & FX_PLAIN    ? MODE_PLAIN
                            : left & FX_READER ? MODE_READER
                                               : MODE_FULL;
    w->newcomer = false;
    if (w->private)
        return;
    if (remember_write(f->settings, &fault) != ST_OK && !f->told) {
        wizard_say(w, _("Your choice counts for now. It can't be remembered here. %s"), fault.text);
        f->told = true;
    }
}

/* The person's own editor has the terminal while it runs. */
static unsigned own_editor(struct errand *e, bool screen)
{
    if (screen)
        tui_pause();
    else
        (void)fflush(stdout);
    editor_run(e->wizard);
    if (screen)
        tui_resume();
    unsigned effects = e->wizard->effects;
    return errand_run(e, effects) | (unsigned)FX_REDRAW;
}

/* Nobody would wake it again. */
static void say_no_shell(struct wizard *w)
{
    wizard_say(w, "%s", _("There is no shell here to go to."));
}

/* Plain lines */

/* Carry out what a line asked for, and say what came of it: "Kept" is not said of what could not be
 * saved. told is how often something had been said before the line. */
static unsigned carry_out(struct errand *e, struct linear *l, unsigned effects, unsigned long told)
{
    struct wizard *w = e->wizard;
    bool said = w->said != told, recounted = w->recounted && w->plan && w->form;
    char *first = said ? text_copy(w->message ? w->message : "") : NULL;
    told = w->said;
    w->recounted = false;
    errand_busy(e);
    unsigned left = errand_run(e, effects);
    errand_due(e); /* a line was sent: there is no keystroke to be held up */
    bool more = w->said != told, refused = w->trouble && w->save_failed;
    if (first && *first && more && !refused)
        linear_put(l, first);
    w->recounted = recounted || (more && w->recounted);
    if (said || more || w->recounted)
        linear_message(l, w);
    w->recounted = false; /* the figures have been said */
    free(first);
    return left;
}

/* The effects of a line that lead on. */
static unsigned plain_effects(struct faces *f, struct linear *l, unsigned effects,
                              unsigned long told)
{
    struct errand *e = f->errand;
    struct wizard *w = e->wizard;
    unsigned left = carry_out(e, l, effects, told);
    told = w->said;
    if (left & FX_EDITOR)
        left |= own_editor(e, false);
    if ((left & (FX_READER | FX_SCREEN)) && !f->terminal.name) {
        wizard_say(w, "%s", _("This terminal can only show plain lines."));
        left &= ~(unsigned)(FX_READER | FX_SCREEN);
    }
    if (left & FX_SUSPEND && !(f->shell && isatty(STDIN_FILENO))) {
        say_no_shell(w);
        left &= ~(unsigned)FX_SUSPEND;
    }
    keep_settings(f, left);
    if (w->said != told)
        linear_message(l, w);
    if (left & FX_SUSPEND) {
        (void)fflush(stdout);
        raise(SIGTSTP);
    }
    return left;
}

static unsigned plain_closed(struct errand *e, struct linear *l)
{
    unsigned long told = e->wizard->said;
    errand_rescue(e);
    if (e->wizard->said != told)
        linear_message(l, e->wizard);
    return FX_QUIT;
}

/* A line of a long answer is kept when Enter is pressed. */
static void note_line(void *who)
{
    struct errand *e = ((struct faces *)who)->errand;
    errand_busy(e);
    (void)errand_run(e, FX_NONE);
    (void)errand_due(e);
}

static void set_whisper(void *who, bool on)
{
    struct faces *f = who;
    if (on)
        whisper_begin(&f->whisper, STDIN_FILENO);
    else
        whisper_end(&f->whisper);
}

/* Before the first question of a private session. */
static void tell_of_memory(const struct faces *f, struct linear *l)
{
    if (f->errand->wizard->private && faces_is_terminal())
        wizard_say(f->errand->wizard, "%s",
                   *l->clearing
                       ? _("This session is private. What is said stays in the terminal's memory. "
                           "Type hide to clear it. It is cleared when you leave, too.")
                       : _("This session is private. What is said stays in the terminal's memory, "
                           "and this one can't be cleared. Close its window when you leave."));
}

/* Who leaves hears last where the plan is. */
static void say_where(const struct wizard *w, const struct linear *l)
{
    bool saved = w->plan && w->path && !w->unsaved && !w->save_failed;
    struct text t = {0};
    if (!saved || w->opening.read_only || w->private)
        return;
    text_addf(&t, _("Saved in %s."), w->path);
    linear_put(l, text_str(&t));
    text_free(&t);
}

/* What was said in a private session leaves the terminal with the person. */
static void leave_lines(const struct faces *f, const struct linear *l, unsigned left)
{
    if ((left & FX_QUIT) && f->errand->wizard->private && faces_is_terminal())
        fputs(l->clearing, stdout);
}

/* Ask once, and carry out what was answered; the effects that lead on. */
static unsigned plain_turn(struct faces *f, struct linear *l)
{
    struct errand *e = f->errand;
    unsigned effects;
    unsigned long told = e->wizard->said;
    l->cols = faces_cols(); /* the window may be another size by now */
    enum linear_end end = linear_turn(l, e->wizard, &effects);
    unsigned left = plain_effects(f, l, effects, told);
    return end == LINEAR_CLOSED ? left | plain_closed(e, l) : left;
}

static unsigned plain_face(struct faces *f)
{
    struct errand *e = f->errand;
    struct linear l = {.in = stdin,
                       .out = stdout,
                       .charset = e->charset,
                       .cols = faces_cols(),
                       .whisper = set_whisper,
                       .noted = note_line,
                       .wait = faces_is_terminal() ? faces_wait_line : NULL,
                       .who = f,
                       .clearing = f->terminal.clearing};
    unsigned left = FX_NONE;
    /* What is said is sent with the next question: after what it tells of was kept. */
    static char room[(size_t)1 << 16];
    (void)setvbuf(stdout, room, _IOFBF, sizeof room);
    if (faces_is_terminal())
        (void)setvbuf(stdin, NULL, _IONBF, 0); /* faces_wait_line() looks at the terminal itself */
    errand_settle(e);
    faces_stop_begin(f);
    wizard_mode(e->wizard, MODE_PLAIN);
    tell_of_memory(f, &l);
    linear_message(&l, e->wizard);
    while (!(left & (FX_QUIT | FX_READER | FX_SCREEN)))
        left = plain_turn(f, &l);
    if (left & FX_QUIT) {
        errand_last_save(e);
        say_where(e->wizard, &l);
    }
    leave_lines(f, &l, left);
    (void)fflush(stdout);
    faces_stop_end();
    linear_free(&l);
    return left;
}

/* The screen */

/* What is on a page may depend on how much of it can be seen. */
static void tell_size(struct wizard *w)
{
    int rows, cols;
    tui_size(&rows, &cols);
    if (wizard_size(w, paint_page_rows(rows), cols))
        wizard_rebuild(w);
}

/* false where there is no memory for the picture. */
static bool show(struct errand *e, struct canvas *canvas, bool whole)
{
    int rows, cols;
    tui_size(&rows, &cols);
    if (rows != canvas->rows || cols != canvas->cols) {
        canvas_free(canvas);
        if (canvas_init(canvas, rows, cols) != ST_OK)
            return false;
        tell_size(e->wizard);
    }
    wizard_shown(e->wizard, paint_wizard(e->wizard, e->charset, canvas));
    bool hides = whole && wizard_at(e->wizard)->kind == PLACE_HIDDEN;
    tui_show(canvas, (struct tui_manner){.whole = whole,
                                         .wipe = hides,
                                         .by_lines = e->wizard->mode == MODE_READER,
                                         .typing = wizard_typing(e->wizard)});
    return true;
}

/* A click goes to what is there; a second one opens it. */
static unsigned click(struct errand *e, struct paint_cell cell)
{
    struct wizard *w = e->wizard;
    int rows, cols;
    tui_size(&rows, &cols);
    size_t at = paint_row_at(w, e->charset, rows, cols, cell);
    if (at >= w->page.count || !row_focusable(&w->page.rows[at]))
        return FX_NONE;
    if (at == wizard_at(w)->focus)
        return w->page.rows[at].role == ROW_EDIT ? FX_NONE : wizard_command(w, CMD_OPEN, "");
    wizard_focus(w, at);
    return FX_NONE;
}

/* In a window that no page fits in, p leads to plain questions whatever is being typed. */
static bool is_cramped(void)
{
    int rows, cols;
    tui_size(&rows, &cols);
    return !paint_fits(rows, cols);
}

static unsigned command_effects(struct wizard *w, const struct tui_event *ev)
{
    if (is_cramped() && ev->letter == 'p')
        return FX_PLAIN;
    return ev->letter ? wizard_letter(w, ev->letter, ev->command)
                      : wizard_command(w, ev->command, "");
}

static bool is_done_by_somebody(enum tui_kind kind)
{
    return kind == TUI_COMMAND || kind == TUI_TEXT || kind == TUI_CLICK || kind == TUI_WHEEL;
}

static unsigned screen_event(struct faces *f)
{
    struct errand *e = f->errand;
    struct wizard *w = e->wizard;
    struct tui_event ev = tui_next(wizard_typing(w) && !is_cramped());
    unsigned effects = FX_NONE;
    switch (ev.kind) {
    case TUI_COMMAND:
        effects = command_effects(w, &ev);
        break;
    case TUI_TEXT:
        effects = wizard_type(w, text_str(&ev.text), ev.text.len, ev.paste);
        break;
    case TUI_RESIZE:
        effects = FX_REDRAW;
        break;
    case TUI_CLICK:
        effects = click(e, (struct paint_cell){ev.row, ev.col});
        break;
    case TUI_WHEEL:
        effects = wizard_wheel(w, ev.row);
        break;
    case TUI_STOP: /* the program is told to end: then nothing holds it any more */
        wizard_command(w, CMD_QUIT, ""); /* what is being typed is kept, too */
        errand_rescue(e);
        f->ended = ev.signal;
        break;
    case TUI_WAKE:
        errand_due(e);
        effects = faces_idle_due(f);
        break;
    case TUI_NOTHING:
        break;
    }
    text_free(&ev.text);
    if (is_done_by_somebody(ev.kind)) {
        faces_idle_begin(f);
        errand_busy(e);
    }
    return effects;
}

/* The full screen and the screen-reader lines are two pictures on one terminal, of one size. */
static void set_screen_mode(struct wizard *w, unsigned left)
{
    if (left & (FX_READER | FX_SCREEN))
        wizard_mode(w, left & FX_READER ? MODE_READER : MODE_FULL);
}

static void suspend(struct faces *f)
{
    if (f->shell)
        tui_suspend();
    else
        say_no_shell(f->errand->wizard);
}

/* Carry out what an event asked for; the effects that lead on. */
static unsigned screen_effects(struct faces *f, unsigned effects)
{
    struct errand *e = f->errand;
    unsigned left = errand_run(e, effects);
    if (left & FX_EDITOR)
        left |= own_editor(e, true);
    set_screen_mode(e->wizard, left);
    keep_settings(f, left);
    if (left & FX_SETTINGS) {
        struct tui_options options = options_of(f);
        tui_change(&options);
        wizard_rebuild(e->wizard);
    }
    if (f->ended)
        left |= FX_QUIT;
    if (left & FX_BELL)
        tui_bell();
    if (left & FX_SUSPEND)
        suspend(f);
    return left;
}

static unsigned screen_face(struct faces *f, unsigned left)
{
    struct errand *e = f->errand;
    struct tui_options options = options_of(f);
    struct canvas canvas = {0};
    if (tui_open(&options) != ST_OK)
        return FX_PLAIN;
    atexit(tui_close);
    set_screen_mode(e->wizard, left);
    tui_listen(errand_due_fd(e), faces_idle_fd(f));
    faces_idle_begin(f);
    while (!(left & (FX_QUIT | FX_PLAIN))) {
        if (!show(e, &canvas, left & FX_REDRAW)) {
            left = FX_PLAIN; /* lines need less */
            break;
        }
        left = FX_NONE;
        if (errand_settle(e))
            continue; /* what came late may be on the page, too */
        left = screen_effects(f, screen_event(f));
    }
    if (left & FX_QUIT)
        errand_last_save(e);
    canvas_free(&canvas);
    tui_close();
    if (f->ended && e->wizard->message) /* where what was typed is kept */
        commands_tell("supportplan", e->wizard->message, e->charset);
    return left;
}

void faces_run(struct faces *f, enum mode first)
{
    unsigned left = effect_of(f->terminal.name ? first : MODE_PLAIN);
    do
        left = left & FX_PLAIN ? plain_face(f) : screen_face(f, left & FX_MODES);
    while (!(left & FX_QUIT));
    errand_close(f->errand);
}

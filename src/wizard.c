/*
 * The session itself: places, events, actions, effects. What pages say is in the
 * rooms start, tasks, question and timetable.
 */
#include "supportplan/wizard.h"

#include "supportplan/shape.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Life */

static bool copy_offers(struct offer **out, size_t *count, const struct offer *from, size_t n)
{
    *out = calloc(n ? n : 1, sizeof **out);
    if (!*out)
        return false;
    for (size_t i = 0; i < n; i++) {
        (*out)[i].name = text_copy(from[i].name);
        (*out)[i].title = text_copy(from[i].title);
        (*out)[i].about = text_copy(from[i].about ? from[i].about : "");
    }
    *count = n;
    return true;
}

static void free_offers(struct offer *offers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(offers[i].name);
        free(offers[i].title);
        free(offers[i].about);
    }
    free(offers);
}

struct wizard *wizard_new(const struct wizard_world *world)
{
    struct wizard *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->today = world->today;
    w->edit.want_col = -1;
    w->edit_cols = 66;
    w->page_rows = 20;
    w->folder = text_copy(world->folder ? world->folder : ".");
    if (!w->folder || !copy_offers(&w->forms, &w->form_count, world->forms, world->form_count) ||
        !copy_offers(&w->examples, &w->example_count, world->examples, world->example_count)) {
        wizard_free(w);
        return NULL;
    }
    wizard_go(w, place_of(PLACE_START));
    return w;
}

static void action_free(struct action *a)
{
    free(a->name);
    edits_free(&a->edits);
    *a = (struct action){0};
}

static void actions_free(struct action **list, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        action_free(&(*list)[i]);
    free(*list);
    *list = NULL;
    *count = 0;
}

static void forget_drafts(struct wizard *w)
{
    for (size_t i = 0; i < w->draft_count; i++)
        free(w->drafts[i].text);
    free(w->drafts);
    w->drafts = NULL;
    w->draft_count = 0;
}

static void forget_plan(struct wizard *w)
{
    budget_free(&w->budget);
    findings_free(&w->findings);
    notices_free(&w->notices);
    actions_free(&w->done, &w->done_count);
    actions_free(&w->undone, &w->undone_count);
    action_free(&w->action);
    forget_drafts(w);
    plan_free(w->plan);
    w->plan = NULL;
    w->unsaved = w->save_failed = false;
}

void wizard_free(struct wizard *w)
{
    if (!w)
        return;
    forget_plan(w);
    page_clear(&w->page);
    textedit_free(&w->edit);
    free_offers(w->forms, w->form_count);
    free_offers(w->examples, w->example_count);
    free(w->folder);
    free(w->path);
    free(w->saved_at);
    free(w->message);
    free(w->asked);
    free(w->asked_text);
    free(w);
}

/* Counting */

static void recount(struct wizard *w)
{
    if (!w->plan)
        return;
    struct budget budget;
    if (budget_count(w->plan, &budget) == ST_OK) {
        budget_free(&w->budget);
        w->budget = budget;
    }
    struct check_input in = {w->plan, w->form, &w->budget, w->today};
    struct findings findings;
    if (check_plan(&in, &findings) == ST_OK) {
        findings_free(&w->findings);
        w->findings = findings;
    }
}

/* Places */

struct place place_of(enum place_kind kind)
{
    return (struct place){.kind = kind, .table = SEC_NONE, .field = FIELD_NONE};
}

struct place place_of_page(size_t section, size_t page)
{
    struct place p = place_of(PLACE_PAGE);
    p.section = section;
    p.page = page;
    return p;
}

struct place *wizard_here(struct wizard *w)
{
    return &w->places[w->depth - 1];
}

const struct place *wizard_at(const struct wizard *w)
{
    return &w->places[w->depth - 1];
}

const struct form_page *place_page(const struct wizard *w, const struct place *place)
{
    if (!w->form || place->kind != PLACE_PAGE)
        return NULL;
    const struct form_section *s = form_section_at(w->form, place->section, NULL);
    return s && place->page < s->pages_count ? &s->pages[place->page] : NULL;
}

/* The type of a place: each kind is in exactly one room's table. */
static const struct place_type *type_of(enum place_kind kind)
{
    static const struct place_type *const rooms[] = {start_places, task_places, question_places,
                                                     timetable_places};
    for (size_t i = 0; i < 4; i++)
        if (rooms[i][kind].build)
            return &rooms[i][kind];
    return NULL;
}

/* A page of the form that shows the week is the timetable room's; the others are the question
 * room's. */
static const struct place_type *type_here(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    if (here->kind == PLACE_PAGE) {
        const struct form_page *page = place_page(w, here);
        if (page && page->kind == PAGE_WEEK)
            return &timetable_places[PLACE_PAGE];
        if (page && (page->kind == PAGE_MONEY || page->kind == PAGE_CHECK))
            return &task_places[PLACE_PAGE];
        return &question_places[PLACE_PAGE];
    }
    return type_of(here->kind);
}

static void load_edit(struct wizard *w)
{
    const struct place_type *type = type_here(w);
    const char *draft = wizard_draft(w);
    char *begin = !draft && type && type->text ? type->text(w, wizard_at(w)) : NULL;
    textedit_set(&w->edit, draft ? draft : begin ? begin : "", !w->page.long_text);
    w->edit.changed = draft != NULL;
    free(begin);
}

void wizard_rebuild(struct wizard *w)
{
    page_clear(&w->page);
    const struct place_type *type = type_here(w);
    if (type && type->build)
        type->build(w, wizard_at(w), &w->page);
    struct place *here = wizard_here(w);
    here->focus = page_focusable(&w->page, here->focus);
}

static void arrive(struct wizard *w)
{
    wizard_rebuild(w);
    for (size_t i = 0; wizard_here(w)->focus == page_focusable(&w->page, 0) && i < w->page.count;
         i++)
        if (w->page.rows[i].chosen)
            wizard_here(w)->focus = i;
    if (page_edit_row(&w->page) < w->page.count)
        load_edit(w);
    else
        textedit_free(&w->edit);
}

void wizard_go(struct wizard *w, struct place place)
{
    if (w->depth == PLACES_MAX) {
        memmove(&w->places[1], &w->places[2], (PLACES_MAX - 2) * sizeof *w->places);
        w->depth--;
    }
    w->places[w->depth++] = place;
    arrive(w);
}

void wizard_turn(struct wizard *w, struct place place)
{
    w->places[w->depth - 1] = place;
    arrive(w);
}

void wizard_back(struct wizard *w)
{
    if (w->depth > 1)
        w->depth--;
    arrive(w);
}

void wizard_home(struct wizard *w)
{
    for (size_t i = 0; i < w->depth; i++) {
        if (w->places[i].kind == PLACE_TASKS) {
            w->depth = i + 1;
            arrive(w);
            return;
        }
    }
    w->depth = 0;
    wizard_go(w, place_of(PLACE_TASKS));
}

/* Drafts */

static bool draft_is_here(const struct draft *d, const struct place *p)
{
    return d->kind == p->kind && d->field == p->field && strcmp(d->item, p->item) == 0 &&
           d->section == p->section && d->page == p->page && d->number == p->number;
}

const char *wizard_draft(const struct wizard *w)
{
    for (size_t i = 0; i < w->draft_count; i++)
        if (draft_is_here(&w->drafts[i], wizard_at(w)))
            return w->drafts[i].text;
    return NULL;
}

static void drop_draft(struct wizard *w, size_t i)
{
    free(w->drafts[i].text);
    w->drafts[i] = w->drafts[--w->draft_count];
}

void wizard_keep_draft(struct wizard *w, const char *text)
{
    const struct place *here = wizard_at(w);
    for (size_t i = 0; i < w->draft_count; i++) {
        if (draft_is_here(&w->drafts[i], here)) {
            drop_draft(w, i);
            break;
        }
    }
    if (!text)
        return;
    struct draft *more = realloc(w->drafts, (w->draft_count + 1) * sizeof *more);
    char *copy = text_copy(text);
    if (more)
        w->drafts = more;
    if (!more || !copy) {
        free(copy);
        return;
    }
    struct draft d = {.kind = here->kind,
                      .field = here->field,
                      .section = here->section,
                      .page = here->page,
                      .number = here->number,
                      .text = copy};
    memcpy(d.item, here->item, sizeof d.item);
    w->drafts[w->draft_count++] = d;
}

/* Saying and asking */

static char *say(const char *format, va_list args)
{
    char *s = NULL;
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n >= 0)
        s = malloc((size_t)n + 1);
    if (s)
        vsnprintf(s, (size_t)n + 1, format, args);
    return s;
}

void wizard_say(struct wizard *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    free(w->message);
    w->message = say(format, args);
    w->trouble = false;
    va_end(args);
}

void wizard_trouble(struct wizard *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    free(w->message);
    w->message = say(format, args);
    w->trouble = true;
    w->effects |= FX_BELL;
    va_end(args);
}

void wizard_ask(struct wizard *w, enum effect effect, const char *asked)
{
    w->effects |= effect;
    if (asked) {
        free(w->asked);
        w->asked = text_copy(asked);
    }
}

/* Actions */

void wizard_begin(struct wizard *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    action_free(&w->action);
    w->action.name = say(format, args);
    va_end(args);
}

enum status wizard_set(struct wizard *w, enum field field, const char *item, const char *value)
{
    const char *was = plan_get(w->plan, field, item);
    if (strcmp(was ? was : "", value ? value : "") == 0)
        return ST_OK;
    return plan_set(w->plan, field, item, value, PLAN_LAST, &w->action.edits);
}

static bool push_action(struct action **list, size_t *count, struct action action)
{
    struct action *more = realloc(*list, (*count + 1) * sizeof *more);
    if (!more)
        return false;
    *list = more;
    more[(*count)++] = action;
    return true;
}

static void changed(struct wizard *w)
{
    recount(w);
    w->recounted = true;
    w->unsaved = true;
    if (w->path && !w->opening.read_only)
        w->effects |= FX_SAVE;
}

void wizard_end(struct wizard *w)
{
    if (w->action.edits.count == 0) {
        action_free(&w->action);
        return;
    }
    actions_free(&w->undone, &w->undone_count);
    if (!push_action(&w->done, &w->done_count, w->action))
        action_free(&w->action);
    w->action = (struct action){0};
    changed(w);
}

void wizard_drop(struct wizard *w)
{
    plan_undo(w->plan, &w->action.edits, NULL);
    action_free(&w->action);
}

/* Take the last action of one list, turn it round, and put what turns that round on the other. */
static bool turn_round(struct wizard *w, struct action **from, size_t *from_count,
                       struct action **to, size_t *to_count)
{
    if (!w->plan || *from_count == 0)
        return false;
    struct action a = (*from)[*from_count - 1];
    struct action back = {.name = a.name};
    if (plan_undo(w->plan, &a.edits, &back.edits) != ST_OK)
        return false;
    (*from_count)--;
    edits_free(&a.edits);
    bool kept = push_action(to, to_count, back);
    wizard_say(w, from == &w->done ? _("Undone: %s.") : _("Done again: %s."), a.name ? a.name : "");
    if (!kept)
        action_free(&back);
    changed(w);
    return true;
}

/* A record that undo took away has no page any more. */
static bool place_stands(const struct wizard *w, const struct place *p)
{
    if (p->kind != PLACE_RECORD && p->kind != PLACE_FIELD)
        return true;
    if (!*p->item || p->table == SEC_NONE || schema_sections[p->table].items == ITEMS_NONE)
        return true;
    return plan_place(w->plan, p->table, p->item) != PLAN_LAST || strcmp(p->item, "budget") == 0;
}

static void after_undo(struct wizard *w)
{
    while (w->depth > 1 && !place_stands(w, wizard_at(w)))
        w->depth--;
    arrive(w);
}

static void undo(struct wizard *w)
{
    if (turn_round(w, &w->done, &w->done_count, &w->undone, &w->undone_count))
        after_undo(w);
    else
        wizard_say(w, "%s", _("There is nothing to undo."));
}

static void redo(struct wizard *w)
{
    if (turn_round(w, &w->undone, &w->undone_count, &w->done, &w->done_count))
        after_undo(w);
    else
        wizard_say(w, "%s", _("There is nothing to do again."));
}

/* Typing */

static bool on_edit(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    return here->focus < w->page.count && w->page.rows[here->focus].role == ROW_EDIT;
}

bool wizard_typing(const struct wizard *w)
{
    return on_edit(w);
}

/* Take what is typed into the plan. false where it can't be accepted; it is kept as a draft then.
 */
static bool commit(struct wizard *w)
{
    if (page_edit_row(&w->page) == w->page.count || !w->edit.changed)
        return true;
    const struct place_type *type = type_here(w);
    if (!type || !type->take)
        return true;
    if (!type->take(w, text_str(&w->edit.text))) {
        wizard_keep_draft(w, text_str(&w->edit.text));
        return false;
    }
    wizard_keep_draft(w, type->keeps_draft ? text_str(&w->edit.text) : NULL);
    w->edit.changed = false;
    return true;
}

static unsigned finish(struct wizard *w)
{
    unsigned effects = w->effects;
    w->effects = FX_NONE;
    return effects;
}

static void begin_event(struct wizard *w)
{
    free(w->message);
    w->message = NULL;
    w->trouble = false;
    w->recounted = false;
    w->effects = FX_NONE;
}

/* Keep what is typed without a word: what can't be accepted is a draft. */
static void commit_silently(struct wizard *w)
{
    commit(w);
    free(w->message);
    w->message = NULL;
    w->trouble = false;
}

/* A long answer is kept at the end of each sentence and line, so that a power cut loses no more
 * than the sentence in hand. */
static void keep_sentence(struct wizard *w, const char *s, size_t len)
{
    const char *text = text_str(&w->edit.text);
    size_t at = w->edit.at;
    bool line = len > 0 && memchr(s, '\n', len) != NULL;
    bool sentence = at > 1 && text[at - 1] == ' ' && strchr(".!?", text[at - 2]);
    if (w->page.long_text && w->plan && (line || sentence || len > 20))
        commit_silently(w);
}

unsigned wizard_type(struct wizard *w, const char *s, size_t len, bool paste)
{
    begin_event(w);
    if (on_edit(w) && textedit_insert(&w->edit, s, len, paste) != ST_OK)
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    else if (on_edit(w))
        keep_sentence(w, s, len);
    return finish(w);
}

static bool edit_command(struct wizard *w, enum command cmd)
{
    static const struct {
        enum command cmd;
        enum textedit_op op;
    } ops[] = {
        {CMD_LEFT, TE_LEFT},
        {CMD_RIGHT, TE_RIGHT},
        {CMD_UP, TE_UP},
        {CMD_DOWN, TE_DOWN},
        {CMD_HOME, TE_LINE_START},
        {CMD_END, TE_LINE_END},
        {CMD_WORD_LEFT, TE_WORD_LEFT},
        {CMD_WORD_RIGHT, TE_WORD_RIGHT},
        {CMD_TEXT_START, TE_START},
        {CMD_TEXT_END, TE_FINISH},
        {CMD_BACKSPACE, TE_BACKSPACE},
        {CMD_DELETE_CHAR, TE_DELETE},
        {CMD_DELETE_WORD, TE_DELETE_WORD},
        {CMD_DELETE_TO_END, TE_DELETE_TO_END},
        {CMD_UNDO, TE_UNDO},
        {CMD_REDO, TE_REDO},
    };
    if (cmd == CMD_OPEN && w->page.long_text) {
        bool typed = textedit_insert(&w->edit, "\n", 1, false) == ST_OK;
        keep_sentence(w, "\n", 1);
        return typed;
    }
    if (cmd == CMD_UNDO && !textedit_can_undo(&w->edit))
        return false;
    if (cmd == CMD_REDO && !textedit_can_redo(&w->edit))
        return false;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        if (ops[i].cmd != cmd)
            continue;
        bool moved = textedit_do(&w->edit, ops[i].op, w->edit_cols);
        /* Up and down leave the text at its edges, so that no key is a trap. */
        return moved || (cmd != CMD_DOWN && cmd != CMD_UP);
    }
    return false;
}

/* Moving among the rows */

static void focus_step(struct wizard *w, int step)
{
    struct place *here = wizard_here(w);
    size_t i = here->focus;
    while (step > 0 ? i + 1 < w->page.count : i > 0) {
        i = step > 0 ? i + 1 : i - 1;
        if (row_focusable(&w->page.rows[i])) {
            here->focus = i;
            return;
        }
    }
}

static bool move_command(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_UP || cmd == CMD_BACKTAB) {
        focus_step(w, -1);
    } else if (cmd == CMD_DOWN || cmd == CMD_TAB) {
        focus_step(w, 1);
    } else if (cmd == CMD_HOME || cmd == CMD_TEXT_START) {
        wizard_here(w)->focus = page_focusable(&w->page, 0);
    } else if (cmd == CMD_END || cmd == CMD_TEXT_END) {
        for (size_t i = w->page.count; i-- > 0;) {
            if (row_focusable(&w->page.rows[i])) {
                wizard_here(w)->focus = i;
                break;
            }
        }
    } else if (cmd == CMD_PAGE_UP || cmd == CMD_PAGE_DOWN) {
        for (int i = 0; i < w->page_rows - 2; i++)
            focus_step(w, cmd == CMD_PAGE_UP ? -1 : 1);
    } else {
        return false;
    }
    return true;
}

void wizard_focus(struct wizard *w, size_t row)
{
    if (row < w->page.count && row_focusable(&w->page.rows[row]))
        wizard_here(w)->focus = row;
}

/* Commands that mean the same everywhere */

static void leave(struct wizard *w)
{
    w->leaving = true;
    if (w->plan && !w->path && !w->is_example && w->done_count > 0) {
        if (wizard_at(w)->kind != PLACE_LEAVE)
            wizard_go(w, place_of(PLACE_LEAVE));
        return;
    }
    if (w->unsaved && w->path && !w->opening.read_only)
        wizard_ask(w, FX_SAVE, NULL);
    wizard_ask(w, FX_QUIT, NULL);
}

static void save(struct wizard *w)
{
    if (!w->plan) {
        wizard_say(w, "%s", _("There is no plan yet to save."));
    } else if (w->opening.read_only) {
        wizard_say(w, "%s", _("This plan is open to read only. Nothing is changed."));
    } else if (!w->path) {
        wizard_go(w, place_of(PLACE_KEEP));
    } else {
        wizard_ask(w, FX_SAVE, NULL);
        wizard_say(w, _("Saved in %s."), w->path);
    }
}

/* The first page of that kind in the form. */
static bool go_to_page(struct wizard *w, enum page_kind kind)
{
    if (!w->form || !w->plan)
        return false;
    const struct form_section *s;
    for (size_t i = 0; (s = form_section_at(w->form, i, NULL)); i++) {
        for (unsigned p = 0; p < s->pages_count; p++) {
            if (s->pages[p].kind != kind)
                continue;
            const struct place *here = wizard_at(w);
            if (here->kind != PLACE_PAGE || here->section != i || here->page != p)
                wizard_go(w, place_of_page(i, p));
            return true;
        }
    }
    wizard_say(w, "%s", _("This form has no such page."));
    return true;
}

/* A plan of one's own with the shape of this one: its form is asked for like any new plan's. */
static void begin_from_this(struct wizard *w)
{
    struct plan *plan = NULL;
    if (!w->is_example) {
        wizard_say(w, "%s", _("This is for examples. Your own plan is open already."));
        return;
    }
    if (shape_of(w->plan, w->today, &plan) != ST_OK ||
        plan_set(plan, F_PLAN_FORM, "", NULL, PLAN_LAST, NULL) != ST_OK ||
        plan_set(plan, F_PLAN_CREATED, "", NULL, PLAN_LAST, NULL) != ST_OK) {
        plan_free(plan);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    wizard_opened(w, plan, NULL, NULL, true);
    wizard_say(w, "%s", _("Its names, notes and prices are now \"not sure yet\"."));
}

static bool plan_command(struct wizard *w, enum command cmd)
{
    if (!w->plan)
        return false;
    switch ((int)cmd) {
    case CMD_TASKS:
        wizard_home(w);
        return true;
    case CMD_MONEY:
        return go_to_page(w, PAGE_MONEY);
    case CMD_CHECK:
        return go_to_page(w, PAGE_CHECK);
    case CMD_WEEK:
        return go_to_page(w, PAGE_WEEK);
    case CMD_MENU:
        wizard_go(w, place_of(PLACE_MENU));
        return true;
    case CMD_TEXT:
        if (!w->path && !w->is_example)
            wizard_say(w, "%s", _("Choose where the plan is kept first. The text goes beside it."));
        else
            wizard_ask(w, FX_TEXT, NULL);
        return true;
    case CMD_PRINT:
        wizard_ask(w, FX_PRINT, NULL);
        return true;
    case CMD_ROWS:
        wizard_go(w, place_of(PLACE_ROWS));
        return true;
    case CMD_KEEP:
        wizard_go(w, place_of(PLACE_KEEP));
        return true;
    case CMD_FORM:
        wizard_go(w, place_of(PLACE_FORMS));
        return true;
    case CMD_BEGIN:
        begin_from_this(w);
        return true;
    default:
        return false;
    }
}

static bool global_command(struct wizard *w, enum command cmd)
{
    switch ((int)cmd) {
    case CMD_HELP:
        if (wizard_at(w)->kind != PLACE_HELP)
            wizard_go(w, place_of(PLACE_HELP));
        return true;
    case CMD_KEYS:
        wizard_go(w, place_of(PLACE_KEYS));
        return true;
    case CMD_SAVE:
        save(w);
        return true;
    case CMD_HIDE:
        if (wizard_at(w)->kind != PLACE_HIDDEN)
            wizard_go(w, place_of(PLACE_HIDDEN));
        wizard_ask(w, FX_REDRAW, NULL);
        return true;
    case CMD_UNDO:
        undo(w);
        return true;
    case CMD_REDO:
        redo(w);
        return true;
    case CMD_PLAIN:
        wizard_ask(w, FX_PLAIN, NULL);
        return true;
    case CMD_SCREEN:
        wizard_ask(w, FX_SCREEN, NULL);
        return true;
    case CMD_QUIT:
        leave(w);
        return true;
    case CMD_REDRAW:
        wizard_ask(w, FX_REDRAW, NULL);
        return true;
    case CMD_SUSPEND:
        wizard_ask(w, FX_SUSPEND, NULL);
        return true;
    default:
        return plan_command(w, cmd);
    }
}

static void open_row(struct wizard *w)
{
    const struct place_type *type = type_here(w);
    size_t focus = wizard_at(w)->focus;
    if (focus >= w->page.count)
        return;
    /* A copy: what opens it may go to another page, and this one's rows are gone then. */
    const struct row row = w->page.rows[focus];
    if (row.role == ROW_EDIT) {
        if (type->next)
            type->next(w);
    } else if (type->open && row_focusable(&row)) {
        type->open(w, &row);
    }
}

/* Stepping back keeps what was typed, acceptable or not. */
static void step_back(struct wizard *w)
{
    bool taken = commit(w);
    if (!taken && w->message) {
        char *why = w->message;
        w->message = NULL;
        wizard_say(w, _("%s What you typed is kept as a draft."), why);
        free(why);
    }
    if (w->depth > 1)
        wizard_back(w);
    else if (wizard_at(w)->kind == PLACE_TASKS || wizard_at(w)->kind == PLACE_START)
        leave(w);
}

static bool hidden(struct wizard *w, enum command cmd)
{
    if (wizard_at(w)->kind != PLACE_HIDDEN)
        return false;
    if (cmd == CMD_OPEN || cmd == CMD_HIDE || cmd == CMD_BACK) {
        wizard_back(w);
        wizard_ask(w, FX_REDRAW, NULL);
    }
    return true;
}

static void do_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (hidden(w, cmd))
        return;
    if (on_edit(w) && edit_command(w, cmd))
        return;
    if (cmd == CMD_BACK) {
        step_back(w);
        return;
    }
    if (cmd == CMD_UNSURE || cmd == CMD_CLEAR)
        w->edit.changed = false;
    if (cmd == CMD_HELP || cmd == CMD_HIDE)
        commit_silently(w);
    else if (!commit(w))
        return;
    const struct place_type *type = type_here(w);
    if (type && type->command && type->command(w, cmd, arg))
        return;
    if (move_command(w, cmd))
        return;
    if (cmd == CMD_OPEN)
        open_row(w);
    else if (cmd == CMD_DONE)
        type && type->next ? type->next(w) : wizard_back(w);
    else if (!global_command(w, cmd))
        wizard_say(w, "%s", _("That is not for this page. Help lists what is."));
}

unsigned wizard_command(struct wizard *w, enum command cmd, const char *arg)
{
    begin_event(w);
    do_command(w, cmd, arg ? arg : "");
    if (!on_edit(w) || !w->edit.changed)
        wizard_rebuild(w);
    return finish(w);
}

/* Lines of plain mode */

static bool all_digits(const char *s)
{
    return *s && strspn(s, "0123456789") == strlen(s);
}

/* The row that a line names: its number among those that can be focused (from 1), its word, or the
 * beginning of its words. */
static size_t row_named(const struct wizard *w, const char *line)
{
    size_t n = 0, found = w->page.count, hits = 0;
    size_t want = all_digits(line) ? strtoul(line, NULL, 10) : 0;
    size_t len = strlen(line);
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        if (!row_focusable(row) || row->role == ROW_EDIT)
            continue;
        n++;
        if (want ? want == n : *row->word && strcasecmp(row->word, line) == 0)
            return i;
        if (!want && len > 0 && strncasecmp(row->text, line, len) == 0) {
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

static void answer_line(struct wizard *w, const char *line)
{
    wizard_here(w)->focus = page_edit_row(&w->page);
    if (*line) {
        textedit_set(&w->edit, line, !w->page.long_text);
        w->edit.changed = true;
    }
    if (!commit(w))
        return;
    const struct place_type *type = type_here(w);
    if (type->next)
        type->next(w);
}

/* The row that a line means. While text is asked only a row's own word will do: "Lea" is a name
 * and not the beginning of "Leave it empty". */
static size_t row_meant(const struct wizard *w, const char *line, bool edits)
{
    if (edits && all_digits(line))
        return w->page.count;
    size_t row = row_named(w, line);
    if (edits && row < w->page.count && strcasecmp(w->page.rows[row].word, line) != 0)
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

static void do_line(struct wizard *w, const char *line)
{
    const char *arg = "";
    enum command cmd = command_named(line, &arg);
    bool edits = page_edit_row(&w->page) < w->page.count;
    size_t row = row_meant(w, line, edits);
    bool is_command = cmd != CMD_NONE && !(edits && command_info(cmd)->argument);

    if (wizard_at(w)->kind == PLACE_HIDDEN) {
        hidden(w, *line ? cmd : CMD_OPEN);
    } else if (edits && *line == '\\') {
        answer_line(w, line + 1);
    } else if (is_command && (edits || !is_choice_word(w, row, line))) {
        /* In plain lines a command is never part of the text in hand. */
        w->edit.changed = false;
        if (edits && cmd != CMD_UNDO && cmd != CMD_REDO)
            wizard_here(w)->focus = w->page.count;
        do_command(w, cmd, arg);
    } else if (row < w->page.count) {
        wizard_here(w)->focus = row;
        open_row(w);
    } else if (edits) {
        answer_line(w, line);
    } else if (!*line) {
        do_command(w, CMD_NEXT, "");
    } else {
        say_not_found(w, line);
    }
}

unsigned wizard_line(struct wizard *w, const char *line)
{
    begin_event(w);
    do_line(w, line);
    wizard_rebuild(w);
    return finish(w);
}

/* How effects went */

void wizard_opened(struct wizard *w, struct plan *plan, struct plan_opening *opening,
                   const char *path, bool fresh)
{
    forget_plan(w);
    w->plan = plan;
    w->opening = opening ? *opening : (struct plan_opening){0};
    w->notices = w->opening.notices;
    w->opening.notices = (struct notices){0};
    free(w->path);
    w->path = text_copy(path);
    w->is_example = !path && !fresh;
    w->pattern[0] = '\0';
    recount(w);
    w->depth = 0;
    if (fresh) {
        wizard_go(w, place_of(PLACE_FORMS));
        return;
    }
    wizard_go(w, place_of(PLACE_TASKS));
    if (w->notices.count > 0)
        wizard_go(w, place_of(PLACE_NOTICES));
    const char *form = plan_get(plan, F_PLAN_FORM, "");
    wizard_ask(w, FX_FORM, form ? form : "seven-questions");
}

void wizard_form(struct wizard *w, const struct form *form)
{
    w->form = form;
    recount(w);
    wizard_rebuild(w);
}

void wizard_saved(struct wizard *w, const char *at)
{
    free(w->saved_at);
    w->saved_at = text_copy(at);
    w->unsaved = w->save_failed = false;
    w->opening.keep_original = false;
    wizard_rebuild(w);
}

void wizard_kept(struct wizard *w, const char *path, const char *at)
{
    free(w->path);
    w->path = text_copy(path);
    w->is_example = false;
    wizard_saved(w, at);
    wizard_say(w, _("Your plan is kept in %s."), path);
    if (w->leaving) {
        wizard_ask(w, FX_QUIT, NULL);
        return;
    }
    while (w->depth > 1 &&
           (wizard_at(w)->kind == PLACE_KEEP_AS || wizard_at(w)->kind == PLACE_KEEP))
        wizard_back(w);
}

void wizard_not_saved(struct wizard *w, const char *sentence)
{
    w->save_failed = true;
    w->leaving = false;
    wizard_trouble(w, _("Not saved. %s"), sentence);
}

void wizard_told(struct wizard *w, const char *sentence, bool trouble)
{
    if (trouble)
        wizard_trouble(w, "%s", sentence);
    else
        wizard_say(w, "%s", sentence);
}

void wizard_size(struct wizard *w, int rows, int cols)
{
    w->page_rows = rows < 3 ? 3 : rows;
    w->edit_cols = cols < 2 ? 1 : cols - 1;
}

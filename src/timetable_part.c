/*
 * Adding a line question by question, and changing one part of it.
 */
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "timetable.h"

static const struct {
    const char *name, *question, *example;
} parts[ENTRY_PARTS] = {
    [ENTRY_DAYS] = {N_("Days"), N_("Which days?"),
                    N_("For example: mon-fri, weekends, every other sat, or varies.")},
    [ENTRY_START] = {N_("Start"), N_("When does it start?"),
                     N_("For example: 9, 14:30, noon, or varies.")},
    [ENTRY_END] = {N_("End"), N_("When does it end, or how long is it?"),
                   N_("For example: 12, 17:30, 3 hours, or 10 hours a week.")},
    [ENTRY_WHAT] = {N_("What"), N_("What is it for?"), N_("For example: wash and dress.")},
    [ENTRY_WHO] = {N_("Who"), N_("Who is with you?"),
                   N_("A name, or nobody. For two at once: Sam, 2 people.")},
    [ENTRY_PRICE] = {N_("Price"), N_("What does it cost?"),
                     N_("For example: 13.50 an hour, 20 a visit, or unpaid.")},
};

/* Where the times vary nothing ends, and the question is how much it is. */
static bool is_length(const struct wizard *w, size_t part)
{
    return part == ENTRY_END && w->entry.start < 0;
}

const char *timetable_part_name(const struct wizard *w, size_t part)
{
    return is_length(w, part) ? _("How long") : _(parts[part].name);
}

/* Everybody who could be named. */
static void add_people(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < plan_count(w->plan, SEC_SUPPORTER); i++) {
        text_add(&t, i ? ", " : _("In your plan: "));
        phrase_item(w->plan, w->form, SEC_SUPPORTER, plan_item(w->plan, SEC_SUPPORTER, i), &t);
    }
    if (t.len)
        text_add(&t, ".");
    page_words(page, text_str(&t));
    text_free(&t);
}

static void part_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    page->asks = true;
    page_say(page, &page->title, _("Add a line to my week"));
    if (here->walk)
        text_addf(&t, _("Question %zu of %d"), here->number + 1, (int)ENTRY_PARTS);
    page_say(page, &page->position, text_str(&t));
    text_free(&t);
    page_say(page, &page->hint, _("Enter keep and go on   F1 help   Esc back"));
    bool length = is_length(w, here->number);
    page_add(page, ROW_HEADING,
             length ? _("How long is it in a week?") : _(parts[here->number].question));
    page_words(page, length ? _("For example: 10 hours a week, or 30 minutes 3 times a week.")
                            : _(parts[here->number].example));
    if (here->number == ENTRY_WHO)
        add_people(w, page);
    if (here->number == ENTRY_PRICE)
        page_words(page, _("Leave it empty to use the price of who it is with."));
    page_add(page, ROW_EDIT, timetable_part_name(w, here->number));
}

static char *part_text(const struct wizard *w, const struct place *here)
{
    struct text t = {0};
    entry_part_show(w->plan, (enum entry_part)here->number, &w->entry, &t);
    return text_take(&t);
}

/* Who stops between two questions finds what was said so far in the line that is being added. */
static void keep_so_far(struct wizard *w)
{
    struct text t = {0};
    if (w->depth == PLACES_MAX || !wizard_at(w)->walk)
        return;
    entry_words(w->plan, &w->entry, &t);
    w->places[w->depth++] = place_of(PLACE_ADD_LINE);
    wizard_keep_draft(w, text_str(&t));
    w->depth--;
    text_free(&t);
}

static bool part_take(struct wizard *w, const char *text)
{
    struct fault fault;
    enum entry_part part = (enum entry_part)wizard_at(w)->number;
    if (entry_part_parse(w->plan, part, text, &w->entry, &fault) == ST_OK) {
        keep_so_far(w);
        return true;
    }
    wizard_trouble(w, _("%s: %s"), timetable_part_name(w, part), fault.text);
    return false;
}

static void go_part(struct wizard *w, size_t part, bool walk)
{
    struct place p = place_of(PLACE_PART);
    p.number = part;
    p.walk = walk;
    if (walk && wizard_at(w)->kind == PLACE_ADD_LINE)
        wizard_turn(w, p);
    else
        wizard_go(w, p);
}

/* On to the next question, or to one that must have an answer; then to the whole line. */
static void part_next(struct wizard *w)
{
    struct place p = *wizard_at(w);
    enum entry_part lacks = entry_lacks(&w->entry);
    p.focus = 0;
    if (p.walk && p.number + 1 < ENTRY_PARTS) {
        p.number++;
        wizard_turn(w, p);
        return;
    }
    if (p.walk)
        wizard_turn(w, place_of(PLACE_ADD_LINE));
    else
        wizard_back(w);
    if (lacks < ENTRY_PARTS)
        go_part(w, lacks, false);
    else
        timetable_echo(w);
}

void timetable_go_part(struct wizard *w, size_t part)
{
    go_part(w, part, false);
}

void timetable_ask(struct wizard *w)
{
    size_t count = plan_count(w->plan, SEC_TIME);
    w->entry = (struct entry){.start = -1, .end = -1, .length = -1, .price = -1, .unit = UNIT_HOUR};
    if (count > 0)
        entry_of_line(w->plan, plan_item(w->plan, SEC_TIME, count - 1), &w->entry);
    w->entry.what[0] = '\0';
    w->entry.unpaid = false;
    go_part(w, ENTRY_DAYS, true);
}

const struct place_type part_place = {
    .build = part_build,
    .text = part_text,
    .take = part_take,
    .next = part_next,
    .help = N_("One question about a line of the week. It begins with what the last line says. "
               "Nothing counts before you have kept the whole line."),
};

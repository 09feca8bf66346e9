/*
 * The way through this file: for whom; what is left of the plan for them; the pieces of a sheet;
 * each sheet; whose details it holds.
 */
#include "supportplan/sheets.h"

#include <assert.h>
#include <string.h>

#include "supportplan/accounts.h"
#include "supportplan/diary.h"
#include "supportplan/mention.h"
#include "supportplan/phrases.h"
#include "supportplan/prose.h"
#include "supportplan/records.h"
#include "supportplan/split.h"
#include "supportplan/standby.h"

#define CARD_COLS 40

/* For whom. */

static const char *const kinds[] = {
    [FOR_WHOLE] = "whole", [FOR_SHARED] = "shared", [FOR_TIMETABLE] = "timetable",
    [FOR_PERSON] = NULL,   [FOR_FRIDGE] = "fridge", [FOR_CARD] = "card",
};
#define KIND_COUNT (sizeof kinds / sizeof *kinds)

/* The item of a section that has this name, or is called this; NULL where there is none. */
static const char *item_called(const struct plan *plan, enum section section, enum field name,
                               const char *whom)
{
    for (size_t i = 0; i < plan_count(plan, section); i++) {
        const char *item = plan_item(plan, section, i);
        if (strcmp(item, whom) == 0 || (plan_known(plan, name, item) == KNOWN &&
                                        mention_same(plan_str(plan, name, item), whom)))
            return item;
    }
    return NULL;
}

static enum audience_kind kind_of_copy(const struct plan *plan, const char *copy)
{
    if (plan_is(plan, F_COPY_WHICH, copy, "whole"))
        return FOR_WHOLE;
    return plan_is(plan, F_COPY_WHICH, copy, "timetable") ? FOR_TIMETABLE : FOR_SHARED;
}

enum status audience_read(const struct plan *plan, const char *whom, struct audience *out)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (kinds[i] && strcmp(kinds[i], whom) == 0) {
            *out = (struct audience){.kind = (enum audience_kind)i, .supporter = ""};
            return ST_OK;
        }
    }
    const char *supporter = item_called(plan, SEC_SUPPORTER, F_SUPPORTER_NAME, whom);
    const char *copy = item_called(plan, SEC_COPY, F_COPY_WHO, whom);
    if (supporter)
        *out = (struct audience){.kind = FOR_PERSON, .supporter = supporter};
    else if (copy)
        *out = (struct audience){.kind = kind_of_copy(plan, copy), .supporter = ""};
    return supporter || copy ? ST_OK : ST_UNKNOWN;
}

const char *audience_word(const struct audience *audience)
{
    const char *word = kinds[audience->kind];
    return word ? word : "";
}

/* What is left of the plan. */

static enum status drop(struct plan *plan, enum field field, const char *item)
{
    return plan_set(plan, field, item, NULL, PLAN_LAST, NULL);
}

/* The pictures that answer a question. */
static enum status drop_attachments(struct plan *plan, const char *answer)
{
    enum status st = ST_OK;
    for (size_t i = plan_count(plan, SEC_ATTACHMENT); i-- > 0 && !st;) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        if (plan_is(plan, F_ATTACHMENT_ANSWER, item, answer))
            st = plan_remove(plan, SEC_ATTACHMENT, item, NULL);
    }
    return st;
}

/* A private answer, all but the word that it is private. */
static enum status drop_answer(struct plan *plan, const char *answer)
{
    static const enum field told[] = {F_ANSWER_TEXT, F_ANSWER_STATE, F_ANSWER_VOICE, F_ANSWER_TITLE,
                                      F_ANSWER_AGREED};
    enum status st = drop_attachments(plan, answer);
    for (size_t i = 0; i < sizeof told / sizeof *told && !st; i++)
        st = drop(plan, told[i], answer);
    return st;
}

static enum status drop_private(struct plan *plan)
{
    enum status st = ST_OK;
    for (size_t i = 0; i < plan_count(plan, SEC_ANSWER) && !st; i++) {
        const char *answer = plan_item(plan, SEC_ANSWER, i);
        if (plan_is(plan, F_ANSWER_PRIVATE, answer, "yes"))
            st = drop_answer(plan, answer);
    }
    return st;
}

/* A field of every item of its section. */
static enum status drop_everywhere(struct plan *plan, enum field field)
{
    const enum section section = schema_fields[field].section;
    enum status st = ST_OK;
    for (size_t i = plan_count(plan, section); i-- > 0 && !st;) /* an item may go with it */
        st = drop(plan, field, plan_item(plan, section, i));
    return st;
}

/* What stands beside a time or a cost, and is neither. */
static enum status drop_notes(struct plan *plan)
{
    static const enum field beside[] = {F_TIME_NOTE,  F_TIME_PLACE, F_TIME_WANTED, F_TIME_GOALS,
                                        F_TIME_NEEDS, F_COST_NOTE,  F_COST_GOALS,  F_COST_NEEDS};
    enum status st = ST_OK;
    for (size_t i = 0; i < sizeof beside / sizeof *beside && !st; i++)
        st = drop_everywhere(plan, beside[i]);
    return st;
}

/* What somebody may see: a copy of the plan, to be freed with plan_free(). NULL where there is no
 * memory. */
static struct plan *plan_for(const struct plan *whole, const struct audience *audience)
{
    struct plan *plan = plan_copy(whole);
    enum status st = plan ? ST_OK : ST_NOMEM;
    if (!st)
        st = drop_private(plan);
    if (!st && audience->kind == FOR_TIMETABLE)
        st = drop_notes(plan);
    if (st) {
        plan_free(plan);
        return NULL;
    }
    return plan;
}

/* The pieces of a sheet. */

/* Somebody's words under a heading; nothing where there are none. */
static void say_value(struct prose *prose, const struct report_input *in, const char *heading,
                      enum field field, const char *item)
{
    if (plan_known(in->plan, field, item) != KNOWN)
        return;
    prose_title(prose, heading);
    phrase_value(in->plan, in->form, field, item, prose_words(prose));
    prose_line(prose, RECORD_INDENT, 0);
}

static void say_answer(struct prose *prose, const struct report_input *in, const char *answer)
{
    struct text question = {0};
    phrase_item(in->plan, in->form, SEC_ANSWER, answer, &question);
    say_value(prose, in, text_str(&question), F_ANSWER_TEXT, answer);
    prose->failed = prose->failed || text_status(&question) != ST_OK;
    text_free(&question);
}

static void say_communication(struct prose *prose, const struct report_input *in)
{
    say_value(prose, in, phrase_label(in->form, F_ABOUT_COMMUNICATION), F_ABOUT_COMMUNICATION, "");
}

static void say_contacts(struct prose *prose, const struct report_input *in)
{
    prose_title(prose, _("Who to call"));
    if (plan_count(in->plan, SEC_CONTACT) == 0)
        prose_say(prose, RECORD_INDENT, _("Nobody is named yet."));
    records_say(prose, in, SEC_CONTACT);
}

/* "10 h paid a week: Monday to Friday 2 h.", where they are in a kind of week. */
static void say_hours_in(struct prose *prose, const struct report_input *in, const char *supporter,
                         const char *pattern)
{
    struct split split;
    if (split_make(in->plan, in->budget, pattern, &split) != ST_OK) {
        prose->failed = true;
        return;
    }
    for (size_t i = 0; i < split.count; i++) {
        struct text *words = prose_words(prose);
        if (strcmp(split.people[i].supporter, supporter) != 0)
            continue;
        if (in->budget->pattern_count > 1) {
            phrase_item(in->plan, in->form, SEC_WEEK, pattern, words);
            text_add(words, ". ");
        }
        split_person_words(&split.people[i], words);
        prose_line(prose, 0, 0);
    }
    split_free(&split);
}

static void say_hours(struct prose *prose, const struct report_input *in, const char *supporter)
{
    for (size_t i = 0; i < in->budget->pattern_count; i++)
        say_hours_in(prose, in, supporter, in->budget->patterns[i].item);
}

static void say_standbys(struct prose *prose, const struct report_input *in)
{
    struct standbys all;
    struct notices said = {0};
    enum status st = standbys_make(in->plan, in->budget, &all);
    if (st) {
        prose->failed = true;
        return;
    }
    for (size_t i = 0; i < all.count && !st; i++)
        st = standby_say(in->plan, in->form, &all.list[i], &said);
    if (said.count > 0)
        prose_title(prose, _("If somebody can't come"));
    for (size_t i = 0; i < said.count; i++) {
        text_add(prose_words(prose), said.list[i]);
        prose_item(prose, 0);
    }
    prose->failed = prose->failed || st;
    notices_free(&said);
    standbys_free(&all);
}

/* Whose sheet it is, and of which day; no more than who reads it needs. */
static void say_whose(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);
    phrase_value(in->plan, in->form, F_ABOUT_NAME, "", words);
    if (words->len > 0)
        prose_line(prose, 0, 0);
    if (in->today == DATE_NONE)
        return;
    words = prose_words(prose);
    text_add(words, _("Made on "));
    date_words(words, in->today, false);
    text_add(words, ".");
    prose_line(prose, 0, 0);
}

/* The sheets. */

static void say_person(struct prose *prose, const struct report_input *in, const char *supporter)
{
    struct text *words = prose_words(prose);
    struct text name = {0};
    phrase_item(in->plan, in->form, SEC_SUPPORTER, supporter, &name);
    text_addf(words, _("For %s"), text_str(&name));
    prose->failed = prose->failed || text_status(&name) != ST_OK;
    text_free(&name);
    prose_line(prose, 0, 0);
    say_whose(prose, in);
    prose_title(prose, _("When you come"));
    say_hours(prose, in, supporter);
    diary_say_times(prose, in, supporter);
    say_answer(prose, in, "support-how");
    say_communication(prose, in);
    say_contacts(prose, in);
}

static void say_fridge(struct prose *prose, const struct report_input *in)
{
    say_whose(prose, in);
    prose_title(prose, _("Who comes, and when"));
    diary_say_times(prose, in, NULL);
    say_standbys(prose, in);
    say_answer(prose, in, "unwell");
    say_contacts(prose, in);
}

static void say_card(struct prose *prose, const struct report_input *in)
{
    phrase_value(in->plan, in->form, F_ABOUT_NAME, "", prose_words(prose));
    prose_line(prose, 0, 0);
    prose_say(prose, 0, _("I have a support plan."));
    say_communication(prose, in);
    say_contacts(prose, in);
}

static void say_timetable(struct prose *prose, const struct report_input *in)
{
    record_say_title(prose, in);
    prose_title(prose, _("The timetable"));
    diary_say(prose, in, false);
    prose_title(prose, _("The costs"));
    accounts_say(prose, in, false);
}

static enum status say_sheet(const struct report_input *in, const struct audience *audience,
                             struct text *out)
{
    struct prose prose = {.out = out, .width = in->width, .charset = in->charset};
    switch (audience->kind) {
    case FOR_WHOLE:
    case FOR_SHARED:
        return report_text(in, out);
    case FOR_TIMETABLE:
        say_timetable(&prose, in);
        break;
    case FOR_PERSON:
        say_person(&prose, in, audience->supporter);
        break;
    case FOR_FRIDGE:
        say_fridge(&prose, in);
        break;
    case FOR_CARD:
        prose.width = in->width < CARD_COLS ? in->width : CARD_COLS;
        say_card(&prose, in);
        break;
    }
    return prose_end(&prose);
}

enum status sheet_text(const struct report_input *in, const struct audience *audience,
                       struct text *out)
{
    assert(in && audience && out);
    struct report_input theirs = *in;
    if (audience->kind == FOR_WHOLE)
        return say_sheet(in, audience, out);
    struct plan *plan = plan_for(in->plan, audience);
    if (!plan)
        return ST_NOMEM;
    theirs.plan = plan;
    theirs.findings = NULL;
    enum status st = say_sheet(&theirs, audience, out);
    plan_free(plan);
    return st;
}

/* Whose details it holds. */

/* Whether a number stands on a line of its own among others; it does from now on. */
static bool is_told(struct text *phones, const char *phone)
{
    struct text line = {0};
    text_addf(&line, "\n%s\n", phone);
    const bool told = strstr(text_str(phones), text_str(&line)) != NULL;
    if (!told)
        text_add(phones, text_str(&line));
    phones->nomem = phones->nomem || line.nomem;
    text_free(&line);
    return told;
}

static void add_names(const struct plan *plan, enum field name, enum field phone,
                      struct text *phones, struct text *names)
{
    const enum section section = schema_fields[phone].section;
    for (size_t i = 0; i < plan_count(plan, section); i++) {
        const char *item = plan_item(plan, section, i);
        if (plan_known(plan, phone, item) != KNOWN || plan_known(plan, name, item) != KNOWN)
            continue;
        if (is_told(phones, plan_str(plan, phone, item)) ||
            mention_of(text_str(names), plan_str(plan, name, item)))
            continue;
        text_add(names, names->len > 0 ? ", " : "");
        prose_add_name(names, plan_str(plan, name, item));
    }
}

enum status sheet_others_words(const struct plan *plan, const struct audience *audience,
                               struct text *out)
{
    struct text names = {0}, phones = {0};
    const bool reports = audience->kind == FOR_WHOLE || audience->kind == FOR_SHARED;
    if (reports)
        add_names(plan, F_SUPPORTER_NAME, F_SUPPORTER_PHONE, &phones, &names);
    if (reports || audience->kind == FOR_PERSON)
        add_names(plan, F_CONTACT_NAME, F_CONTACT_PHONE, &phones, &names);
    if (reports)
        add_names(plan, F_COVER_WHO, F_COVER_PHONE, &phones, &names);
    enum status st = text_status(&names) ? text_status(&names) : text_status(&phones);
    if (!st && names.len > 0)
        text_addf(out, _("It has phone numbers of other people: %s. Ask them before you share it."),
                  text_str(&names));
    text_free(&names);
    text_free(&phones);
    return st ? st : text_status(out);
}

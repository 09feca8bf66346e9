/*
 * For the tests of plans: actions of all kinds, made up by a seed.
 */
#ifndef PLAN_RANDOM_H
#define PLAN_RANDOM_H

#include "test.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/plan.h"

/* A small generator of its own, so that a seed gives the same run everywhere. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static unsigned below(unsigned *seed, size_t count)
{
    return next_random(seed) % (unsigned)count;
}

#define PICK(seed, list) ((list)[below(seed, COUNT(list))])

/* A few canonical values of each kind; references are made to suit the plan. */
static const char *any_value(enum field field, unsigned *seed, char word[NAME_MAX_LEN + 1])
{
    static const char *const texts[] = {"one", "two\nlines", "", "=1", "?", "Zo\xc3\xab"};
    static const char *const amounts[] = {"13.87", "0.00", "", "?", "9999999999.99"};
    static const char *const numbers[] = {"1", "52", "", "999", "30"};
    static const char *const times[] = {"08:00", "22:00", "", "?", "00:00"};
    static const char *const days[] = {"Mon", "Sat Sun", "", "?"};
    static const char *const dates[] = {"2026-11-21", "", "?"};
    static const char *const answers[] = {"yes", "no", ""};
    switch (schema_fields[field].kind) {
    case KIND_TEXT:
        return PICK(seed, texts);
    case KIND_LINE:
        return below(seed, 4) ? "a line" : "";
    case KIND_MONEY:
        return PICK(seed, amounts);
    case KIND_NUMBER:
    case KIND_MINUTES:
        return PICK(seed, numbers);
    case KIND_CLOCK:
    case KIND_CLOCK_END:
        return PICK(seed, times);
    case KIND_DAYS:
        return PICK(seed, days);
    case KIND_DATE:
    case KIND_DATES:
        return PICK(seed, dates);
    case KIND_YESNO:
        return PICK(seed, answers);
    case KIND_WORD:
        return schema_word(field, (int)below(seed, (size_t)schema_word_count(field) + 1), word);
    case KIND_NAME:
        return "good-day";
    case KIND_REF:
    case KIND_REFS:
        break;
    }
    return "?";
}

/* One to three names of items that are there. */
static void any_reference(const struct plan *plan, enum field field, unsigned *seed,
                          struct text *out)
{
    enum section to = schema_fields[field].to;
    struct text raw = {0};
    size_t count = plan_count(plan, to);
    unsigned want = schema_fields[field].kind == KIND_REFS ? 1 + below(seed, 3) : 1;
    for (unsigned i = 0; count && i < want; i++) {
        const char *name = plan_item(plan, to, below(seed, count));
        if (schema_name_ok(name))
            text_addf(&raw, " %s", name);
    }
    if (raw.len == 0 || schema_accept(field, text_str(&raw), out))
        text_add(out, "?");
    text_free(&raw);
}

static const char *any_item(enum section section, unsigned *seed, char room[NAME_MAX_LEN + 1])
{
    static const char *const names[] = {"important", "own-1", "budget", "w1"};
    const struct schema_section *row = &schema_sections[section];
    if (row->items == ITEMS_NONE)
        return "";
    if (row->items == ITEMS_NAMED || below(seed, 8) == 0)
        return PICK(seed, names);
    snprintf(room, NAME_MAX_LEN + 1, "%s%u", row->prefix, 1 + below(seed, 5));
    return room;
}

/* Few sections, so that edits meet: those that refer and are referred to, and two others. */
static enum section any_section(unsigned *seed)
{
    static const enum section sections[] = {SEC_TIME, SEC_TIME,   SEC_SUPPORTER, SEC_RATE,
                                            SEC_GOAL, SEC_ANSWER, SEC_FUND,      SEC_ABOUT,
                                            SEC_WEEK, SEC_NEED};
    return PICK(seed, sections);
}

static enum field any_field(enum section section, unsigned *seed)
{
    const struct schema_section *row = &schema_sections[section];
    return (enum field)((int)row->first + (int)below(seed, (size_t)row->count));
}

static enum status set_something(struct plan *plan, unsigned *seed, struct edits *undo)
{
    char word[NAME_MAX_LEN + 1], room[NAME_MAX_LEN + 1];
    struct text ref = {0};
    enum section section = any_section(seed);
    enum field field = any_field(section, seed);
    const char *item = any_item(section, seed, room);
    const char *value = any_value(field, seed, word);
    size_t place = below(seed, plan_count(plan, section) + 1);
    if (schema_fields[field].to != SEC_NONE && below(seed, 3)) {
        any_reference(plan, field, seed, &ref);
        value = text_str(&ref);
    } else if (strcmp(value, "?") == 0 && schema_fields[field].unsure) {
        value = schema_fields[field].unsure;
    }
    enum status st = plan_set(plan, field, item, value, place, undo);
    text_free(&ref);
    return st;
}

static enum status set_something_unknown(struct plan *plan, unsigned *seed, struct edits *undo)
{
    static const char *const sections[] = {"time", "time", "about", "pets", "diet"};
    static const char *const fields[] = {"colour",  "area", "mood", "zest", "pace", "tone",
                                         "kind-of", "sort", "make", "wear", "age"};
    static const char *const values[] = {"red", "?", ""};
    char room[NAME_MAX_LEN + 1];
    const char *section = PICK(seed, sections);
    enum section known = schema_section_named(section);
    const char *item = any_item(known == SEC_NONE ? SEC_TIME : known, seed, room);
    return plan_set_named(plan, section, item, PICK(seed, fields), PICK(seed, values), undo);
}

static enum status add_something_odd(struct plan *plan, unsigned *seed, struct edits *undo)
{
    static const char *const items[] = {"t1", "t2", "t3", "T9", "", "budget"};
    static const char *const sections[] = {"time", "time", "supporter", "about", "pets"};
    static const char *const fields[] = {"start", "name", "supporter", "colour"};
    const char *const cells[] = {PICK(seed, sections), PICK(seed, items), PICK(seed, fields),
                                 "so so", "and more"};
    enum odd_why why = (enum odd_why)below(seed, ODD_AFTER_END + 1);
    return plan_add_odd(plan, why, below(seed, 99), cells, why == ODD_CELLS ? 5 : 4, undo);
}

static enum status remove_something(struct plan *plan, unsigned *seed, struct edits *undo)
{
    enum section section = any_section(seed);
    size_t count = plan_count(plan, section);
    if (count == 0)
        return ST_OK;
    return plan_remove(plan, section, plan_item(plan, section, below(seed, count)), undo);
}

static enum status move_something(struct plan *plan, unsigned *seed, struct edits *undo)
{
    enum section section = any_section(seed);
    size_t count = plan_count(plan, section);
    if (count == 0)
        return ST_OK;
    const char *item = plan_item(plan, section, below(seed, count));
    return plan_move(plan, section, item, below(seed, count), undo);
}

/* One action of any kind; the same seed on the same plan does the same. */
static enum status do_something(struct plan *plan, unsigned *seed, struct edits *undo)
{
    char name[NAME_MAX_LEN + 1];
    switch (below(seed, 12)) {
    case 0:
        return remove_something(plan, seed, undo);
    case 1:
        return move_something(plan, seed, undo);
    case 2:
        return add_something_odd(plan, seed, undo);
    case 3:
        if (plan_odd_count(plan) == 0)
            return ST_OK;
        return plan_remove_odd(plan, below(seed, plan_odd_count(plan)), undo);
    case 4:
        return plan_new_item(plan, SEC_TIME, name, undo);
    case 5:
    case 6:
        return set_something_unknown(plan, seed, undo);
    default:
        return set_something(plan, seed, undo);
    }
}

#endif

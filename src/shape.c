#include "supportplan/shape.h"

#include <string.h>

/* What becomes of a field in a plan that is begun from another. */
enum fate { KEEP, ASK_AGAIN, LEAVE };

/* Words that belong to the shape of a week or of its costs, not to a person. */
static bool is_shape_word(enum field field)
{
    return field == F_PLAN_FORM || field == F_TIME_WHAT || field == F_COST_WHAT ||
           field == F_WEEK_NAME || field == F_WEEK_DATES;
}

static bool stays_behind(enum field field)
{
    static const enum field own[] = {F_PLAN_TITLE,      F_PLAN_CREATED,  F_PLAN_CHANGED,
                                     F_PLAN_YEAR_START, F_ANSWER_STATE,  F_ANSWER_VOICE,
                                     F_ACTION_DONE,     F_TIME_ARRANGED, F_SUPPORTER_WILLING};
    enum section section = schema_fields[field].section;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i] == field)
            return true;
    return section == SEC_CHECKLIST || section == SEC_ATTACHMENT || section == SEC_REASON;
}

static enum fate fate_of(enum field field)
{
    if (stays_behind(field))
        return LEAVE;
    if (is_shape_word(field))
        return KEEP;
    switch (schema_fields[field].kind) {
    case KIND_TEXT:
    case KIND_LINE:
    case KIND_MONEY:
    case KIND_DATE:
    case KIND_NAME:
        return ASK_AGAIN;
    case KIND_NUMBER:
    case KIND_MINUTES:
    case KIND_CLOCK:
    case KIND_CLOCK_END:
    case KIND_DAYS:
    case KIND_DATES:
    case KIND_YESNO:
    case KIND_WORD:
    case KIND_REF:
    case KIND_REFS:
        return schema_fields[field].section == SEC_ABOUT ? ASK_AGAIN : KEEP;
    }
    return LEAVE;
}

static enum status copy_fact(struct plan *to, const struct plan *from, enum field field,
                             const char *item)
{
    const char *value = plan_get(from, field, item);
    enum fate fate = fate_of(field);
    if (!value || fate == LEAVE)
        return ST_OK;
    if (fate == KEEP)
        return plan_set(to, field, item, value, PLAN_LAST, NULL);
    const char *unsure = schema_fields[field].unsure;
    return plan_set(to, field, item, unsure ? unsure : "?", PLAN_LAST, NULL);
}

static enum status copy_section(struct plan *to, const struct plan *from, enum section section)
{
    const struct schema_section *s = &schema_sections[section];
    for (size_t i = 0; i < plan_count(from, section); i++) {
        for (int f = 0; f < s->count; f++) {
            enum status st =
                copy_fact(to, from, (enum field)((int)s->first + f), plan_item(from, section, i));
            if (st)
                return st;
        }
    }
    return ST_OK;
}

enum status shape_of(const struct plan *plan, date today, struct plan **out)
{
    struct plan *to = plan_new();
    if (!to)
        return ST_NOMEM;
    enum status st = plan_set(to, F_PLAN_FORMAT, "", "1", PLAN_LAST, NULL);
    for (int s = 0; s < SEC_COUNT && !st; s++)
        st = copy_section(to, plan, (enum section)s);
    char day[16];
    if (!st && today != DATE_NONE)
        st = plan_set(to, F_PLAN_CREATED, "", date_print(today, day), PLAN_LAST, NULL);
    if (st) {
        plan_free(to);
        return st;
    }
    *out = to;
    return ST_OK;
}

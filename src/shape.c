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

static bool is_among(enum field field, const enum field *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == field)
            return true;
    return false;
}

#define IS_AMONG(field, list) is_among(field, list, sizeof(list) / sizeof *(list))

static bool stays_behind(enum field field)
{
    static const enum field own[] = {
        F_PLAN_TITLE,      F_PLAN_CREATED,    F_PLAN_CHANGED,        F_PLAN_YEAR_START,
        F_ANSWER_STATE,    F_ANSWER_VOICE,    F_ANSWER_PRIVATE,      F_ACTION_DONE,
        F_TIME_ARRANGED,   F_REVIEW_UNFILLED, F_REVIEW_UNFILLED_WHY, F_REVIEW_LEFT,
        F_REVIEW_LEFT_WHY, F_TIME_PART};
    enum section section = schema_fields[field].section;
    return IS_AMONG(field, own) || section == SEC_CHECKLIST || section == SEC_ATTACHMENT ||
           section == SEC_REASON;
}

/* Words of a list that say something of this person, of those around them, or of their letter. */
static bool is_personal_word(enum field field)
{
    static const enum field personal[] = {F_NEED_ELIGIBLE,
                                          F_SUPPORTER_PARTNER,
                                          F_SUPPORTER_WILLING,
                                          F_SUPPORTER_LIVES_WITH_ME,
                                          F_FUND_STATUS,
                                          F_CONTRIBUTION_STATUS,
                                          F_MONEY_HOW,
                                          F_MONEY_SEPARATE_ACCOUNT,
                                          F_EMPLOYMENT_AGE,
                                          F_EMPLOYMENT_PENSION,
                                          F_EMPLOYMENT_ALLOWANCE,
                                          F_EMPLOYMENT_ONLY_ME,
                                          F_MONEY_RESERVE_OF};
    return schema_fields[field].section == SEC_ABOUT || IS_AMONG(field, personal);
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
        return is_personal_word(field) ? ASK_AGAIN : KEEP;
    }
    return LEAVE;
}

/* Names: "Sunday with Chris" is not for the next person to read. */

/* Letters of ASCII; beyond it, near enough, every byte. <ctype.h> heeds the locale. */
static bool is_letter(char c)
{
    unsigned char u = (unsigned char)c;
    return (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || u >= 0x80;
}

/* The next word from s on, and its length; NULL where there is none. */
static const char *next_word(const char *s, size_t *len)
{
    while (*s && !is_letter(*s))
        s++;
    for (*len = 0; is_letter(s[*len]);)
        ++*len;
    return *len ? s : NULL;
}

static bool share_a_word(const char *a, const char *b)
{
    size_t an, bn;
    for (const char *x = a; (x = next_word(x, &an)); x += an)
        for (const char *y = b; (y = next_word(y, &bn)); y += bn)
            if (an > 1 && an == bn && memcmp(x, y, an) == 0)
                return true;
    return false;
}

/* Whether words hold a word of anybody's name. Case counts: "Personal care" is not "Sunrise Care".
 */
static bool names_somebody(const struct plan *plan, const char *words)
{
    static const enum field names[] = {F_ABOUT_NAME,         F_ABOUT_HELPER,
                                       F_ABOUT_CARE_MANAGER, F_ABOUT_ADVOCATE_CONTACT,
                                       F_SUPPORTER_NAME,     F_CONTACT_NAME};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        enum section section = schema_fields[names[n]].section;
        for (size_t i = 0; i < plan_count(plan, section); i++)
            if (share_a_word(words, plan_str(plan, names[n], plan_item(plan, section, i))))
                return true;
    }
    return false;
}

static enum status copy_fact(struct plan *to, const struct plan *from, enum field field,
                             const char *item)
{
    const char *value = plan_get(from, field, item);
    enum fate fate = fate_of(field);
    if (!value || fate == LEAVE)
        return ST_OK;
    if (fate == KEEP && is_shape_word(field) && names_somebody(from, value))
        fate = ASK_AGAIN;
    if (fate == KEEP)
        return plan_set(to, field, item, value, PLAN_LAST, NULL);
    const char *unsure = schema_fields[field].unsure;
    return plan_set(to, field, item, unsure ? unsure : "?", PLAN_LAST, NULL);
}

static enum status copy_section(struct plan *to, const struct plan *from, enum section section)
{
    const struct schema_section *s = &schema_sections[section];
    for (size_t i = 0; i < plan_count(from, section); i++) {
        const char *item = plan_item(from, section, i);
        if (!plan_name_ok(section, item)) /* only rows that could not be used name it */
            continue;
        for (int f = 0; f < s->count; f++) {
            enum status st = copy_fact(to, from, (enum field)((int)s->first + f), item);
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

/* Sums in writing: with a pencil each can be done again. */
#include "explain_parts.h"

#include <assert.h>
#include <string.h>

void explain_take(struct explaining *e, struct text *sentence)
{
    notices_keep(&e->said, sentence);
}

void explain_say(struct explaining *e, const char *sentence)
{
    struct text t = {0};

    text_add(&t, sentence);
    explain_take(e, &t);
}

/* Scales. */

void scale_add(struct scale *scale, int64_t times, int64_t parts)
{
    if (times == parts)
        return;
    assert(scale->count < SCALE_MAX);
    scale->times[scale->count] = times;
    scale->parts[scale->count++] = parts;
}

struct fraction scale_of(const struct scale *scale, struct fraction f)
{
    for (int i = 0; i < scale->count; i++)
        f = fraction_times(f, scale->times[i], scale->parts[i]);
    return f;
}

static void factor_words(wide times, wide parts, struct text *out)
{
    if (times != 1)
        text_addf(out, " x %lld", (long long)times);
    if (parts != 1)
        text_addf(out, " / %lld", (long long)parts);
}

/* Where all of it comes to a whole number, or to a part of 1, that is shorter and as true. */
void scale_words(const struct scale *scale, struct text *out)
{
    struct fraction all = scale_of(scale, (struct fraction){1, 1});

    if (!scale->apart && (all.num == 1 || all.den == 1)) {
        factor_words(all.num, all.den, out);
        return;
    }
    for (int i = 0; i < scale->count; i++)
        factor_words(scale->times[i], scale->parts[i], out);
}

void scale_to_year(const struct budget *budget, enum every every, struct scale *scale)
{
    bool days = budget->basis != BASIS_52;

    switch (every) {
    case EVERY_WEEK:
        scale_add(scale, days ? budget->year_days : 52, days ? 7 : 1);
        break;
    case EVERY_4WEEKS:
        scale_add(scale, days ? budget->year_days : 13, days ? 28 : 1);
        break;
    case EVERY_MONTH:
        scale_add(scale, 12, 1);
        break;
    case EVERY_YEAR:
    case EVERY_ONCE:
    case EVERY_NONE:
        break;
    }
}

void scale_to_column(const struct budget *budget, enum column column, struct scale *scale)
{
    bool days = budget->basis != BASIS_52;

    if (column == COLUMN_WEEK)
        scale_add(scale, days ? 7 : 1, days ? budget->year_days : 52);
    else if (column == COLUMN_4WEEKS)
        scale_add(scale, days ? 28 : 4, days ? budget->year_days : 52);
    else if (column == COLUMN_MONTH)
        scale_add(scale, 1, 12);
}

enum every column_every(enum column column)
{
    static const enum every every[] = {EVERY_WEEK, EVERY_4WEEKS, EVERY_MONTH, EVERY_YEAR};
    return every[column];
}

pence column_of(const struct columns *columns, enum column column)
{
    return columns_in(columns, column_every(column));
}

/* Results. */

void explain_sum(struct explaining *e, struct text *name, struct text *sum, struct fraction exact,
                 pence p)
{
    bool whole = exact.num == (wide)p * exact.den;
    struct amount_shown result = amount_shown(p);

    text_addf(name, "%s%s", name->len > 0 ? ": " : "", text_str(sum));
    if (strcmp(text_str(sum), result.s) == 0)
        text_add(name, ".");
    else
        text_addf(name, whole ? " = %s." : _(" = %s, rounded."), result.s);
    name->nomem |= sum->nomem;
    text_free(sum);
    explain_take(e, name);
}

void adding_term(struct adding *a, pence p)
{
    if (a->count > 0)
        text_add(&a->t, p < 0 ? " - " : " + ");
    text_add(&a->t, amount_shown(a->count > 0 && p < 0 ? -p : p).s);
    a->sum += p;
    a->count++;
}

void adding_say(struct explaining *e, struct adding *a, const char *name)
{
    struct text t = {0};

    if (a->count == 1)
        text_addf(&t, "%s%s.", name, amount_shown(a->sum).s);
    else if (a->count > 1)
        text_addf(&t, "%s%s = %s.", name, text_str(&a->t), amount_shown(a->sum).s);
    else
        text_addf(&t, "%s%s.", *name ? name : _("Nothing: "), amount_shown(0).s);
    if (text_status(&a->t))
        t.nomem = true;
    text_free(&a->t);
    explain_take(e, &t);
}

void explain_less(struct explaining *e, pence from, const pence *less, size_t count)
{
    struct adding a = {0};

    adding_term(&a, from);
    for (size_t i = 0; i < count; i++)
        if (less[i] != 0)
            adding_term(&a, -less[i]);
    adding_say(e, &a, "");
}

void explain_lower(struct explaining *e, pence a, pence b)
{
    struct text t = {0};

    text_addf(&t, _("The lower of %s and %s = %s."), amount_shown(a).s, amount_shown(b).s,
              amount_shown(a < b ? a : b).s);
    explain_take(e, &t);
}

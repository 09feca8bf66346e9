/*
 * What a person is told on opening a plan: nothing where all is well.
 */
#include "plan_csv_parts.h"

/* A sentence; what follows is for the numbers in it. */
static void tell(struct plan_opening *opening, enum status *st, const char *sentence, ...)
    __attribute__((format(printf, 3, 4)));

static void tell(struct plan_opening *opening, enum status *st, const char *sentence, ...)
{
    struct text told = {0};
    va_list numbers;
    if (*st)
        return;
    va_start(numbers, sentence);
    text_addv(&told, sentence, numbers);
    va_end(numbers);
    *st = notices_take(&opening->notices, &told);
}

static void tell_letters(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    const struct csv_table *table = &r->table;
    if (table->utf16)
        tell(opening, st,
             _("The letters were in an alphabet of spreadsheets (UTF-16), and were converted."));
    if (table->cut)
        tell(opening, st, _("The value on line %zu has no end: the file may be cut short."),
             table->quotes_line);
    else if (table->quotes_line)
        tell(opening, st, _("The quotation marks go wrong on line %zu. Look at the words there."),
             table->quotes_line);
    if (table->windows)
        tell(opening, st,
             ngettext("The letters of %zu value were guessed. Look at its accents and signs.",
                      "The letters of %zu values were guessed. Look at their accents and signs.",
                      table->windows),
             table->windows);
}

static size_t rows_after_end(const struct reading *r)
{
    size_t count = 0;
    for (size_t i = 0; i < plan_odd_count(r->plan); i++)
        count += plan_odd(r->plan, i).why == ODD_AFTER_END;
    return count;
}

/* Saving puts rows before the end, where they count as facts when they are read again. */
static void tell_after_end(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    size_t count = rows_after_end(r);
    if (count)
        tell(opening, st,
             ngettext("%zu row stands after the end. Saving puts it before the end: then it may "
                      "count.",
                      "%zu rows stand after the end. Saving puts them before the end: then they "
                      "may count.",
                      count),
             count);
}

static bool end_is_right(const struct reading *r)
{
    return r->ends == 1 && !r->cannot_count && r->said == (int64_t)r->counted;
}

static void tell_end(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    if (r->ends == 0)
        tell(opening, st, _("The end of the file is missing: it may have been cut short."));
    else if (r->cannot_count)
        tell(opening, st, _("The end of the file does not say how many rows there are."));
    else if (r->said != (int64_t)r->counted)
        tell(opening, st,
             ngettext("The file should have %lld row, but has %zu.",
                      "The file should have %lld rows, but has %zu.", (unsigned long)r->said),
             (long long)r->said, r->counted);
    if (r->ends > 1)
        tell(opening, st,
             _("The file ends more than once. What follows the first end is not used."));
}

static void tell_rows(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    size_t unknown = plan_unknown_count(r->plan), odd_rows = plan_odd_count(r->plan);
    int64_t format = PLAN_FORMAT;
    if (unknown)
        tell(opening, st,
             ngettext("This version does not know %zu fact. It is kept as it is.",
                      "This version does not know %zu facts. They are kept as they are.", unknown),
             unknown);
    if (odd_rows)
        tell(opening, st,
             ngettext("%zu row could not be used. It is kept, and you can look at it.",
                      "%zu rows could not be used. They are kept, and you can look at them.",
                      odd_rows),
             odd_rows);
    plan_number(r->plan, F_PLAN_FORMAT, "", &format);
    opening->read_only = format > PLAN_FORMAT;
    if (opening->read_only)
        tell(opening, st,
             _("A newer version made this plan (format %lld). It can be read, not changed."),
             (long long)format);
}

enum status reading_tell(const struct reading *r, struct plan_opening *opening)
{
    enum status st = ST_OK;
    opening->keep_original =
        !end_is_right(r) || rows_after_end(r) || r->table.quotes_line || r->table.windows;
    tell_letters(r, opening, &st);
    tell_end(r, opening, &st);
    tell_after_end(r, opening, &st);
    tell_rows(r, opening, &st);
    return st;
}

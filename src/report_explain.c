/*
 * How each figure was worked out, on paper: every key of budget --csv, its value, and its steps.
 */
#include <string.h>

#include "supportplan/explain.h"
#include "supportplan/prose.h"
#include "supportplan/report.h"

enum status report_figures_csv(const struct report_input *in, struct text *out)
{
    enum status st = report_budget_csv(in->budget, out);

    if (st == ST_OK)
        st = report_more_csv(in->budget, out);
    if (st == ST_OK && in->employer)
        st = report_employer_csv(in->plan, in->budget, in->employer, out);
    if (st == ST_OK)
        st = report_payments_csv(in->plan, in->budget, out);
    return st;
}

/* One figure: the first sentence says what it is, the others are its steps. */
static enum status say_figure(struct prose *prose, const struct report_input *in, const char *key,
                              const char *value)
{
    const struct explain_input from = {in->plan, in->form, in->budget, in->employer};
    struct notices said = {NULL, 0};

    enum status st = explain_key(&from, key, &said);
    if (st == ST_OK) {
        text_addf(prose_words(prose), "%s: %s", key, *value ? value : _("not known yet"));
        prose_heading(prose, 0);
    }
    for (size_t i = 0; st == ST_OK && i < said.count; i++) {
        text_add(prose_words(prose), said.list[i]);
        if (i == 0)
            prose_line(prose, 2, 0);
        else
            prose_item(prose, 2);
    }
    notices_free(&said);
    return st;
}

/* The figures of the rows: all, or the one of a key. ST_UNKNOWN where no row has it. */
static enum status say_rows(struct prose *prose, const struct report_input *in, char *rows,
                            const char *only)
{
    enum status st = only ? ST_UNKNOWN : ST_OK;
    char *row = strchr(rows, '\n'); /* after the header */

    while (row && row[1] != '\0') {
        char *key = row + 1, *value = key + strcspn(key, ",");
        *value++ = '\0';
        row = value + strcspn(value, "\n");
        *row = '\0';
        if (only && strcmp(only, key) != 0)
            continue;
        st = say_figure(prose, in, key, value);
        if (st != ST_OK || only)
            break;
    }
    return st;
}

enum status report_explain(const struct report_input *in, const char *key, struct text *out)
{
    struct prose prose = {.out = out, .width = in->width, .charset = in->charset};
    struct text rows = {0};

    enum status st = report_figures_csv(in, &rows);
    if (st == ST_OK)
        st = say_rows(&prose, in, rows.data, key);
    text_free(&rows);
    enum status end = prose_end(&prose);
    return st == ST_OK ? end : st;
}

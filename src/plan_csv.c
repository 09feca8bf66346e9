/*
 * Reading a plan: bytes, a table (csv_table), rows judged (plan_csv_judge), a plan made of
 * them (plan_csv_make), and what a person is told (plan_csv_tell). A plan that we wrote goes
 * a shorter way (plan_csv_quick). plan_csv_write goes back.
 */
#include "supportplan/plan_csv.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "plan_csv_parts.h"

const char *const plan_csv_columns[COLUMNS] = {"section", "item", "field", "value"};

static const struct csv_wanted wanted = {
    .columns = plan_csv_columns,
    .column_count = COLUMNS,
    .bytes_max = PLAN_BYTES_MAX,
    .rows_max = PLAN_ROWS_MAX + 2, /* the first row and the end row */
    .value_max = PLAN_VALUE_MAX,
};

bool plan_csv_begins(const char *bytes, size_t len)
{
    static const char mark[] = "\xef\xbb\xbf";
    const char *end = bytes + len;
    bool marked = len >= 3 && memcmp(bytes, mark, 3) == 0;
    bytes += marked ? 3 : 0;
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(plan_csv_columns[i]);
        bytes += bytes < end && *bytes == '"';
        if ((size_t)(end - bytes) <= n || strncasecmp(bytes, plan_csv_columns[i], n) != 0)
            return false;
        bytes += n;
        bytes += *bytes == '"';
        if (bytes == end || !*bytes || !strchr(",;\t", *bytes))
            return false;
        bytes++;
    }
    return true;
}

/* Whether writing the plan gives other bytes than were read. */
static enum status compare_form(const struct reading *r, const char *bytes, size_t len,
                                bool *changed)
{
    struct text written = {0};
    if (r->ours) {
        *changed = false;
        return ST_OK;
    }
    enum status st = plan_csv_write(r->plan, &written);
    *changed = st == ST_LIMIT || written.len != len || memcmp(text_str(&written), bytes, len) != 0;
    text_free(&written);
    return st == ST_LIMIT ? ST_OK : st;
}

static void reading_free(struct reading *r)
{
    csv_table_free(&r->table);
    free(r->rows);
    free(r->seen.rows);
    plan_free(r->plan);
    text_free(&r->value);
}

static enum status read_rows(struct reading *r)
{
    enum status st = reading_judge(r);
    if (!st && r->counted > PLAN_ROWS_MAX)
        return ST_LIMIT;
    return st ? st : reading_make(r);
}

static enum status told_why(enum status st, struct fault *fault)
{
    if (st == ST_LIMIT)
        return fault_set(fault, st, 0, "%s",
                         _("The file has more than 100,000 rows, so it was not opened."));
    return st ? fault_set(fault, st, 0, "%s", status_text(st)) : ST_OK;
}

/* Read any file, forgivingly. */
static enum status take_any(const char *bytes, size_t len, const struct csv_wanted *how,
                            struct plan **out, struct plan_opening *opening, struct fault *fault)
{
    struct reading r = {0};
    struct plan_opening told = {0};
    enum status st = csv_table_read(bytes, len, how, &r.table, fault);
    if (st)
        return st;
    st = read_rows(&r);
    if (!st && opening)
        st = reading_tell(&r, &told);
    if (!st && opening)
        st = compare_form(&r, bytes, len, &told.changed_form);
    if (!st) {
        *out = r.plan;
        r.plan = NULL;
        if (opening)
            *opening = told;
    } else {
        notices_free(&told.notices);
    }
    reading_free(&r);
    return told_why(st, fault);
}

enum status plan_csv_take(const char *bytes, size_t len, size_t chunk, struct plan **out,
                          struct plan_opening *opening, struct fault *fault)
{
    struct csv_wanted how = wanted;
    how.chunk = chunk;
    enum status st = plan_csv_quick(bytes, len, &how, out);
    if (st == ST_UNKNOWN)
        return take_any(bytes, len, &how, out, opening, fault);
    if (!st && opening)
        *opening = (struct plan_opening){0};
    return told_why(st, fault);
}

enum status plan_csv_read_chunked(const char *bytes, size_t len, size_t chunk, struct plan **out,
                                  struct plan_opening *opening, struct fault *fault)
{
    assert((bytes || len == 0) && out && opening);
    return plan_csv_take(bytes, len, chunk, out, opening, fault);
}

enum status plan_csv_read(const char *bytes, size_t len, struct plan **out,
                          struct plan_opening *opening, struct fault *fault)
{
    return plan_csv_read_chunked(bytes, len, 0, out, opening, fault);
}

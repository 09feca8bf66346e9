/*
 * The plan reader: what is read can be written, and is the same when it is read again; the quick
 * way in, the whole one, and one that is fed a few bytes at a time come to the same plan.
 */
#include "fuzz.h"
#include "supportplan/csv_table.h"
#include "supportplan/plan_csv.h"

#define BOM "\xef\xbb\xbf"

/* A plan that was read. */
struct got {
    struct plan *plan;
    struct plan_opening opening;
    enum status st;
};

static struct got read_plan(const char *bytes, size_t len, size_t chunk)
{
    struct got got = {0};
    struct fault fault = {0};
    got.st = plan_csv_read_chunked(bytes, len, chunk, &got.plan, &got.opening, &fault);
    must(!got.st == (got.plan != NULL), "a plan is given where reading went well, else none");
    must(!got.st || *fault.text, "a refusal has a sentence");
    must(!got.st || !got.opening.notices.list, "a refusal leaves no notices behind");
    return got;
}

static void got_free(struct got *got)
{
    plan_free(got->plan);
    notices_free(&got->opening.notices);
}

static bool has_cell(const struct text *written, const char *value)
{
    struct text cell = {0};
    csv_quoted(&cell, value);
    bool has = strstr(text_str(written), text_str(&cell)) != NULL;
    text_free(&cell);
    return has;
}

/* Of what this version does not know, or can't use, nothing is dropped. */
static void judge_kept(const struct plan *plan, const struct text *written)
{
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        const char *section, *item, *field, *value;
        plan_unknown(plan, i, &section, &item, &field, &value);
        must(has_cell(written, section) && has_cell(written, item) && has_cell(written, field) &&
                 has_cell(written, value),
             "a fact that is not known is written");
    }
}

/* Nor of rows that can't be used; those that can be by now stand among the facts. */
static void judge_odd_kept(const struct plan *plan, const struct text *written)
{
    for (size_t i = 0; i < plan_odd_count(plan); i++) {
        struct odd_row row = plan_odd(plan, i);
        bool settled = row.why == ODD_REFERENCE || row.why == ODD_AFTER_END;
        for (size_t c = 0; !settled && c < row.cell_count; c++)
            must(has_cell(written, row.cells[c]), "a row that can't be used is written");
    }
}

/* What was written is read again, and written again. */
static void judge_written(const struct plan *plan, const struct text *written)
{
    struct got got = read_plan(text_str(written), written->len, 0);
    struct text again = {0};
    must(got.st == ST_OK, "what was written can be read");
    must(!got.opening.changed_form && !got.opening.keep_original,
         "what was written is as it should be");
    must(plan_csv_write(got.plan, &again) == ST_OK, "a plan that was written can be written again");
    must(text_is(&again, text_str(written), written->len), "writing what was read changes nothing");
    must(plan_csv_holds(text_str(written), written->len, plan), "what was written holds the plan");
    must(plan_odd_count(plan) > 0 || plan_equal(plan, got.plan),
         "what was written is the plan, fact by fact");
    text_free(&again);
    got_free(&got);
}

/* A mark at the beginning bars the quick way, and changes nothing else. */
static void judge_quick(const struct got *quick, const char *bytes, size_t len)
{
    struct text marked = {0};
    text_add(&marked, BOM);
    text_add_n(&marked, bytes, len);
    struct got whole = read_plan(text_str(&marked), marked.len, 0);
    must(whole.st == ST_OK && plan_equal(whole.plan, quick->plan),
         "the quick way in comes to the plan of the whole one");
    must(whole.opening.notices.count == quick->opening.notices.count &&
             whole.opening.keep_original == quick->opening.keep_original &&
             whole.opening.read_only == quick->opening.read_only,
         "the quick way in has as much to tell as the whole one");
    got_free(&whole);
    text_free(&marked);
}

static void judge_plan(const struct got *got, const char *bytes, size_t len)
{
    struct text written = {0};
    enum status st = plan_csv_write(got->plan, &written);
    must(st == ST_OK || st == ST_LIMIT, "a plan that was read can be written");
    if (st == ST_OK) {
        must(got->opening.changed_form == !text_is(&written, bytes, len),
             "a file that writing would change is known as such");
        judge_kept(got->plan, &written);
        judge_odd_kept(got->plan, &written);
        judge_written(got->plan, &written);
    }
    if (!got->opening.changed_form)
        judge_quick(got, bytes, len);
    text_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct got got = read_plan(bytes, size, 0);
    struct got pieces = read_plan(bytes, size, 1 + size % 7);
    must(got.st == ST_OK || got.st == ST_REFUSED || got.st == ST_LIMIT,
         "a file is read, or is refused");
    must(pieces.st == got.st, "a file in pieces is read or refused as it is in one");
    must(got.st || plan_equal(got.plan, pieces.plan), "a file in pieces is the same plan");
    if (got.st == ST_OK)
        judge_plan(&got, bytes, size);
    got_free(&pieces);
    got_free(&got);
    return 0;
}

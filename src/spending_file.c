#include "supportplan/spending_file.h"

#include <assert.h>
#include <string.h>

#include "supportplan/csv_table.h"
#include "supportplan/rates.h"

enum { LAYER, NATION, FORM, VERDICT, WORDS, SAYS, SOURCE, COLUMNS };

static const char *const columns[COLUMNS] = {
    [LAYER] = "layer", [NATION] = "nation", [FORM] = "form",     [VERDICT] = "verdict",
    [WORDS] = "words", [SAYS] = "says",     [SOURCE] = "source",
};

static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = COLUMNS,
    .bytes_max = (size_t)1 << 20,
    .rows_max = 1000,
    .value_max = 4096,
};

static const char *const layers[] = {
    [SPENDING_LAW] = "law",
    [SPENDING_HEALTH] = "health",
    [SPENDING_USUAL] = "usual",
    [SPENDING_COUNCIL] = "council",
};

static const char *const verdicts[] = {
    [SPENDING_NOT_ALLOWED] = "not-allowed",
    [SPENDING_ASK_FIRST] = "ask-first",
    [SPENDING_IN_PLAN] = "if-in-plan",
    [SPENDING_CAPPED] = "capped",
    [SPENDING_NHS] = "nhs",
    [SPENDING_NHS_TASK] = "nhs-task",
};

/* What is being read, and what there is to tell. */
struct reading {
    struct spending spending;
    struct notices *notices;
};

/* The number of a word in a list, or its length. */
static size_t number_of(const char *word, const char *const *list, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(list[i], word) != 0)
        i++;
    return i;
}

#define NUMBER_OF(word, list) number_of(word, list, sizeof(list) / sizeof *(list))

static enum status add(struct reading *r, const struct csv_row *row, const char *const *cell,
                       unsigned places)
{
    const size_t layer = NUMBER_OF(cell[LAYER], layers);
    const size_t verdict = NUMBER_OF(cell[VERDICT], verdicts);
    if (layer > SPENDING_COUNCIL)
        return csv_table_tell_cell(row, _("the layer can't be read"), cell[LAYER], r->notices);
    if (verdict > SPENDING_NHS_TASK)
        return csv_table_tell_cell(row, _("the verdict can't be read"), cell[VERDICT], r->notices);
    if ((layer == SPENDING_COUNCIL) != (cell[FORM][0] != '\0'))
        return csv_table_tell(row, _("a council's row names a form, and no other row does"),
                              r->notices);
    if (!cell[WORDS][0] || !cell[SAYS][0])
        return csv_table_tell(row, _("it has no words"), r->notices);
    const struct spending_entry entry = {.layer = (enum spending_layer)layer,
                                         .verdict = (enum spending_verdict)verdict,
                                         .places = places,
                                         /* spending_add() copies them */
                                         .form = (char *)cell[FORM],
                                         .words = (char *)cell[WORDS],
                                         .says = (char *)cell[SAYS],
                                         .source = (char *)cell[SOURCE],
                                         .line = row->line};
    return spending_add(&r->spending, &entry);
}

static enum status take_row(const char *const *cell, const struct csv_row *row, void *data)
{
    struct reading *r = data;
    struct legal_rate nation = {.places = 0};
    if (rate_read_places(&nation, cell[NATION]))
        return csv_table_tell_cell(row, _("the nation can't be read"), cell[NATION], r->notices);
    return add(r, row, cell, nation.places);
}

enum status spending_read(const char *bytes, size_t len, struct spending *out,
                          struct notices *notices, struct fault *fault)
{
    assert(out && notices);
    struct reading r = {.notices = notices};
    const struct csv_intake intake = {
        .wanted = &wanted,
        .refusal = _("This is not a spending guide. Its first line names its columns: "
                     "layer, nation, form, verdict, words, says, source."),
        .take = take_row,
        .data = &r,
        .notices = notices,
    };
    enum status st = csv_table_take(bytes, len, &intake, fault);
    if (st)
        spending_free(&r.spending);
    else
        *out = r.spending;
    return st;
}

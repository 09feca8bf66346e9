#include "walk.h"

#include <ctype.h>

/* The plans that a walk begins with */

#define HEAD "\"section\",\"item\",\"field\",\"value\"\n\"plan\",\"\",\"format\",\"1\"\n"
#define FORM(name) "\"plan\",\"\",\"form\",\"" name "\"\n"
#define CREATED "\"plan\",\"\",\"created\",\"2026-11-02\"\n"

/* Two weeks, two at once, a pound sign, and rows that can't be used. */
static const char odd_plan[] = HEAD FORM("toolkit") CREATED
    "\"plan\",\"\",\"last\",\"10\"\n"
    "\"about\",\"\",\"name\",\"Zo\xc3\xab\"\n"
    "\"answer\",\"important\",\"text\",\"My \xe2\x80\x9cold\xe2\x80\x9d dog. "
    "He costs \xc2\xa3"
    "5 a day.\"\n"
    "\"answer\",\"own-1\",\"text\",\"Jazz\"\n"
    "\"answer\",\"own-1\",\"title\",\"What music?\"\n"
    "\"supporter\",\"s1\",\"name\",\"Sam\"\n"
    "\"supporter\",\"s1\",\"kind\",\"pa\"\n"
    "\"rate\",\"r2\",\"supporter\",\"s1\"\n"
    "\"rate\",\"r2\",\"price\",\"12.00\"\n"
    "\"rate\",\"r2\",\"unit\",\"hour\"\n"
    "\"week\",\"w3\",\"name\",\"Term time\"\n"
    "\"week\",\"w3\",\"weeks\",\"39\"\n"
    "\"week\",\"w4\",\"name\",\"Holidays\"\n"
    "\"week\",\"w4\",\"weeks\",\"13\"\n"
    "\"time\",\"t5\",\"days\",\"Mon Tue\"\n"
    "\"time\",\"t5\",\"start\",\"09:00\"\n"
    "\"time\",\"t5\",\"end\",\"10:00\"\n"
    "\"time\",\"t5\",\"what\",\"wash\"\n"
    "\"time\",\"t5\",\"supporter\",\"s1\"\n"
    "\"time\",\"t6\",\"days\",\"Mon\"\n"
    "\"time\",\"t6\",\"start\",\"09:30\"\n"
    "\"time\",\"t6\",\"end\",\"11:00\"\n"
    "\"time\",\"t6\",\"what\",\"tea\"\n"
    "\"time\",\"t6\",\"supporter\",\"s1\"\n"
    "\"fund\",\"budget\",\"amount\",\"about two hundred\"\n"
    "\"goal\",\"g7\",\"what\",\"Swim\"\n"
    "\"goal\",\"g7\",\"by\",\"soon\"\n"
    "\"copy\",\"o8\",\"who\",\"My sister\"\n"
    "\"action\",\"a9\",\"what\",\"Ring the pool\"\n"
    "\"employment\",\"j10\",\"supporter\",\"s1\"\n"
    "\"employment\",\"j10\",\"age\",\"23-plus\"\n"
    "\"employment\",\"j10\",\"paid-every\",\"4weeks\"\n"
    "\"employment\",\"j10\",\"hours\",\"regular\"\n"
    "\"employment\",\"j10\",\"holiday-cover\",\"no\"\n"
    "\"employment\",\"j10\",\"insurance\",\"90.00\"\n"
    "\"end\",\"\",\"rows\",\"1\"\n";

static const char empty_derbyshire[] =
    HEAD FORM("derbyshire") CREATED "\"end\",\"\",\"rows\",\"3\"\n";
static const char empty_toolkit[] = HEAD FORM("toolkit") CREATED "\"end\",\"\",\"rows\",\"3\"\n";

/* What an earlier session wrote in the last one, and could not save. */
static const char unsaved_toolkit[] =
    HEAD FORM("toolkit") CREATED "\"about\",\"\",\"name\",\"Bea\"\n"
                                 "\"answer\",\"important\",\"text\",\"My dog, and the choir.\"\n"
                                 "\"end\",\"\",\"rows\",\"5\"\n";

enum { NO_PLAN, MIDDLING, ODD, DERBYSHIRE, TOOLKIT, PLANS };

const char *walk_unsaved(size_t number)
{
    return number == TOOLKIT ? unsaved_toolkit : NULL;
}

char *walk_plan(size_t number, size_t *len)
{
    static const char *const plans[PLANS] = {
        [ODD] = odd_plan, [DERBYSHIRE] = empty_derbyshire, [TOOLKIT] = empty_toolkit};
    if (number == NO_PLAN)
        return NULL;
    if (number == MIDDLING)
        return source_file("forms/examples/middling.csv", len);
    *len = strlen(plans[number]);
    return strdup(plans[number]);
}

/* Where one is */

#define KINDS 96

/* The names of an enum in a header, from its first entry to its last, in small letters and with
 * prefix in place of theirs. */
static size_t enum_names(const char *header, const char *theirs, const char *prefix,
                         char names[KINDS][32])
{
    size_t len, count = 0, skip = strlen(theirs);
    char *text = source_file(header, &len), *rest = NULL;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        size_t name = strspn(line, " ");
        if (name == 0 || strncmp(line + name, theirs, skip) != 0)
            continue;
        const char *at = line + name + skip;
        size_t n = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
        if (at[n] != ',' || count == KINDS)
            continue;
        snprintf(names[count], sizeof names[count], "%s%.*s", prefix, (int)n, at);
        for (char *c = names[count]; *c; c++)
            *c = *c == '_' ? '-' : *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;
        count++;
    }
    free(text);
    return count;
}

static char places[KINDS][32], pages[KINDS][32];
static size_t place_count, page_count;

static void learn_kinds(void)
{
    place_count = enum_names("include/supportplan/place.h", "PLACE_", "", places);
    page_count = enum_names("include/supportplan/form.h", "PAGE_", "page-", pages);
    assert_int_equal(place_count, PLACE_COUNT);
}

static const char *kind_of(const struct wizard *w, const struct place *p)
{
    const struct form_page *fp = place_page(w, p);
    return fp ? pages[fp->kind] : places[p->kind];
}

/* Help says other words for each page of a form. */
static bool tells_of_below(enum place_kind kind)
{
    return kind == PLACE_HELP || kind == PLACE_MORE;
}

static void add_below(const struct wizard *w, const struct place *p, struct text *out)
{
    text_addf(out, " for %s", kind_of(w, p));
    if (p->kind == PLACE_PAGE)
        text_addf(out, " %s %zu.%zu", w->form->name, p->section + 1, p->page + 1);
}

/* What makes a place another page than one of the same kind; two records of a table are the same
 * page with other words. */
static void add_name(const struct wizard *w, size_t depth, size_t plan, struct text *out)
{
    const struct place *p = &w->places[depth];
    text_addf(out, "%s", kind_of(w, p));
    if (p->kind == PLACE_PAGE)
        text_addf(out, " %s %zu.%zu of plan %zu", w->form->name, p->section + 1, p->page + 1, plan);
    else if (p->field != FIELD_NONE)
        text_addf(out, " %s.%s", schema_sections[schema_fields[p->field].section].name,
                  schema_fields[p->field].name);
    else if (p->table != SEC_NONE)
        text_addf(out, " %s", schema_sections[p->table].name);
    else if (tells_of_below(p->kind) && depth > 0)
        add_below(w, &w->places[depth - 1], out);
    else
        text_addf(out, " of plan %zu", plan);
}

/* Going */

/* What an earlier session left is shown on opening, as the door does it. */
static void show_unsaved(struct walk *walk, const char *bytes)
{
    struct plan_opening opening = {0};
    struct version version = {.from = VERSION_UNSAVED, .when = "14:00 on 21 November 2026"};
    assert_int_equal(plan_csv_read(bytes, strlen(bytes), &version.plan, &opening, NULL), ST_OK);
    notices_free(&opening.notices);
    assert_true(versions_show(walk->s.w, &version));
}

static void begin(struct walk *walk, size_t plan)
{
    size_t len = 0;
    char *bytes = walk_plan(plan, &len);
    sitting_again(&walk->s);
    walk->s.w->mode = walk->mode;
    wizard_rebuild(walk->s.w);
    if (bytes) {
        sitting_open_bytes(&walk->s, bytes, len, "/home/ann/plan.csv");
        sitting_carry(&walk->s, walk->s.w->effects);
    }
    if (walk_unsaved(plan))
        show_unsaved(walk, walk_unsaved(plan));
    free(bytes);
}

static void step(struct walk *walk, struct walk_step step)
{
    if (step.row != WALK_STAY)
        wizard_focus(walk->s.w, step.row);
    if (step.typed)
        sitting_type(&walk->s, step.typed);
    sitting_command(&walk->s, step.cmd);
}

/* The lines of plain mode, as they are typed. */
static void say_lines(struct walk *walk, const char *lines)
{
    while (*lines) {
        char line[64];
        size_t n = strcspn(lines, "\n");
        snprintf(line, sizeof line, "%.*s", (int)n, lines);
        sitting_line(&walk->s, line);
        lines += n + 1;
    }
}

void walk_to(struct walk *walk, const struct walk_page *page)
{
    begin(walk, page->plan);
    if (walk->mode == MODE_PLAIN)
        say_lines(walk, page->keys);
    else
        for (size_t i = 0; i < page->count; i++)
            step(walk, page->steps[i]);
}

bool walk_went_back(const struct walk *walk, enum place_kind from, size_t depth)
{
    const struct wizard *w = walk->s.w;
    if (from == PLACE_TASKS && depth == 1)
        return w->message && strstr(w->message, "You are at the start of your plan.") &&
               !(walk->s.left & (unsigned)FX_QUIT);
    return w->depth < depth || wizard_at(w)->kind != from || (walk->s.left & (unsigned)FX_QUIT);
}

/* Keys */

/* Which of a command's keys is pressed: letters are text where text is typed, and a function key
 * is not the same on every terminal. The higher the better; 0 where it will not do. */
static int worth(const char *key, size_t len, bool typing)
{
    if (len == 1)
        return typing ? 0 : 1;
    if (strncmp(key, "Ctrl-", 5) == 0)
        return 4;
    return key[0] == 'F' && key[1] >= '1' && key[1] <= '9' ? 2 : 3;
}

/* A key for a command. false where it has none here. */
static bool key_of(enum command cmd, bool typing, char out[16])
{
    int best = 0;
    *out = '\0';
    for (const char *keys = command_info(cmd)->keys; *keys;) {
        size_t n = strcspn(keys, ",");
        int it = worth(keys, n, typing);
        if (it > best) {
            best = it;
            snprintf(out, 16, "%.*s", (int)n, keys);
        }
        keys += n + strspn(keys + n, ", ");
    }
    return best > 0;
}

/* The keys that take the focus from where it is to a row. */
static void add_row_keys(const struct wizard *w, size_t row, struct text *out)
{
    size_t focus = wizard_at(w)->focus;
    for (size_t i = focus; row != WALK_STAY && i < row; i++)
        if (row_focusable(&w->page.rows[i + 1]))
            text_add(out, "Tab ");
    for (size_t i = focus; row != WALK_STAY && i > row; i--)
        if (row_focusable(&w->page.rows[i - 1]))
            text_add(out, "Shift-Tab ");
}

/* Exploring */

#define ROWS_MAX 256

static bool starts_with(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

static bool is_known(const struct walk *walk, const char *name)
{
    for (size_t i = 0; i < walk->count; i++)
        if (strcmp(walk->pages[i].name, name) == 0)
            return true;
    return false;
}

static void note(struct walk *walk, const struct walk_page *page)
{
    struct walk_page *more = realloc(walk->pages, (walk->count + 1) * sizeof *more);
    assert_non_null(more);
    walk->pages = more;
    walk->pages[walk->count++] = *page;
}

/* Note where one is now if it is new. */
static void look_round(struct walk *walk, struct walk_page *page)
{
    const struct wizard *w = walk->s.w;
    struct text name = {0};
    add_name(w, w->depth - 1, page->plan, &name);
    snprintf(page->name, sizeof page->name, "%s", text_str(&name));
    snprintf(page->kind, sizeof page->kind, "%s", kind_of(w, wizard_at(w)));
    if (!is_known(walk, page->name))
        note(walk, page);
    text_free(&name);
}

/* What is typed in plain mode to open a row: its number, or its word where an answer is asked.
 * false where it has none. */
static bool row_line(const struct page *page, size_t row, char out[64])
{
    size_t number = 0;
    for (size_t i = 0; i <= row; i++)
        number += row_focusable(&page->rows[i]) && page->rows[i].role != ROW_EDIT;
    if (page_edit_row(page) == page->count)
        snprintf(out, 64, "%zu", number);
    else
        snprintf(out, 64, "%s", page->rows[row].word);
    return *out != '\0' || page->rows[row].role == ROW_EDIT;
}

/* Add the line of a step to a page. false where there is none, or there are too many. */
static bool add_line(const struct wizard *w, struct walk_step next, struct walk_page *page)
{
    char line[64];
    size_t len = strlen(page->keys);
    if (next.cmd != CMD_OPEN)
        snprintf(line, sizeof line, "%s%s", command_info(next.cmd)->word,
                 next.typed ? next.typed : "");
    else if (next.typed)
        snprintf(line, sizeof line, "%s", next.typed);
    else if (!row_line(&w->page, next.row, line))
        return false;
    if (next.cmd != CMD_OPEN && !isalpha((unsigned char)*line))
        return false; /* it has no word */
    snprintf(page->keys + len, sizeof page->keys - len, "%s\n", line);
    return len + strlen(line) + 2 < sizeof page->keys;
}

/* Add a step's keys to a page. false where no key does it here, or there are too many. */
static bool add_keys(const struct wizard *w, struct walk_step next, struct walk_page *page)
{
    struct text keys = {0};
    char key[16];
    bool typing = wizard_typing(w);
    text_add(&keys, page->keys);
    add_row_keys(w, next.row, &keys);
    if (next.row != WALK_STAY)
        typing = w->page.rows[next.row].role == ROW_EDIT;
    bool done = key_of(next.cmd, typing, key);
    for (const char *c = next.typed ? next.typed : ""; *c; c++)
        text_addf(&keys, *c == ' ' ? "Space " : "%c ", *c);
    text_addf(&keys, "%s ", key);
    done = done && keys.len < sizeof page->keys;
    if (done)
        snprintf(page->keys, sizeof page->keys, "%s", text_str(&keys));
    text_free(&keys);
    return done;
}

/* What opening rows has led to lately, by kind of page and doing. */
static struct {
    char kind[32];
    int act, in_vain;
} doings[512];
static size_t doing_count;

static int *tries_in_vain(const char *kind, int act)
{
    size_t i = 0;
    while (i < doing_count && (doings[i].act != act || strcmp(doings[i].kind, kind) != 0))
        i++;
    assert_true(i < COUNT(doings));
    if (i == doing_count) {
        doings[doing_count++].act = act;
        doings[i].in_vain = 0; /* whatever another walk has left here */
        snprintf(doings[i].kind, sizeof doings[i].kind, "%s", kind);
    }
    return &doings[i].in_vain;
}

static void try_step(struct walk *walk, const struct walk_page *from, struct walk_step next)
{
    struct walk_page page = *from;
    walk_to(walk, from);
    if (walk->mode == MODE_PLAIN) {
        if (!add_line(walk->s.w, next, &page))
            return;
        say_lines(walk, page.keys + strlen(from->keys));
    } else {
        if (!add_keys(walk->s.w, next, &page))
            return;
        step(walk, next);
    }
    page.steps[page.count++] = next;
    /* Leaving the session, or its face, is not a page. */
    if (!(walk->s.left & (unsigned)(FX_QUIT | FX_PLAIN | FX_READER | FX_SCREEN | FX_SUSPEND)))
        look_round(walk, &page);
}

bool walk_is_first(const struct walk *walk, size_t page)
{
    for (size_t i = 0; i < page; i++)
        if (strcmp(walk->pages[i].kind, walk->pages[page].kind) == 0)
            return false;
    return true;
}

const struct walk_page *walk_example(const struct walk *walk, const char *kind)
{
    for (size_t i = 0; i < walk->count; i++)
        if (walk->pages[i].plan == MIDDLING && strcmp(walk->pages[i].kind, kind) == 0)
            return &walk->pages[i];
    return NULL;
}

/* Whether a command may lead to another page. */
static bool leads(enum command cmd)
{
    enum command_group group = command_info(cmd)->group;
    bool steps = cmd == CMD_BACK || cmd == CMD_DONE || cmd == CMD_NEXT || cmd == CMD_PREVIOUS;
    return steps || (group != GROUP_MOVE && group != GROUP_WRITE);
}

/* Words, and what may follow them in the week. */
static void try_words(struct walk *walk, const struct walk_page *from, bool first)
{
    static const char *const following[] = {" 1", " mon to tue-sun"};
    for (int cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++) {
        struct walk_step step = {(enum command)cmd, WALK_STAY, NULL};
        if (first && cmd != CMD_OPEN)
            try_step(walk, from, step);
        for (size_t i = 0; i < COUNT(following); i++) {
            step.typed = following[i];
            if (command_info(step.cmd)->argument && starts_with(from->kind, "page-week"))
                try_step(walk, from, step);
        }
    }
}

static void try_commands(struct walk *walk, const struct walk_page *from, size_t row)
{
    for (int cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++)
        if (leads((enum command)cmd))
            try_step(walk, from, (struct walk_step){(enum command)cmd, row, NULL});
}

/* What has led to nothing new so many times in a row is an answer and no way: left alone. */
static void try_row(struct walk *walk, const struct walk_page *from, size_t row, int *in_vain)
{
    size_t before = walk->count;
    if (*in_vain >= (walk->brief ? 12 : 20))
        return;
    try_step(walk, from, (struct walk_step){CMD_OPEN, row, NULL});
    *in_vain = walk->count > before ? 0 : *in_vain + 1;
}

/* Whether it is the first page of its kind that was found with its plan. */
static bool is_first_of_plan(const struct walk *walk, size_t page)
{
    for (size_t i = 0; i < page; i++)
        if (walk->pages[i].plan == walk->pages[page].plan &&
            strcmp(walk->pages[i].kind, walk->pages[page].kind) == 0)
            return false;
    return true;
}

/* Answers that lead to another page than an empty one does, with a second Enter where the first
 * shows what is meant. */
static void try_answers(struct walk *walk, const struct walk_page *from)
{
    static const char *const answers[] = {"tue-sun", "9.30", "12", "mon 9-11 tea, Sam"};
    walk_to(walk, from);
    size_t edit = page_edit_row(&walk->s.w->page);
    bool asks = edit < walk->s.w->page.count && !walk->s.w->page.long_text;
    for (size_t i = 0; asks && i < COUNT(answers); i++) {
        struct walk_page answered = *from;
        struct walk_step step = {CMD_OPEN, edit, answers[i]}, again = {CMD_OPEN, edit, ""};
        try_step(walk, from, step);
        walk_to(walk, from);
        bool added = walk->mode == MODE_PLAIN ? add_line(walk->s.w, step, &answered)
                                              : add_keys(walk->s.w, step, &answered);
        answered.steps[answered.count++] = step;
        walk_to(walk, &answered);
        if (added && page_edit_row(&walk->s.w->page) == edit)
            try_step(walk, &answered, again);
    }
}

/* The rows of a page that can be opened: a copy, since going there makes the page afresh. */
static size_t rows_of(struct walk *walk, const struct walk_page *page, int acts[], bool can[])
{
    walk_to(walk, page);
    const struct page *p = &walk->s.w->page;
    size_t count = p->count < ROWS_MAX ? p->count : ROWS_MAX;
    for (size_t i = 0; i < count; i++) {
        acts[i] = p->rows[i].act;
        can[i] = row_focusable(&p->rows[i]) && acts[i] >= 0; /* undoing typing leads nowhere */
    }
    return count;
}

/* Every row is opened. Commands are given once for each kind of page, on rows of each doing; but
 * help and going on everywhere. */
static void explore(struct walk *walk, size_t number)
{
    const struct walk_page from = walk->pages[number];
    int acts[ROWS_MAX];
    bool can[ROWS_MAX], first = walk_is_first(walk, number);
    if (from.count > WALK_STEPS - 2 || (!first && starts_with(from.kind, "help")) ||
        (!first && starts_with(from.kind, "more")))
        return;
    size_t rows = rows_of(walk, &from, acts, can);
    for (size_t i = 0; i < rows; i++) {
        bool other = can[i];
        if (can[i])
            try_row(walk, &from, i, tries_in_vain(from.kind, acts[i]));
        for (size_t j = 0; j < i && other; j++)
            other = !can[j] || acts[j] != acts[i];
        if (first && other && walk->mode != MODE_PLAIN)
            try_commands(walk, &from, i);
    }
    if (walk->mode == MODE_PLAIN)
        try_words(walk, &from, first);
    if (is_first_of_plan(walk, number))
        try_answers(walk, &from);
    if (!walk->brief)
        try_step(walk, &from, (struct walk_step){CMD_HELP, WALK_STAY, NULL});
    try_step(walk, &from, (struct walk_step){CMD_NEXT, WALK_STAY, NULL});
}

static struct walk walk_about(enum mode mode, bool brief)
{
    struct walk walk = {.mode = mode, .brief = brief, .s = sitting_begin()};
    learn_kinds();
    doing_count = 0;
    for (size_t plan = 0; plan < PLANS; plan++) {
        struct walk_page page = {.plan = plan};
        size_t next = walk.count;
        begin(&walk, plan);
        look_round(&walk, &page);
        for (; next < walk.count; next++)
            explore(&walk, next);
    }
    return walk;
}

#ifdef __SANITIZE_ADDRESS__
#define EVERYWHERE false
#else
#define EVERYWHERE true
#endif

struct walk walk_everywhere(enum mode mode)
{
    return walk_about(mode, !EVERYWHERE);
}

struct walk walk_to_every_kind(enum mode mode)
{
    return walk_about(mode, true);
}

void walk_end(struct walk *walk)
{
    sitting_end(&walk->s);
    free(walk->pages);
}

void walk_expect_every_kind(const struct walk *walk, const char *but)
{
    for (size_t k = 0; k < place_count + page_count; k++) {
        const char *kind = k < place_count ? places[k] : pages[k - place_count];
        /* A page of the form has its own kind. */
        /* Only the door knows that a file is locked: locked.py opens one. */
        bool seen = strcmp(kind, "page") == 0 || strcmp(kind, "unlock") == 0 ||
                    (but && strcmp(kind, but) == 0);
        for (size_t i = 0; i < walk->count && !seen; i++)
            seen = strcmp(walk->pages[i].kind, kind) == 0;
        if (!seen)
            fail_msg("no way leads to a page of the kind %s: give walk.c a plan from which one "
                     "does",
                     kind);
    }
}

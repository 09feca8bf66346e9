/*
 * Every kind of page as a picture, with the cursor: tests/pictures/KIND.txt, in both sizes, on the
 * full screen, as lines for speech and braille, and as plain lines, which a dumb terminal gets; and
 * where they differ without UTF-8. Every other terminal shows the same picture, and so does one
 * without colour. UPDATE=1 writes the files.
 */
#include <locale.h>
#include <string.h>

#include "spoken.h"
#include "visit.h"

static const struct look {
    const char *title;
    enum mode mode;
    int rows, cols;
} looks[] = {{"full screen, 80x24", MODE_FULL, 24, 80},
             {"full screen, 40x12", MODE_FULL, 12, 40},
             {"lines for speech and braille, 80x24", MODE_READER, 24, 80},
             {"lines for speech and braille, 40x12", MODE_READER, 12, 40},
             {"full screen, 132x50", MODE_FULL, 50, 132}};

/* A large window, for the pages where most of the time goes by. */
static bool is_wanted(const struct look *l, const char *kind)
{
    static const char kinds[] = " tasks page-question page-table page-week page-money page-check ";
    char word[40];
    snprintf(word, sizeof word, " %s ", kind);
    return l->rows < 50 || strstr(kinds, word);
}

/* The first is what the others are held to. */
static const char *const terminals[][4] = {{"TERM=xterm-256color", "LC_ALL=C.UTF-8", NULL},
                                           {"TERM=vt100", "LC_ALL=C.UTF-8", NULL},
                                           {"TERM=linux", "LC_ALL=C.UTF-8", NULL},
                                           {"TERM=linux", "NO_COLOR=1", NULL},
                                           {"TERM=xterm-256color", "NO_COLOR=1", NULL},
                                           {"TERM=xterm-256color", "LC_ALL=C", NULL},
                                           {"TERM=vt100", "LC_ALL=C", NULL},
                                           {"TERM=linux", "LC_ALL=C", NULL}};
#define FIRST_ASCII 5

/* A program with sanitizers starts many times slower: then one other terminal will do. */
#ifdef __SANITIZE_ADDRESS__
#define STEP 7
#else
#define STEP 1
#endif

/* Blank rows at the end say nothing. */
static void trim(struct bytes *picture)
{
    while (picture->len > 1 && picture->data[picture->len - 1] == '\n' &&
           picture->data[picture->len - 2] == '\n')
        picture->data[--picture->len] = '\0';
}

/* The words that are offered for a passphrase are others each time. */
static void mask_words(struct bytes *picture)
{
    static const char heading[] = "hard to guess:\n", mask[] = "(four words)";
    char *at = strstr(picture->data, heading);
    if (!at)
        return;
    at += strlen(heading);
    char *end = at + strcspn(at, "\n");
    assert_true((size_t)(end - at) > strlen(mask));
    memmove(at + strlen(mask), end, strlen(end) + 1);
    memcpy(at, mask, strlen(mask));
    picture->len = strlen(picture->data);
}

/* What a page looks like, on each terminal; where nothing is wanted there is nothing. */
struct shots {
    struct bytes of[COUNT(terminals)][COUNT(looks)];
};

static void free_shots(struct shots *shots)
{
    for (size_t t = 0; t < COUNT(terminals); t++)
        for (size_t l = 0; l < COUNT(looks); l++)
            bytes_free(&shots->of[t][l]);
}

static struct bytes picture_here(struct visit *v, const struct look *l)
{
    terminal_resize(v->t, l->rows, l->cols);
    struct bytes picture = terminal_picture(v->t);
    stage_mask(&v->stage, &picture);
    mask_words(&picture);
    trim(&picture);
    return picture;
}

static bool is_taken(size_t terminal)
{
    return terminal % STEP == 0 || terminal == FIRST_ASCII;
}

/* In one mode: the program is started once for each terminal, and has each size in turn. */
static void take_shots(struct visit *v, const struct walk_page *page, struct shots *shots)
{
    for (size_t t = 0; t < COUNT(terminals); t++) {
        if (!is_taken(t))
            continue;
        go(v, page, terminals[t]);
        for (size_t l = 0; l < COUNT(looks); l++)
            if (looks[l].mode == v->walk.mode && is_wanted(&looks[l], page->kind))
                shots->of[t][l] = picture_here(v, &looks[l]);
    }
}

static void add_picture(struct bytes *file, const char *title, const char *more,
                        const struct bytes *picture)
{
    bytes_add(file, "== ", 3);
    bytes_add(file, title, strlen(title));
    bytes_add(file, more, strlen(more));
    bytes_add(file, "\n", 1);
    bytes_add(file, picture->data, picture->len);
}

/* The same on every terminal: of those with UTF-8, and of those without. */
static void compare_shots(const struct shots *shots, const char *name, size_t l)
{
    for (size_t t = 0; t < COUNT(terminals); t++) {
        const struct bytes *want = &shots->of[t < FIRST_ASCII ? 0 : FIRST_ASCII][l];
        const struct bytes *other = &shots->of[t][l];
        if (is_taken(t) && strcmp(other->data, want->data) != 0)
            fail_msg("%s %s shows of the page %s:\n%s\nand not:\n%s", terminals[t][0],
                     terminals[t][1], name, other->data, want->data);
    }
}

static void add_shots(const struct shots *shots, const char *name, struct bytes *file)
{
    for (size_t l = 0; l < COUNT(looks); l++) {
        const struct bytes *first = &shots->of[0][l], *ascii = &shots->of[FIRST_ASCII][l];
        if (!first->data)
            continue;
        compare_shots(shots, name, l);
        add_picture(file, looks[l].title, "", first);
        if (strcmp(first->data, ascii->data) != 0)
            add_picture(file, looks[l].title, ", without UTF-8", ascii);
    }
}

/* The same page in another mode, or one of its kind. */
static const struct walk_page *like(const struct walk *walk, const struct walk_page *page)
{
    for (size_t i = 0; i < walk->count; i++)
        if (strcmp(walk->pages[i].name, page->name) == 0)
            return &walk->pages[i];
    for (size_t i = 0; i < walk->count; i++)
        if (strcmp(walk->pages[i].kind, page->kind) == 0)
            return &walk->pages[i];
    return NULL;
}

/* What is said before the line that is typed, which is marked as the cursor is. */
static struct bytes transcript(struct walk *walk, const struct walk_page *page,
                               enum charset charset)
{
    struct bytes said = {0};
    walk_to(walk, page);
    char *words = spoken_afresh(walk->s.w, charset);
    const char *begin = words + (*words == '\n'), *last = strrchr(begin, '\n');
    size_t col = strlen(last ? last + 1 : begin);
    bytes_add(&said, begin, strlen(begin));
    bytes_add(&said, "\n", 1);
    while (col-- > 0)
        bytes_add(&said, " ", 1);
    bytes_add(&said, "^\n", 2);
    free(words);
    return said;
}

static void add_transcripts(struct walk *plain, const struct walk_page *page, struct bytes *file)
{
    struct bytes utf8 = transcript(plain, page, CHARSET_UTF8);
    struct bytes ascii = transcript(plain, page, CHARSET_ASCII);
    add_picture(file, "plain lines, TERM=dumb", "", &utf8);
    if (strcmp(utf8.data, ascii.data) != 0)
        add_picture(file, "plain lines, TERM=dumb", ", without UTF-8", &ascii);
    bytes_free(&utf8);
    bytes_free(&ascii);
}

/* Pages that say nothing of an empty plan. */
static bool needs_example(const char *kind)
{
    static const char *const kinds[] = {"helpers", "rehearsal", "copies", "paper", "met"};
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

/* The page whose picture is taken for that of its kind. */
static const struct walk_page *shown(const struct walk *walk, const struct walk_page *first)
{
    const struct walk_page *example =
        needs_example(first->kind) ? walk_example(walk, first->kind) : NULL;
    return example ? example : first;
}

static void every_kind_of_page_has_its_picture(void **state)
{
    struct visit *full = *state, *reader;
    void *other = NULL;
    size_t wrong = 0;
    struct walk plain = walk_to_every_kind(MODE_PLAIN);
    begin_visit(&other, MODE_READER);
    reader = other;
    for (size_t i = 0; i < full->walk.count; i++) {
        const struct walk_page *shows = shown(&full->walk, &full->walk.pages[i]);
        const char *kind = shows->kind;
        struct bytes file = {0};
        char path[96];
        if (!walk_is_first(&full->walk, i))
            continue;
        struct shots shots = {0};
        const struct walk_page *read = like(&reader->walk, shows);
        take_shots(full, shows, &shots);
        if (read)
            take_shots(reader, read, &shots);
        add_shots(&shots, shows->name, &file);
        free_shots(&shots);
        const struct walk_page *said = like(&plain, shows);
        if (said)
            add_transcripts(&plain, said, &file);
        snprintf(path, sizeof path, "tests/pictures/%s.txt", kind);
        wrong += !stage_matches(path, &file);
        bytes_free(&file);
    }
    end_visit(&other);
    walk_end(&plain);
    if (wrong > 0)
        fail_msg("%zu pages are not as in tests/pictures", wrong);
}

static int begin_full(void **state)
{
    return begin_visit(state, MODE_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_kind_of_page_has_its_picture)};
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("pictures", tests, begin_full, end_visit);
}

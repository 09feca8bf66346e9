/*
 * The way through this file: what a name says; one plan's files; what is left of all of them, in
 * words.
 */
#include "errand_ours.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/left.h"
#include "supportplan/plan_csv.h"
#include "supportplan/remember.h"

/* What a name says */

static bool begins(const char *name, const char *with)
{
    return strncmp(name, with, strlen(with)) == 0;
}

/* Whether it is one of several lines. */
static bool has_line(const char *lines, const char *line)
{
    size_t n = strlen(line);
    for (const char *at = lines; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, line, n) == 0 && at[n] == '\n')
            return true;
    return false;
}

/* What follows ".NAME." in a hidden name. An earlier session's journal may hold words that are
 * nowhere else. */
static enum ours hidden_ours(const char *rest)
{
    if (strcmp(rest, "lock") == 0)
        return OURS_LOCK;
    if (begins(rest, "journal"))
        return rest[7] == '\0' || rest[7] == '-' ? OURS_WORDS : OURS_NOT;
    bool temp =
        strlen(rest) == 20 && strspn(rest, "0123456789abcdef") == 16 && text_ends(rest, ".tmp");
    return temp ? OURS_SESSION : OURS_NOT;
}

/* A name that is made of the plan's whole one. */
static enum ours named_after(const char *name, const char *plan)
{
    const char *hidden = store_hidden_rest(name, plan);
    if (hidden && hidden_ours(hidden) != OURS_NOT)
        return hidden_ours(hidden);
    if (!begins(name, plan))
        return OURS_NOT;
    const char *rest = name + strlen(plan);
    if (*rest == '\0')
        return OURS_PLAN;
    if (strcmp(rest, "~") == 0 || strcmp(rest, "~2~") == 0)
        return OURS_BEFORE;
    return begins(rest, ".unsaved-") || begins(rest, ".original") ? OURS_WORDS : OURS_NOT;
}

/* What stands between a plan's name and its ending, where that is of our making. The first of them
 * hold words that may be nowhere else, the others can be made anew. */
static const char *const parts[] = {"answer", "not-kept",  "recovered", "tried-out", "my-version",
                                    "shared", "timetable", "fridge",    "card"};
#define MADE_ANEW 5

/* Whether it is one of them from a number on: "-answer", "-s2", "-not-kept-3". */
static bool is_our_part(const char *part, size_t len, size_t from)
{
    while (len > 1 && isdigit((unsigned char)part[len - 1]))
        len--;
    if (len == 2 && (part[1] == 's' || part[1] == 'o'))
        return true;
    len -= len > 1 && part[len - 1] == '-';
    for (size_t i = from; i < sizeof parts / sizeof *parts; i++)
        if (len == strlen(parts[i]) + 1 && strncmp(part + 1, parts[i], len - 1) == 0)
            return true;
    return false;
}

/* my-plan of my-plan.csv, and of my-plan.csv.age */
static void add_stem(const char *plan, struct text *out)
{
    errand_beside(plan, "", out);
}

/* Whether a name is that of a text of ours beside the plan, locked or not; from: as is_our_part().
 */
static bool is_text(const char *name, const char *plan, size_t from)
{
    struct text stem = {0};
    add_stem(plan, &stem);
    size_t n = strlen(name) - (errand_named_locked(name) ? sizeof AGE_ENDING - 1 : 0);
    bool long_enough = begins(name, text_str(&stem)) && n >= stem.len + 4;
    const char *end = name + n - (long_enough ? 4 : 0), *part = name + stem.len;
    size_t len = long_enough ? (size_t)(end - part) : 0;
    bool text = long_enough && strncmp(end, ".txt", 4) == 0;
    bool table = long_enough && strncmp(end, ".csv", 4) == 0;
    bool whole = text && len == 0;
    bool made = (text || table) && len > 0 && *part == '-' && is_our_part(part, len, from);
    text_free(&stem);
    return whole || made;
}

/* .NAME.<16 hex>.tmp: what was being written as NAME. Else of stays empty. */
static void torn_of(const char *name, struct text *of)
{
    size_t len = strlen(name), end = strlen(".0123456789abcdef.tmp");
    if (*name == '.' && len > end + 1 && name[len - end] == '.' &&
        hidden_ours(name + len - end + 1) == OURS_SESSION)
        text_add_n(of, name + 1, len - end - 1);
}

/* Whether NAME there is one of ours beside the plan. */
static bool is_torn(const char *name, const char *plan)
{
    struct text of = {0};
    torn_of(name, &of);
    bool torn = of.len > 0 &&
                (is_text(text_str(&of), plan, 0) || named_after(text_str(&of), plan) != OURS_NOT);
    text_free(&of);
    return torn;
}

/* The same plan before it was locked, or while it was: my-plan.csv and my-plan.csv.age. */
static bool is_twin(const char *name, const char *plan)
{
    struct text twin = {0};
    size_t bare = strlen(plan) - (sizeof AGE_ENDING - 1);
    if (errand_named_locked(plan))
        text_add_n(&twin, plan, bare);
    else
        text_addf(&twin, "%s%s", plan, AGE_ENDING);
    enum ours ours = named_after(name, text_str(&twin));
    text_free(&twin);
    return ours != OURS_NOT && ours != OURS_LOCK;
}

/* feedback.txt, feedback-2.txt: it has no plan's name. What another session wrote may be anybody's.
 */
static enum ours feedback_ours(const struct ours_list *list)
{
    const char *name = text_str(&list->name);
    size_t len = strlen("feedback");
    if (!begins(name, "feedback") || !text_ends(name, ".txt") ||
        strspn(name + len, "-0123456789") != strlen(name) - len - 4)
        return OURS_NOT;
    return has_line(list->made, text_str(&list->path)) ? OURS_WORDS : OURS_OTHER;
}

static enum ours ours_of(const struct ours_list *list)
{
    const char *name = text_str(&list->name);
    enum ours ours = named_after(name, list->plan);
    if (ours == OURS_NOT && is_text(name, list->plan, 0))
        ours = OURS_WORDS;
    if (ours == OURS_NOT && is_torn(name, list->plan))
        ours = OURS_TORN;
    if (ours == OURS_NOT && is_twin(name, list->plan))
        ours = OURS_OTHER;
    return ours == OURS_NOT ? feedback_ours(list) : ours;
}

/* One plan's files */

/* Its folder's names. The plan's own goes to the end: while anything of it is here, so is the plan.
 */
static enum status read_names(struct ours_list *list)
{
    struct text all = {0};
    enum status st = store_names(list->folder.len > 0 ? text_str(&list->folder) : ".", &all);
    bool there = false;
    for (const char *at = text_str(&all); !st && *at; at += strcspn(at, "\n") + 1) {
        size_t n = strcspn(at, "\n");
        bool own = n == strlen(list->plan) && strncmp(at, list->plan, n) == 0;
        if (!own)
            text_add_n(&list->names, at, n + 1);
        there = there || own;
    }
    if (there)
        text_addf(&list->names, "%s\n", list->plan);
    text_free(&all);
    return st ? st : text_status(&list->names);
}

/* What the plan says lies beside it, and does. */
static void add_pictures(struct ours_list *list, const char *path)
{
    const struct plan *plan = list->pictures;
    struct text some = {0}, line = {0};
    for (size_t i = 0; plan && i < plan_count(plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        const char *file = plan_str(plan, F_ATTACHMENT_FILE, item);
        if (plan_known(plan, F_ATTACHMENT_FILE, item) != KNOWN || !store_beside(path, file))
            continue;
        text_clear(&line);
        text_addf(&line, "/%s", file); /* no name of a folder's begins so */
        if (!has_line(text_str(&some), text_str(&line)))
            text_addf(&some, "%s\n", text_str(&line));
    }
    (void)text_splice(&list->names, 0, 0, text_str(&some), some.len);
    text_free(&some);
    text_free(&line);
}

enum status ours_begin(struct ours_list *list, const struct errand *e, const char *path)
{
    size_t name = store_name_at(path);
    char *open = e->wizard->path ? realpath(e->wizard->path, NULL) : NULL;
    *list = (struct ours_list){.plan = path + name, .made = text_str(&e->feedback)};
    if (open && strcmp(open, path) == 0)
        list->pictures = e->wizard->plan;
    free(open);
    text_add_n(&list->folder, path, name);
    enum status st = text_status(&list->folder);
    if (!st)
        st = read_names(list);
    if (!st)
        add_pictures(list, path);
    list->at = text_str(&list->names);
    return st ? st : text_status(&list->names);
}

void ours_end(struct ours_list *list)
{
    text_free(&list->name);
    text_free(&list->path);
    text_free(&list->folder);
    text_free(&list->names);
}

enum ours ours_next(struct ours_list *list)
{
    while (*list->at) {
        size_t n = strcspn(list->at, "\n");
        bool picture = *list->at == '/';
        text_clear(&list->name);
        text_clear(&list->path);
        text_add_n(&list->name, list->at + picture, n - picture);
        text_addf(&list->path, "%s%s", text_str(&list->folder), text_str(&list->name));
        list->at += n + 1;
        enum ours ours = picture ? OURS_PICTURE : ours_of(list);
        if (ours != OURS_NOT)
            return ours;
    }
    return OURS_NOT;
}

/* Whether a file begins with all that another holds. */
static bool begins_with(const char *path, const char *torn)
{
    struct text there = {0}, begun = {0};
    bool read = store_read(torn, PLAN_BYTES_MAX, &begun, NULL) == ST_OK;
    bool same =
        read && (begun.len == 0 || (store_read(path, PLAN_BYTES_MAX, &there, NULL) == ST_OK &&
                                    there.len >= begun.len &&
                                    memcmp(text_str(&there), text_str(&begun), begun.len) == 0));
    text_free(&there);
    text_free(&begun);
    return same;
}

bool ours_is_spare(const struct ours_list *list)
{
    struct text of = {0}, path = {0};
    torn_of(text_str(&list->name), &of);
    text_addf(&path, "%s%s", text_str(&list->folder), text_str(&of));
    bool spare = of.len > 0 && text_status(&path) == ST_OK &&
                 (is_text(text_str(&of), list->plan, MADE_ANEW) ||
                  begins_with(text_str(&path), text_str(&list->path)));
    text_free(&of);
    text_free(&path);
    return spare;
}

bool ours_moves(enum ours ours)
{
    return ours == OURS_PLAN || ours == OURS_WORDS || ours == OURS_BEFORE || ours == OURS_SESSION;
}

bool ours_ends(enum ours ours)
{
    return ours == OURS_LOCK || ours == OURS_TORN;
}

bool ours_goes_with_us(const struct errand *e, const char *name)
{
    bool log = e->log.open && e->log.name && strcmp(name, e->log.name) == 0;
    return (log && !e->wizard->unsaved) ||
           (e->lock.held && e->lock.name && strcmp(name, e->lock.name) == 0);
}

/* What is left, in words */

static const char *words_for(enum ours ours)
{
    static const char *const words[] = {
        [OURS_NOT] = "",
        [OURS_PLAN] = N_("your plan"),
        [OURS_WORDS] = N_("words of your plan"),
        [OURS_BEFORE] = N_("a copy from before"),
        [OURS_SESSION] = N_("what a session left"),
        [OURS_LOCK] = N_("a note of who has it open"),
        [OURS_TORN] = N_("what a session left"),
        [OURS_PICTURE] = N_("a picture or recording of yours"),
        [OURS_OTHER] = N_("it may hold words of yours"),
    };
    return _(words[ours]);
}

static void add_line(const char *path, enum ours ours, struct text *out)
{
    text_addf(out, "%s: %s\n", path, words_for(ours));
}

/* Add a line for each file that there is now. */
static enum status add_words(struct errand *e, const char *path, struct text *out)
{
    struct ours_list list;
    enum status st = ours_begin(&list, e, path);
    for (enum ours ours; !st && (ours = ours_next(&list)) != OURS_NOT;)
        if (ours != OURS_PICTURE && !ours_goes_with_us(e, text_str(&list.name)))
            add_line(text_str(&list.path), ours, out);
    ours_end(&list);
    return st ? st : text_status(out);
}

enum status ours_everywhere(struct errand *e, const char *but, struct text *out)
{
    struct text path = {0};
    enum status worst = ST_OK;
    for (const char *at = text_str(&e->been); *at; at += strcspn(at, "\n") + 1) {
        text_clear(&path);
        text_add_n(&path, at, strcspn(at, "\n"));
        bool skip = but && strcmp(but, text_str(&path)) == 0;
        enum status st = skip ? ST_OK : add_words(e, text_str(&path), out);
        worst = st ? st : worst;
    }
    for (const char *at = text_str(&e->pictures); *at; at += strcspn(at, "\n") + 1) {
        text_clear(&path);
        text_add_n(&path, at, strcspn(at, "\n"));
        if (store_exists(text_str(&path)))
            add_line(text_str(&path), OURS_PICTURE, out);
    }
    text_free(&path);
    return worst ? worst : text_status(out);
}

/* Where a file really is, though it may not be there yet. Owned. */
static char *real_path(const char *path)
{
    struct text t = {0};
    char *real = realpath(path, NULL);
    size_t name = store_name_at(path);
    if (real)
        return real;
    store_add_folder(&t, path);
    char *folder = realpath(text_str(&t), NULL);
    text_clear(&t);
    if (folder)
        text_addf(&t, "%s/%s", folder, path + name);
    free(folder);
    return text_take(&t);
}

void errand_note_been(struct errand *e)
{
    const char *path = e->wizard->path;
    if (!path || strcmp(path, text_str(&e->noted)) == 0)
        return;
    char *real = real_path(path);
    if (real && *real && !has_line(text_str(&e->been), real))
        text_addf(&e->been, "%s\n", real);
    free(real);
    text_clear(&e->noted);
    text_add(&e->noted, path);
}

void errand_note_pictures(struct errand *e)
{
    struct ours_list list;
    char *real = e->wizard->path ? realpath(e->wizard->path, NULL) : NULL;
    if (!real)
        return;
    if (ours_begin(&list, e, real) == ST_OK)
        while (ours_next(&list) == OURS_PICTURE) /* they come first */
            if (!has_line(text_str(&e->pictures), text_str(&list.path)))
                text_addf(&e->pictures, "%s\n", text_str(&list.path));
    ours_end(&list);
    free(real);
}

void errand_left(struct errand *e)
{
    struct text files = {0}, settings = {0};
    if (e->wizard->save_failed && wizard_at(e->wizard)->kind == PLACE_LEAVE)
        return; /* there is something to decide first */
    enum status st = ours_everywhere(e, NULL, &files);
    (void)remember_where(&settings);
    left_show(e->wizard, &(struct left_found){.files = text_str(&files),
                                              .settings = text_str(&settings),
                                              .unseen = st != ST_OK});
    text_free(&files);
    text_free(&settings);
}

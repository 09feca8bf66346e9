#include "supportplan/shelf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "supportplan/store.h"

#ifndef SUPPORTPLAN_FORMS_DIR
#define SUPPORTPLAN_FORMS_DIR "/usr/local/share/supportplan"
#endif
#define FORM_MAX ((size_t)4 << 20)

static bool is_shelf(const char *folder)
{
    struct text t = {0};
    text_addf(&t, "%s/words.yaml", folder);
    bool is = text_status(&t) == ST_OK && store_exists(t.data);
    text_free(&t);
    return is;
}

/* The folder of the running program, without its name. */
static bool own_folder(struct text *out)
{
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0)
        return false;
    path[n] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    text_add_n(out, path, (size_t)(slash - path));
    return true;
}

enum status shelf_find(struct text *out, bool *missed)
{
    const char *said = getenv("SUPPORTPLAN_FORMS");
    *missed = said && *said && !is_shelf(said);
    struct text beside = {0};
    static const char *const ways[] = {"/../forms", "/../share/supportplan"};
    if (said && is_shelf(said)) {
        text_add(out, said);
        return text_status(out);
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        text_clear(&beside);
        if (!own_folder(&beside))
            break;
        text_add(&beside, ways[i]);
        if (!is_shelf(text_str(&beside)))
            continue;
        text_add(out, text_str(&beside));
        text_free(&beside);
        return text_status(out);
    }
    text_free(&beside);
    if (!is_shelf(SUPPORTPLAN_FORMS_DIR))
        return ST_UNKNOWN;
    text_add(out, SUPPORTPLAN_FORMS_DIR);
    return text_status(out);
}

void shelf_free(struct offer *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(list[i].name);
        free(list[i].title);
        free(list[i].about);
    }
    free(list);
}

/* What stands after a key at the start of a line of YAML, without quotes; NULL where it is not
 * there. */
static char *top_value(const char *yaml, const char *key)
{
    size_t n = strlen(key);
    for (const char *line = yaml; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, key, n) != 0 || line[n] != ':')
            continue;
        const char *at = line + n + 1;
        at += strspn(at, " \"'");
        size_t len = strcspn(at, "\n");
        while (len > 0 && strchr(" \"'\r", at[len - 1]))
            len--;
        struct text t = {0};
        text_add_n(&t, at, len);
        return text_take(&t);
    }
    return NULL;
}

/* What a plan's file says of one field of section plan, as its cells stand: enough for a title. */
static char *plan_title(const char *csv)
{
    static const char key[] = "\"plan\",\"\",\"title\",\"";
    const char *at = strstr(csv, key);
    if (!at)
        return NULL;
    at += sizeof key - 1;
    struct text t = {0};
    text_add_n(&t, at, strcspn(at, "\"\n"));
    return text_take(&t);
}

static char *title_of(const char *path, bool form, char **about)
{
    struct text file = {0};
    char *title = NULL;
    if (store_read(path, FORM_MAX, &file, NULL) == ST_OK) {
        title = form ? top_value(text_str(&file), "title") : plan_title(text_str(&file));
        *about = form ? top_value(text_str(&file), "council") : NULL;
    }
    text_free(&file);
    return title;
}

/* One offer a file of the folder. */
static enum status list_folder(const char *folder, const char *suffix, bool form,
                               struct offer **list, size_t *count)
{
    struct text names = {0};
    *list = NULL;
    *count = 0;
    enum status st = store_list(folder, suffix, &names);
    char *next = names.data, *save = NULL;
    for (char *name = next && !st ? strtok_r(next, "\n", &save) : NULL; name;
         name = strtok_r(NULL, "\n", &save)) {
        if (strcmp(name, "words.yaml") == 0)
            continue;
        struct offer *more = realloc(*list, (*count + 1) * sizeof *more);
        struct text path = {0};
        if (!more) {
            st = ST_NOMEM;
            break;
        }
        *list = more;
        text_addf(&path, "%s/%s", folder, name);
        struct offer o = {0};
        o.title = title_of(text_str(&path), form, &o.about);
        name[strlen(name) - strlen(suffix)] = '\0';
        o.name = text_copy(name);
        if (!o.title)
            o.title = text_copy(name);
        more[(*count)++] = o;
        text_free(&path);
    }
    text_free(&names);
    return st == ST_NOMEM ? st : ST_OK;
}

/* The default form is offered first; after it the others by name. */
static void default_first(struct offer *list, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (!list[i].name || strcmp(list[i].name, "seven-questions") != 0)
            continue;
        struct offer first = list[i];
        memmove(&list[1], &list[0], i * sizeof *list);
        list[0] = first;
    }
}

enum status shelf_forms(const char *folder, struct offer **list, size_t *count)
{
    enum status st = list_folder(folder, ".yaml", true, list, count);
    if (!st)
        default_first(*list, *count);
    return st;
}

enum status shelf_examples(const char *folder, struct offer **list, size_t *count)
{
    struct text path = {0};
    text_addf(&path, "%s/examples", folder);
    enum status st = list_folder(text_str(&path), ".csv", false, list, count);
    text_free(&path);
    return st;
}

/* A plan says which form it has, but never which file of this computer is read. */
static bool is_form_name(const char *name)
{
    return *name && *name != '.' && !strchr(name, '/') && strcmp(name, "words") != 0;
}

/* Read a file of the folder whole. */
static enum status read_file(const char *folder, const char *name, struct text *out,
                             struct fault *fault)
{
    struct text path = {0};
    text_addf(&path, "%s/%s.yaml", folder, name);
    enum status st = text_status(&path);
    if (!st)
        st = store_read(text_str(&path), FORM_MAX, out, fault);
    text_free(&path);
    return st;
}

static enum status read_yaml(const char *folder, const char *name, struct text *out,
                             struct fault *fault)
{
    enum status st = is_form_name(name) ? read_file(folder, name, out, fault) : ST_UNKNOWN;
    if (st == ST_UNKNOWN)
        fault_set(fault, st, 0, "%s", _("There is no form of that name."));
    return st;
}

enum status shelf_outline(const char *folder, const char *name, struct form **out)
{
    struct text yaml = {0};
    enum status st = read_yaml(folder, name, &yaml, NULL);
    if (!st)
        st = form_read_outline(name, text_str(&yaml), yaml.len, out);
    text_free(&yaml);
    return st;
}

enum status shelf_form(const char *folder, const char *name, struct form **out, struct fault *fault)
{
    struct text yaml = {0}, words = {0};
    enum status st = read_yaml(folder, name, &yaml, fault);
    if (!st)
        st = read_file(folder, "words", &words, fault);
    if (!st)
        st = form_read(name, text_str(&yaml), yaml.len, text_str(&words), words.len, out, fault);
    text_free(&yaml);
    text_free(&words);
    return st;
}

/* The name of the file goes before what is told of it. */
static void tell(struct notices *notices, const char *file, const char *sentence)
{
    struct text t = {0};
    text_addf(&t, "%s: %s", file, sentence);
    (void)notices_take(notices, &t);
}

/* What there is to tell of a table: that it can't be read, and each row that can't be used. */
static void tell_all(struct notices *notices, const char *file, enum status st,
                     const struct fault *fault, struct notices *told)
{
    if (st)
        tell(notices, file, *fault->text ? fault->text : status_text(st));
    for (size_t i = 0; i < told->count; i++)
        tell(notices, file, told->list[i]);
    notices_free(told);
}

static enum status read_table(const char *folder, const char *file, struct text *csv,
                              struct fault *fault)
{
    struct text path = {0};
    text_addf(&path, "%s/%s", folder, file);
    enum status st = store_read(text_str(&path), FORM_MAX, csv, fault);
    text_free(&path);
    return st;
}

void shelf_rates(const char *folder, struct rates *out, struct notices *notices)
{
    struct text csv = {0};
    struct notices told = {0};
    struct fault fault = {0};

    *out = (struct rates){0};
    enum status st = read_table(folder, "rates.csv", &csv, &fault);
    if (!st)
        st = rates_read(text_str(&csv), csv.len, out, &told, &fault);
    tell_all(notices, "rates.csv", st, &fault, &told);
    text_free(&csv);
}

void shelf_holidays(const char *folder, struct holidays *out, struct notices *notices)
{
    struct text csv = {0};
    struct notices told = {0};
    struct fault fault = {0};

    *out = (struct holidays){0};
    enum status st = read_table(folder, "bank-holidays.csv", &csv, &fault);
    if (!st)
        st = holidays_read(text_str(&csv), csv.len, out, &told, &fault);
    tell_all(notices, "bank-holidays.csv", st == ST_UNKNOWN ? ST_OK : st, &fault, &told);
    text_free(&csv);
}

void shelf_spending(const char *folder, struct spending *out, struct notices *notices)
{
    struct text csv = {0};
    struct notices told = {0};
    struct fault fault = {0};

    *out = (struct spending){0};
    enum status st = read_table(folder, "spending.csv", &csv, &fault);
    if (!st)
        st = spending_read(text_str(&csv), csv.len, out, &told, &fault);
    tell_all(notices, "spending.csv", st == ST_UNKNOWN ? ST_OK : st, &fault, &told);
    text_free(&csv);
}

void shelf_words(const char *folder, struct text *out, size_t *count)
{
    struct text path = {0};
    *count = 0;
    text_addf(&path, "%s/passphrase-words.txt", folder);
    if (store_read(text_str(&path), FORM_MAX, out, NULL) == ST_OK)
        for (size_t i = 0; i < out->len; i++)
            *count += out->data[i] == '\n';
    text_free(&path);
}

void shelf_example_path(const char *folder, const char *name, struct text *out)
{
    text_addf(out, "%s/examples/%s.csv", folder, name);
}

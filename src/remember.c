#include "supportplan/remember.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "supportplan/store.h"

#define SETTINGS_MAX 65536

bool remember_asked(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value && strcmp(value, "0") != 0 && strcmp(value, "false") != 0;
}

/* The folder that settings are under. false where there is no such place; a name that does not
 * begin at the root is none, as the rules of XDG say. */
static bool find_base(struct text *out)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && *config == '/')
        text_add(out, config);
    else if (home && *home == '/')
        text_addf(out, "%s/.config", home);
    return out->len > 0 && text_status(out) == ST_OK;
}

bool remember_where(struct text *out)
{
    struct text path = {0};
    bool there = find_base(&path);
    text_add(&path, "/supportplan/settings");
    there = there && text_status(&path) == ST_OK && store_exists(text_str(&path));
    if (there)
        text_add(out, text_str(&path));
    text_free(&path);
    return there && text_status(out) == ST_OK;
}

bool remember_read(struct settings *s)
{
    struct text path = {0}, bytes = {0};
    *s = settings_usual();
    bool there = remember_where(&path) &&
                 store_read(text_str(&path), SETTINGS_MAX, &bytes, NULL) == ST_OK &&
                 settings_read(text_str(&bytes), bytes.len, s) == ST_OK;
    text_free(&path);
    text_free(&bytes);
    return there;
}

/* Make a folder that only this person can look into, unless it is there. */
static bool make_folder(const char *path)
{
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static enum status write_under(struct text *path, const struct text *bytes, struct fault *fault)
{
    bool folders = make_folder(text_str(path));
    text_add(path, "/supportplan");
    folders = folders && make_folder(text_str(path));
    text_add(path, "/settings");
    if (!folders || text_status(path) != ST_OK)
        return fault_set(fault, ST_IO, 0, "%s", _("Its folder could not be made."));
    return store_write(text_str(path), text_str(bytes), bytes->len, STORE_REPLACE, fault);
}

enum status remember_write(const struct settings *s, struct fault *fault)
{
    struct text path = {0}, bytes = {0};
    enum status st = settings_write(s, &bytes);
    if (st)
        fault_set(fault, st, 0, "%s", status_text(st));
    else if (!find_base(&path))
        st = fault_set(fault, ST_UNKNOWN, 0, "%s", _("There is no home folder."));
    else
        st = write_under(&path, &bytes, fault);
    text_free(&path);
    text_free(&bytes);
    return st;
}

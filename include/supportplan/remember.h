/*
 * Where a person's settings are kept, and what their surroundings ask for.
 */
#ifndef SUPPORTPLAN_REMEMBER_H
#define SUPPORTPLAN_REMEMBER_H

#include "supportplan/settings.h"

/** Read $XDG_CONFIG_HOME/supportplan/settings, or the same under ~/.config. @return whether there
 * are such settings; else s is set to what is usual. s is to be freed. */
bool remember_read(struct settings *s);
/** Add the path of that file to out, where there is one. @return whether there is */
bool remember_where(struct text *out);
/** Write them there: the folders 0700, the file 0600. @fault says why not. */
enum status remember_write(const struct settings *s, struct fault *fault);
/** Whether a variable of the surroundings is set and asks for something: not empty, 0 or false. */
bool remember_asked(const char *variable);

#endif

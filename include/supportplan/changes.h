/*
 * The page of what changed: this plan against another version of it, in a file.
 */
#ifndef SUPPORTPLAN_CHANGES_H
#define SUPPORTPLAN_CHANGES_H

struct wizard;

/** Go to the page, and ask which other versions lie beside the plan: FX_OTHERS. */
void changes_start(struct wizard *w);
/** How FX_OTHERS went: the names of the files, one a line (copied). */
void changes_found(struct wizard *w, const char *names);
/** Show what changed since the file of a name: FX_CHANGES asked for it. text has each paragraph on
 * a line; told what there is to know of the file. Both copied. */
void changes_show(struct wizard *w, const char *name, const char *text, const char *told);

#endif

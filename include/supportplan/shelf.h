/*
 * The forms, wording and examples that are installed with the program: where they
 * are, which there are, and reading them.
 */
#ifndef SUPPORTPLAN_SHELF_H
#define SUPPORTPLAN_SHELF_H

#include "supportplan/form_file.h"
#include "supportplan/holidays_file.h"
#include "supportplan/plan_csv.h"
#include "supportplan/rates_file.h"
#include "supportplan/spending_file.h"
#include "supportplan/wizard.h"

/**
 * Find the folder of forms: $SUPPORTPLAN_FORMS, beside the program, or where it was installed.
 * @out     the path is added to it
 * @missed  set always: whether that variable names a folder without forms
 * @return ST_OK, ST_UNKNOWN or ST_NOMEM
 */
enum status shelf_find(struct text *out, bool *missed);
/** The forms of a folder, with their titles; *list is freed with shelf_free(). ST_OK or ST_NOMEM.
 */
enum status shelf_forms(const char *folder, struct offer **list, size_t *count);
/** The examples of a folder, with their titles; *list is freed with shelf_free(). ST_OK or
 * ST_NOMEM. */
enum status shelf_examples(const char *folder, struct offer **list, size_t *count);
/** Free a list of offers. */
void shelf_free(struct offer *list, size_t count);
/** Read a form by its name, which is never a path. *out is freed with form_free(). */
enum status shelf_form(const char *folder, const char *name, struct form **out,
                       struct fault *fault);
/** Read what the task list shows of a form, quickly: form_read_outline(). Where that fails,
 * shelf_form() says why. */
enum status shelf_outline(const char *folder, const char *name, struct form **out);
/**
 * Read the legal rates of a folder.
 * @notices  a sentence for each row that can't be used, with the file's name
 * @out      the rates that are good, none where there is no such file; freed with rates_free()
 */
void shelf_rates(const char *folder, struct rates *out, struct notices *notices);
/**
 * Read the one-off bank holidays of a folder.
 * @notices  a sentence for each row that can't be used, with the file's name
 * @out      the days that are good, none where there is no such file; freed with holidays_free()
 */
void shelf_holidays(const char *folder, struct holidays *out, struct notices *notices);
/**
 * Read the spending guide of a folder.
 * @notices  a sentence for each row that can't be used, with the file's name
 * @out      the entries that are good, none where there is no such file; freed with spending_free()
 */
void shelf_spending(const char *folder, struct spending *out, struct notices *notices);
/** The words that a passphrase is made of, a word a line; none where they are not there. */
void shelf_words(const char *folder, struct text *out, size_t *count);
/** Add the path of an example to out. */
void shelf_example_path(const char *folder, const char *name, struct text *out);

#endif

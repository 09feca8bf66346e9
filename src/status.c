#include "supportplan/status.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const sentences[] = {
    [ST_OK] = N_("Done."),
    [ST_NOMEM] = N_("This computer has no memory left. Nothing was changed."),
    [ST_SYNTAX] = N_("This is not written in a way that the program can read."),
    [ST_RANGE] = N_("The value is too large or too small."),
    [ST_UNKNOWN] = N_("There is nothing of that name."),
    [ST_REFUSED] = N_("This program cannot use that file."),
    [ST_LIMIT] = N_("The file is larger than this program reads."),
    [ST_EXISTS] = N_("There is a file of that name already."),
    [ST_IO] = N_("The computer could not read or write the file."),
    [ST_LOCKED] = N_("The file is locked with a passphrase."),
};
_Static_assert(sizeof sentences / sizeof *sentences == ST_LOCKED + 1,
               "one sentence for each status");

const char *status_text(enum status st)
{
    assert((size_t)st < sizeof sentences / sizeof *sentences);
    return _(sentences[st]);
}

/* A sentence that did not fit was cut at a byte: take off what is left of a character. */
static void trim_cut_character(char *text, size_t len)
{
    size_t lead = len;
    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xc0) == 0x80)
        lead--;
    if (lead == 0 || (unsigned char)text[lead - 1] < 0xc0)
        return;
    unsigned char first = (unsigned char)text[lead - 1];
    size_t whole = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (len - (lead - 1) < whole)
        text[lead - 1] = '\0';
}

enum status fault_set(struct fault *fault, enum status st, size_t line, const char *format, ...)
{
    if (!fault)
        return st;
    va_list args;
    va_start(args, format);
    int wanted = vsnprintf(fault->text, sizeof fault->text, format, args);
    va_end(args);
    if (wanted < 0)
        fault->text[0] = '\0';
    else if ((size_t)wanted >= sizeof fault->text)
        trim_cut_character(fault->text, sizeof fault->text - 1);
    fault->status = st;
    fault->line = line;
    return st;
}

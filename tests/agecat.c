/*
 * Standard input, locked or opened with a passphrase, on standard output: for age.py.
 *
 *     agecat lock PASSPHRASE WORK
 *     agecat open PASSPHRASE
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/age.h"

static void read_all(struct text *in)
{
    char some[4096];
    for (size_t n; (n = fread(some, 1, sizeof some, stdin)) > 0;)
        text_add_n(in, some, n);
}

int main(int argc, char **argv)
{
    struct text in = {0}, out = {0};
    struct age_pass pass = {0};
    if (argc < 3 || age_pass_set(&pass, argv[2], strlen(argv[2])) != ST_OK)
        return 99;
    read_all(&in);
    enum age_outcome outcome =
        argc > 3 ? age_lock(&pass, atoi(argv[3]), text_str(&in), in.len, &out, NULL)
                 : age_open(&pass, text_str(&in), in.len, &out, NULL);
    fwrite(text_str(&out), 1, out.len, stdout);
    fprintf(stderr, "%s\n", age_text(outcome));
    text_free(&in);
    text_free(&out);
    age_pass_free(&pass);
    return (int)outcome;
}

/*
 * What the files of form_file share.
 */
#ifndef FORM_FILE_PARTS_H
#define FORM_FILE_PARTS_H

#include <cyaml/cyaml.h>

#include "supportplan/form_lines.h"
#include "supportplan/status.h"

/**
 * Read YAML whose lines are written plainly: "key: words", "key: [words, words]", a list of words
 * or of keys below its key. It gives what the library would give, and takes a fraction of its time.
 *
 * @fields  the keys of the whole, of strings, words of a list, and sequences of strings or of keys
 * @data    what they are the members of, all nought; freed by who made it, whatever the status
 * @return  ST_OK, ST_NOMEM, or ST_UNKNOWN where a line is anything else
 */
enum status form_file_plain(const struct form_bytes *in, const cyaml_schema_field_t *fields,
                            void *data);

#endif

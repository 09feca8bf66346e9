/*
 * The yardstick for reading a plan: libcsv alone, counting cells and rows.
 *
 * Usage: csv_only FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include <csv.h>

struct counts {
    unsigned long cells, bytes, rows;
};

static void on_cell(void *cell, size_t len, void *data)
{
    struct counts *counts = data;
    (void)cell;
    counts->cells++;
    counts->bytes += len;
}

static void on_row(int ended_by, void *data)
{
    struct counts *counts = data;
    (void)ended_by;
    counts->rows++;
}

int main(int argc, char **argv)
{
    static char bytes[65536];
    struct counts counts = {0};
    struct csv_parser parser;
    size_t n;
    FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!in || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return 2;
    while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
        if (csv_parse(&parser, bytes, n, on_cell, on_row, &counts) != n)
            return 1;
    csv_fini(&parser, on_cell, on_row, &counts);
    csv_free(&parser);
    fclose(in);
    printf("%lu rows, %lu cells, %lu bytes\n", counts.rows, counts.cells, counts.bytes);
    return 0;
}

/*
 * The yardstick for reading plans: libcsv alone, counting cells and rows.
 *
 * Usage: csv_only FILE...
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

static void read_file(const char *path, struct counts *counts)
{
    static char bytes[65536];
    struct csv_parser parser;
    size_t n;
    FILE *in = fopen(path, "r");
    if (!in || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        exit(2);
    while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
        if (csv_parse(&parser, bytes, n, on_cell, on_row, counts) != n)
            exit(1);
    csv_fini(&parser, on_cell, on_row, counts);
    csv_free(&parser);
    fclose(in);
}

int main(int argc, char **argv)
{
    struct counts counts = {0};
    for (int i = 1; i < argc; i++)
        read_file(argv[i], &counts);
    printf("%lu rows, %lu cells, %lu bytes\n", counts.rows, counts.cells, counts.bytes);
    return argc > 1 ? 0 : 2;
}

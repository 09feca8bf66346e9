/*
 * The way through this file: the guard; what a file looks like; what its letters are;
 * how its cells are parted; cells and rows as libcsv finds them; all of it in order.
 */
#include "supportplan/csv_table.h"

#include <assert.h>
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "csv_table_parts.h"

/* ---- the guard against formulas ---- */

/* ^'*([=@\t\r\n]|[+-](?![0-9 ().-]*$)), where $ is the very end */
bool csv_is_formula(const char *value)
{
    if (!csv_may_be_formula(value))
        return false;
    value += strspn(value, "'");
    if (*value == '+' || *value == '-') {
        value++;
        return value[strspn(value, "0123456789 ().-")] != '\0';
    }
    return *value != '\0' && strchr("=@\t\r\n", *value) != NULL;
}

static const char *without_guard(const char *value)
{
    return *value == '\'' && csv_is_formula(value) ? value + 1 : value;
}

void csv_quoted(struct text *out, const char *value)
{
    char small[512], *room = small;
    size_t len = strlen(value), most = 2 * len + 2; /* every byte a quotation mark */
    if (most > sizeof small)
        room = malloc(most);
    if (!room) {
        out->nomem = true;
        return;
    }
    size_t used = csv_write(room, most, value, len);
    assert(used <= most);
    if (csv_is_formula(value)) {
        text_add(out, "\"'");
        text_add_n(out, room + 1, used - 1);
    } else {
        text_add_n(out, room, used);
    }
    if (room != small)
        free(room);
}

/* ---- what a file looks like that is no table ---- */

struct look {
    const char *begins;
    size_t len;
    const char *sentence;
};

#define PICTURE N_("This looks like a picture; choose a plan instead.")
#define PACKED N_("This looks like a spreadsheet or document; open it there and save as CSV.")
#define TAGGED N_("This looks like a web page or other marked-up text; choose a plan.")
#define LOCKED N_("This file is locked with a passphrase; choose one that is not.")
#define STRANGE N_("This file holds something other than text; choose a plan, or a kept copy.")
#define EMPTY N_("This file is empty; choose another, or a kept copy.")
#define NO_HEADER                                                                                  \
    N_("This looks like other text; a plan's first row is section, item, field, value.")

#define LOOK(begins, sentence)                                                                     \
    {                                                                                              \
        (begins), sizeof(begins) - 1, (sentence)                                                   \
    }
static const struct look looks[] = {
    LOOK("\x89PNG", PICTURE),
    LOOK("\xff\xd8\xff", PICTURE),
    LOOK("GIF8", PICTURE),
    LOOK("BM", PICTURE),
    LOOK("RIFF", PICTURE),
    LOOK("%PDF", N_("This looks like a PDF page; choose the plan it was made from.")),
    LOOK("PK\x03\x04", PACKED),
    LOOK("\xd0\xcf\x11\xe0", PACKED),
    LOOK("{\\rtf", PACKED),
    LOOK("<", TAGGED),
    LOOK("\xef\xbb\xbf<", TAGGED),
    LOOK("age-encryption.org/", LOCKED),
    LOOK("-----BEGIN AGE", LOCKED),
};

static enum status refused(struct fault *fault, const char *sentence)
{
    return fault_set(fault, ST_REFUSED, 0, "%s", _(sentence));
}

static enum status no_memory(struct fault *fault)
{
    return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c);
}

/* Nothing but blanks and byte-order marks. */
static bool is_empty(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!is_one_of(bytes[i], " \t\r\n\xef\xbb\xbf\xff\xfe") && bytes[i] != '\0')
            return false;
    return true;
}

static const char *looks_like(const char *bytes, size_t len)
{
    if (is_empty(bytes, len))
        return len && memchr(bytes, '\0', len) ? STRANGE : EMPTY;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (len >= looks[i].len && memcmp(bytes, looks[i].begins, looks[i].len) == 0)
            return looks[i].sentence;
    return NULL;
}

/* ---- letters ---- */

/* Bytes 0x80 to 0x9f in Windows-1252; the others are the code points of their number. */
static const uint16_t windows[32] = {
    0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
};

/* Write a code point as UTF-8: how many bytes it takes, at most four. */
static size_t put_utf8(char *to, uint32_t code)
{
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xc0, 0xe0, 0xf0};
    to[0] = (char)(first[more] | code >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        to[i] = (char)(0x80 | (code >> 6 * (more - i) & 0x3f));
    return more + 1;
}

/* A string in Windows-1252 as UTF-8; the caller frees it. NULL where there is no memory. */
static char *from_windows(const char *s, size_t len)
{
    char *out = malloc(3 * len + 1), *to = out;
    if (!out)
        return NULL;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        to += put_utf8(to, c >= 0x80 && c < 0xa0 ? windows[c - 0x80] : c);
    }
    *to = '\0';
    return out;
}

enum order { ORDER_NONE, ORDER_LITTLE, ORDER_BIG };

/* Whether it is UTF-16: by its mark, or by nought in every other of the first bytes. */
static enum order utf16_order(const char *bytes, size_t len)
{
    if (len < 2)
        return ORDER_NONE;
    if (memcmp(bytes, "\xff\xfe", 2) == 0)
        return ORDER_LITTLE;
    if (memcmp(bytes, "\xfe\xff", 2) == 0)
        return ORDER_BIG;
    if (len < 4)
        return ORDER_NONE;
    if (bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
        return ORDER_LITTLE;
    return !bytes[0] && bytes[1] && !bytes[2] && bytes[3] ? ORDER_BIG : ORDER_NONE;
}

static uint32_t unit_at(const char *s, enum order order)
{
    uint32_t a = (unsigned char)s[0], b = (unsigned char)s[1];
    return order == ORDER_LITTLE ? b << 8 | a : a << 8 | b;
}

/* UTF-16 as UTF-8, without its mark; half a character becomes U+FFFD, so that it is seen. */
static char *from_utf16(const char *s, size_t len, enum order order, size_t *out_len)
{
    char *out = malloc(len / 2 * 3 + 4), *to = out;
    if (!out)
        return NULL;
    size_t at = unit_at(s, order) == 0xfeff ? 2 : 0;
    for (; at + 1 < len; at += 2) {
        uint32_t code = unit_at(s + at, order);
        uint32_t low = at + 3 < len ? unit_at(s + at + 2, order) : 0;
        if (code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            at += 2;
        } else if (code >= 0xd800 && code < 0xe000) {
            code = 0xfffd;
        }
        to += put_utf8(to, code);
    }
    if (len % 2)
        to += put_utf8(to, 0xfffd);
    *out_len = (size_t)(to - out);
    return out;
}

/* ---- what parts the cells ---- */

/* A small ASCII letter for a capital: <ctype.h> heeds the locale. */
static char lower(char c)
{
    if (c >= 'A' && c <= 'Z')
        c = (char)(c - 'A' + 'a');
    return c;
}

/* The byte behind the first name of the first row; 0 where that is another name. */
static char separator(const char *bytes, size_t len, const char *first_name)
{
    size_t at = 0;
    while (at < len && is_one_of(bytes[at], " \t\r\n\""))
        at++;
    for (; *first_name; first_name++, at++)
        if (at == len || lower(bytes[at]) != *first_name)
            return '\0';
    while (at < len && (bytes[at] == ' ' || bytes[at] == '"'))
        at++;
    if (at == len || !is_one_of(bytes[at], ",;\t"))
        return '\0';
    return bytes[at];
}

/* ---- cells and rows ---- */

struct reader {
    const struct csv_wanted *wanted;
    struct csv_table *table;
    const char *bytes;
    size_t len;
    char separator;
    bool utf8;    /* all of it */
    bool returns; /* it has CRs */
    size_t pool_len;
    size_t cells_cap, rows_cap, extras_cap;
    size_t line;     /* of the next byte */
    size_t row_line; /* on which the row being read began */
    size_t row_at;   /* its first byte */
    size_t row_first;
    bool open;      /* a row has begun and not ended */
    bool ended;     /* a row ended in this piece */
    enum status st; /* the first thing that went wrong in a callback */
    size_t st_line;
};

/* Room for one more in an array that doubles. */
static bool grow(void **list, size_t count, size_t *cap, size_t size)
{
    if (count < *cap)
        return true;
    size_t more = *cap ? *cap * 2 : 256;
    void *grown = realloc(*list, more * size);
    if (!grown)
        return false;
    *list = grown;
    *cap = more;
    return true;
}

static void stop(struct reader *r, enum status st)
{
    if (!r->st) {
        r->st = st;
        r->st_line = r->row_line;
    }
}

static size_t lines_end_in_lf(char *s, size_t len)
{
    size_t to = 0;
    for (size_t i = 0; i < len; i++) {
        bool pair = s[i] == '\r' && i + 1 < len && s[i + 1] == '\n';
        if (pair)
            continue;
        s[to] = s[i];
        if (s[to] == '\r')
            s[to] = '\n';
        to++;
    }
    s[to] = '\0';
    return to;
}

/* The cell in UTF-8, in memory of its own. NULL where there is none. */
static char *keep_windows(struct reader *r, const char *cell, size_t len)
{
    struct csv_table *table = r->table;
    char *kept = from_windows(cell, len);
    void *list = table->extras;
    if (!kept || !grow(&list, table->extra_count, &r->extras_cap, sizeof *table->extras)) {
        free(kept);
        return NULL;
    }
    table->extras = list;
    table->extras[table->extra_count++] = kept;
    table->windows++;
    return kept;
}

/*
 * Copy a cell into the pool. It fits: each cell that libcsv gives has taken at least its
 * own bytes and a separator or line end of the file, but for the very last one.
 */
static char *keep_cell(struct reader *r, const char *cell, size_t len)
{
    assert(r->pool_len + len <= r->len);
    char *kept = r->table->pool + r->pool_len;
    if (len)
        memcpy(kept, cell, len);
    kept[len] = '\0';
    r->pool_len += len + 1;
    if (r->returns)
        len = lines_end_in_lf(kept, len);
    if (!r->utf8 && !text_is_utf8(kept, len))
        return keep_windows(r, kept, len);
    return kept;
}

static void take_cell(void *cell, size_t len, void *data)
{
    struct reader *r = data;
    struct csv_table *table = r->table;
    const size_t guard = 1;
    if (r->st)
        return;
    if (len > r->wanted->value_max + guard) {
        stop(r, ST_LIMIT);
        return;
    }
    void *list = table->cells;
    bool room = grow(&list, table->cell_count, &r->cells_cap, sizeof *table->cells);
    table->cells = list;
    const char *kept = room ? keep_cell(r, cell, len) : NULL;
    if (!kept) {
        stop(r, ST_NOMEM);
        return;
    }
    kept = without_guard(kept);
    table->cells[table->cell_count++] = kept;
    /* Letters of another code can take up to three times the room. */
    if ((len > r->wanted->value_max || !r->utf8) && strlen(kept) > r->wanted->value_max)
        stop(r, ST_LIMIT);
}

static void take_row(int ended_by, void *data)
{
    (void)ended_by;
    struct reader *r = data;
    struct csv_table *table = r->table;
    r->ended = true;
    if (r->st)
        return;
    if (table->row_count == r->wanted->rows_max) {
        stop(r, ST_LIMIT);
        r->st_line = 0;
        return;
    }
    void *list = table->rows;
    bool room = grow(&list, table->row_count, &r->rows_cap, sizeof *table->rows);
    table->rows = list;
    if (!room) {
        stop(r, ST_NOMEM);
        return;
    }
    table->rows[table->row_count++] = (struct csv_row){
        .line = r->row_line,
        .first = r->row_first,
        .count = table->cell_count - r->row_first,
    };
    r->row_first = table->cell_count;
}

/* Where the piece that begins at a byte ends: behind its line, or where it is enough. */
static size_t piece_end(const struct reader *r, size_t at)
{
    size_t most = r->wanted->chunk ? r->wanted->chunk : CSV_PIECE;
    size_t len = r->len - at < most ? r->len - at : most;
    const char *piece = r->bytes + at;
    const char *end = memchr(piece, '\n', len);
    size_t line = end ? (size_t)(end - piece) + 1 : len;
    const char *cr = r->returns ? memchr(piece, '\r', line) : NULL;
    if (!cr)
        return at + line;
    size_t to = (size_t)(cr - piece) + 1;
    return at + to + (to < len && piece[to] == '\n');
}

static bool is_blank(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!is_one_of(s[i], " \t\r\n"))
            return false;
    return true;
}

/* What comes behind bytes that s is to begin with, or NULL. */
static const char *behind(const char *s, const char *end, const char *begins, size_t len)
{
    return (size_t)(end - s) >= len && memcmp(s, begins, len) == 0 ? s + len : NULL;
}

/* The same for a cell's own bytes, each quotation mark of which is doubled. */
static const char *behind_doubled(const char *s, const char *end, const char *cell)
{
    for (; s && *cell; cell++)
        s = *cell == '"' ? behind(s, end, "\"\"", 2) : behind(s, end, cell, 1);
    return s;
}

const char *csv_as_written(const char *s, const char *end, const char *cell, size_t len,
                           char parted_by)
{
    const char closing[] = {'"', parted_by};
    bool guarded = csv_may_be_formula(cell) && csv_is_formula(cell);
    s = behind(s, end, "\"'", guarded ? 2 : 1);
    if (!s)
        return NULL;
    size_t left = (size_t)(end - s);
    /* A cell with quotes does not end so: there would be another quote. */
    if (left >= len + 2 && s[len] == '"' && s[len + 1] == parted_by && memcmp(s, cell, len) == 0)
        return s + len + 2;
    s = behind_doubled(s, end, cell);
    return s ? behind(s, end, closing, 2) : NULL;
}

/* Whether the row that has just been read is spelt as it would be written. */
static bool row_as_written(const struct reader *r, size_t end)
{
    const struct csv_table *table = r->table;
    const struct csv_row *row = &table->rows[table->row_count - 1];
    const char *s = r->bytes + r->row_at, *stop = r->bytes + end;
    for (size_t i = 0; s && i < row->count; i++) {
        const char *cell = csv_table_cell(table, row, i);
        s = csv_as_written(s, stop, cell, strlen(cell), i + 1 < row->count ? ',' : '\n');
    }
    return s == stop;
}

/* A piece has been read: where are we now? libcsv does not say on which line a row begins. */
static void move_on(struct reader *r, size_t at, size_t end)
{
    if (r->ended) {
        r->open = false;
        r->table->as_written = r->table->as_written && row_as_written(r, end);
    } else if (!r->open) {
        r->open = !is_blank(r->bytes + at, end - at);
        r->table->as_written = r->table->as_written && r->open;
    }
    char last = r->bytes[end - 1];
    bool pair = last == '\r' && end < r->len && r->bytes[end] == '\n';
    if (last == '\n' || (last == '\r' && !pair))
        r->line++;
}

/* libcsv stopped: for want of memory, or (false in *st is ST_OK) where the quoting is wrong. */
static enum status stopped(struct csv_parser *csv, struct reader *r, size_t line)
{
    if (csv_error(csv) != CSV_EPARSE)
        return ST_NOMEM;
    r->table->quotes_line = line;
    return ST_SYNTAX;
}

static enum status feed(struct reader *r, struct csv_parser *csv)
{
    for (size_t at = 0, end; at < r->len; at = end) {
        end = piece_end(r, at);
        if (!r->open) {
            r->row_line = r->line;
            r->row_at = at;
        }
        r->ended = false;
        if (csv_parse(csv, r->bytes + at, end - at, take_cell, take_row, r) != end - at)
            return stopped(csv, r, r->line);
        /* A value that goes on and on is not waited for. */
        if (csv_get_buffer_size(csv) > r->wanted->value_max + 2 * CSV_STEP)
            stop(r, ST_LIMIT);
        if (r->st)
            return r->st;
        move_on(r, at, end);
    }
    if (csv_fini(csv, take_cell, take_row, r)) {
        r->table->cut = true;
        return stopped(csv, r, r->row_line);
    }
    if (r->open)
        r->table->as_written = false; /* the last line has no end */
    return r->st;
}

static enum status read_cells(struct reader *r, bool strict)
{
    struct csv_parser csv;
    csv_init(&csv, strict ? CSV_STRICT | CSV_STRICT_FINI : 0); /* takes no memory */
    csv_set_delim(&csv, (unsigned char)r->separator);
    csv_set_blk_size(&csv, CSV_STEP);
    r->pool_len = r->row_first = 0;
    r->line = 1;
    r->open = false;
    r->table->cell_count = r->table->row_count = r->table->windows = 0;
    r->table->as_written = strict;
    enum status st = feed(r, &csv);
    csv_free(&csv);
    return st;
}

/* ---- the first row ---- */

/* Whether a cell is the name, blanks and case apart. */
static bool is_named(const char *cell, const char *name)
{
    cell += strspn(cell, " \t");
    for (; *name; cell++, name++)
        if (lower(*cell) != *name)
            return false;
    return cell[strspn(cell, " \t")] == '\0';
}

/* How many of a row's cells count, those behind a number being empty. */
static size_t cells_used(const struct csv_table *table, const struct csv_row *row, size_t least)
{
    size_t count = row->count;
    while (count > least && *csv_table_cell(table, row, count - 1) == '\0')
        count--;
    return count;
}

/* What a row of other than so many cells is told with; NULL where it has as many. */
static const char *misfit(const struct csv_row *row, size_t columns)
{
    if (row->count < columns)
        return _("a column is missing");
    return row->count > columns ? _("it has a column too many") : NULL;
}

enum status csv_table_tell(const struct csv_row *row, const char *why, struct notices *notices)
{
    struct text sentence = {0};
    text_addf(&sentence, _("Line %zu is not used: %s."), row->line, why);
    return notices_take(notices, &sentence);
}

enum status csv_table_tell_cell(const struct csv_row *row, const char *why, const char *cell,
                                struct notices *notices)
{
    struct text sentence = {0};
    text_addf(&sentence, _("Line %zu is not used: %s: `%s`."), row->line, why, cell);
    return notices_take(notices, &sentence);
}

/* There is a first row: what parts its cells is known by its first name. */
static bool has_columns(const struct csv_table *table, const struct csv_wanted *wanted)
{
    assert(table->row_count > 0);
    if (table->rows[0].count < wanted->column_count)
        return false;
    for (size_t i = 0; i < wanted->column_count; i++)
        if (!is_named(csv_table_cell(table, &table->rows[0], i), wanted->columns[i]))
            return false;
    return cells_used(table, &table->rows[0], wanted->column_count) == wanted->column_count;
}

/*
 * Where somebody wrote beside the table, a spreadsheet adds empty cells to every row, the
 * first one too. They are not part of the table.
 */
static void drop_empty_columns(struct csv_table *table, size_t columns)
{
    size_t width = table->rows[0].count;
    for (size_t i = 0; width > columns && i < table->row_count; i++)
        if (table->rows[i].count == width)
            table->rows[i].count = cells_used(table, &table->rows[i], columns);
}

/* ---- all of it ---- */

static enum status too_much(const struct reader *r, struct fault *fault)
{
    if (r->st_line == 0)
        return fault_set(fault, ST_LIMIT, 0, "%s",
                         _("The file has more than 100,000 rows, so it was not opened."));
    return fault_set(fault, ST_LIMIT, r->st_line,
                     _("The value on line %zu is larger than 1 megabyte. It was not opened."),
                     r->st_line);
}

static enum status read_twice(struct reader *r, struct fault *fault)
{
    enum status st = read_cells(r, true);
    if (st == ST_SYNTAX)
        st = read_cells(r, false);
    if (st == ST_LIMIT)
        return too_much(r, fault);
    if (st)
        return no_memory(fault);
    if (!has_columns(r->table, r->wanted))
        return refused(fault, NO_HEADER);
    drop_empty_columns(r->table, r->wanted->column_count);
    return ST_OK;
}

/* Read text: UTF-8, or nearly. */
static enum status read_text(const char *bytes, size_t len, const struct csv_wanted *wanted,
                             struct csv_table *table, struct fault *fault)
{
    bool marked = false;
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        len -= 3;
        marked = true;
    }
    if (len > wanted->bytes_max)
        return fault_set(fault, ST_LIMIT, 0, "%s", _("The file is larger than 16 megabytes."));
    if (memchr(bytes, '\0', len))
        return refused(fault, STRANGE);
    struct reader r = {.wanted = wanted, .table = table, .bytes = bytes, .len = len};
    r.separator = separator(bytes, len, wanted->columns[0]);
    if (!r.separator)
        return refused(fault, NO_HEADER);
    r.utf8 = text_is_ascii(bytes, len) || text_is_utf8(bytes, len);
    r.returns = memchr(bytes, '\r', len) != NULL;
    table->pool = malloc(len + 1);
    if (!table->pool)
        return no_memory(fault);
    enum status st = read_twice(&r, fault);
    table->as_written = table->as_written && !marked;
    return st;
}

static enum status read_any(const char *bytes, size_t len, const struct csv_wanted *wanted,
                            struct csv_table *table, struct fault *fault)
{
    const char *look = looks_like(bytes, len);
    if (look)
        return refused(fault, look);
    enum order order = utf16_order(bytes, len);
    if (order == ORDER_NONE)
        return read_text(bytes, len, wanted, table, fault);
    size_t utf8_len = 0;
    char *utf8 = from_utf16(bytes, len, order, &utf8_len);
    if (!utf8)
        return no_memory(fault);
    table->utf16 = true;
    enum status st = read_text(utf8, utf8_len, wanted, table, fault);
    table->as_written = false;
    free(utf8);
    return st;
}

enum status csv_table_read(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           struct csv_table *out, struct fault *fault)
{
    assert((bytes || len == 0) && wanted && wanted->column_count && out);
    struct csv_table table = {0};
    if (len > wanted->bytes_max)
        return fault_set(fault, ST_LIMIT, 0, "%s", _("The file is larger than 16 megabytes."));
    enum status st = read_any(bytes, len, wanted, &table, fault);
    if (st)
        csv_table_free(&table);
    else
        *out = table;
    return st;
}

void csv_table_free(struct csv_table *table)
{
    for (size_t i = 0; i < table->extra_count; i++)
        free(table->extras[i]);
    free(table->extras);
    free(table->pool);
    free(table->cells);
    free(table->rows);
    *table = (struct csv_table){0};
}

static enum status take_in(const struct csv_table *table, const struct csv_row *row,
                           const struct csv_intake *intake)
{
    const char *why = misfit(row, intake->wanted->column_count);
    if (why)
        return csv_table_tell(row, why, intake->notices);
    return intake->take(table->cells + row->first, row, intake->data);
}

enum status csv_table_take(const char *bytes, size_t len, const struct csv_intake *intake,
                           struct fault *fault)
{
    struct csv_table table = {0};
    enum status st = csv_table_read(bytes, len, intake->wanted, &table, fault);
    if (st == ST_REFUSED)
        return fault_set(fault, st, 1, "%s", intake->refusal);
    if (st)
        return st;
    for (size_t i = 1; !st && i < table.row_count; i++)
        st = take_in(&table, &table.rows[i], intake);
    csv_table_free(&table);
    return st ? fault_set(fault, st, 0, "%s", status_text(st)) : ST_OK;
}

/*
 * The way through this file: numbers and checksums; how two texts differ; writing records; reading
 * them. A record is: the bytes of what it says (4 bytes), its kind (1), what it says, its checksum
 * (4). Numbers are written with their low byte first.
 */
#include "supportplan/journal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char magic[] = "supportplan journal 1\n";
#define MAGIC_LEN (sizeof magic - 1)
#define FRAME 9 /* bytes of a record beside what it says */
/* What nobody's session comes to; bytes that say more are not ours. */
#define TEXTS_MAX 1000

enum kind { KIND_BASE = 'B', KIND_PLAN = 'P', KIND_TYPED = 'T', KIND_DROPPED = 'D' };

/* Numbers and checksums */

static void add_number(struct text *out, uint64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        text_add_char(out, (char)(n >> (8 * i)));
}

static uint64_t number_at(const char *s, int bytes)
{
    uint64_t n = 0;
    for (int i = bytes; i-- > 0;)
        n = n << 8 | (unsigned char)s[i];
    return n;
}

/* CRC-32 (IEEE 802.3) of bytes that go on from others. */
static uint32_t check_on(uint32_t check, const char *s, size_t len)
{
    check = ~check;
    for (size_t i = 0; i < len; i++) {
        check ^= (unsigned char)s[i];
        for (int bit = 0; bit < 8; bit++)
            check = check & 1 ? check >> 1 ^ 0xedb88320 : check >> 1;
    }
    return ~check;
}

/* FNV-1a: which of the files of one person this is. Nobody has a reason to forge it. */
static uint64_t hash(const char *s, size_t len)
{
    uint64_t h = 0xcbf29ce484222325;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 0x100000001b3;
    return h;
}

/* How two texts differ */

/* So many lines are looked ahead for one that both have. */
#define LOOK 256

struct lines {
    const char *at[LOOK + 1]; /* the starts of the next lines, and the end of the last */
    size_t count;
};

static void look_ahead(const char *s, const char *end, struct lines *lines)
{
    lines->count = 0;
    lines->at[0] = s;
    while (s < end && lines->count < LOOK) {
        const char *newline = memchr(s, '\n', (size_t)(end - s));
        s = newline ? newline + 1 : end;
        lines->at[++lines->count] = s;
    }
}

static bool same_line(const struct lines *a, size_t i, const struct lines *b, size_t j)
{
    size_t n = (size_t)(a->at[i + 1] - a->at[i]);
    return n == (size_t)(b->at[j + 1] - b->at[j]) && memcmp(a->at[i], b->at[j], n) == 0;
}

/* The nearest line that both have, as the sum of the steps to it; both at their ends where there
 * is none. */
static void find_same(const struct lines *a, const struct lines *b, size_t *i, size_t *j)
{
    for (size_t sum = 0; sum < a->count + b->count; sum++)
        for (size_t at = sum < b->count ? 0 : sum - b->count + 1; at <= sum && at < a->count; at++)
            if (same_line(a, at, b, sum - at)) {
                *i = at;
                *j = sum - at;
                return;
            }
    *i = a->count;
    *j = b->count;
}

static size_t same_bytes(const char *a, const char *a_end, const char *b, const char *b_end)
{
    size_t n = 0;
    while (a + n < a_end && b + n < b_end && a[n] == b[n])
        n++;
    return n;
}

static void add_change(struct text *out, size_t at, size_t cut, const char *s, size_t len)
{
    add_number(out, at, 8);
    add_number(out, cut, 8);
    add_number(out, len, 4);
    text_add_n(out, s, len);
}

/* Line by line, since an action changes lines that stand far from each other: the day of the last
 * change, what was answered, the number of rows. Offsets are those of the text before. */
static void add_line_changes(const char *was, size_t was_len, const char *now, size_t now_len,
                             struct text *out)
{
    const char *a = was, *a_end = was + was_len, *b = now, *b_end = now + now_len;
    struct lines la, lb;
    for (;;) {
        size_t i, j, same = same_bytes(a, a_end, b, b_end);
        if (a + same == a_end && b + same == b_end)
            return;
        while (same > 0 && a[same - 1] != '\n')
            same--; /* changes are of whole lines */
        a += same;
        b += same;
        look_ahead(a, a_end, &la);
        look_ahead(b, b_end, &lb);
        find_same(&la, &lb, &i, &j);
        add_change(out, (size_t)(a - was), (size_t)(la.at[i] - a), b, (size_t)(lb.at[j] - b));
        a = la.at[i];
        b = lb.at[j];
    }
}

/* What is typed changes in one place. */
static void add_typed_change(const char *was, size_t was_len, const char *now, size_t now_len,
                             struct text *out)
{
    size_t head = same_bytes(was, was + was_len, now, now + now_len), tail = 0;
    while (tail < was_len - head && tail < now_len - head &&
           was[was_len - 1 - tail] == now[now_len - 1 - tail])
        tail++;
    add_change(out, head, was_len - head - tail, now + head, now_len - head - tail);
}

/* The texts */

void journal_free(struct journal *j)
{
    for (size_t i = 0; i < j->count; i++) {
        free(j->list[i].name);
        text_free(&j->list[i].text);
    }
    free(j->list);
    *j = (struct journal){0};
}

static struct journal_text *find(const struct journal *j, const char *name)
{
    for (size_t i = 0; i < j->count; i++)
        if (strcmp(j->list[i].name, name) == 0)
            return &j->list[i];
    return NULL;
}

const struct text *journal_get(const struct journal *j, const char *name)
{
    const struct journal_text *t = find(j, name);
    return t ? &t->text : NULL;
}

/* A text that is empty, at the end of the list; NULL where there is no memory. */
static struct journal_text *add_text(struct journal *j, const char *name)
{
    if (j->count == j->cap) {
        size_t cap = j->cap ? 2 * j->cap : 4;
        struct journal_text *list = realloc(j->list, cap * sizeof *list);
        if (!list)
            return NULL;
        j->list = list;
        j->cap = cap;
    }
    struct journal_text t = {.name = text_copy(name)};
    if (!t.name)
        return NULL;
    j->list[j->count] = t;
    return &j->list[j->count++];
}

static void drop_text(struct journal *j, struct journal_text *t)
{
    size_t i = (size_t)(t - j->list);
    free(t->name);
    text_free(&t->text);
    memmove(t, t + 1, (--j->count - i) * sizeof *t);
}

/* Put a text in the place of another. */
static enum status set_text(struct text *t, const char *s, size_t len)
{
    return text_splice(t, 0, t->len, s, len);
}

/* Writing */

/* Add a record; says is what it says. check goes on. */
static enum status add_record(enum kind kind, const struct text *says, uint32_t *check,
                              struct text *out)
{
    struct text record = {0};
    enum status st = text_status(says);
    if (!st && says->len > JOURNAL_RECORD_MAX - FRAME)
        return ST_LIMIT;
    add_number(&record, says->len, 4);
    text_add_char(&record, (char)kind);
    text_add_n(&record, text_str(says), says->len);
    uint32_t next = check_on(*check, text_str(&record), record.len);
    add_number(&record, next, 4);
    st = st ? st : text_status(&record);
    if (!st)
        st = text_splice(out, out->len, 0, record.data, record.len);
    if (!st)
        *check = next;
    text_free(&record);
    return st;
}

static void add_whole(struct text *out, const char *plan, size_t len)
{
    add_number(out, hash(plan, len), 8);
    add_number(out, len, 8);
}

enum status journal_begin(struct journal *j, const char *plan, size_t len, struct text *out)
{
    assert(j->count == 0);
    struct journal fresh = {.check = check_on(0, magic, MAGIC_LEN)};
    struct text says = {0}, bytes = {0};
    struct journal_text *t = add_text(&fresh, JOURNAL_PLAN);
    enum status st = t ? set_text(&t->text, plan, len) : ST_NOMEM;
    add_whole(&says, plan, len);
    text_add(&bytes, magic);
    if (!st)
        st = add_record(KIND_BASE, &says, &fresh.check, &bytes);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&bytes), bytes.len);
    if (st)
        journal_free(&fresh);
    else
        *j = fresh;
    text_free(&says);
    text_free(&bytes);
    return st;
}

static void say_change(const char *name, const struct text *was, const char *now, size_t len,
                       struct text *says)
{
    if (strcmp(name, JOURNAL_PLAN) == 0) {
        add_whole(says, now, len);
        add_line_changes(text_str(was), was->len, now, len, says);
    } else {
        text_add_char(says, (char)strlen(name));
        text_add(says, name);
        add_typed_change(text_str(was), was->len, now, len, says);
    }
}

static enum status put_change(struct journal *j, struct journal_text *t, const char *now,
                              size_t len, struct text *out)
{
    struct text says = {0}, text = {0};
    size_t mark = out->len;
    uint32_t check = j->check;
    bool plan = t == j->list;
    say_change(t->name, &t->text, now, len, &says);
    enum status st = add_record(plan ? KIND_PLAN : KIND_TYPED, &says, &check, out);
    if (!st)
        st = set_text(&text, now, len);
    if (!st) {
        text_free(&t->text);
        t->text = text;
        j->check = check;
    } else if (out->len > mark) {
        (void)text_splice(out, mark, out->len - mark, "", 0);
    }
    text_free(&says);
    return st;
}

static enum status put_drop(struct journal *j, struct journal_text *t, struct text *out)
{
    struct text says = {0};
    text_add(&says, t->name);
    enum status st = add_record(KIND_DROPPED, &says, &j->check, out);
    if (!st)
        drop_text(j, t);
    text_free(&says);
    return st;
}

enum status journal_put(struct journal *j, const char *name, const char *now, size_t len,
                        struct text *out)
{
    assert(j->count > 0 && strlen(name) < 128);
    struct journal_text *t = find(j, name);
    if (!now)
        return t ? put_drop(j, t, out) : ST_OK;
    if (t && t->text.len == len && (len == 0 || memcmp(t->text.data, now, len) == 0))
        return ST_OK;
    bool fresh = !t;
    if (fresh && !(t = add_text(j, name)))
        return ST_NOMEM;
    enum status st = put_change(j, t, now, len, out);
    if (st && fresh)
        drop_text(j, find(j, name));
    return st;
}

/* Reading */

/* What a record says, as it is read on. */
struct says {
    const char *at;
    size_t left;
};

static bool take(struct says *s, size_t n, const char **out)
{
    if (s->left < n)
        return false;
    *out = s->at;
    s->at += n;
    s->left -= n;
    return true;
}

static bool take_number(struct says *s, int bytes, uint64_t *out)
{
    const char *at;
    if (!take(s, (size_t)bytes, &at))
        return false;
    *out = number_at(at, bytes);
    return true;
}

/* Carry out every change that a record says; offsets are of the text before, and go forwards: so no
 * text grows by more than the record's own bytes. ST_REFUSED where they can't be carried out. */
static enum status apply(const struct text *was, struct says *s, struct text *now)
{
    size_t done = 0;
    while (s->left > 0) {
        uint64_t at, cut, len;
        const char *bytes;
        if (!take_number(s, 8, &at) || !take_number(s, 8, &cut) || !take_number(s, 4, &len) ||
            !take(s, len, &bytes) || at < done || at > was->len || cut > was->len - at)
            return ST_REFUSED;
        text_add_n(now, text_str(was) + done, at - done);
        text_add_n(now, bytes, len);
        done = at + cut;
    }
    text_add_n(now, text_str(was) + done, was->len - done);
    return text_status(now);
}

struct reader {
    struct journal_found *found;
    const char *plan; /* what the plan's file holds */
    size_t plan_len;
    uint64_t plan_hash;
};

static bool is_file(const struct reader *r, uint64_t h, uint64_t len)
{
    return len == r->plan_len && h == r->plan_hash;
}

/* The file holds what the journal had at this point: what comes after goes on from here. */
static enum status stand_at_file(struct reader *r)
{
    struct journal_found *found = r->found;
    found->fits = true;
    found->changes = 0;
    return set_text(&found->now.list[0].text, r->plan, r->plan_len);
}

static enum status read_base(struct reader *r, struct says s)
{
    uint64_t h, len;
    if (!take_number(&s, 8, &h) || !take_number(&s, 8, &len) || s.left > 0)
        return ST_REFUSED;
    return is_file(r, h, len) ? stand_at_file(r) : ST_OK;
}

static enum status read_plan(struct reader *r, struct says s)
{
    uint64_t h, len;
    struct text now = {0}, *was = &r->found->now.list[0].text;
    if (!take_number(&s, 8, &h) || !take_number(&s, 8, &len))
        return ST_REFUSED;
    r->found->plan_noted = true;
    if (is_file(r, h, len))
        return stand_at_file(r);
    if (!r->found->fits)
        return ST_OK;
    enum status st = apply(was, &s, &now);
    if (!st && (now.len != len || hash(text_str(&now), now.len) != h))
        st = ST_REFUSED;
    if (st) {
        text_free(&now);
        return st;
    }
    text_free(was);
    *was = now;
    r->found->changes++;
    return ST_OK;
}

static enum status read_typed(struct reader *r, struct says s)
{
    uint64_t len;
    const char *bytes;
    char name[256];
    struct journal *j = &r->found->now;
    if (!take_number(&s, 1, &len) || !take(&s, len, &bytes) || j->count > TEXTS_MAX)
        return ST_REFUSED;
    memcpy(name, bytes, len);
    name[len] = '\0';
    if (memchr(name, '\0', len) || strcmp(name, JOURNAL_PLAN) == 0)
        return ST_REFUSED;
    struct journal_text *t = find(j, name);
    bool fresh = !t;
    if (fresh && !(t = add_text(j, name)))
        return ST_NOMEM;
    struct text now = {0};
    enum status st = apply(&t->text, &s, &now);
    if (st) {
        text_free(&now);
        if (fresh)
            drop_text(j, t);
        return st;
    }
    text_free(&t->text);
    t->text = now;
    return ST_OK;
}

static enum status read_dropped(struct reader *r, struct says s)
{
    struct journal *j = &r->found->now;
    for (size_t i = 1; i < j->count; i++) {
        if (strlen(j->list[i].name) != s.left || memcmp(j->list[i].name, s.at, s.left) != 0)
            continue;
        drop_text(j, &j->list[i]);
        return ST_OK;
    }
    return ST_REFUSED;
}

static enum status read_one(struct reader *r, int kind, struct says s)
{
    bool first = r->found->good == MAGIC_LEN;
    if (first != (kind == KIND_BASE))
        return ST_REFUSED;
    switch (kind) {
    case KIND_BASE:
        return read_base(r, s);
    case KIND_PLAN:
        return read_plan(r, s);
    case KIND_TYPED:
        return read_typed(r, s);
    case KIND_DROPPED:
        return read_dropped(r, s);
    default:
        return ST_REFUSED;
    }
}

/* The next record, if it is whole: what it says, and the checksum that is now due. */
static bool next_record(const char *bytes, size_t len, uint32_t *check, struct says *out)
{
    if (len < FRAME)
        return false;
    uint64_t says = number_at(bytes, 4);
    if (says > JOURNAL_RECORD_MAX - FRAME || says > len - FRAME)
        return false;
    uint32_t due = check_on(*check, bytes, (size_t)says + 5);
    if (number_at(bytes + says + 5, 4) != due)
        return false;
    *check = due;
    *out = (struct says){bytes + 5, (size_t)says};
    return true;
}

static enum status read_records(struct reader *r, const char *bytes, size_t len)
{
    struct journal_found *found = r->found;
    uint32_t check = found->now.check;
    struct says s;
    while (next_record(bytes + found->good, len - found->good, &check, &s)) {
        enum status st = read_one(r, s.at[-1], s);
        if (st == ST_NOMEM)
            return st;
        if (st)
            break;
        found->good += s.left + FRAME;
        found->now.check = check; /* of a record that counts: the next one goes on from it */
    }
    return ST_OK;
}

enum status journal_read(const char *bytes, size_t len, const char *plan, size_t plan_len,
                         struct journal_found *out)
{
    struct journal_found found = {.good = MAGIC_LEN,
                                  .now = {.check = check_on(0, magic, MAGIC_LEN)}};
    struct reader r = {&found, plan, plan_len, hash(plan, plan_len)};
    if (len < MAGIC_LEN || memcmp(bytes, magic, MAGIC_LEN) != 0)
        return ST_REFUSED;
    enum status st = add_text(&found.now, JOURNAL_PLAN) ? read_records(&r, bytes, len) : ST_NOMEM;
    if (st)
        journal_free(&found.now);
    else
        *out = found;
    return st;
}

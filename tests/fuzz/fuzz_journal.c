/*
 * The journal: it comes back as it stood at some moment, and never as anything else, whatever
 * happened to its file; and it can be gone on with.
 *
 * The first byte chooses: a session that is played and whose journal is damaged then; records
 * whose checksums are right and whose contents may say anything; or a file as it is.
 */
#include "fuzz.h"
#include "supportplan/journal.h"

static const char base[] = "one\ntwo\nthree\nend 3\n";
#define BASE_LEN (sizeof base - 1)

static const char *const names[] = {JOURNAL_PLAN, "good-day", "keep", "w"};
#define STEPS 24

/* The texts as they stand, so that they can be compared. */
static struct text state_of(const struct journal *j)
{
    struct text state = {0};
    for (size_t i = 0; i < j->count; i++) {
        text_addf(&state, "%s %zu ", j->list[i].name, j->list[i].text.len);
        text_add_n(&state, text_str(&j->list[i].text), j->list[i].text.len);
    }
    return state;
}

/* Put a text, read it all again: it must have arrived. */
static void judge_next(struct journal *j, struct text *bytes, const char *plan, size_t len)
{
    struct journal_found found;
    must(journal_put(j, "new", "words", 5, bytes) == ST_OK, "a journal can be gone on with");
    must(journal_read(text_str(bytes), bytes->len, plan, len, &found) == ST_OK &&
             found.good == bytes->len,
         "what is added can be read");
    struct text want = state_of(j), got = state_of(&found.now);
    must(text_is(&got, text_str(&want), want.len), "what is added stands in the journal");
    text_free(&want);
    text_free(&got);
    journal_free(&found.now);
}

/* A journal of any bytes, over a plan. */
static void judge_file(const char *bytes, size_t len, const char *plan, size_t plan_len)
{
    struct journal_found found;
    enum status st = journal_read(bytes, len, plan, plan_len, &found);
    must(st == ST_OK || st == ST_REFUSED, "a journal is read, or is none");
    if (st)
        return;
    must(found.good <= len, "no more is good than there is");
    must(!found.fits || found.now.count > 0, "a journal that fits has a plan");
    if (found.fits) {
        struct text good = {0};
        text_add_n(&good, bytes, found.good);
        judge_next(&found.now, &good, plan, plan_len);
        text_free(&good);
    }
    journal_free(&found.now);
}

/* A session, and what stood there at each of its moments. */
struct session {
    struct journal now;
    struct text bytes;
    struct text states[STEPS + 1], plans[STEPS + 1];
    size_t ends[STEPS + 1]; /* where the record of each moment ends */
    size_t count;
};

static void note(struct session *s)
{
    const struct text *plan = journal_get(&s->now, JOURNAL_PLAN);
    s->states[s->count] = state_of(&s->now);
    text_add_n(&s->plans[s->count], text_str(plan), plan->len);
    s->ends[s->count++] = s->bytes.len;
}

/* A new text, or the old one with some bytes put, taken, or in the place of others. */
static void play(struct session *s, struct choices *c)
{
    size_t what = choose_byte(c);
    const char *name = names[what % COUNT(names)];
    const struct text *was = journal_get(&s->now, name);
    struct text now = {0};
    if (was)
        text_add_n(&now, text_str(was), was->len);
    size_t at = choose(c, now.len + 1), cut = choose_byte(c);
    struct choices some = choose_some(c, choose_byte(c));
    text_splice(&now, at, cut, (const char *)some.at, some.left);
    bool dropped = what / COUNT(names) % 8 == 7 && strcmp(name, JOURNAL_PLAN) != 0;
    enum status st =
        journal_put(&s->now, name, dropped ? NULL : text_str(&now), now.len, &s->bytes);
    must(st == ST_OK, "what is said is noted");
    text_free(&now);
    note(s);
}

static void session_free(struct session *s)
{
    for (size_t i = 0; i < s->count; i++) {
        text_free(&s->states[i]);
        text_free(&s->plans[i]);
    }
    text_free(&s->bytes);
    journal_free(&s->now);
}

/* What comes back over the plan as it was at some moment is a later moment. */
static void judge_session(const struct session *s, const struct text *torn, const struct text *plan)
{
    struct journal_found found;
    enum status st = journal_read(text_str(torn), torn->len, text_str(plan), plan->len, &found);
    size_t same = same_beginning(&s->bytes, torn), moment = 0;
    must(st == ST_OK || same < s->ends[0], "a journal that begins well is read");
    if (st)
        return;
    must(found.good <= same, "nothing that was damaged is good");
    while (moment + 1 < s->count && s->ends[moment + 1] <= same)
        moment++;
    must(same < s->ends[0] || found.good == s->ends[moment], "all that is whole is good");
    struct text got = state_of(&found.now);
    if (found.fits)
        must(text_is(&got, text_str(&s->states[moment]), s->states[moment].len),
             "what comes back stood there");
    text_free(&got);
    journal_free(&found.now);
}

static void session(struct choices *c)
{
    struct session s = {0};
    must(journal_begin(&s.now, base, BASE_LEN, &s.bytes) == ST_OK, "a journal begins");
    note(&s);
    for (size_t steps = choose_byte(c) % STEPS; steps > 0; steps--)
        play(&s, c);
    struct text torn = {0};
    text_add_n(&torn, s.bytes.data, s.bytes.len);
    damage(c, &torn);
    for (size_t i = 0; i < s.count; i++)
        judge_session(&s, &torn, &s.plans[i]);
    judge_file(text_str(&torn), torn.len, base, BASE_LEN);
    text_free(&torn);
    session_free(&s);
}

/* CRC-32, as the journal has it. */
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

static void add_number(struct text *out, uint32_t n)
{
    for (int i = 0; i < 4; i++)
        text_add_char(out, (char)(n >> 8 * i));
}

/* Records with the right checksum: somebody could have made them. */
static void forged(struct choices *c)
{
    struct journal j = {0};
    struct text file = {0};
    must(journal_begin(&j, base, BASE_LEN, &file) == ST_OK, "a journal begins");
    uint32_t check = j.check;
    while (c->left > 0) {
        char kind = (char)choose_byte(c);
        struct choices says = choose_some(c, choose_byte(c));
        size_t start = file.len;
        add_number(&file, (uint32_t)says.left);
        text_add_char(&file, kind);
        text_add_n(&file, (const char *)says.at, says.left);
        check = check_on(check, file.data + start, file.len - start);
        add_number(&file, check);
    }
    judge_file(file.data, file.len, base, BASE_LEN);
    text_free(&file);
    journal_free(&j);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct choices c = {data, size};
    uint8_t how = choose_byte(&c);
    if (how == 's')
        session(&c);
    else if (how == 'f')
        forged(&c);
    else
        judge_file((const char *)data, size, base, BASE_LEN);
    return 0;
}

/*
 * Locked files: what opens is what was locked, and nothing of it comes out otherwise.
 *
 * The first byte chooses: words that are locked, damaged and opened; a log that is; or a file as
 * it is. All are locked with one passphrase, and little work; what a file of the corpus holds
 * says itself how long it is and goes on in one way only, so that it is known when it opens.
 */
#include <sodium.h>

#include "fuzz.h"
#include "supportplan/age.h"

#define WORK 1
#define PASSPHRASE "tea first"
/* More work than this takes a while. More than AGE_WORK_READ is refused. */
#define WORK_QUICK 6

/* The same salts and keys every time, so that what was found can be found again. */
static uint64_t luck;

static uint32_t next_number(void)
{
    luck = luck * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(luck >> 32);
}

static void fill_by_number(void *const out, const size_t len)
{
    for (size_t i = 0; i < len; i++)
        ((unsigned char *)out)[i] = (unsigned char)next_number();
}

static const char *name_of_source(void)
{
    return "numbers";
}

static struct randombytes_implementation numbers = {
    .implementation_name = name_of_source, .random = next_number, .buf = fill_by_number};

static struct age_pass pass;

static void set_out(void)
{
    luck = 1;
    if (pass.bytes)
        return;
    randombytes_set_implementation(&numbers);
    must(age_pass_set(&pass, PASSPHRASE, strlen(PASSPHRASE)) == ST_OK, "there is a passphrase");
}

/* What the files of the corpus hold: "12: abcdefgh". */
static void add_known(struct text *out, size_t len)
{
    size_t from = out->len;
    text_addf(out, "%zu: ", len);
    while (out->len - from < len)
        text_add_char(out, (char)('a' + (out->len - from) % 23));
}

/* Whether opening it could take long, or more memory than there is. */
static bool is_slow(const char *bytes, size_t len)
{
    static const char stanza[] = "-> scrypt ";
    const char *end = bytes + len;
    for (const char *at = bytes; at < end; at++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop || (size_t)(stop - at) < sizeof stanza || memcmp(at, stanza, sizeof stanza - 1))
            continue;
        const char *word = stop;
        while (word[-1] != ' ')
            word--;
        int work = 0;
        for (; word < stop && *word >= '0' && *word <= '9' && work < 1000; word++)
            work = 10 * work + *word - '0';
        if (work > WORK_QUICK && work <= AGE_WORK_READ)
            return true;
    }
    return false;
}

/* A file that may be any: it is opened, or nothing comes of it. */
static enum age_outcome open_any(const char *bytes, size_t len, struct text *out)
{
    struct age_key key = {0};
    text_add(out, "before ");
    enum age_outcome outcome = age_open(&pass, bytes, len, out, &key);
    must((unsigned)outcome < AGE_OUTCOMES && *age_text(outcome), "an outcome has a sentence");
    must(memcmp(out->data, "before ", 7) == 0, "what stood there before still stands there");
    must(outcome == AGE_OK || out->len == 7, "nothing comes out of a file that does not open");
    must(!outcome == (key.secret != NULL), "a key is given where the file opens, else none");
    if (outcome == AGE_OK) {
        must(age_is(bytes, len), "what opens is known as locked");
        must(age_key_opens(&key, bytes, len), "the key that is given is that of the file");
    }
    text_splice(out, 0, 7, "", 0);
    age_key_free(&key);
    return outcome;
}

static void judge_file(const char *bytes, size_t len)
{
    struct text out = {0}, known = {0};
    if (is_slow(bytes, len))
        return;
    if (open_any(bytes, len, &out) == AGE_OK) {
        add_known(&known, out.len);
        must(text_is(&out, text_str(&known), known.len), "what opens is what was locked");
    }
    text_free(&known);
    text_free(&out);
}

/* Words of any length, damaged as the choices have it. */
static void judge_words(struct choices *c)
{
    struct text locked = {0}, torn = {0}, out = {0}, words = {0};
    struct age_key key = {0};
    add_known(&words, choose(c, 3) ? choose(c, 200) : choose(c, 0x10000) + choose(c, 0x10000));
    must(age_lock(&pass, WORK, words.data, words.len, &locked, &key) == AGE_OK, "words are locked");
    must(age_key_opens(&key, locked.data, locked.len), "the key that is given is that of the file");
    text_add_n(&torn, locked.data, locked.len);
    damage(c, &torn);
    bool same = text_is(&torn, locked.data, locked.len);
    if (!is_slow(text_str(&torn), torn.len)) {
        enum age_outcome outcome = open_any(text_str(&torn), torn.len, &out);
        must(same == (outcome == AGE_OK), "a file opens where it is whole, and else does not");
        must(!same || text_is(&out, words.data, words.len), "what opens is what was locked");
    }
    age_key_free(&key);
    text_free(&locked);
    text_free(&torn);
    text_free(&words);
    text_free(&out);
}

#define MESSAGES 16

/* A log, and what it says at each of its moments. */
struct talk {
    struct text said, bytes;
    size_t said_at[MESSAGES + 1], ends[MESSAGES + 1];
    size_t count;
};

static void note(struct talk *t)
{
    t->said_at[t->count] = t->said.len;
    t->ends[t->count++] = t->bytes.len;
}

static void write_log(struct choices *c, const struct age_key *key, struct talk *t)
{
    struct age_log log = {0};
    must(age_log_begin(&log, key, &t->bytes) == ST_OK, "a log begins");
    note(t);
    for (size_t n = choose_byte(c) % MESSAGES; n > 0; n--) {
        struct choices some = choose_some(c, choose_byte(c));
        must(age_log_seal(&log, (const char *)some.at, some.left, &t->bytes) == ST_OK,
             "a message is sealed");
        text_add_n(&t->said, (const char *)some.at, some.left);
        note(t);
    }
    age_log_free(&log);
}

/* Opened by its key, or by the passphrase, a log says what it said up to the damage. */
static void judge_log(const struct talk *t, const struct text *torn, const struct age_key *key)
{
    struct text out = {0};
    size_t same = same_beginning(&t->bytes, torn), moment = 0;
    enum age_outcome outcome = age_log_open(key, &pass, text_str(torn), torn->len, &out);
    while (moment + 1 < t->count && t->ends[moment + 1] <= same)
        moment++;
    must((unsigned)outcome < AGE_OUTCOMES, "an outcome has a sentence");
    must(outcome == AGE_OK || out.len == 0, "nothing comes out of a log that does not open");
    must(outcome == AGE_OK || same < t->ends[0], "a log that begins well opens");
    if (outcome == AGE_OK)
        must(text_is(&out, text_str(&t->said), t->said_at[moment]),
             "a log says all that it said up to the damage, and no more");
    text_free(&out);
}

static void judge_talk(struct choices *c)
{
    struct text locked = {0}, torn = {0};
    struct age_key key = {0};
    static const struct age_key none;
    struct talk t = {0};
    must(age_lock(&pass, WORK, "x", 1, &locked, &key) == AGE_OK, "words are locked");
    write_log(c, &key, &t);
    text_add_n(&torn, t.bytes.data, t.bytes.len);
    damage(c, &torn);
    if (!is_slow(text_str(&torn), torn.len)) {
        judge_log(&t, &torn, &key);
        judge_log(&t, &torn, &none);
    }
    age_key_free(&key);
    text_free(&locked);
    text_free(&torn);
    text_free(&t.said);
    text_free(&t.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct choices c = {data, size};
    set_out();
    uint8_t how = choose_byte(&c);
    if (how == 'w')
        judge_words(&c);
    else if (how == 'l')
        judge_talk(&c);
    else
        judge_file((const char *)data, size);
    return 0;
}

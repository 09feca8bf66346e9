/*
 * Locked bytes: with the passphrase all of them come out, and without it, or where one of them was
 * turned or lost, none. What age itself makes of them is tried by age.py.
 */
#define _GNU_SOURCE /* memmem() */
#include "supportplan/age.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "test.h"

/* So little work that a thousand tries take no time. Plans get more: AGE_WORK_MIN. */
#define EASY 1

static const char words[] = "Tea first, with Zoë.\nOn Thursdays the choir.\n";

static struct age_pass given_pass(const char *s)
{
    struct age_pass pass = {0};
    assert_int_equal(age_pass_set(&pass, s, strlen(s)), ST_OK);
    return pass;
}

/* Bytes that do not repeat in step with the pieces. */
static struct text given_bytes(size_t len)
{
    struct text t = {0};
    assert_true(text_room(&t, len + 1));
    for (size_t i = 0; i < len; i++)
        text_add_char(&t, (char)(i * 7 % 251));
    return t;
}

static struct text given_locked(const char *bytes, size_t len, struct age_key *key)
{
    struct age_pass pass = given_pass("four plain words here");
    struct text out = {0};
    assert_int_equal(age_lock(&pass, EASY, bytes, len, &out, key), AGE_OK);
    age_pass_free(&pass);
    return out;
}

static enum age_outcome open_as(const char *with, const char *bytes, size_t len, struct text *out)
{
    struct age_pass pass = given_pass(with);
    enum age_outcome outcome = age_open(&pass, bytes, len, out, NULL);
    age_pass_free(&pass);
    return outcome;
}

static enum age_outcome open_right(const struct text *locked, size_t len, struct text *out)
{
    return open_as("four plain words here", text_str(locked), len, out);
}

/* A computer that turns a bit: the linker puts this between the room and libsodium, so that what a
 * call gives is wrong by one bit or letter. */

static int turn_at = -1; /* calls that are right before the one that is not; -1: all are */
static bool has_turned;

static bool turns(void)
{
    if (turn_at < 0 || turn_at-- > 0)
        return false;
    has_turned = true;
    return true;
}

static void may_turn(void *byte)
{
    if (turns())
        *(unsigned char *)byte ^= 1;
}

int __real_crypto_aead_chacha20poly1305_ietf_encrypt(
    unsigned char *c, unsigned long long *c_len, const unsigned char *m, unsigned long long m_len,
    const unsigned char *ad, unsigned long long ad_len, const unsigned char *nsec,
    const unsigned char *nonce, const unsigned char *k);
int __wrap_crypto_aead_chacha20poly1305_ietf_encrypt(
    unsigned char *c, unsigned long long *c_len, const unsigned char *m, unsigned long long m_len,
    const unsigned char *ad, unsigned long long ad_len, const unsigned char *nsec,
    const unsigned char *nonce, const unsigned char *k);
int __real_crypto_aead_chacha20poly1305_ietf_decrypt(
    unsigned char *m, unsigned long long *m_len, unsigned char *nsec, const unsigned char *c,
    unsigned long long c_len, const unsigned char *ad, unsigned long long ad_len,
    const unsigned char *nonce, const unsigned char *k);
int __wrap_crypto_aead_chacha20poly1305_ietf_decrypt(
    unsigned char *m, unsigned long long *m_len, unsigned char *nsec, const unsigned char *c,
    unsigned long long c_len, const unsigned char *ad, unsigned long long ad_len,
    const unsigned char *nonce, const unsigned char *k);
char *__real_sodium_bin2base64(char *out, size_t out_len, const unsigned char *in, size_t in_len,
                               int variant);
char *__wrap_sodium_bin2base64(char *out, size_t out_len, const unsigned char *in, size_t in_len,
                               int variant);

int __wrap_crypto_aead_chacha20poly1305_ietf_encrypt(
    unsigned char *c, unsigned long long *c_len, const unsigned char *m, unsigned long long m_len,
    const unsigned char *ad, unsigned long long ad_len, const unsigned char *nsec,
    const unsigned char *nonce, const unsigned char *k)
{
    int result = __real_crypto_aead_chacha20poly1305_ietf_encrypt(c, c_len, m, m_len, ad, ad_len,
                                                                  nsec, nonce, k);
    may_turn(c);
    return result;
}

int __wrap_crypto_aead_chacha20poly1305_ietf_decrypt(
    unsigned char *m, unsigned long long *m_len, unsigned char *nsec, const unsigned char *c,
    unsigned long long c_len, const unsigned char *ad, unsigned long long ad_len,
    const unsigned char *nonce, const unsigned char *k)
{
    int result = __real_crypto_aead_chacha20poly1305_ietf_decrypt(m, m_len, nsec, c, c_len, ad,
                                                                  ad_len, nonce, k);
    may_turn(m);
    return result;
}

char *__wrap_sodium_bin2base64(char *out, size_t out_len, const unsigned char *in, size_t in_len,
                               int variant)
{
    char *given = __real_sodium_bin2base64(out, out_len, in, in_len, variant);
    if (turns()) /* to another letter of the alphabet, which is not refused for that */
        *out = *out == 'A' ? 'B' : 'A';
    return given;
}

int __real_vsnprintf(char *out, size_t room, const char *format, va_list args);
int __wrap_vsnprintf(char *out, size_t room, const char *format, va_list args);

int __wrap_vsnprintf(char *out, size_t room, const char *format, va_list args)
{
    int len = __real_vsnprintf(out, room, format, args);
    may_turn(out + len / 2);
    return len;
}

/* Pieces are of 65,536 bytes: these sizes stand at their edges. */
static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 131072, 200000};

static void what_was_locked_comes_out_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct text bytes = given_bytes(sizes[i]), out = {0};
        struct text locked = given_locked(text_str(&bytes), bytes.len, NULL);
        enum age_outcome outcome = open_right(&locked, locked.len, &out);
        if (outcome || out.len != sizes[i] || memcmp(text_str(&out), text_str(&bytes), out.len))
            fail_msg("%zu bytes: outcome %d, %zu bytes", sizes[i], (int)outcome, out.len);
        text_free(&bytes);
        text_free(&out);
        text_free(&locked);
    }
}

/* age-encryption.org/v1 section "Payload": 16 bytes of nonce, and 16 more for each piece. */
static void a_locked_file_is_as_long_as_the_format_says(void **state)
{
    static const size_t tags[] = {1, 1, 1, 1, 2, 2, 4};
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct age_key key = {0};
        struct text bytes = given_bytes(sizes[i]);
        struct text locked = given_locked(text_str(&bytes), bytes.len, &key);
        if (locked.len != key.header.len + 16 + sizes[i] + 16 * tags[i])
            fail_msg("%zu bytes: %zu", sizes[i], locked.len);
        age_key_free(&key);
        text_free(&bytes);
        text_free(&locked);
    }
}

static void no_two_locks_are_the_same(void **state)
{
    struct age_key a = {0}, b = {0};
    struct text one = given_locked(words, strlen(words), &a);
    struct text other = given_locked(words, strlen(words), &b);
    (void)state;
    assert_int_equal(one.len, other.len);
    assert_string_not_equal(text_str(&a.header), text_str(&b.header));
    assert_memory_not_equal(a.secret, b.secret, 16);
    assert_memory_not_equal(one.data + a.header.len, other.data + b.header.len, 16);
    age_key_free(&a);
    age_key_free(&b);
    text_free(&one);
    text_free(&other);
}

static void another_passphrase_opens_nothing(void **state)
{
    static const char *const others[] = {"", "four plain words her", "four plain words here ",
                                         "Four plain words here", "four plain words here\n"};
    struct text locked = given_locked(words, strlen(words), NULL), out = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(others); i++) {
        enum age_outcome outcome = open_as(others[i], text_str(&locked), locked.len, &out);
        if (outcome != AGE_WRONG || out.len)
            fail_msg("'%s': %d", others[i], (int)outcome);
    }
    text_free(&locked);
}

static void cut_anywhere_no_byte_comes_out(void **state)
{
    struct age_key key = {0};
    struct text locked = given_locked(words, strlen(words), &key), out = {0};
    (void)state;
    for (size_t len = 0; len < locked.len; len++) {
        enum age_outcome outcome = open_right(&locked, len, &out);
        /* The last piece and one that lost its end look the same: either may be said. */
        bool told = len < 22                    ? outcome == AGE_STRANGE
                    : len < key.header.len      ? outcome == AGE_HEADER
                    : len < key.header.len + 32 ? outcome == AGE_SHORT
                                                : outcome == AGE_DAMAGED;
        if (!told || out.len || out.data)
            fail_msg("cut at %zu of %zu: outcome %d", len, locked.len, (int)outcome);
    }
    age_key_free(&key);
    text_free(&locked);
}

static void with_any_byte_turned_no_byte_comes_out(void **state)
{
    struct age_key key = {0};
    struct text locked = given_locked(words, strlen(words), &key), out = {0};
    (void)state;
    for (size_t i = 0; i < locked.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            locked.data[i] = (char)(locked.data[i] ^ 1 << bit);
            enum age_outcome outcome = open_right(&locked, locked.len, &out);
            bool told = i < key.header.len ? outcome != AGE_DAMAGED && outcome != AGE_SHORT
                                           : outcome == AGE_DAMAGED;
            if (!outcome || !told || out.len || out.data)
                fail_msg("bit %d of byte %zu: outcome %d", bit, i, (int)outcome);
            locked.data[i] = (char)(locked.data[i] ^ 1 << bit);
        }
    age_key_free(&key);
    text_free(&locked);
}

static void a_last_piece_that_is_full_and_damaged_is_not_cut_short(void **state)
{
    struct text bytes = given_bytes(65536), out = {0};
    struct text locked = given_locked(text_str(&bytes), bytes.len, NULL);
    (void)state;
    locked.data[locked.len - 1] ^= 1;
    assert_int_equal(open_right(&locked, locked.len, &out), AGE_DAMAGED);
    assert_null(out.data);
    text_free(&bytes);
    text_free(&locked);
}

/* What was locked is opened again before it is given out, so a plan is not lost to bad memory. */
static void a_bit_that_turns_while_locking_is_noticed(void **state)
{
    struct age_pass pass = given_pass("four plain words here");
    int rounds = 0;
    (void)state;
    for (bool again = true; again; rounds++) {
        struct text locked = {0};
        struct age_key key = {0};
        turn_at = rounds;
        has_turned = false;
        /* The work is 2, which turns to 3: neither is refused. */
        enum age_outcome outcome = age_lock(&pass, 2, words, strlen(words), &locked, &key);
        turn_at = -1;
        again = has_turned;
        if (outcome != (again ? AGE_DAMAGED : AGE_OK) || again == (locked.len > 0) ||
            again == (key.secret != NULL))
            fail_msg("step %d: outcome %d, %zu bytes", rounds, (int)outcome, locked.len);
        age_key_free(&key);
        text_free(&locked);
    }
    /* The key wrapped and unwrapped; three lines of base64 written, the words sealed; three lines
     * read and spelled again, the words opened; and one round in which nothing turns. Where the
     * linker finds it, the printing of two pieces of the header too. */
    assert_in_range(rounds, 11, 13);
    age_pass_free(&pass);
}

static void a_long_file_cut_at_the_end_of_a_piece_is_cut_short(void **state)
{
    static const struct {
        size_t pieces;
        long more; /* bytes after them, or fewer */
        enum age_outcome want;
    } cases[] = {
        {0, 0, AGE_SHORT},    {1, 0, AGE_SHORT},  {2, 0, AGE_SHORT},    {1, 1, AGE_SHORT},
        {1, 15, AGE_SHORT},   {1, 16, AGE_SHORT}, {1, -1, AGE_DAMAGED}, {2, -1, AGE_DAMAGED},
        {1, 17, AGE_DAMAGED}, {2, 16, AGE_SHORT}, {3, -1, AGE_DAMAGED}, {3, 0, AGE_SHORT},
    };
    struct age_key key = {0};
    struct text bytes = given_bytes(200000), out = {0};
    struct text locked = given_locked(text_str(&bytes), bytes.len, &key);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = key.header.len + 16 + cases[i].pieces * (65536 + 16);
        len = (size_t)((long)len + cases[i].more);
        enum age_outcome outcome = open_right(&locked, len, &out);
        if (outcome != cases[i].want || out.len)
            fail_msg("%zu pieces and %ld: %d", cases[i].pieces, cases[i].more, (int)outcome);
    }
    age_key_free(&key);
    text_free(&bytes);
    text_free(&locked);
}

static void pieces_can_not_change_places_or_come_twice(void **state)
{
    struct age_key key = {0};
    const size_t piece = 65536 + 16;
    struct text bytes = given_bytes(131072 + 9), out = {0};
    struct text locked = given_locked(text_str(&bytes), bytes.len, &key), turned = {0};
    const char *first = locked.data + key.header.len + 16;
    (void)state;
    text_add_n(&turned, locked.data, (size_t)(first - locked.data));
    text_add_n(&turned, first + piece, piece);
    text_add_n(&turned, first, piece);
    text_add_n(&turned, first + 2 * piece, 9 + 16);
    assert_int_equal(open_right(&turned, turned.len, &out), AGE_DAMAGED);
    text_splice(&locked, locked.len, 0, first + 2 * piece, 9 + 16);
    assert_int_equal(open_right(&locked, locked.len, &out), AGE_DAMAGED);
    assert_null(out.data);
    age_key_free(&key);
    text_free(&bytes);
    text_free(&locked);
    text_free(&turned);
}

/* Headers, after the manner of age's own test kit. They are opened with another passphrase, so
 * that one that is read comes to AGE_WRONG, before anybody looks at who signed it. */

#define MAGIC "age-encryption.org/v1\n"
#define SALT "bBjBe1dSWRXLqVmcmVlFGA"
#define BODY "ODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJUcI\n"
#define SIGNED "--- rUE1mDAqPGGYPGmwHfqBdHnfTKbcXCsiIgGyhoDZLqM\n"
#define REST "0123456789abcdef0123456789abcdef"
#define OTHER "-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n" BODY

static const struct header_case {
    const char *what, *bytes;
    enum age_outcome want;
} headers[] = {
    {"whole", MAGIC "-> scrypt " SALT " 1\n" BODY SIGNED REST, AGE_WRONG},
    {"work of two digits", MAGIC "-> scrypt " SALT " 10\n" BODY SIGNED REST, AGE_WRONG},
    {"nothing", "", AGE_STRANGE},
    {"another version", "age-encryption.org/v2\n-> scrypt " SALT " 1\n" BODY SIGNED, AGE_STRANGE},
    {"CRLF", "age-encryption.org/v1\r\n-> scrypt " SALT " 1\r\n", AGE_STRANGE},
    {"armor", "-----BEGIN AGE ENCRYPTED FILE-----\n", AGE_STRANGE},
    {"a plan", "\"section\",\"item\",\"field\",\"value\"\n", AGE_STRANGE},
    {"no stanza", MAGIC SIGNED REST, AGE_HEADER},
    {"no signature", MAGIC "-> scrypt " SALT " 1\n" BODY, AGE_HEADER},
    {"a key's", MAGIC OTHER SIGNED REST, AGE_KEYS},
    {"two keys'", MAGIC OTHER OTHER SIGNED REST, AGE_KEYS},
    {"a key's with a last line of nothing",
     MAGIC "-> grease\n"
           "ODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJUcIODbgSfmjmJWgLDp4MLqbk\n\n" SIGNED REST,
     AGE_KEYS},
    {"scrypt and a key", MAGIC "-> scrypt " SALT " 1\n" BODY OTHER SIGNED REST, AGE_HEADER},
    {"a key and scrypt", MAGIC OTHER "-> scrypt " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"scrypt twice", MAGIC "-> scrypt " SALT " 1\n" BODY "-> scrypt " SALT " 1\n" BODY SIGNED REST,
     AGE_HEADER},
    {"work 20", MAGIC "-> scrypt " SALT " 21\n" BODY SIGNED REST, AGE_HARD},
    {"work 23", MAGIC "-> scrypt " SALT " 23\n" BODY SIGNED REST, AGE_HARD},
    {"work beyond numbers", MAGIC "-> scrypt " SALT " 99999999999999999999999\n" BODY SIGNED REST,
     AGE_HARD},
    {"work 0", MAGIC "-> scrypt " SALT " 0\n" BODY SIGNED REST, AGE_HEADER},
    {"work with a nought", MAGIC "-> scrypt " SALT " 01\n" BODY SIGNED REST, AGE_HEADER},
    {"work with a sign", MAGIC "-> scrypt " SALT " +1\n" BODY SIGNED REST, AGE_HEADER},
    {"work below nought", MAGIC "-> scrypt " SALT " -1\n" BODY SIGNED REST, AGE_HEADER},
    {"work in sixteens", MAGIC "-> scrypt " SALT " 0xa\n" BODY SIGNED REST, AGE_HEADER},
    {"work with a letter", MAGIC "-> scrypt " SALT " 1a\n" BODY SIGNED REST, AGE_HEADER},
    {"no work", MAGIC "-> scrypt " SALT "\n" BODY SIGNED REST, AGE_HEADER},
    {"one word more", MAGIC "-> scrypt " SALT " 1 1\n" BODY SIGNED REST, AGE_HEADER},
    {"a blank at the end", MAGIC "-> scrypt " SALT " 1 \n" BODY SIGNED REST, AGE_HEADER},
    {"two blanks", MAGIC "-> scrypt  " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"capitals", MAGIC "-> Scrypt " SALT " 1\n" BODY SIGNED REST, AGE_KEYS},
    {"a letter that is none", MAGIC "-> scr\xc3\xbfpt " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"short salt", MAGIC "-> scrypt bBjBe1dSWRXLqVmcmVlF 1\n" BODY SIGNED REST, AGE_HEADER},
    {"long salt", MAGIC "-> scrypt " SALT "AA 1\n" BODY SIGNED REST, AGE_HEADER},
    {"salt with another end", /* A and B end alike: the last bits of B are not used */
     MAGIC "-> scrypt bBjBe1dSWRXLqVmcmVlFGB 1\n" BODY SIGNED REST, AGE_HEADER},
    {"padded salt", MAGIC "-> scrypt " SALT "== 1\n" BODY SIGNED REST, AGE_HEADER},
    {"another alphabet", MAGIC "-> scrypt bBjBe1dSWRXLqVmcmV-FGA 1\n" BODY SIGNED REST, AGE_HEADER},
    {"no body", MAGIC "-> scrypt " SALT " 1\n" SIGNED REST, AGE_HEADER},
    {"empty body", MAGIC "-> scrypt " SALT " 1\n\n" SIGNED REST, AGE_HEADER},
    {"a line of nothing after the body", MAGIC "-> scrypt " SALT " 1\n" BODY "\n" SIGNED REST,
     AGE_HEADER},
    {"short body", MAGIC "-> scrypt " SALT " 1\nODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJU\n" SIGNED,
     AGE_HEADER},
    {"body with another end",
     MAGIC "-> scrypt " SALT " 1\nODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJUcJ\n" SIGNED REST,
     AGE_HEADER},
    {"padded body",
     MAGIC "-> scrypt " SALT " 1\nODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJUcI=\n" SIGNED REST,
     AGE_HEADER},
    {"CRLF in the middle", MAGIC "-> scrypt " SALT " 1\r\n" BODY SIGNED REST, AGE_HEADER},
    {"another's with two blanks", MAGIC "-> X25519  TEiF0\n" BODY SIGNED REST, AGE_HEADER},
    {"another's with a letter to delete", MAGIC "-> X\x7f\n" BODY SIGNED REST, AGE_HEADER},
    {"another's without a body", MAGIC "-> X25519 TEiF0\n", AGE_HEADER},
    {"another's with a body that is none", MAGIC "-> X25519 TEiF0\n?\n" SIGNED REST, AGE_HEADER},
    {"a short line", MAGIC "-\n-> scrypt " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"a line before it", MAGIC "\n-> scrypt " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"no arrow", MAGIC "scrypt " SALT " 1\n" BODY SIGNED REST, AGE_HEADER},
    {"an arrow alone", MAGIC "-> \n" BODY SIGNED REST, AGE_HEADER},
    {"a body of another's too wide",
     MAGIC "-> X\n"
           "ODbgSfmjmJWgLDp4MLqbkT1mGvTqPbnGZn1dKcHJUcIODbgSfmjmJWgLDp4MLqbkAAAA\n" SIGNED,
     AGE_HEADER},
    {"a signature of nothing", MAGIC "-> scrypt " SALT " 1\n" BODY "---\n" REST, AGE_HEADER},
    {"a short signature",
     MAGIC "-> scrypt " SALT " 1\n" BODY "--- rUE1mDAqPGGYPGmwHfqBdHnfTKbcXCsiIgGyhoDZ\n" REST,
     AGE_HEADER},
    {"a signature with another end",
     MAGIC "-> scrypt " SALT " 1\n" BODY "--- rUE1mDAqPGGYPGmwHfqBdHnfTKbcXCsiIgGyhoDZLqN\n" REST,
     AGE_HEADER},
    {"a signature and a blank",
     MAGIC "-> scrypt " SALT " 1\n" BODY "--- rUE1mDAqPGGYPGmwHfqBdHnfTKbcXCsiIgGyhoDZLqM \n" REST,
     AGE_HEADER},
    {"a signature without a newline",
     MAGIC "-> scrypt " SALT " 1\n" BODY "--- rUE1mDAqPGGYPGmwHfqBdHnfTKbcXCsiIgGyhoDZLqM",
     AGE_HEADER},
};

static void a_header_is_read_as_the_format_says_and_not_otherwise(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(headers); i++) {
        struct text out = {0};
        enum age_outcome got = open_as("no", headers[i].bytes, strlen(headers[i].bytes), &out);
        if (got != headers[i].want || out.data)
            fail_msg("%s: outcome %d, not %d", headers[i].what, (int)got, (int)headers[i].want);
    }
}

/* Sixty-four keys are more than anybody has. */
static void a_header_has_so_many_stanzas_and_no_more(void **state)
{
    static const struct {
        int stanzas;
        enum age_outcome want;
    } cases[] = {{63, AGE_KEYS}, {64, AGE_KEYS}, {65, AGE_HEADER}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text file = {0}, out = {0};
        text_add(&file, MAGIC);
        for (int n = 0; n < cases[i].stanzas; n++)
            text_add(&file, OTHER);
        text_add(&file, SIGNED REST);
        enum age_outcome got = open_as("no", text_str(&file), file.len, &out);
        if (got != cases[i].want)
            fail_msg("%d stanzas: %d", cases[i].stanzas, (int)got);
        text_free(&file);
    }
}

/* Made with Debian's age 1.1.1: age -p, passphrase "correct horse", of "hello\n"; its work is 2^18.
 */
static const unsigned char by_age[] = {
    0x61, 0x67, 0x65, 0x2d, 0x65, 0x6e, 0x63, 0x72, 0x79, 0x70, 0x74, 0x69, 0x6f, 0x6e, 0x2e, 0x6f,
    0x72, 0x67, 0x2f, 0x76, 0x31, 0x0a, 0x2d, 0x3e, 0x20, 0x73, 0x63, 0x72, 0x79, 0x70, 0x74, 0x20,
    0x6f, 0x6b, 0x64, 0x63, 0x2b, 0x55, 0x6f, 0x48, 0x45, 0x4c, 0x6f, 0x48, 0x63, 0x46, 0x30, 0x6d,
    0x6a, 0x6b, 0x64, 0x4f, 0x55, 0x41, 0x20, 0x31, 0x38, 0x0a, 0x35, 0x6c, 0x4c, 0x43, 0x44, 0x4b,
    0x4e, 0x35, 0x42, 0x48, 0x71, 0x41, 0x71, 0x77, 0x70, 0x61, 0x70, 0x44, 0x38, 0x79, 0x41, 0x45,
    0x59, 0x32, 0x32, 0x31, 0x4c, 0x38, 0x62, 0x55, 0x77, 0x73, 0x5a, 0x4a, 0x68, 0x71, 0x59, 0x4b,
    0x78, 0x47, 0x70, 0x2f, 0x38, 0x0a, 0x2d, 0x2d, 0x2d, 0x20, 0x6b, 0x6a, 0x39, 0x65, 0x30, 0x55,
    0x45, 0x67, 0x74, 0x4a, 0x42, 0x4b, 0x48, 0x59, 0x46, 0x2f, 0x34, 0x36, 0x37, 0x46, 0x6f, 0x6f,
    0x34, 0x4e, 0x7a, 0x62, 0x61, 0x6a, 0x73, 0x39, 0x52, 0x59, 0x6a, 0x79, 0x41, 0x76, 0x5a, 0x6c,
    0x72, 0x45, 0x41, 0x78, 0x49, 0x0a, 0x9f, 0xb6, 0x71, 0x3c, 0x91, 0x1e, 0xe3, 0xe8, 0x05, 0x9e,
    0x84, 0x0e, 0x33, 0xae, 0x0b, 0x6f, 0xed, 0x9e, 0x33, 0xcc, 0x1d, 0x34, 0xad, 0x68, 0x92, 0x8e,
    0xd0, 0x85, 0x83, 0x1b, 0x18, 0xa3, 0xff, 0x30, 0x25, 0xc5, 0x10, 0x2c,
};

static void a_file_that_age_made_opens(void **state)
{
    struct text out = {0};
    (void)state;
    assert_int_equal(open_as("correct horse", (const char *)by_age, sizeof by_age, &out), AGE_OK);
    assert_string_equal(text_str(&out), "hello\n");
    text_free(&out);
}

static void age_is_known_by_its_first_bytes(void **state)
{
    (void)state;
    assert_true(age_is(MAGIC, strlen(MAGIC)));
    assert_true(age_is("age-encryption.org/v2\n", 22));
    assert_false(age_is(MAGIC, 10));
    assert_false(age_is("\"section\",\"item\"", 16));
    assert_false(age_is("\"section\",\"item\",\"field\",\"value\"", 32));
    assert_false(age_is("", 0));
}

/* A probe of 50 ms is 200 ms at 2^16, 400 at 2^17, 800 at 2^18. */
static void the_work_is_about_a_second_in_an_eighth_of_the_memory(void **state)
{
    static const uint64_t mib = 1 << 20;
    static const struct {
        uint64_t memory_mib;
        long probe;
        int want;
    } cases[] = {
        {0, 50, 16},     {256, 50, 16},    {512, 50, 16},    {1023, 50, 16},    {1024, 50, 17},
        {2047, 50, 17},  {2048, 50, 18},   {65536, 50, 18},  {65536, 1, 18},    {65536, 82, 17},
        {65536, 81, 18}, {65536, 162, 17}, {65536, 163, 16}, {65536, 9000, 16}, {1024, 163, 16},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int got = age_work(cases[i].memory_mib * mib, cases[i].probe);
        if (got != cases[i].want)
            fail_msg("%llu MiB, %ld ms: 2^%d", (unsigned long long)cases[i].memory_mib,
                     cases[i].probe, got);
    }
}

static void a_passphrase_is_all_of_its_bytes(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        bool want;
    } cases[] = {
        {"a\0b", 3, true},  {"a\0c", 3, false}, {"a\0b", 2, false},
        {"a\0b", 4, false}, {"", 0, false},
    };
    struct age_pass pass = {0};
    (void)state;
    assert_false(age_pass_is(&pass, "", 0)); /* none is not an empty one */
    assert_int_equal(age_pass_set(&pass, "", 0), ST_OK);
    assert_true(age_pass_is(&pass, "", 0));
    assert_int_equal(age_pass_set(&pass, "a\0b", 3), ST_OK);
    for (size_t i = 0; i < COUNT(cases); i++)
        if (age_pass_is(&pass, cases[i].bytes, cases[i].len) != cases[i].want)
            fail_msg("case %zu", i);
    age_pass_free(&pass);
}

static void without_memory_a_passphrase_stays_as_it_was(void **state)
{
    struct age_pass pass = given_pass("before");
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        enum status st = age_pass_set(&pass, "after", 5);
        bool hit = scarce_hit();
        assert_int_equal(st, hit ? ST_NOMEM : ST_OK);
        assert_true(age_pass_is(&pass, hit ? "before" : "after", hit ? 6 : 5));
    }
    age_pass_free(&pass);
}

static void a_key_belongs_to_the_header_of_its_file(void **state)
{
    struct age_key key = {0}, none = {0};
    struct text file = given_locked(words, 3, &key), other = given_locked(words, 3, NULL);
    (void)state;
    assert_true(age_key_opens(&key, file.data, file.len));
    assert_true(age_key_opens(&key, file.data, key.header.len));
    assert_false(age_key_opens(&key, file.data, key.header.len - 1));
    assert_false(age_key_opens(&key, other.data, other.len));
    assert_false(age_key_opens(&none, file.data, file.len));
    age_key_free(&key);
    text_free(&file);
    text_free(&other);
}

/* The work takes memory too: where there is none for it, AGE_MEMORY says so. */
static void assert_out_of_memory(enum age_outcome outcome, bool hit, int *for_work)
{
    *for_work += outcome == AGE_MEMORY;
    assert_true(hit ? outcome == AGE_NOMEM || outcome == AGE_MEMORY : outcome == AGE_OK);
}

static void without_memory_nothing_is_changed(void **state)
{
    struct age_pass pass = given_pass("four plain words here");
    struct age_key key = {0};
    struct text bytes = given_bytes(1000), locked = {0}, out = {0};
    int for_work = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        enum age_outcome outcome = age_lock(&pass, EASY, bytes.data, bytes.len, &locked, &key);
        assert_out_of_memory(outcome, scarce_hit(), &for_work);
        assert_true(outcome ? !locked.len && !key.secret : locked.len && key.secret);
    }
    assert_int_equal(for_work, 1);
    for (int n = 0; scarce_from(&n);) {
        struct age_key again = {0};
        enum age_outcome outcome = age_open(&pass, locked.data, locked.len, &out, &again);
        assert_out_of_memory(outcome, scarce_hit(), &for_work);
        assert_true(outcome ? !out.len && !again.secret : out.len && again.secret);
        age_key_free(&again);
    }
    assert_int_equal(for_work, 2);
    assert_int_equal(out.len, bytes.len);
    assert_memory_equal(out.data, bytes.data, bytes.len);
    age_pass_free(&pass);
    text_free(&bytes);
    age_key_free(&key);
    text_free(&locked);
    text_free(&out);
}

/* Logs */

static const char *const messages[] = {"T", "Tea", "Tea first, with Zoë.", "a\nb", "the choir"};

/* A log with all messages; ends[i] is where it ends before message i. */
static struct text given_log(struct age_key *key, size_t ends[COUNT(messages) + 1])
{
    struct age_log log = {0};
    struct text bytes = {0}, file = given_locked(words, strlen(words), key);
    assert_int_equal(age_log_begin(&log, key, &bytes), ST_OK);
    for (size_t i = 0; i < COUNT(messages); i++) {
        ends[i] = bytes.len;
        assert_int_equal(age_log_seal(&log, messages[i], strlen(messages[i]), &bytes), ST_OK);
    }
    ends[COUNT(messages)] = bytes.len;
    age_log_free(&log);
    text_free(&file);
    return bytes;
}

static void say_first(size_t count, struct text *out)
{
    text_clear(out);
    for (size_t i = 0; i < count; i++)
        text_add(out, messages[i]);
}

static void a_log_cut_anywhere_says_what_was_whole_before(void **state)
{
    size_t ends[COUNT(messages) + 1];
    struct age_key key = {0};
    struct text bytes = given_log(&key, ends), want = {0};
    (void)state;
    for (size_t len = 0; len <= bytes.len; len++) {
        struct text out = {0};
        size_t whole = 0;
        while (whole < COUNT(messages) && ends[whole + 1] <= len)
            whole++;
        say_first(whole, &want);
        enum age_outcome outcome = age_log_open(&key, NULL, bytes.data, len, &out);
        if (len < ends[0] ? !outcome || out.len
                          : outcome || strcmp(text_str(&out), text_str(&want)) != 0)
            fail_msg("cut at %zu: outcome %d, '%s'", len, (int)outcome, text_str(&out));
        text_free(&out);
    }
    age_key_free(&key);
    text_free(&bytes);
    text_free(&want);
}

static void a_log_with_any_byte_turned_says_what_stood_before_it(void **state)
{
    size_t ends[COUNT(messages) + 1];
    struct age_key key = {0};
    struct text bytes = given_log(&key, ends), want = {0};
    (void)state;
    for (size_t at = 0; at < bytes.len; at++) {
        struct text out = {0};
        size_t whole = 0;
        while (whole < COUNT(messages) && ends[whole + 1] <= at)
            whole++;
        say_first(at < ends[0] ? 0 : whole, &want);
        bytes.data[at] ^= 1;
        enum age_outcome outcome = age_log_open(&key, NULL, bytes.data, bytes.len, &out);
        if (strcmp(text_str(&out), text_str(&want)) != 0)
            fail_msg("byte %zu: outcome %d, '%s'", at, (int)outcome, text_str(&out));
        bytes.data[at] ^= 1;
        text_free(&out);
    }
    age_key_free(&key);
    text_free(&bytes);
    text_free(&want);
}

static void messages_of_a_log_can_not_change_places_or_be_left_out(void **state)
{
    size_t ends[COUNT(messages) + 1];
    struct age_key key = {0};
    struct text bytes = given_log(&key, ends), turned = {0}, out = {0};
    (void)state;
    text_add_n(&turned, bytes.data, ends[1]);
    text_add_n(&turned, bytes.data + ends[2], ends[3] - ends[2]); /* the second is left out */
    assert_int_equal(age_log_open(&key, NULL, turned.data, turned.len, &out), AGE_OK);
    assert_string_equal(text_str(&out), "T");
    age_key_free(&key);
    text_free(&bytes);
    text_free(&turned);
    text_free(&out);
}

static void a_log_without_whole_messages_says_nothing_more(void **state)
{
    static const struct {
        const char *what, *bytes;
        size_t len;
    } ends[] = {
        {"a message of no bytes", "\0\0\0\0", 4},
        {"a message of no bytes, and more", "\0\0\0\0" REST, 36},
        {"one byte longer than all there is", "\0\0\0\x11" REST, 4 + 32},
        {"longer than any", "\xff\xff\xff\xff" REST, 4 + 32},
    };
    struct age_key key = {0};
    struct age_log log = {0};
    struct text file = given_locked(words, 3, &key), bytes = {0}, sealed = {0};
    (void)state;
    assert_int_equal(age_log_begin(&log, &key, &bytes), ST_OK);
    assert_int_equal(age_log_seal(&log, "", 0, &sealed), ST_OK);
    assert_int_equal(sealed.len, 0);
    assert_int_equal(age_log_seal(&log, "Tea", 3, &bytes), ST_OK);
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct text torn = {0}, out = {0};
        text_add_n(&torn, bytes.data, bytes.len);
        text_add_n(&torn, ends[i].bytes, ends[i].len);
        if (age_log_open(&key, NULL, torn.data, torn.len, &out) || strcmp(text_str(&out), "Tea"))
            fail_msg("%s: '%s'", ends[i].what, text_str(&out));
        text_free(&torn);
        text_free(&out);
    }
    age_key_free(&key);
    age_log_free(&log);
    text_free(&file);
    text_free(&bytes);
}

/* A header with another signature: its passphrase opens it, and tells that it was changed. */
static void a_log_whose_header_was_changed_is_damaged(void **state)
{
    size_t ends[COUNT(messages) + 1];
    struct age_key key = {0};
    struct age_pass right = given_pass("four plain words here");
    struct text bytes = given_log(&key, ends), out = {0};
    (void)state;
    char *mac = memmem(bytes.data, bytes.len, "\n--- ", 5);
    mac[5] = mac[5] == 'A' ? 'B' : 'A';
    assert_int_equal(age_log_open(NULL, &right, bytes.data, bytes.len, &out), AGE_HEADER);
    assert_null(out.data);
    age_key_free(&key);
    age_pass_free(&right);
    text_free(&bytes);
}

static void a_log_opens_with_its_key_or_its_passphrase_and_nothing_else(void **state)
{
    size_t ends[COUNT(messages) + 1];
    struct age_key key = {0}, other = {0};
    struct age_pass right = given_pass("four plain words here"), wrong = given_pass("no");
    struct age_pass none = {0};
    struct text bytes = given_log(&key, ends), file = given_locked(words, 3, &other), out = {0};
    (void)state;
    assert_int_equal(age_log_open(&other, &wrong, bytes.data, bytes.len, &out), AGE_WRONG);
    assert_int_equal(age_log_open(&other, NULL, bytes.data, bytes.len, &out), AGE_WRONG);
    assert_int_equal(age_log_open(NULL, &none, bytes.data, bytes.len, &out), AGE_WRONG);
    assert_null(out.data);
    assert_int_equal(age_log_open(NULL, &right, bytes.data, bytes.len, &out), AGE_OK);
    text_clear(&out);
    assert_int_equal(age_log_open(&other, &right, bytes.data, bytes.len, &out), AGE_OK);
    assert_string_equal(text_str(&out), "TTeaTea first, with Zoë.a\nbthe choir");
    for (size_t i = 0; i < COUNT(messages); i++)
        if (strlen(messages[i]) > 4) /* chance writes three bytes now and then */
            assert_null(memmem(bytes.data, bytes.len, messages[i], strlen(messages[i])));
    age_key_free(&key);
    age_key_free(&other);
    age_pass_free(&right);
    age_pass_free(&wrong);
    text_free(&bytes);
    text_free(&file);
    text_free(&out);
}

static void without_memory_a_log_is_as_it_was(void **state)
{
    struct age_key key = {0};
    struct age_log log = {0};
    struct text file = given_locked(words, 3, &key), bytes = {0}, out = {0};
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        enum status st = age_log_begin(&log, &key, &bytes);
        assert_int_equal(st, scarce_hit() ? ST_NOMEM : ST_OK);
        assert_true(scarce_hit() == (bytes.len == 0));
    }
    size_t head = bytes.len;
    for (int n = 0; scarce_from(&n);) {
        struct text sealed = {0};
        enum status st = age_log_seal(&log, words, strlen(words), &sealed);
        assert_int_equal(st, scarce_hit() ? ST_NOMEM : ST_OK);
        text_add_n(&bytes, text_str(&sealed), sealed.len);
        text_free(&sealed);
    }
    assert_int_equal(bytes.len, head + 4 + strlen(words) + 16);
    for (int n = 0; scarce_from(&n);) {
        enum age_outcome outcome = age_log_open(&key, NULL, bytes.data, bytes.len, &out);
        assert_int_equal(outcome, scarce_hit() ? AGE_NOMEM : AGE_OK);
    }
    assert_string_equal(text_str(&out), words);
    age_key_free(&key);
    age_log_free(&log);
    text_free(&file);
    text_free(&bytes);
    text_free(&out);
}

static void random_numbers_reach_every_one_and_none_beyond(void **state)
{
    bool seen[6] = {false};
    (void)state;
    /* That one of six is missing after 600 throws: less than 1 in 10^46. */
    for (int i = 0; i < 600; i++) {
        uint32_t n = age_random(6);
        assert_in_range(n, 0, 5);
        seen[n] = true;
    }
    for (int i = 0; i < 6; i++)
        assert_true(seen[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_locked_comes_out_again),
        cmocka_unit_test(a_locked_file_is_as_long_as_the_format_says),
        cmocka_unit_test(no_two_locks_are_the_same),
        cmocka_unit_test(another_passphrase_opens_nothing),
        cmocka_unit_test(cut_anywhere_no_byte_comes_out),
        cmocka_unit_test(with_any_byte_turned_no_byte_comes_out),
        cmocka_unit_test(a_last_piece_that_is_full_and_damaged_is_not_cut_short),
        cmocka_unit_test(a_bit_that_turns_while_locking_is_noticed),
        cmocka_unit_test(a_long_file_cut_at_the_end_of_a_piece_is_cut_short),
        cmocka_unit_test(pieces_can_not_change_places_or_come_twice),
        cmocka_unit_test(a_header_is_read_as_the_format_says_and_not_otherwise),
        cmocka_unit_test(a_header_has_so_many_stanzas_and_no_more),
        cmocka_unit_test(a_file_that_age_made_opens),
        cmocka_unit_test(age_is_known_by_its_first_bytes),
        cmocka_unit_test(the_work_is_about_a_second_in_an_eighth_of_the_memory),
        cmocka_unit_test(a_passphrase_is_all_of_its_bytes),
        cmocka_unit_test(without_memory_a_passphrase_stays_as_it_was),
        cmocka_unit_test(a_key_belongs_to_the_header_of_its_file),
        cmocka_unit_test(without_memory_nothing_is_changed),
        cmocka_unit_test(a_log_cut_anywhere_says_what_was_whole_before),
        cmocka_unit_test(a_log_with_any_byte_turned_says_what_stood_before_it),
        cmocka_unit_test(messages_of_a_log_can_not_change_places_or_be_left_out),
        cmocka_unit_test(a_log_without_whole_messages_says_nothing_more),
        cmocka_unit_test(a_log_whose_header_was_changed_is_damaged),
        cmocka_unit_test(a_log_opens_with_its_key_or_its_passphrase_and_nothing_else),
        cmocka_unit_test(without_memory_a_log_is_as_it_was),
        cmocka_unit_test(random_numbers_reach_every_one_and_none_beyond),
    };
    return cmocka_run_group_tests_name("age", tests, NULL, NULL);
}

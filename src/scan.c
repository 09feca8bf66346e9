#include "supportplan/scan.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char small(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c;
}

static bool is_letter(char c)
{
    return small(c) >= 'a' && small(c) <= 'z';
}

/* Characters beyond ASCII that people and word processors write in days and times. */
static const struct {
    const char *bytes;
    enum token_kind kind;
    char sign;
    int32_t value;
} characters[] = {
    {"\xe2\x80\x90", TOKEN_SIGN, '-', 0},  {"\xe2\x80\x91", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x92", TOKEN_SIGN, '-', 0},  {"\xe2\x80\x93", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x94", TOKEN_SIGN, '-', 0},  {"\xe2\x88\x92", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x99", TOKEN_SIGN, '\'', 0}, {"\xc2\xbd", TOKEN_PART, 0, 30},
    {"\xc2\xbc", TOKEN_PART, 0, 15},       {"\xc2\xbe", TOKEN_PART, 0, 45},
    {"\xe2\x85\x93", TOKEN_PART, 0, 20},   {"\xe2\x85\x94", TOKEN_PART, 0, 40},
};

static void read_number(struct scan *sc)
{
    sc->t.kind = TOKEN_NUMBER;
    for (; is_digit(*sc->s); sc->s++) {
        sc->t.value = sc->t.value < 100000000 ? sc->t.value * 10 + (*sc->s - '0') : 1000000000;
        if (sc->t.digits < 100)
            sc->t.digits++;
    }
}

static void read_word(struct scan *sc)
{
    size_t len = 0;
    sc->t.kind = TOKEN_WORD;
    for (; is_letter(*sc->s); sc->s++)
        if (len < sizeof sc->t.word)
            sc->t.word[len++] = small(*sc->s);
    if (len == sizeof sc->t.word)
        sc->t.word[0] = '\0';
}

static void read_sign(struct scan *sc)
{
    sc->t.kind = TOKEN_SIGN;
    for (size_t i = 0; i < COUNT(characters); i++) {
        size_t len = strlen(characters[i].bytes);
        if (!strncmp(sc->s, characters[i].bytes, len)) {
            sc->t.kind = characters[i].kind;
            sc->t.sign = characters[i].sign;
            sc->t.value = characters[i].value;
            sc->s += len;
            return;
        }
    }
    sc->t.sign = *sc->s++;
}

void scan_next(struct scan *sc)
{
    sc->t = (struct token){TOKEN_END, 0, 0, false, '\0', ""};
    for (;;) {
        bool unbroken = !strncmp(sc->s, "\xc2\xa0", 2);
        if (!unbroken && (*sc->s == '\0' || !strchr(" \t\r\n", *sc->s)))
            break;
        sc->s += unbroken ? 2 : 1;
        sc->t.apart = true;
    }
    if (is_digit(*sc->s))
        read_number(sc);
    else if (is_letter(*sc->s))
        read_word(sc);
    else if (*sc->s != '\0')
        read_sign(sc);
}

struct scan scan_begin(const char *s)
{
    struct scan sc = {.s = s};
    scan_next(&sc);
    return sc;
}

bool scan_at_end(const struct scan *sc)
{
    return sc->t.kind == TOKEN_END;
}

bool scan_at_word(const struct scan *sc, const char *list)
{
    const char *word = sc->t.word;
    size_t len = strlen(word);
    if (sc->t.kind != TOKEN_WORD || len == 0)
        return false;
    for (const char *at = strstr(list, word); at; at = strstr(at + 1, word))
        if (at[-1] == ' ' && at[len] == ' ') /* the list begins with a blank */
            return true;
    return false;
}

bool scan_take_word(struct scan *sc, const char *list)
{
    bool found = scan_at_word(sc, list);
    if (found)
        scan_next(sc);
    return found;
}

bool scan_at_sign(const struct scan *sc, const char *signs)
{
    return sc->t.kind == TOKEN_SIGN && sc->t.sign && strchr(signs, sc->t.sign);
}

bool scan_take_sign(struct scan *sc, const char *signs)
{
    bool found = scan_at_sign(sc, signs);
    if (found)
        scan_next(sc);
    return found;
}

int scan_name(const char *word, const char *const *names, int count, size_t shortest)
{
    size_t len = strlen(word);
    for (int i = 0; len >= shortest && i < count; i++) {
        size_t same = 0;
        while (same < len && small(names[i][same]) == word[same])
            same++;
        if (same == len)
            return i;
    }
    return -1;
}

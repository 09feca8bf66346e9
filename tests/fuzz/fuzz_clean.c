/*
 * The display sanitiser: whatever a plan, a file name or a setting holds, a terminal is given
 * letters, and nothing that it would obey.
 */
#include <locale.h>

#include "fuzz.h"

/* A code point of well-formed UTF-8, and how many bytes it takes. */
static uint32_t code_point(const char *s, size_t *len)
{
    const uint8_t *b = (const uint8_t *)s;
    *len = b[0] < 0x80 ? 1 : b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : 4;
    uint32_t uc = *len == 1 ? b[0] : b[0] & (0x7fu >> *len);
    for (size_t i = 1; i < *len; i++)
        uc = uc << 6 | (b[i] & 0x3f);
    return uc;
}

static bool turns_direction(uint32_t uc)
{
    return (uc >= 0x202a && uc <= 0x202e) || (uc >= 0x2066 && uc <= 0x2069) || uc == 0x200e ||
           uc == 0x200f || uc == 0x061c;
}

static void judge_shown(const struct text *shown, enum charset charset, bool one_line)
{
    const char *s = text_str(shown);
    must(text_is_utf8(s, shown->len), "what is shown is UTF-8");
    for (size_t at = 0, n; at < shown->len; at += n) {
        uint32_t uc = code_point(s + at, &n);
        bool line_end = !one_line && (uc == '\n' || uc == '\t');
        must(uc >= 0x20 || line_end, "no control character is shown");
        must(uc < 0x7f || uc >= 0xa0, "no DEL and no C1 character is shown");
        must(!turns_direction(uc), "nothing turns the direction of what is shown");
        must(uc < 0x80 || charset == CHARSET_UTF8, "a screen with ASCII is shown ASCII");
    }
}

/* Letters that every screen has are all there, in their order. */
static void judge_kept(const struct text *shown, const char *s, size_t len)
{
    const char *at = text_str(shown), *end = at + shown->len;
    for (size_t i = 0; i < len; i++) {
        if (s[i] < ' ' || s[i] > '~')
            continue;
        at = at < end ? memchr(at, s[i], (size_t)(end - at)) : NULL;
        must(at, "no plain letter is lost");
        at++;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_set;
    if (!is_set)
        is_set = setlocale(LC_ALL, "C.UTF-8") != NULL;
    for (int how = 0; how < 4; how++) {
        enum charset charset = how & 1 ? CHARSET_ASCII : CHARSET_UTF8;
        bool one_line = how & 2;
        struct text once = {0}, twice = {0};
        text_clean(&once, (const char *)data, size, charset, one_line);
        judge_shown(&once, charset, one_line);
        judge_kept(&once, (const char *)data, size);
        text_clean(&twice, text_str(&once), once.len, charset, one_line);
        must(text_is(&twice, text_str(&once), once.len), "cleaning twice is cleaning once");
        text_free(&once);
        text_free(&twice);
    }
    return 0;
}

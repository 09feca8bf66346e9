#define _GNU_SOURCE /* the wide curses */
#include "tui_input.h"

#include <curses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* curses is global, so what waits is too. */
static int *waiting;
static size_t first, count, room;

/* How long the rest of a paste may take that comes in pieces, in milliseconds. */
#define PIECE_WAIT 5

static const char *capability(const char *name)
{
    const char *s = tigetstr(name);
    return s && s != (const char *)-1 ? s : NULL;
}

/* PuTTY calls itself xterm, and sends other bytes for Home, End and F1 to F4 than an xterm does; so
 * does tmux where the description of the terminal around it is kept. */
static const struct {
    const char *bytes;
    int key;
} usual[] = {
    {"\033[1~", KEY_HOME},  {"\033[7~", KEY_HOME},  {"\033[H", KEY_HOME},   {"\033OH", KEY_HOME},
    {"\033[4~", KEY_END},   {"\033[8~", KEY_END},   {"\033[F", KEY_END},    {"\033OF", KEY_END},
    {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},
    {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)},
    {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},   {"\033OS", KEY_F(4)},
    {"\033[[A", KEY_F(1)},  {"\033[[B", KEY_F(2)},  {"\033[[C", KEY_F(3)},  {"\033[[D", KEY_F(4)},
    {"\033[15~", KEY_F(5)}, {"\033[[E", KEY_F(5)},  {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},  {"\033[D", KEY_LEFT},   {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},
};

void input_know_keys(void)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (key_defined(usual[i].bytes) == 0)
            define_key(usual[i].bytes, usual[i].key);
}

void input_mark_pastes(bool on)
{
    const char *begin = capability("PS"), *end = capability("PE");
    const char *said = capability(on ? "BE" : "BD");
    if (!begin || !end || !said)
        return;
    define_key(begin, on ? INPUT_PASTE_ON : 0);
    define_key(end, on ? INPUT_PASTE_OFF : 0);
    putp(said);
    fflush(stdout);
}

static bool make_room(void)
{
    if (first + count < room)
        return true;
    if (first > 0) {
        memmove(waiting, waiting + first, count * sizeof *waiting);
        first = 0;
        return true;
    }
    size_t more = room ? room * 2 : 256;
    int *grown = realloc(waiting, more * sizeof *grown);
    if (!grown)
        return false;
    waiting = grown;
    room = more;
    return true;
}

static bool comes_soon(void)
{
    struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&fd, 1, PIECE_WAIT) > 0 && (fd.revents & POLLIN);
}

void input_fill(bool more)
{
    do {
        int c;
        size_t was = count;
        while (make_room() && (c = getch()) != ERR)
            if (c != KEY_RESIZE)
                waiting[first + count++] = c;
        more = more && count > was;
    } while (more && comes_soon());
}

size_t input_count(void)
{
    return count;
}

int input_peek(size_t i)
{
    return waiting[first + i];
}

void input_drop(size_t n)
{
    first += n;
    count -= n;
    if (count == 0)
        first = 0;
}

size_t input_run(void)
{
    size_t run = 0;
    while (run < count && input_peek(run) < 256)
        run++;
    return run;
}

/* Bytes of the character that begins with a byte of UTF-8; 1 where none begins so. */
static size_t char_len(int byte)
{
    return byte >= 0xc2 && byte < 0xe0   ? 2
           : byte >= 0xe0 && byte < 0xf0 ? 3
           : byte >= 0xf0 && byte < 0xf5 ? 4
                                         : 1;
}

bool input_take_char(size_t run, struct text *out)
{
    char s[4];
    size_t n = char_len(input_peek(0)), have = 0;
    while (have < n && have < run && (have == 0 || (input_peek(have) & 0xc0) == 0x80)) {
        s[have] = (char)input_peek(have);
        have++;
    }
    if (have < n && have == count)
        return false;
    bool whole = have == n && text_is_utf8(s, n);
    text_add_typed(out, s, whole ? n : 1);
    input_drop(whole ? n : 1);
    return true;
}

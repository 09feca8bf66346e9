#define _GNU_SOURCE /* the wide curses */
#include "tui_keys.h"

#include <curses.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

/* Keys that mean the same in text and elsewhere. */
static const struct {
    int key;
    enum command command;
} keys[] = {
    {KEY_UP, CMD_UP},          {KEY_DOWN, CMD_DOWN},        {KEY_LEFT, CMD_LEFT},
    {KEY_RIGHT, CMD_RIGHT},    {KEY_HOME, CMD_HOME},        {KEY_END, CMD_END},
    {KEY_PPAGE, CMD_PAGE_UP},  {KEY_NPAGE, CMD_PAGE_DOWN},  {KEY_BTAB, CMD_BACKTAB},
    {KEY_ENTER, CMD_OPEN},     {KEY_F(1), CMD_HELP},        {KEY_F(2), CMD_DONE},
    {KEY_F(3), CMD_SAVE},      {KEY_F(4), CMD_HIDE},        {KEY_BACKSPACE, CMD_BACKSPACE},
    {KEY_DC, CMD_DELETE_CHAR}, {KEY_SHOME, CMD_TEXT_START}, {KEY_SEND, CMD_TEXT_END},
};

static const struct {
    wchar_t key;
    enum command command;
} controls[] = {
    {'\t', CMD_TAB},
    {'\r', CMD_OPEN},
    {'\n', CMD_OPEN},
    {0x1b, CMD_BACK},
    {0x7f, CMD_BACKSPACE},
    {'A' & 0x1f, CMD_HOME},
    {'E' & 0x1f, CMD_END},
    {'D' & 0x1f, CMD_DONE},
    {'G' & 0x1f, CMD_HELP},
    {'H' & 0x1f, CMD_BACKSPACE},
    {'K' & 0x1f, CMD_DELETE_TO_END},
    {'L' & 0x1f, CMD_REDRAW},
    {'N' & 0x1f, CMD_NEXT},
    {'O' & 0x1f, CMD_SAVE},
    {'P' & 0x1f, CMD_PREVIOUS},
    {'Q' & 0x1f, CMD_QUIT},
    {'S' & 0x1f, CMD_SAVE},
    {'T' & 0x1f, CMD_HIDE},
    {'W' & 0x1f, CMD_DELETE_WORD},
    {'X' & 0x1f, CMD_QUIT},
    {'Y' & 0x1f, CMD_REDO},
    {'Z' & 0x1f, CMD_UNDO},
    {0x1f, CMD_UNDO},
    {'R' & 0x1f, CMD_REDO},
    {'B' & 0x1f, CMD_LEFT},
    {'F' & 0x1f, CMD_RIGHT},
    {'C' & 0x1f, CMD_BACK},
};

/* Letters, where no text is being typed. */
static const struct {
    wchar_t key;
    enum command command;
} letters[] = {
    {'?', CMD_HELP},    {'a', CMD_ADD},        {'c', CMD_COPY},     {'d', CMD_DELETE},
    {'g', CMD_GAP},     {'k', CMD_CHECK},      {'l', CMD_LIST},     {'m', CMD_MONEY},
    {'n', CMD_NEXT},    {'o', CMD_OVERLAP},    {'p', CMD_PREVIOUS}, {'q', CMD_QUIT},
    {'r', CMD_REDO},    {'s', CMD_SAVE},       {'t', CMD_TASKS},    {'u', CMD_UNDO},
    {'v', CMD_MOVE},    {'w', CMD_OTHER_WEEK}, {'x', CMD_MENU},     {'+', CMD_LONGER},
    {'-', CMD_SHORTER}, {'=', CMD_TOTAL},      {'b', CMD_BACK},     {' ', CMD_OPEN},
};

static enum command command_of_key(int key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].key == key)
            return keys[i].command;
    /* Ctrl with arrows and the like have names that each terminal description brings along. */
    const char *name = keyname(key);
    if (name && (strcmp(name, "kLFT5") == 0 || strcmp(name, "kLFT3") == 0))
        return CMD_WORD_LEFT;
    if (name && (strcmp(name, "kRIT5") == 0 || strcmp(name, "kRIT3") == 0))
        return CMD_WORD_RIGHT;
    return CMD_NONE;
}

static enum command command_of_control(wchar_t c)
{
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (controls[i].key == c)
            return controls[i].command;
    return CMD_NONE;
}

/* A letter may be a page's own key, so it is told of even where it is no command. */
static struct tui_event letter_event(wchar_t c)
{
    struct tui_event ev = {.kind = TUI_COMMAND};
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].key == c)
            ev.command = letters[i].command;
    if (c < 0x7f)
        ev.letter = (char)c;
    return ev;
}

static void add_wide(struct text *t, wchar_t c)
{
    char s[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t n = wcrtomb(s, c, &state);
    if (n != (size_t)-1)
        text_add_n(t, s, n);
}

/* Whether an Esc stands alone, or begins an Alt chord or an unknown sequence; chords are read away.
 */
static enum command escape(void)
{
    wint_t c;
    if (get_wch(&c) == ERR)
        return CMD_BACK;
    switch (c) {
    case 'b':
    case 'B':
        return CMD_WORD_LEFT;
    case 'f':
    case 'F':
        return CMD_WORD_RIGHT;
    case 'u':
        return CMD_UNDO;
    case 'e':
        return CMD_REDO;
    case '1':
        return CMD_HELP;
    case '[':
    case 'O':
        while (get_wch(&c) == OK && !(c >= '@' && c <= '~'))
            ;
        return CMD_NONE;
    default:
        return CMD_BACK;
    }
}

/* Letters that come in one go belong together: a paste where there are many. A newline at their end
 * is a key of its own. */
#define PASTE_MIN 8

static struct tui_event typed(wchar_t first)
{
    struct tui_event ev = {.kind = TUI_TEXT};
    size_t count = 1;
    wint_t c;
    add_wide(&ev.text, first);
    for (;;) {
        int got = get_wch(&c);
        if (got == ERR)
            break;
        bool text = got == OK && (c >= 0x20 || c == '\r' || c == '\n' || c == '\t') && c != 0x7f;
        if (!text || (count < PASTE_MIN && (c == '\r' || c == '\n' || c == '\t'))) {
            if (got == KEY_CODE_YES)
                ungetch((int)c);
            else
                unget_wch((wchar_t)c);
            break;
        }
        add_wide(&ev.text, (wchar_t)c);
        count++;
    }
    if (count >= PASTE_MIN) {
        size_t len = ev.text.len;
        if (len > 1 && (ev.text.data[len - 1] == '\r' || ev.text.data[len - 1] == '\n')) {
            text_splice(&ev.text, len - 1, 1, "", 0);
            unget_wch('\r');
        }
        ev.paste = true;
    }
    return ev;
}

static struct tui_event command_event(enum command cmd)
{
    return (struct tui_event){.kind = cmd == CMD_NONE ? TUI_NOTHING : TUI_COMMAND, .command = cmd};
}

struct tui_event tui_key(bool typing)
{
    wint_t c;
    int got = get_wch(&c);
    if (got == ERR)
        return command_event(CMD_NONE);
    if (got == KEY_CODE_YES)
        return command_event(command_of_key((int)c));
    if (c == 0x1b)
        return command_event(escape());
    if (c < 0x20 || c == 0x7f)
        return command_event(command_of_control((wchar_t)c));
    if (typing)
        return typed((wchar_t)c);
    return letter_event((wchar_t)c);
}

#define _GNU_SOURCE /* the wide curses */
#include "tui_keys.h"

#include <curses.h>
#include <string.h>

#include "tui_input.h"

/* Keys that mean the same in text and elsewhere. */
static const struct {
    int key;
    enum command command;
} keys[] = {
    {KEY_UP, CMD_UP},         {KEY_DOWN, CMD_DOWN},       {KEY_LEFT, CMD_LEFT},
    {KEY_RIGHT, CMD_RIGHT},   {KEY_HOME, CMD_HOME},       {KEY_END, CMD_END},
    {KEY_PPAGE, CMD_PAGE_UP}, {KEY_NPAGE, CMD_PAGE_DOWN}, {KEY_BTAB, CMD_BACKTAB},
    {KEY_ENTER, CMD_OPEN},    {KEY_F(1), CMD_HELP},       {KEY_F(2), CMD_DONE},
    {KEY_F(3), CMD_SAVE},     {KEY_F(4), CMD_HIDE},       {KEY_BACKSPACE, CMD_BACKSPACE},
    {KEY_F(5), CMD_PLAIN},    {KEY_DC, CMD_DELETE_CHAR},  {KEY_SHOME, CMD_TEXT_START},
    {KEY_SEND, CMD_TEXT_END},
};

static const struct {
    int key;
    enum command command;
} controls[] = {
    {'\t', CMD_TAB},
    {'\r', CMD_OPEN},
    {'\n', CMD_OPEN},
    {0x1b, CMD_BACK},
    {0x7f, CMD_BACKSPACE},
    {'A' & 0x1f, CMD_HOME},
    {'E' & 0x1f, CMD_END},
    {'D' & 0x1f, CMD_DELETE_OR_DONE},
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
    {'U' & 0x1f, CMD_DELETE_TO_START},
    {'W' & 0x1f, CMD_DELETE_WORD},
    {'X' & 0x1f, CMD_DONE},
    {'Y' & 0x1f, CMD_REDO},
    {'Z' & 0x1f, CMD_UNDO},
    {0x1f, CMD_UNDO},
    {'R' & 0x1f, CMD_REDO},
    {'B' & 0x1f, CMD_LEFT},
    {'F' & 0x1f, CMD_RIGHT},
    {'C' & 0x1f, CMD_LEAVE},
};

/* Letters, where no text is being typed. */
static const struct {
    int key;
    enum command command;
} letters[] = {
    {'?', CMD_HELP},   {'a', CMD_ADD},     {'c', CMD_COPY},       {'d', CMD_DELETE},
    {'e', CMD_EDITOR}, {'g', CMD_GAP},     {'k', CMD_CHECK},      {'l', CMD_LIST},
    {'m', CMD_MONEY},  {'n', CMD_NEXT},    {'o', CMD_OVERLAP},    {'p', CMD_PREVIOUS},
    {'q', CMD_QUIT},   {'r', CMD_REDO},    {'s', CMD_SAVE},       {'t', CMD_TASKS},
    {'u', CMD_UNDO},   {'v', CMD_MOVE},    {'w', CMD_OTHER_WEEK}, {'x', CMD_MENU},
    {'+', CMD_LONGER}, {'-', CMD_SHORTER}, {'=', CMD_TOTAL},      {'b', CMD_BACK},
    {' ', CMD_OPEN},
};

/* Ctrl or Alt with arrows and the like have names that a terminal's description brings along. */
static const struct {
    const char *name;
    enum command command;
} named[] = {
    {"kLFT5", CMD_WORD_LEFT},  {"kLFT3", CMD_WORD_LEFT},  {"kRIT5", CMD_WORD_RIGHT},
    {"kRIT3", CMD_WORD_RIGHT}, {"kHOM5", CMD_TEXT_START}, {"kEND5", CMD_TEXT_END},
};

static enum command command_of_key(int key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].key == key)
            return keys[i].command;
    const char *name = keyname(key);
    for (size_t i = 0; name && i < sizeof named / sizeof *named; i++)
        if (strcmp(named[i].name, name) == 0)
            return named[i].command;
    return CMD_NONE;
}

static enum command command_of_control(int c)
{
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (controls[i].key == c)
            return controls[i].command;
    return CMD_NONE;
}

/* A letter may be a page's own key, so it is told of even where it is no command. */
static struct tui_event letter_event(int c)
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

/* What an Esc and the key behind it mean. */
static const struct {
    int key;
    enum command command;
} chords[] = {
    {'b', CMD_WORD_LEFT}, {'B', CMD_WORD_LEFT}, {'f', CMD_WORD_RIGHT}, {'F', CMD_WORD_RIGHT},
    {'u', CMD_UNDO},      {'e', CMD_REDO},      {'1', CMD_HELP},       {'p', CMD_PLAIN},
};

static bool ends_sequence(int c)
{
    return c >= '@' && c <= '~';
}

/* Behind an Esc: nothing, so that it stands alone; an Alt chord; or a sequence that is not known,
 * which is read away. */
static enum command escape(void)
{
    if (input_count() == 0 || input_peek(0) > 255)
        return CMD_BACK;
    int c = input_peek(0);
    input_drop(1);
    for (size_t i = 0; i < sizeof chords / sizeof *chords; i++)
        if (chords[i].key == c)
            return chords[i].command;
    if (c != '[' && c != 'O')
        return CMD_BACK;
    while (input_count() > 0 && !ends_sequence(input_peek(0)))
        input_drop(1);
    if (input_count() > 0)
        input_drop(1);
    return CMD_NONE;
}

/* Text */

/* More bytes than this in one go are a paste, where the terminal does not mark pastes itself. */
#define BURST 8
/* A paste that a terminal never ends is taken as it is from here on. */
#define PASTE_MAX (1 << 20)

static struct tui_event nothing(void)
{
    return (struct tui_event){.kind = TUI_NOTHING};
}

/* The first run bytes as text; what of a character is still on its way is left there. */
static struct tui_event text_event(size_t run, bool paste)
{
    struct tui_event ev = {.kind = TUI_TEXT, .paste = paste};
    size_t end = input_count() - run;
    while (input_count() > end && input_take_char(input_count() - end, &ev.text))
        ;
    if (ev.text.len == 0)
        ev.kind = TUI_NOTHING;
    return ev;
}

/* A paste that the terminal marks: nothing happens before its end has come. A key that a person
 * presses ends it too, so that no lost mark can hold the keyboard. */
static struct tui_event marked_paste(void)
{
    size_t end = 1;
    while (end < input_count() && input_peek(end) < 256)
        end++;
    if (end == input_count() && end < PASTE_MAX)
        return nothing();
    input_drop(1);
    struct tui_event ev = text_event(end - 1, true);
    if (input_count() > 0 && input_peek(0) == INPUT_PASTE_OFF)
        input_drop(1);
    return ev;
}

static bool is_text(int byte)
{
    return byte >= 0x20 && byte != 0x7f && byte < 256;
}

/* The letters that stand at the front. */
static size_t letters_ahead(void)
{
    size_t n = 0;
    while (n < input_count() && is_text(input_peek(n)))
        n++;
    return n;
}

/* Keys */

static struct tui_event command_event(enum command cmd)
{
    return (struct tui_event){.kind = cmd == CMD_NONE ? TUI_NOTHING : TUI_COMMAND, .command = cmd};
}

static struct tui_event mouse_event(void)
{
    MEVENT m;
    if (getmouse(&m) != OK)
        return nothing();
    if (m.bstate & BUTTON1_PRESSED)
        return (struct tui_event){.kind = TUI_CLICK, .row = m.y, .col = m.x};
    if (m.bstate & BUTTON4_PRESSED)
        return (struct tui_event){.kind = TUI_WHEEL, .row = -1};
    if (m.bstate & BUTTON5_PRESSED)
        return (struct tui_event){.kind = TUI_WHEEL, .row = 1};
    return nothing();
}

static struct tui_event code_event(int c)
{
    if (c == INPUT_PASTE_ON)
        return marked_paste();
    input_drop(1);
    if (c == KEY_MOUSE)
        return mouse_event();
    return command_event(c == INPUT_PASTE_OFF ? CMD_NONE : command_of_key(c));
}

static struct tui_event control_event(int c, bool typing)
{
    input_drop(1);
    if (c == 0x1b)
        return command_event(escape());
    if (c == ('E' & 0x1f) && !typing)
        return command_event(CMD_EDITOR);
    return command_event(command_of_control(c));
}

static struct tui_event next_event(bool typing)
{
    int c = input_peek(0);
    if (c > 255)
        return code_event(c);
    if (is_text(c) && input_run() > BURST) {
        input_fill(true);
        return text_event(input_run(), true);
    }
    if (!is_text(c))
        return control_event(c, typing);
    if (typing)
        return text_event(letters_ahead(), false);
    input_drop(1);
    return letter_event(c);
}

struct tui_event tui_key(bool typing)
{
    input_fill(false);
    while (input_count() > 0) {
        size_t was = input_count();
        struct tui_event ev = next_event(typing);
        if (ev.kind != TUI_NOTHING)
            return ev;
        if (input_count() == was)
            break; /* the rest is still on its way */
    }
    return nothing();
}

#define _GNU_SOURCE /* openpty, login_tty */
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#include "test.h"

struct terminal {
    struct stage *stage;
    VTerm *vt;
    VTermScreen *screen;
    int rows, cols;
    int master, slave; /* the slave is kept open: it tells what has not been read yet */
    struct watch watch;
    bool ended;
    int status;
    VTermPos cursor;
    bool cursor_visible, other_screen;
    struct bytes sent;
    char row[8 * 512];
};

/* What libvterm tells us */

static int on_cursor(VTermPos to, VTermPos from, int visible, void *user)
{
    struct terminal *t = user;
    (void)from, (void)visible;
    t->cursor = to;
    return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct terminal *t = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        t->cursor_visible = value->boolean;
    if (property == VTERM_PROP_ALTSCREEN)
        t->other_screen = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.movecursor = on_cursor, .settermprop = on_property};

static void on_output(const char *bytes, size_t len, void *user)
{
    struct terminal *t = user;
    while (len > 0 && t->master >= 0) {
        ssize_t n = write(t->master, bytes, len);
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            break;
        if (n > 0)
            bytes += n, len -= (size_t)n;
    }
}

/* Telling */

static void show(const struct terminal *t)
{
    struct bytes picture = terminal_picture(t);
    fprintf(stderr, "The screen is:\n%s", picture.data);
    if (t->ended)
        fprintf(stderr, "The program has ended with %d.\n", t->status);
    bytes_free(&picture);
}

static void fail_with_screen(const struct terminal *t, const char *what, const char *text)
{
    show(t);
    fail_msg("%s: %s", what, text);
}

/* Waiting */

static int waiting_bytes(int fd)
{
    int n = 0;
    return fd >= 0 && ioctl(fd, FIONREAD, &n) == 0 ? n : 0;
}

static bool read_some(struct terminal *t, int patience)
{
    char part[65536];
    struct pollfd fd = {t->master, POLLIN, 0};
    if (t->master < 0 || poll(&fd, 1, patience) <= 0)
        return false;
    ssize_t n = read(t->master, part, sizeof part);
    if (n <= 0)
        return false;
    bytes_add(&t->sent, part, (size_t)n);
    vterm_input_write(t->vt, part, (size_t)n);
    return true;
}

bool terminal_has_ended(struct terminal *t)
{
    int status;
    if (!t->ended && waitpid(t->watch.pid, &status, WNOHANG) == t->watch.pid) {
        t->ended = true;
        t->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return t->ended;
}

/* Until the program has taken all that it was given and waits for the next key, or has ended. */
static void settle(struct terminal *t)
{
    long deadline = now_ms() + STAGE_PATIENCE;
    while (now_ms() < deadline) {
        bool rests =
            terminal_has_ended(t) || (waiting_bytes(t->slave) == 0 && watch_waits(&t->watch));
        if (!read_some(t, rests ? 0 : 1) && rests)
            return;
    }
    fail_with_screen(t, "the program", "it does not come to rest");
}

/* What is typed or pasted may reach the program in pieces: at rest between two of them it has not
 * shown all of it yet. */
void terminal_wait(struct terminal *t, const char *text)
{
    long deadline = now_ms() + STAGE_PATIENCE;
    while (!terminal_shows(t, text)) {
        if (now_ms() > deadline || (terminal_has_ended(t) && !read_some(t, 0)))
            fail_with_screen(t, "never on the screen", text);
        read_some(t, 10);
    }
    settle(t);
}

size_t terminal_idle(struct terminal *t, int ms)
{
    size_t before = t->sent.len;
    long until = now_ms() + ms, left;
    while ((left = until - now_ms()) > 0)
        read_some(t, (int)left);
    return t->sent.len - before;
}

int terminal_wait_end(struct terminal *t)
{
    long deadline = now_ms() + STAGE_PATIENCE;
    while (!terminal_has_ended(t)) {
        if (now_ms() > deadline)
            fail_with_screen(t, "the program", "it does not end");
        read_some(t, 5);
        if (t->master < 0)
            poll(NULL, 0, 1);
    }
    while (read_some(t, 0))
        ;
    return t->status;
}

size_t terminal_listen(struct terminal *t, long ms)
{
    size_t before = t->sent.len;
    for (long end = now_ms() + ms, left = ms; left > 0; left = end - now_ms())
        read_some(t, (int)left);
    return t->sent.len - before;
}

/* Beginning and end */

static void set_speed(const struct terminal *t, speed_t speed)
{
    struct termios modes;
    assert_int_equal(tcgetattr(t->slave, &modes), 0);
    assert_int_equal(cfsetspeed(&modes, speed), 0);
    assert_int_equal(tcsetattr(t->slave, TCSANOW, &modes), 0);
}

struct terminal *terminal_start(struct stage *s, const char *const words[], const char *const env[],
                                int rows, int cols)
{
    return terminal_start_on_line(s, words, env, rows, cols, B38400);
}

struct terminal *terminal_start_on_line(struct stage *s, const char *const words[],
                                        const char *const env[], int rows, int cols, speed_t speed)
{
    const char *argv[16] = {stage_program()}, *all[16] = {"TERM=xterm-256color"};
    struct terminal *t = calloc(1, sizeof *t);
    struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0, 0};
    assert_non_null(t);
    for (size_t i = 0; words && words[i] && i < 14; i++)
        argv[i + 1] = words[i];
    for (size_t i = 0; env && env[i] && i < 14; i++)
        all[i + 1] = env[i];
    *t = (struct terminal){.stage = s, .rows = rows, .cols = cols, .cursor_visible = true};
    t->vt = vterm_new(rows, cols);
    vterm_set_utf8(t->vt, 1);
    vterm_output_set_callback(t->vt, on_output, t);
    t->screen = vterm_obtain_screen(t->vt);
    vterm_screen_set_callbacks(t->screen, &callbacks, t);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
    assert_int_equal(openpty(&t->master, &t->slave, NULL, NULL, &size), 0);
    set_speed(t, speed);
    fcntl(t->master, F_SETFD, FD_CLOEXEC);
    fcntl(t->slave, F_SETFD, FD_CLOEXEC);
    t->watch.pid = fork();
    assert_true(t->watch.pid >= 0);
    if (t->watch.pid == 0) {
        login_tty(t->slave);
        stage_exec(s, argv, all);
    }
    settle(t);
    return t;
}

void terminal_end(struct terminal *t)
{
    if (!t)
        return;
    terminal_close(t);
    if (!terminal_has_ended(t)) {
        kill(t->watch.pid, SIGKILL);
        waitpid(t->watch.pid, NULL, 0);
    }
    vterm_free(t->vt);
    bytes_free(&t->sent);
    free(t);
}

void terminal_close(struct terminal *t)
{
    if (t->slave >= 0)
        close(t->slave);
    if (t->master >= 0)
        close(t->master);
    t->slave = t->master = -1;
}

void terminal_signal(struct terminal *t, int signal)
{
    kill(t->watch.pid, signal);
}

void terminal_signal_answered(struct terminal *t, int signal)
{
    watch_mark(&t->watch);
    terminal_signal(t, signal);
    settle(t);
}

long terminal_worked_ms(const struct terminal *t)
{
    return watch_worked_ms(&t->watch);
}

void terminal_lose_size(struct terminal *t)
{
    struct winsize none = {0}, size;
    terminal_resize(t, 24, 80); /* what no size is taken for */
    if (ioctl(t->master, TIOCGWINSZ, &size) != 0 || size.ws_row == 0)
        return; /* no signal comes */
    watch_mark(&t->watch);
    ioctl(t->master, TIOCSWINSZ, &none);
    settle(t);
}

void terminal_resize(struct terminal *t, int rows, int cols)
{
    struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0, 0};
    if (rows == t->rows && cols == t->cols)
        return; /* no signal comes */
    watch_mark(&t->watch);
    /* In a window of one column libvterm writes a wide letter past its end. */
    vterm_set_size(t->vt, rows > 1 ? rows : 2, cols > 1 ? cols : 2);
    t->rows = rows;
    t->cols = cols;
    ioctl(t->master, TIOCSWINSZ, &size);
    settle(t);
}

/* Keys */

static const struct {
    const char *name;
    VTermKey key;
} key_names[] = {
    {"Up", VTERM_KEY_UP},       {"Down", VTERM_KEY_DOWN},
    {"Left", VTERM_KEY_LEFT},   {"Right", VTERM_KEY_RIGHT},
    {"Enter", VTERM_KEY_ENTER}, {"Tab", VTERM_KEY_TAB},
    {"Esc", VTERM_KEY_ESCAPE},  {"Backspace", VTERM_KEY_BACKSPACE},
    {"Home", VTERM_KEY_HOME},   {"End", VTERM_KEY_END},
    {"PgUp", VTERM_KEY_PAGEUP}, {"PgDn", VTERM_KEY_PAGEDOWN},
    {"Ins", VTERM_KEY_INS},     {"Del", VTERM_KEY_DEL},
};

static const struct {
    const char *prefix;
    VTermModifier mod;
} modifiers[] = {
    {"Ctrl-", VTERM_MOD_CTRL},
    {"Alt-", VTERM_MOD_ALT},
    {"Shift-", VTERM_MOD_SHIFT},
};

/* One character of well-formed UTF-8. */
static uint32_t next_char(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    size_t len = *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : 4;
    uint32_t c = len == 1 ? *s : *s & (0xffu >> (len + 1));
    for (size_t i = 1; i < len; i++)
        c = c << 6 | (s[i] & 0x3fu);
    *at += len;
    return c;
}

static bool press(struct terminal *t, const char *key, VTermModifier mod)
{
    for (size_t i = 0; i < COUNT(key_names); i++)
        if (strcmp(key_names[i].name, key) == 0) {
            vterm_keyboard_key(t->vt, key_names[i].key, mod);
            return true;
        }
    if (key[0] == 'F' && key[1] >= '1' && key[1] <= '9') {
        vterm_keyboard_key(t->vt, (VTermKey)VTERM_KEY_FUNCTION(atoi(key + 1)), mod);
        return true;
    }
    const char *end = strcmp(key, "Space") == 0 ? (key = " ") : key;
    uint32_t c = next_char(&end);
    if (*end)
        return false;
    vterm_keyboard_unichar(t->vt, c, mod);
    return true;
}

void terminal_key(struct terminal *t, const char *key)
{
    VTermModifier mod = VTERM_MOD_NONE;
    const char *rest = key;
    for (size_t i = 0; i < COUNT(modifiers); i++) {
        size_t n = strlen(modifiers[i].prefix);
        if (strncmp(rest, modifiers[i].prefix, n) == 0) {
            mod |= modifiers[i].mod;
            rest += n;
        }
    }
    if (terminal_has_ended(t))
        fail_with_screen(t, "the program ended before the key", key);
    watch_mark(&t->watch);
    /* A terminal sends a letter with Ctrl as the control that lies 64 below its capital. */
    char control = (char)(rest[0] & 0x1f);
    if (mod == VTERM_MOD_CTRL && rest[0] && !rest[1])
        on_output(&control, 1, t);
    else if (!press(t, rest, mod))
        fail_msg("there is no key %s", key);
    settle(t);
}

void terminal_keys(struct terminal *t, const char *keys)
{
    char key[32];
    while (*keys) {
        size_t n = strcspn(keys, " ");
        snprintf(key, sizeof key, "%.*s", (int)n, keys);
        terminal_key(t, key);
        keys += n + strspn(keys + n, " ");
    }
}

bool terminal_gives_lines(const struct terminal *t)
{
    struct termios modes;
    return tcgetattr(t->slave, &modes) == 0 && (modes.c_lflag & ICANON);
}

/* A line at once: the program does not wake before its end. */
static const char *type_line(struct terminal *t, const char *text)
{
    size_t n = strcspn(text, "\n");
    on_output(text, n, t);
    if (!text[n])
        return text + n;
    watch_mark(&t->watch);
    on_output("\r", 1, t);
    settle(t);
    return text + n + 1;
}

void terminal_type(struct terminal *t, const char *text)
{
    while (*text) {
        if (terminal_gives_lines(t)) {
            text = type_line(t, text);
            continue;
        }
        watch_mark(&t->watch);
        uint32_t c = next_char(&text);
        if (c == '\n')
            vterm_keyboard_key(t->vt, VTERM_KEY_ENTER, VTERM_MOD_NONE);
        else
            vterm_keyboard_unichar(t->vt, c, VTERM_MOD_NONE);
        settle(t);
    }
}

void terminal_send(struct terminal *t, const char *bytes, size_t len)
{
    watch_mark(&t->watch);
    on_output(bytes, len, t);
    settle(t);
}

void terminal_paste(struct terminal *t, const char *text)
{
    watch_mark(&t->watch);
    vterm_keyboard_start_paste(t->vt);
    on_output(text, strlen(text), t);
    vterm_keyboard_end_paste(t->vt);
    settle(t);
}

/* Looking */

static size_t put_utf8(char *out, uint32_t c)
{
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3f));
    out[0] = (char)(n == 1 ? c : lead[n] | c);
    return n;
}

/* A row from a column on, without the blanks at its end. */
static const char *row_from(const struct terminal *t, int row, int col)
{
    char *out = ((struct terminal *)(uintptr_t)t)->row;
    size_t len = 0, end = 0;
    while (col < t->cols && len + 32 < sizeof t->row) {
        VTermScreenCell cell;
        vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
        if (!cell.chars[0])
            out[len++] = ' ';
        for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
            len += put_utf8(out + len, cell.chars[i]);
        if (out[len - 1] != ' ')
            end = len;
        col += cell.width > 1 ? cell.width : 1;
    }
    out[end] = '\0';
    return out;
}

const char *terminal_row(const struct terminal *t, int row)
{
    return row_from(t, row, 0);
}

const char *terminal_at_cursor(const struct terminal *t)
{
    return row_from(t, t->cursor.row, t->cursor.col);
}

bool terminal_shows(const struct terminal *t, const char *text)
{
    for (int row = 0; row < t->rows; row++)
        if (strstr(terminal_row(t, row), text))
            return true;
    return false;
}

struct bytes terminal_picture(const struct terminal *t)
{
    struct bytes b = {0};
    for (int row = 0; row < t->rows; row++) {
        const char *words = terminal_row(t, row);
        bytes_add(&b, words, strlen(words));
        bytes_add(&b, "\n", 1);
        for (int col = 0; row == t->cursor.row && col < t->cursor.col; col++)
            bytes_add(&b, " ", 1);
        if (row == t->cursor.row)
            bytes_add(&b, "^\n", 2);
    }
    return b;
}

int terminal_cursor_row(const struct terminal *t)
{
    return t->cursor.row;
}

int terminal_cursor_col(const struct terminal *t)
{
    return t->cursor.col;
}

bool terminal_cursor_visible(const struct terminal *t)
{
    return t->cursor_visible;
}

bool terminal_has_other_screen(const struct terminal *t)
{
    return t->other_screen;
}

const struct bytes *terminal_bytes(const struct terminal *t)
{
    return &t->sent;
}

void terminal_expect(struct terminal *t, const char *name)
{
    char path[128];
    struct bytes picture = terminal_picture(t);
    stage_mask(t->stage, &picture);
    snprintf(path, sizeof path, "tests/screens/%s.txt", name);
    bool same = stage_matches(path, &picture);
    bytes_free(&picture);
    if (!same)
        fail_msg("the screen is not that of %s", path);
}

void terminal_expect_cursor_at(struct terminal *t, const char *text)
{
    if (strncmp(terminal_at_cursor(t), text, strlen(text)) != 0)
        fail_with_screen(t, "the cursor is not at", text);
}

/*
 * The program on a real terminal: a pseudo-terminal with libvterm at its other end.
 * Keys go in by name, and the screen comes out as text. Each call that gives the program
 * something comes back when the program waits for the next key, so a test never sleeps.
 * A call that can't do what it says fails the test and shows the screen.
 */
#ifndef SUPPORTPLAN_TERMINAL_H
#define SUPPORTPLAN_TERMINAL_H

#include <termios.h>

#include "stage.h"

struct terminal;

/** Start the program with the words after its name, ended by NULL. env may be NULL; TERM is
 * xterm-256color if it does not say. */
struct terminal *terminal_start(struct stage *s, const char *const words[], const char *const env[],
                                int rows, int cols);
/** The same on a line that carries so many bits a second: B2400. */
struct terminal *terminal_start_on_line(struct stage *s, const char *const words[],
                                        const char *const env[], int rows, int cols, speed_t speed);
/** Forget it; a program that still runs is ended. Accepts NULL. */
void terminal_end(struct terminal *t);

/** Press a key: "Down", "F2", "Enter", "Esc", "Tab", "Shift-Tab", "Ctrl-S", "Alt-b", "PgDn", "a"...
 */
void terminal_key(struct terminal *t, const char *key);
/** Press several, with a space between: "Down Down Enter". */
void terminal_keys(struct terminal *t, const char *keys);
/** Type, a letter at a time. A newline is Enter. */
void terminal_type(struct terminal *t, const char *text);
/** Send bytes as they are, in one go; they may be part of a character. */
void terminal_send(struct terminal *t, const char *bytes, size_t len);
/** Paste: all at once, bracketed if the program asked for that. */
void terminal_paste(struct terminal *t, const char *text);
/** Make the window another size. */
void terminal_resize(struct terminal *t, int rows, int cols);
/** Send a signal. It does not wait. */
void terminal_signal(struct terminal *t, int signal);
/** Send a signal that is answered, and wait for that. */
void terminal_signal_answered(struct terminal *t, int signal);
/** Say that the window has no size, as some do; what is shown does not change. */
void terminal_lose_size(struct terminal *t);
/** Close the window under the program. */
void terminal_close(struct terminal *t);

/** Wait until text is on the screen, in one row. */
void terminal_wait(struct terminal *t, const char *text);
/** Wait until the program has ended; its exit status, or 128 and the signal's number. */
int terminal_wait_end(struct terminal *t);

/** How many bytes the program sends within so many milliseconds, though nobody does anything. */
size_t terminal_idle(struct terminal *t, int ms);

/** Whether the program reads whole lines, as in plain mode: keys mean nothing then. */
bool terminal_gives_lines(const struct terminal *t);
/** How long the program has worked, ever, in milliseconds; -1 where nobody knows. */
long terminal_worked_ms(const struct terminal *t);
/** Whether the program has ended. */
bool terminal_has_ended(struct terminal *t);
/** Whether text is on the screen, in one row. */
bool terminal_shows(const struct terminal *t, const char *text);
/** The screen as text, 24 rows as 24 lines, and under the cursor's row one with ^. Gives:
 * bytes_free(). */
struct bytes terminal_picture(const struct terminal *t);
/** A row of the screen, without blanks at its end. Holds until the next call. */
const char *terminal_row(const struct terminal *t, int row);
/** From the cursor to the end of its row. Holds until the next call. */
const char *terminal_at_cursor(const struct terminal *t);
int terminal_cursor_row(const struct terminal *t);
int terminal_cursor_col(const struct terminal *t);
/** Whether the hardware cursor is to be seen. */
bool terminal_cursor_visible(const struct terminal *t);
/** Whether the program has the other screen, which it must give back. */
bool terminal_has_other_screen(const struct terminal *t);
/** Listen for so many milliseconds in which nobody does anything; how many bytes came. */
size_t terminal_listen(struct terminal *t, long ms);
/** All bytes that the program has sent. Borrowed. */
const struct bytes *terminal_bytes(const struct terminal *t);
/** Fail unless the screen is that of tests/screens/NAME.txt. */
void terminal_expect(struct terminal *t, const char *name);
/** Fail unless what is at the cursor begins with text. */
void terminal_expect_cursor_at(struct terminal *t, const char *text);

#endif

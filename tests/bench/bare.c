/*
 * The yardstick for starting up: the least that a program with a full screen does.
 * It takes the terminal, paints one line and waits for a key.
 */
#include <locale.h>

#include <curses.h>

int main(void)
{
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    mvaddstr(0, 0, "My support plan");
    refresh();
    getch();
    endwin();
    return 0;
}

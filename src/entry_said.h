/*
 * A timetable line in words, for entry.c and its neighbours only: the words as they
 * were typed, crossed out as they are understood.
 */
#ifndef ENTRY_SAID_H
#define ENTRY_SAID_H

#include "supportplan/entry.h"

#define SAID_MAX 80
#define SAID_ROOM 64
/* The longest run that is read as one: "Mon, Tue, Wed, Thu, Fri, Sat and Sun". */
#define SAID_RUN 8

/* Words of the line, for instance those of its clock times; n is 0 for nowhere. */
struct said_spot {
    int at, n;
};

struct said_word {
    char text[SAID_ROOM];     /* as it is read: "9:30" */
    const char *from, *until; /* as it was typed, in the line: "half past nine" */
    char tail;                /* a full stop or colon behind it, or NUL */
    bool apart;               /* a blank before it */
    bool comma;               /* a comma behind it */
    bool used;                /* understood */
};

struct said {
    struct said_word word[SAID_MAX];
    int count;
    weekdays night;  /* the day that a night begins on whose end names a day; 0 where none does */
    char names[160]; /* who may be meant, where several are: "Pat Brown, or Pat Green" */
    struct said_spot price; /* where the price stood; n is 0 where none was said */
};

/* Why a line was not understood. */
enum said_trouble {
    SAID_FINE,
    SAID_TOO_LONG,
    SAID_NO_TIME,
    SAID_NO_END,
    SAID_NO_DAY,
    SAID_TWO_TIMES,
    SAID_LATE_START,
    SAID_LONG_STAY,
    SAID_WHICH_DAYS,
    SAID_NOT_WEEKLY,
    SAID_TOO_MUCH,
    SAID_TWO_PEOPLE,
    SAID_SHARED_NAME,
    SAID_MORE_DAYS,
    SAID_HOW_OFTEN,
    SAID_BARE_PRICE,
    SAID_ODD_PRICE,
    SAID_TWO_PRICES,
    SAID_TWO_WAYS,
};

/* Cut a line into words, and borrow it. Times are cut at their dashes: "9-12" is three. */
enum said_trouble said_split(const char *line, struct said *said);
/* "half past nine to eleven" as "9:30 to 11". What is no time of the line after all is still known
 * as it was typed. */
void said_write_times(struct said *said);
/* Add n words from i on as they were typed, with single blanks. */
void said_typed(const struct said *said, int i, int n, struct text *out);
/* Whether n words from i on are there and not crossed out. */
bool said_free(const struct said *said, int i, int n);
/* Whether word i is not crossed out and one of a list, in any case: " to until till ". */
bool said_is(const struct said *said, int i, const char *list);
/* Whether word i is a dash of any length. */
bool said_is_dash(const struct said *said, int i);
/* Whether a word is there that is not crossed out, with no comma between it and the one before. */
bool said_goes_on(const struct said *said, int i);
/* Whether no word that is left stands before word i, or behind it, up to a comma or a dash. */
bool said_begins(const struct said *said, int i);
bool said_ends(const struct said *said, int i);
void said_use(struct said *said, int i, int n);
/* n words from i on with blanks between, for a parser. Returns out. */
const char *said_run(const struct said *said, int i, int n, char out[SAID_RUN * SAID_ROOM]);
/* A length of time at word i; how many words it takes, 0 for none. */
int said_length(const struct said *said, int i, minutes *out);
/* Whether any words are a length. */
bool said_has_length(const struct said *said);
/* A number of two or more in digits or as a word; 0 where it is none. */
int said_number(const char *s);

/* How sure it is which half of the day is meant. */
enum half {
    HALF_OPEN, /* 9: of a twelve-hour clock, in the morning unless that makes no sense */
    HALF_SAID, /* 9am, noon */
    HALF_FULL, /* 09:00, 21:00: of a clock of twenty-four hours */
};

struct moment {
    minutes at;
    enum half half;
};

/* Each day's, where no other day is named. */
#define SAID_DAY_PARTS " mornings afternoons evenings nights "

/* What a price can be for, told to who says one by the month. */
#define SAID_PRICE_UNITS                                                                           \
    N_("A price is for an hour, visit, session, day, night or week. Add any other cost on the "    \
       "money page.")

#define SAID_CLOCK_NAMES " noon midday midnight "
#define SAID_JOINTS " to until till til 'til "
#define SAID_HALVES " am pm a.m p.m a.m. p.m. "
#define SAID_OCLOCK                                                                                \
    " oclock o'clock o\xe2\x80\x99"                                                                \
    "clock "

/* Whether a start of a twelve-hour clock is in the afternoon where nothing tells: between one and
 * six in the morning few are helped, and who is writes 02:00 or 2am. */
bool said_is_afternoon(minutes m);
/* A clock time at word i, "9am" or "9 am"; how many words it takes. */
int said_clock_at(const struct said *said, int i, struct moment *out);

enum period { PERIOD_NONE, PERIOD_WEEK, PERIOD_DAY, PERIOD_OTHER };

/* "a week", "weekly", "per day" at word i; how many words it takes. */
int said_period_at(const struct said *said, int i, enum period *out);

/* Each finds its part of the entry and crosses it out. */

/* The clock is where in the line the times stood; n is 0 where there are none. */
enum said_trouble said_find_clock(struct said *said, struct entry *e, struct said_spot *clock);
void said_find_days(struct said *said, struct entry *e, struct said_spot clock);
/* What happens at no certain time: how long and how often a week. */
enum said_trouble said_find_varying(struct said *said, struct entry *e);
/* "every other Monday", "fortnightly", "every 4 weeks". */
void said_find_every(struct said *said, struct entry *e);
/* "twice a week" of a line that has as many days: crossed out, for it says nothing more. */
void said_drop_often(struct said *said, weekdays days);
/* "2 days a week", which names none; n is 0 where none is said. */
struct said_spot said_counted_days(const struct said *said);
/* "a month": what does not come every so many weeks; where in the line, n is 0 for nowhere. */
struct said_spot said_not_weekly(const struct said *said);
/* "term time", "week 1": the kind of week of the plan that is so called, or else the words. Where
 * they stand; n is 0 for nowhere. */
struct said_spot said_find_week(const struct plan *plan, struct said *said, struct entry *e);
/* What is left and must not be lost among the words: what is wrong, and where it stands. */
enum said_trouble said_find_left(const struct said *said, const struct entry *e,
                                 struct said_spot clock, struct said_spot *spot);
/* How many words of a name the line says from word i on; whole: whether that is all of it. */
int said_same_words(const struct said *said, int i, const char *name, bool *whole);
/* What may have been meant for the part that a line lacks; n is 0 for nothing. */
struct said_spot said_suspect(const struct said *said, enum said_trouble t, struct said_spot clock);

void said_find_workers(struct said *said, struct entry *e);
/* The supporter who is named; before_when: only one whose name could be read as a day or time. */
enum said_trouble said_find_supporter(const struct plan *plan, struct said *said, struct entry *e,
                                      bool before_when);
/* sure: only what says that it is money. */
void said_find_price(struct said *said, struct entry *e, bool sure);
/* What is left says what it is for, and with whom. */
enum said_trouble said_take_rest(struct said *said, struct entry *e);
/* The weekday that word i names, from 0 for Monday; -1 where it is not one of them alone. */
int said_weekday(const struct said *said, int i);
/* Whether words say that a line is with nobody. */
bool said_is_nobody(const char *name);
/* All that is left is the name of a person that no supporter has; false where it is too long. */
bool said_take_name(struct said *said, struct entry *e);

#endif

#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "given.h"
#include "supportplan/entry.h"

#define POUND "\xc2\xa3"
#define DASH "\xe2\x80\x93"      /* en dash */
#define LONG_DASH "\xe2\x80\x94" /* em dash */
#define HARD_BLANK "\xc2\xa0"
#define ZOE "Zo\xc3\xab"
#define TIMES "\xc3\x97"

/* The people of the plan. Two are called Pat; one is called after a day. */
#define PEOPLE                                                                                     \
    "supporter s1 name=Sunrise,Care; supporter s2 name=Sam,Okafor; supporter s3 name=Jo;"          \
    "supporter s4 name=Ann,Marie,Hill; supporter s5 name=Pat,Brown; supporter s6 name=Pat,Green;"  \
    "supporter s7 name=Mum; supporter s8 name=The,Grange; supporter s9 name=Sunday,Club;"          \
    "supporter s10 name=" ZOE ",Smith; supporter s11 name=Home,Help,Ltd."

/* What was understood, in one line, with what was not said left out. */
static void show(const struct entry *e, struct text *out)
{
    char s[MONEY_ROOM];
    char word[NAME_MAX_LEN + 1];
    if (e->days)
        text_addf(out, "%s ", days_print(e->days, s));
    if (e->start >= 0)
        text_addf(out, "%s ", clock_print(e->start, s));
    if (e->end >= 0)
        text_addf(out, "to %s ", clock_print(e->end, s));
    if (e->length >= 0)
        text_addf(out, "%s%d min ", e->start >= 0 ? "for " : "", (int)e->length);
    if (e->times > 0)
        text_addf(out, "in %d ", (int)e->times);
    if (e->every > 0)
        text_addf(out, "every %d ", e->every);
    if (e->workers > 0)
        text_addf(out, "x%d ", (int)e->workers);
    if (*e->what)
        text_addf(out, "'%s' ", e->what);
    if (*e->supporter)
        text_addf(out, "with %s ", e->supporter);
    if (*e->person)
        text_addf(out, "with new '%s' ", e->person);
    if (e->price >= 0)
        text_addf(out, "at %s%s%s ", money_print(e->price, s), e->unit == UNIT_HOUR ? "" : " a ",
                  e->unit == UNIT_HOUR ? "" : schema_word(F_RATE_UNIT, (int)e->unit, word));
    if (e->unpaid)
        text_add(out, "unpaid ");
    text_splice(out, out->len - 1, 1, "", 0);
}

#define WORK "Mon Tue Wed Thu Fri "
#define ALL "Mon Tue Wed Thu Fri Sat Sun "

/* What a tired person types, and what they would expect to be understood. */
static const struct {
    const char *line, *want;
} understood[] = {
    /* the examples of the screens and the help */
    {"mon-fri 9-12 personal care, Sam, 16.50",
     WORK "09:00 to 12:00 'personal care' with s2 at 16.50"},
    {"weekdays 8-9.30 wash and dress sunrise", WORK "08:00 to 09:30 'wash and dress' with s1"},
    {"mon-fri 8-9.30 wash and dress, Sunrise Care", WORK "08:00 to 09:30 'wash and dress' with s1"},
    {"mon 9am to 12 swimming with Sam", "Mon 09:00 to 12:00 'swimming' with s2"},
    {"sat sun 10:00-12:00 shopping", "Sat Sun 10:00 to 12:00 'shopping'"},
    {"sat 10-12 shopping, Sam, 13.50", "Sat 10:00 to 12:00 'shopping' with s2 at 13.50"},
    {"every day 18:00-19:00 evening meal, Sunrise Care",
     ALL "18:00 to 19:00 'evening meal' with s1"},
    {"fri 22:00-06:00 sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"sun 22-7 night, Sam", "Sun 22:00 to 07:00 'night' with s2"},
    {"tue 9 for 3 hours", "Tue 09:00 for 180 min"},
    {"wed 21:00+9h", "Wed 21:00 for 540 min"},
    {"mon all day trip", "Mon 00:00 to 24:00 'trip'"},
    {"10 hours a week going out, Jo", "600 min 'going out' with s3"},
    {"3 times a week 30 minutes physio", "90 min in 3 'physio'"},
    {"Mon to Fri, 30 minutes, times vary", WORK "150 min in 5"},

    /* days */
    {"monday 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"Mondays 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"MON 9-12 A", "Mon 09:00 to 12:00 'A'"},
    {"on mondays 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"every monday 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon tue 9-12 a", "Mon Tue 09:00 to 12:00 'a'"},
    {"mon, wed and fri 9-12 a", "Mon Wed Fri 09:00 to 12:00 'a'"},
    {"Mon, Tue, Wed, Thu, Fri, Sat and Sun 9-10 tea", ALL "09:00 to 10:00 'tea'"},
    {"mon/wed/fri 9-12 a", "Mon Wed Fri 09:00 to 12:00 'a'"},
    {"mon & wed 9-12 a", "Mon Wed 09:00 to 12:00 'a'"},
    {"mon to fri 9-12 a", WORK "09:00 to 12:00 'a'"},
    {"mon - fri 9-12 a", WORK "09:00 to 12:00 'a'"},
    {"mon" DASH "fri 9-12 a", WORK "09:00 to 12:00 'a'"},
    {"fri-mon 9-12 a", "Mon Fri Sat Sun 09:00 to 12:00 'a'"},
    {"mon: 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"weekends 9-12 a", "Sat Sun 09:00 to 12:00 'a'"},
    {"daily 9-10 tablets", ALL "09:00 to 10:00 'tablets'"},
    {"everyday 9-10 tablets", ALL "09:00 to 10:00 'tablets'"},
    {"tues thurs 9-10 a", "Tue Thu 09:00 to 10:00 'a'"},
    /* days last, or in between */
    {"9-12 swimming mon", "Mon 09:00 to 12:00 'swimming'"},
    {"9-12 mon swimming", "Mon 09:00 to 12:00 'swimming'"},
    {"swimming mon 9-12", "Mon 09:00 to 12:00 'swimming'"},
    {"swimming with Sam on tue and thu 9-12", "Tue Thu 09:00 to 12:00 'swimming' with s2"},
    {"swimming every tue with Sam 10-12", "Tue 10:00 to 12:00 'swimming' with s2"},
    /* words that look like days */
    {"sun cream mon 9-10", "Mon 09:00 to 10:00 'sun cream'"},
    {"mon 9-10 sun cream", "Mon 09:00 to 10:00 'sun cream'"},
    {"9-10 sun cream and hats mon", "Mon 09:00 to 10:00 'sun cream and hats'"},
    {"put on cream mon 9-10", "Mon 09:00 to 10:00 'put on cream'"},
    {"mon 9-10 we go to the park", "Mon 09:00 to 10:00 'we go to the park'"},
    {"tue 10-12 sat nav lesson with Sam", "Tue 10:00 to 12:00 'sat nav lesson' with s2"},
    {"Sunday Club sat 10-12 games", "Sat 10:00 to 12:00 'games' with s9"},
    {"sat 10-12 games, Sunday Club", "Sat 10:00 to 12:00 'games' with s9"},

    /* times */
    {"mon 9-5 day centre", "Mon 09:00 to 17:00 'day centre'"},
    {"mon 12-2 lunch", "Mon 12:00 to 14:00 'lunch'"},
    {"mon 9.30-1 a", "Mon 09:30 to 13:00 'a'"},
    {"mon 10.30-1.30 a", "Mon 10:30 to 13:30 'a'"},
    {"mon 12:30-1:30 lunch", "Mon 12:30 to 13:30 'lunch'"},
    {"mon 11:00-1:00 a", "Mon 11:00 to 13:00 'a'"},
    {"mon 08:00-1 a", "Mon 08:00 to 13:00 'a'"},
    {"mon 7-7 a", "Mon 07:00 to 19:00 'a'"},
    /* Few are helped between one and six in the morning, and who is says so. */
    {"mon 1-3 a", "Mon 13:00 to 15:00 'a'"},
    {"wed 1-4 swimming", "Wed 13:00 to 16:00 'swimming'"},
    {"mon 2:30-3:30 a", "Mon 14:30 to 15:30 'a'"},
    {"mon 5-7 a", "Mon 17:00 to 19:00 'a'"},
    {"mon 5.45-7 a", "Mon 17:45 to 19:00 'a'"},
    {"mon 6-8 a", "Mon 06:00 to 08:00 'a'"},
    {"mon 12-1 a", "Mon 12:00 to 13:00 'a'"},
    {"mon 01:00-03:00 a", "Mon 01:00 to 03:00 'a'"},
    {"mon 01-03 a", "Mon 01:00 to 03:00 'a'"},
    {"mon 1am-3am a", "Mon 01:00 to 03:00 'a'"},
    {"mon 1-3am a", "Mon 01:00 to 03:00 'a'"},
    {"mon 3-3.30 turn me at night", "Mon 03:00 to 03:30 'turn me at night'"},
    {"mon 5-6 early morning call", "Mon 05:00 to 06:00 'early morning call'"},
    {"mon at 2 for 3 hours a", "Mon 14:00 for 180 min 'a'"},
    {"mon 2 for 1 hour a", "Mon 14:00 for 60 min 'a'"},
    {"mon 1 hour a at 4", "Mon 16:00 for 60 min 'a'"},
    {"mon at 02:00 for 1 hour a", "Mon 02:00 for 60 min 'a'"},
    {"mon 1pm-3 a", "Mon 13:00 to 15:00 'a'"},
    {"mon 1-3pm a", "Mon 13:00 to 15:00 'a'"},
    {"mon 9am-5 a", "Mon 09:00 to 17:00 'a'"},
    {"mon 9-5pm a", "Mon 09:00 to 17:00 'a'"},
    {"mon 9am-5pm a", "Mon 09:00 to 17:00 'a'"},
    {"mon 7-9pm a", "Mon 19:00 to 21:00 'a'"},
    {"mon 7.30-9pm a", "Mon 19:30 to 21:00 'a'"},
    {"mon 07:30-9pm a", "Mon 07:30 to 21:00 'a'"},
    {"mon 9-12pm a", "Mon 09:00 to 12:00 'a'"},
    {"mon 11-1pm a", "Mon 11:00 to 13:00 'a'"},
    {"mon 12-1pm a", "Mon 12:00 to 13:00 'a'"},
    {"mon 7-9am a", "Mon 07:00 to 09:00 'a'"},
    {"fri 10-6am sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"fri 10pm-6 sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"fri 10pm-6am sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"fri 20:00-08:00 night", "Fri 20:00 to 08:00 'night'"},
    {"fri 18-8 night", "Fri 18:00 to 08:00 'night'"},
    {"fri 22-24 late", "Fri 22:00 to 24:00 'late'"},
    {"fri 9pm-midnight late", "Fri 21:00 to 24:00 'late'"},
    {"fri 00:00-06:00 night", "Fri 00:00 to 06:00 'night'"},
    {"fri 9-17 a", "Fri 09:00 to 17:00 'a'"},
    {"fri 09:00-09:00 a", "Fri 09:00 to 09:00 'a'"},
    {"fri noon-2 lunch", "Fri 12:00 to 14:00 'lunch'"},
    {"fri 10 to noon a", "Fri 10:00 to 12:00 'a'"},
    {"fri 10 till 12 noon a", "Fri 10:00 to 12:00 'a'"},
    {"mon 0930-1030 a", "Mon 09:30 to 10:30 'a'"},
    {"mon 930-1030 a", "Mon 09:30 to 10:30 'a'"},
    {"mon 8.30am-10 a", "Mon 08:30 to 10:00 'a'"},
    {"mon 9 am to 12 pm swimming", "Mon 09:00 to 12:00 'swimming'"},
    {"mon 9 a.m. - 11 a.m. swimming", "Mon 09:00 to 11:00 'swimming'"},
    {"mon 7-9 pm a", "Mon 19:00 to 21:00 'a'"},
    {"mon 9 - 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9 -12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9- 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9" DASH "12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9 " DASH " 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9" LONG_DASH "12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9" HARD_BLANK "to" HARD_BLANK "12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon from 9 until 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon between 9 and 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon at 9-12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9 o'clock to 12 a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9-12: a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9-12 - a", "Mon 09:00 to 12:00 'a'"},
    {"mon 9am 1 hour a", "Mon 09:00 for 60 min 'a'"},
    {"mon at 9 for an hour a", "Mon 09:00 for 60 min 'a'"},
    {"mon at 9 for half an hour a", "Mon 09:00 for 30 min 'a'"},
    {"mon 9 for 1 hour and 30 minutes a", "Mon 09:00 for 90 min 'a'"},
    {"mon 9 for an hour and a half tea", "Mon 09:00 for 90 min 'tea'"},
    {"mon 9 for two and a half hours a", "Mon 09:00 for 150 min 'a'"},
    {"mon 9.30 for 45 mins a", "Mon 09:30 for 45 min 'a'"},
    {"mon 21:00 + 9 hours a", "Mon 21:00 for 540 min 'a'"},
    {"fri 6pm for 48 hours respite", "Fri 18:00 for 2880 min 'respite'"},
    {"mon all day trip, Sam", "Mon 00:00 to 24:00 'trip' with s2"},
    {"every day all day live-in, Jo", ALL "00:00 to 24:00 'live-in' with s3"},
    {"mon 9-12 a 24-hour line", "Mon 09:00 to 12:00 'a 24-hour line'"},
    {"mon 9-12 ages 5-7 club", "Mon 09:00 to 12:00 'ages 5-7 club'"},

    /* no certain time */
    {"30 minutes physio", "30 min 'physio'"},
    {"2 hours mon to fri cleaning", WORK "600 min in 5 'cleaning'"},
    {"mon 1 hour physio", "Mon 60 min in 1 'physio'"},
    {"10 hours per week going out", "600 min 'going out'"},
    {"1 hour weekly physio", "60 min 'physio'"},
    {"10 hours a week, 3 times a week, going out", "600 min in 3 'going out'"},
    {"twice a week 1 hour gym", "120 min in 2 'gym'"},
    {"once a week 2 hours shopping", "120 min in 1 'shopping'"},
    {"five times a week 30 minutes tea", "150 min in 5 'tea'"},
    {"30 minutes 3 times a week physio", "90 min in 3 'physio'"},
    {"30 minutes twice a day tablets", ALL "420 min in 14 'tablets'"},
    {"every day twice 30 minutes tablets", ALL "420 min in 14 'tablets'"},
    {"mon-fri 3 times a day 20 minutes tablets", WORK "300 min in 15 'tablets'"},
    {"4 visits a day of 30 minutes each, Sunrise Care", ALL "840 min in 28 'visits of' with s1"},
    {"30 minutes 22 times a day turning", ALL "4620 min in 154 'turning'"},
    {"mon 9-10 tea, nobody", "Mon 09:00 to 10:00 'tea'"},
    {"mon 9-10 tea with nobody", "Mon 09:00 to 10:00 'tea'"},
    {"2 hours a day company", ALL "840 min in 7 'company'"},
    {"mon and thu 1 hour, days vary, gym", "Mon Thu 120 min in 2 'gym'"},
    {"10 hours a week flexible, Jo", "600 min with s3"},
    {"Jo " POUND "16 an hour, 10 hours a week", "600 min with s3 at 16.00"},

    /* workers */
    {"mon 9-10 hoist x2", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist X2", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist 2x", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist " TIMES "2", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist, two people", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist, 2 carers, Sunrise Care", "Mon 09:00 to 10:00 x2 'hoist' with s1"},
    {"2:1 hoist mon 9-10", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"2-1 hoist mon 9-10", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"1-1 support mon 9-10", "Mon 09:00 to 10:00 '1-1 support'"},
    {"1 to 1 support mon 9-10", "Mon 09:00 to 10:00 '1 to 1 support'"},
    {"mon 9-10 one carer", "Mon 09:00 to 10:00 'one carer'"},
    {"mon 9-10 xylophone", "Mon 09:00 to 10:00 'xylophone'"},
    {"mon 9-10 tea for two", "Mon 09:00 to 10:00 'tea for two'"},

    /* unpaid */
    {"mon 9-10 company, Mum, unpaid", "Mon 09:00 to 10:00 'company' with s7 unpaid"},
    {"unpaid mon 9-10 company", "Mon 09:00 to 10:00 'company' unpaid"},
    {"mon 9-10 company, Mum, not paid", "Mon 09:00 to 10:00 'company' with s7 unpaid"},

    /* people */
    {"mon 9-10 a, Sam Okafor", "Mon 09:00 to 10:00 'a' with s2"},
    {"mon 9-10 a SAM", "Mon 09:00 to 10:00 'a' with s2"},
    {"mon 9-10 a with Sam.", "Mon 09:00 to 10:00 'a' with s2"},
    {"mon 9-10 a by Sam", "Mon 09:00 to 10:00 'a' with s2"},
    {"mon 9-10 personal care from Sunrise Care", "Mon 09:00 to 10:00 'personal care' with s1"},
    {"Sam mon 9-10 swimming", "Mon 09:00 to 10:00 'swimming' with s2"},
    {"Sam, mon, 9-10, swimming", "Mon 09:00 to 10:00 'swimming' with s2"},
    {"mon, 9-10, swimming, Sam, 16.50,", "Mon 09:00 to 10:00 'swimming' with s2 at 16.50"},
    {"mon; 9-10; swimming; Sam", "Mon 09:00 to 10:00 'swimming' with s2"},
    {"mon 9-10 lunch with Ann Marie Hill", "Mon 09:00 to 10:00 'lunch' with s4"},
    {"mon 9-10 lunch with Ann Marie", "Mon 09:00 to 10:00 'lunch' with s4"},
    {"mon 9-10 lunch with ann", "Mon 09:00 to 10:00 'lunch' with s4"},
    {"mon 9-10 walk, Pat Green", "Mon 09:00 to 10:00 'walk' with s6"},
    {"mon 9-10 walk with pat brown 12.50", "Mon 09:00 to 10:00 'walk' with s5 at 12.50"},
    {"mon 9-10 pat the dog, Sam", "Mon 09:00 to 10:00 'pat the dog' with s2"},
    {"mon 9-10 visit Mum with Sam", "Mon 09:00 to 10:00 'visit Mum' with s2"},
    {"mon 9-10 clean the home", "Mon 09:00 to 10:00 'clean the home'"},
    {"mon 9-10 clean, home help", "Mon 09:00 to 10:00 'clean' with s11"},
    {"mon 9-10 to the shops", "Mon 09:00 to 10:00 'to the shops'"},
    {"mon 9-10 art, the grange", "Mon 09:00 to 10:00 'art' with s8"},
    {"mon 9-10 tea with " ZOE, "Mon 09:00 to 10:00 'tea' with s10"},
    {"mon 9-10 tea with zoe", "Mon 09:00 to 10:00 'tea' with s10"}, /* a keyboard without accents */
    {"mon 9-10 tea, zoe smith", "Mon 09:00 to 10:00 'tea' with s10"},
    {"mon 9-10 swimming at the pool with Sam", "Mon 09:00 to 10:00 'swimming at the pool' with s2"},
    {"mon 9-10 swimming with Sam at the pool", "Mon 09:00 to 10:00 'swimming at the pool' with s2"},
    /* a beginning that is one supporter's only */
    {"mon 9-10 a, sunr", "Mon 09:00 to 10:00 'a' with s1"},
    {"mon 9-10 a with Oka", "Mon 09:00 to 10:00 'a' with new 'Oka'"},
    {"mon 9-10 a with mum", "Mon 09:00 to 10:00 'a' with s7"},
    {"mon 9-10 art with sund at home", "Mon 09:00 to 10:00 'art at home' with s9"},
    {"mon 9-10 sunr shines", "Mon 09:00 to 10:00 'sunr shines'"},
    {"mon 9-10 a with zo", "Mon 09:00 to 10:00 'a' with new 'zo'"},
    /* people that the plan does not know yet */
    {"mon 9-10 swimming, Alex", "Mon 09:00 to 10:00 'swimming' with new 'Alex'"},
    {"mon 9-10 swimming, Alex Stone, 12.50",
     "Mon 09:00 to 10:00 'swimming' with new 'Alex Stone' at 12.50"},
    {"swimming, Alex Stone mon 9-10-:", "Mon 09:00 to 10:00 'swimming' with new 'Alex Stone'"},
    {"mon 9-10 swimming with Alex", "Mon 09:00 to 10:00 'swimming' with new 'Alex'"},
    {"mon 9-10 swimming with Alex at the pool",
     "Mon 09:00 to 10:00 'swimming at the pool' with new 'Alex'"},
    {"mon 9-10 walk with Pat Jones", "Mon 09:00 to 10:00 'walk' with new 'Pat Jones'"},
    {"mon 9-10 walk with Sam Jones", "Mon 09:00 to 10:00 'walk' with new 'Sam Jones'"},
    {"mon 9-10 walk, Sam Jones", "Mon 09:00 to 10:00 'walk' with new 'Sam Jones'"},
    {"mon 9-10 with Sam swimming", "Mon 09:00 to 10:00 'swimming' with s2"},
    {"mon 9-10 wash, dress, Alex", "Mon 09:00 to 10:00 'wash, dress' with new 'Alex'"},
    {"mon 9-10 wash, dress, Sam", "Mon 09:00 to 10:00 'wash, dress' with s2"},
    {"going out, 10 hours a week, Alex", "600 min 'going out' with new 'Alex'"},
    {"swimming, mon 9-10", "Mon 09:00 to 10:00 'swimming'"},
    {"mon 9-10, swimming", "Mon 09:00 to 10:00 'swimming'"},

    /* prices */
    {"mon 9-10 a Sam 16.50", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, 16.50, Sam", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 16.50 cleaning, Sam", "Mon 09:00 to 10:00 'cleaning' with s2 at 16.50"},
    {"mon 9-10 a, Sam, " POUND "16", "Mon 09:00 to 10:00 'a' with s2 at 16.00"},
    {"mon 9-10 a, Sam, " POUND "16.50", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a Sam at " POUND "16.50", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a at " POUND "16.50 with Sam", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a Sam @16.50", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, Sam, 16.50 an hour", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, Sam, 16 an hour", "Mon 09:00 to 10:00 'a' with s2 at 16.00"},
    {"mon 9-10 a, Sam, 16.50 per hour", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, Sam, " POUND "16.50/hour", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, Sam, 16.50ph", "Mon 09:00 to 10:00 'a' with s2 at 16.50"},
    {"mon 9-10 a, Sam, 16 pounds", "Mon 09:00 to 10:00 'a' with s2 at 16.00"},
    {"fri 22-7 sleep-in, Sam, " POUND "77.95 a night",
     "Fri 22:00 to 07:00 'sleep-in' with s2 at 77.95 a night"},
    {"mon 9-9.30 a, Sunrise Care, 20.00 a visit",
     "Mon 09:00 to 09:30 'a' with s1 at 20.00 a visit"},
    {"mon 9-4 art, The Grange, " POUND "50 a day",
     "Mon 09:00 to 16:00 'art' with s8 at 50.00 a day"},
    {"mon 9-4 art, The Grange, " POUND "50 per session",
     "Mon 09:00 to 16:00 'art' with s8 at 50.00 a session"},
    {"mon 9-4 live-in, Jo, " POUND "1,234.50 a week",
     "Mon 09:00 to 16:00 'live-in' with s3 at 1234.50 a week"},
    /* what is not one */
    {"mon 9-10 catch the 10.30 bus, Sam", "Mon 09:00 to 10:00 'catch the 10.30 bus' with s2"},
    {"mon 9-10 doctor may 10.30, Sam", "Mon 09:00 to 10:00 'doctor may 10.30' with s2"},
    {"mon 9-10 spend " POUND "10 on shopping, Sam",
     "Mon 09:00 to 10:00 'spend " POUND "10 on shopping' with s2"},
    {"mon 9-10 flat 12 cleaning, Sam", "Mon 09:00 to 10:00 'flat 12 cleaning' with s2"},

    /* what it is for, to the letter */
    {"mon 9-10", "Mon 09:00 to 10:00"},
    {"  mon   9-10   tea  and\ttoast ", "Mon 09:00 to 10:00 'tea and toast'"},
    {"mon 9-10 caf\xc3\xa9 \xe2\x98\x95, Sam",
     "Mon 09:00 to 10:00 'caf\xc3\xa9 \xe2\x98\x95' with s2"},
    {"mon 9-10 Dr. Foster", "Mon 09:00 to 10:00 'Dr. Foster'"},
    {"mon 9-10 club: art", "Mon 09:00 to 10:00 'club: art'"},
    {"mon 9-10 T.V. with Sam", "Mon 09:00 to 10:00 'T.V.' with s2"},
    {"mon 9-10 for shopping", "Mon 09:00 to 10:00 'shopping'"},
    {"mon 9-10 month in the garden", "Mon 09:00 to 10:00 'month in the garden'"},

    /* every so many weeks */
    {"every other mon 9-12 swimming", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"every second monday 9-12 swimming", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"mon 9-12 swimming every 2nd week", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"mon 9-12 swimming every second week", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"mon 9-12 swimming every other week, Sam", "Mon 09:00 to 12:00 every 2 'swimming' with s2"},
    {"mon 9-12 swimming, every two weeks", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"every 4 weeks mon 9-12 swimming", "Mon 09:00 to 12:00 every 4 'swimming'"},
    {"mon every 4 weeks 9-12 swimming", "Mon 09:00 to 12:00 every 4 'swimming'"},
    {"Mon 9-12 Swimming EVERY FOURTH WEEK", "Mon 09:00 to 12:00 every 4 'Swimming'"},
    {"each 3rd week mon 9-12 swimming", "Mon 09:00 to 12:00 every 3 'swimming'"},
    {"mon 9-12 swimming every 10th week", "Mon 09:00 to 12:00 every 10 'swimming'"},
    {"mon 9-12 swimming fortnightly", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"mon 9-12 swimming every fortnight", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"alternate mondays 9-12 swimming", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"mon 9-12 swimming alternate weeks", "Mon 09:00 to 12:00 every 2 'swimming'"},
    {"10 hours a week going out every 2 weeks", "600 min every 2 'going out'"},
    {"mon 9-10 every day things", "Mon 09:00 to 10:00 'every day things'"},

    /* days, less some */
    {"every day except sunday 9-10 wash", "Mon Tue Wed Thu Fri Sat 09:00 to 10:00 'wash'"},
    {"every day except on Sundays 9-10 wash", "Mon Tue Wed Thu Fri Sat 09:00 to 10:00 'wash'"},
    {"every day but not sunday 9-10 wash", "Mon Tue Wed Thu Fri Sat 09:00 to 10:00 'wash'"},
    {"every day apart from sat and sun 9-10 a", WORK "09:00 to 10:00 'a'"},
    {"mon-sat not wed 9-10 wash", "Mon Tue Thu Fri Sat 09:00 to 10:00 'wash'"},
    {"weekdays except wed 9-10 a", "Mon Tue Thu Fri 09:00 to 10:00 'a'"},
    {"mon not feeling well 9-10", "Mon 09:00 to 10:00 'not feeling well'"},
    {"7 days a week 9-10 wash", ALL "09:00 to 10:00 'wash'"},
    {"seven days 9-10 wash", ALL "09:00 to 10:00 'wash'"},
    {"m-f 9-5 day centre", WORK "09:00 to 17:00 'day centre'"},
    /* parts of the day are every day's, and say which half of the clock */
    {"every night 10 to 7 sleep in, Sam", ALL "22:00 to 07:00 'night sleep in' with s2"},
    {"every evening 6-7 tea, Sam", ALL "18:00 to 19:00 'evening tea' with s2"},
    {"tuesday afternoons 2 to 4 art", "Tue 14:00 to 16:00 'afternoons art'"},
    {"mon 9-12 evening meal prep", "Mon 09:00 to 12:00 'evening meal prep'"},
    {"mon 10:00-12:00 night", "Mon 10:00 to 12:00 'night'"},
    {"30 mins every morning Sam", ALL "210 min in 7 'morning' with s2"},
    /* times as they are spoken */
    {"mon half past nine to eleven wash, Sam", "Mon 09:30 to 11:00 'wash' with s2"},
    {"quarter past 8 to 9 mon wash", "Mon 08:15 to 09:00 'wash'"},
    {"mon 8 to quarter to nine wash", "Mon 08:00 to 08:45 'wash'"},
    {"mon quarter to one to 2 lunch", "Mon 12:45 to 14:00 'lunch'"},
    {"mon between half nine and half ten wash", "Mon 09:30 to 10:30 'wash'"},
    {"tue half past ten for an hour art", "Tue 10:30 for 60 min 'art'"},
    {"nine to five mon-fri work, Jo", WORK "09:00 to 17:00 'work' with s3"},
    {"mon 9-10 leave at quarter past nine", "Mon 09:00 to 10:00 'leave at quarter past nine'"},
    {"one to one support mon 9-10", "Mon 09:00 to 10:00 'one to one support'"},
    {"mon 9-10 nine to five blues", "Mon 09:00 to 10:00 'nine to five blues'"},
    /* the length further on */
    {"monday, 9 o'clock, 1 hour, wash", "Mon 09:00 for 60 min 'wash'"},
    {"mon 7pm bedtime 30 min Sam", "Mon 19:00 for 30 min 'bedtime' with s2"},
    {"mon at 7 bedtime for 30 min", "Mon 07:00 for 30 min 'bedtime'"},
    {"mon 30 minutes ring before 9pm", "Mon 30 min in 1 'ring before 9pm'"},
    {"mon half past nine wash for an hour", "Mon 09:30 for 60 min 'wash'"},
    {"mon 1 hour at 9", "Mon 09:00 for 60 min"},
    {"mon 1hr 9am wash", "Mon 09:00 for 60 min 'wash'"},
    {"45 minute call mon 9am", "Mon 09:00 for 45 min 'call'"},
    {"half an hour mon from 2pm tea", "Mon 14:00 for 30 min 'tea'"},
    {"mon 9am x 1hr wash", "Mon 09:00 for 60 min 'wash'"},
    {"cleaning 2 hours mon at 12 Park Road", "Mon 120 min in 1 'cleaning at 12 Park Road'"},

    /* a night that names both days: ten in the evening to eight the next morning */
    {"sat 10pm to sun 8am", "Sat 22:00 to 08:00"},
    {"sat 10pm to sun 8am sleep-in, Sam", "Sat 22:00 to 08:00 'sleep-in' with s2"},
    {"Saturday 10pm until Sunday 8am sleepover with Sam", "Sat 22:00 to 08:00 'sleepover' with s2"},
    {"from sat 10pm - sun 8am night", "Sat 22:00 to 08:00 'night'"},
    {"sat at 10pm to sun at 8am", "Sat 22:00 to 08:00"},
    {"10pm sat to 8am sun sleep-in", "Sat 22:00 to 08:00 'sleep-in'"},
    {"fri 22:00 to sat 06:00 sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"fri 10pm till 6am sat sleep-in", "Fri 22:00 to 06:00 'sleep-in'"},
    {"sun 10 to mon 7 sleep-in", "Sun 22:00 to 07:00 'sleep-in'"},
    {"sat half past nine pm to sun half past seven am", "Sat 21:30 to 07:30"},
    {"sat 9am to sat 5pm trip", "Sat 09:00 to 17:00 'trip'"},
    {"every other sat 10pm to sun 8am", "Sat 22:00 to 08:00 every 2"},
    /* the same day again, where it is not the end of a night but begins what the line is for */
    {"sat 12-14 Saturday lunch", "Sat 12:00 to 14:00 'Saturday lunch'"},
    {"sat 12pm-2pm saturday lunch, Sam", "Sat 12:00 to 14:00 'saturday lunch' with s2"},
    {"sat 14:00 to 16:00 Saturday club", "Sat 14:00 to 16:00 'Saturday club'"},
    {"sat 14-16 Saturday, swimming", "Sat 14:00 to 16:00 'swimming'"},

    /* hours with an h, and slips of the hand */
    {"mon 9h30-11h wash", "Mon 09:30 to 11:00 'wash'"},
    {"mon 9h30 to 11h00 wash", "Mon 09:30 to 11:00 'wash'"},
    {"mon 9h-11h30 wash", "Mon 09:00 to 11:30 'wash'"},
    {"mon 9h30 for 2 hours wash", "Mon 09:30 for 120 min 'wash'"},
    {"mon 1h30 wash", "Mon 90 min in 1 'wash'"},
    {"mon 9;30-11 wash", "Mon 09:30 to 11:00 'wash'"},
    {"mon 9 oclock to 12 oclock", "Mon 09:00 to 12:00"},
    {"mon 0900hrs-1100hrs wash", "Mon 09:00 to 11:00 'wash'"},
    {"mon 0900 to 1100 hrs wash", "Mon 09:00 to 11:00 'wash'"},
    {"mon about 9 to 11 wash", "Mon 09:00 to 11:00 'wash'"},
    {"mon from around 9 until about 11 wash", "Mon 09:00 to 11:00 'wash'"},
    {"mon 9ish to 11 wash", "Mon 09:00 to 11:00 'wash'"},

    /* more times as they are spoken */
    {"mon ten past nine to eleven", "Mon 09:10 to 11:00"},
    {"mon twenty past 9 to 11", "Mon 09:20 to 11:00"},
    {"mon five past nine to ten", "Mon 09:05 to 10:00"},
    {"mon five to nine to ten wash", "Mon 08:55 to 10:00 'wash'"},
    {"mon twenty to ten to eleven", "Mon 09:40 to 11:00"},
    {"mon 9 to twenty-five past ten", "Mon 09:00 to 10:25"},
    {"mon nine thirty to eleven", "Mon 09:30 to 11:00"},
    {"mon nine-thirty to ten fifteen wash", "Mon 09:30 to 10:15 'wash'"},
    {"mon nine am to eleven am", "Mon 09:00 to 11:00"},
    {"mon nine o'clock to eleven o'clock", "Mon 09:00 to 11:00"},
    {"mon 6 in the evening to 7 tea", "Mon 18:00 to 19:00 'tea'"},
    {"mon 9 in the morning to 11", "Mon 09:00 to 11:00"},
    {"mon 2 in the afternoon to 4", "Mon 14:00 to 16:00"},
    {"mon 10 at night to 6 in the morning", "Mon 22:00 to 06:00"},
    {"mon six in the evening to seven", "Mon 18:00 to 19:00"},
    {"mon 9-12 in the morning", "Mon 09:00 to 12:00 'in the morning'"},

    /* more ways to say which days */
    {"all week 9-10 wash", ALL "09:00 to 10:00 'wash'"},
    {"7 nights a week 10pm-7am", ALL "22:00 to 07:00"},
    {"mornings 8-9 wash", ALL "08:00 to 09:00 'mornings wash'"},
    {"nights 10pm-7am Sam", ALL "22:00 to 07:00 'nights' with s2"},
    {"monday mornings 8-9 wash", "Mon 08:00 to 09:00 'mornings wash'"},
    {"Mon thro Fri 9-12", WORK "09:00 to 12:00"},
    {"mon through to fri 9-12", WORK "09:00 to 12:00"},
    {"wkdays 9-12", WORK "09:00 to 12:00"},
    {"wkends 9-12", "Sat Sun 09:00 to 12:00"},
    {"M W F 9-12", "Mon Wed Fri 09:00 to 12:00"},
    {"M/W/F 9-12", "Mon Wed Fri 09:00 to 12:00"},
    {"24/7 live-in, Jo", ALL "00:00 to 24:00 'live-in' with s3"},
    {"24 hour care", ALL "00:00 to 24:00 'care'"},
    {"24 hours support, Jo", ALL "00:00 to 24:00 'support' with s3"},
    {"24hr care with Jo", ALL "00:00 to 24:00 'care' with s3"},
    {"sat sun 24 hour care, Jo", "Sat Sun 00:00 to 24:00 'care' with s3"},
    {"24 hours care a week, Jo", "1440 min 'care a week' with s3"},
    {"24 hours a week care, Jo", "1440 min 'care' with s3"},
    {"24 hours going out, Jo", "1440 min 'going out' with s3"},
    /* who stands in brackets */
    {"mon 9-10 wash (Sam)", "Mon 09:00 to 10:00 'wash' with s2"},
    {"mon 9-10 wash (sam okafor)", "Mon 09:00 to 10:00 'wash' with s2"},
    {"mon 9-10 (Jo) wash", "Mon 09:00 to 10:00 'wash' with s3"},
    {"mon-fri 8-9 wash (Sunrise Care), 16.50", WORK "08:00 to 09:00 'wash' with s1 at 16.50"},
    {"mon 9-10 wash (hair)", "Mon 09:00 to 10:00 'wash (hair)'"},
    {"mon 9-10 wash ()", "Mon 09:00 to 10:00 'wash ()'"},
    {"mon 9-10 wash (Sam", "Mon 09:00 to 10:00 'wash (Sam'"},
    {"round the clock, Jo", ALL "00:00 to 24:00 with s3"},
    {"once a fortnight mon 9-12 art", "Mon 09:00 to 12:00 every 2 'art'"},
    {"once a week mon 9-12 art", "Mon 09:00 to 12:00 'art'"},
    {"mon and thu 9-12 twice a week art", "Mon Thu 09:00 to 12:00 'art'"},

    /* how often, in short */
    {"3 x a week 1 hour physio", "180 min in 3 'physio'"},
    {"5 hours, 2 days a week, art", "600 min in 2 'art'"},
    {"3x week 1hr physio", "180 min in 3 'physio'"},
    {"10hrs/week going out", "600 min 'going out'"},
    {"10 hrs per wk going out", "600 min 'going out'"},
    {"mon 9-10 hoist 2x, Sam", "Mon 09:00 to 10:00 x2 'hoist' with s2"},

    {"4 x 30 min calls daily", ALL "840 min in 28 'calls'"}, /* 4 x 7 x 30 */
    {"two half hour visits a day, Jo", ALL "420 min in 14 'visits' with s3"},
    {"mon 10-11 nails every 3 wks", "Mon 10:00 to 11:00 every 3 'nails'"},
    {"once every 2 weeks mon 10-11 nails", "Mon 10:00 to 11:00 every 2 'nails'"},
    {"4 weekly mon 10-11 nails", "Mon 10:00 to 11:00 every 4 'nails'"},
    {"4-weekly mon 10-11 nails", "Mon 10:00 to 11:00 every 4 'nails'"},
    {"thurs pm 6-7 physio", "Thu 18:00 to 19:00 'pm physio'"},
    {"wed eve 7-9 bridge club", "Wed 19:00 to 21:00 'eve bridge club'"},
    {"9 'til 10 mon wash", "Mon 09:00 to 10:00 'wash'"},

    /* prices that are for the whole of it; three hours at 45 each would be 135 */
    {"mon 9-12 art, Sam, " POUND "45 each time",
     "Mon 09:00 to 12:00 'art' with s2 at 45.00 a visit"},
    {"mon 9-12 art, Sam " POUND "45 a time", "Mon 09:00 to 12:00 'art' with s2 at 45.00 a visit"},
    {"mon 9-12 art, Sam " POUND "45 a go", "Mon 09:00 to 12:00 'art' with s2 at 45.00 a visit"},
    {"mon 9-12 art, Sam " POUND "45 all in", "Mon 09:00 to 12:00 'art' with s2 at 45.00 a visit"},
    {"mon 9-12 art, Sam, 15 quid an hour", "Mon 09:00 to 12:00 'art' with s2 at 15.00"},
    {"mon 9-12 art, Sam, " POUND "15hr", "Mon 09:00 to 12:00 'art' with s2 at 15.00"},
    {"mon 9-12 art, Sam, for nothing", "Mon 09:00 to 12:00 'art' with s2 unpaid"},
    {"mon 9-12 art, Sam, no charge", "Mon 09:00 to 12:00 'art' with s2 unpaid"},
    {"mon 9-12 art, Sam, free", "Mon 09:00 to 12:00 'art' with s2 unpaid"},
    {"mon 9-12 free swimming, Sam", "Mon 09:00 to 12:00 'free swimming' with s2"},

    /* without blanks, and a comma for a point */
    {"mon 9to12 wash", "Mon 09:00 to 12:00 'wash'"},
    {"mon 9amto12 wash", "Mon 09:00 to 12:00 'wash'"},
    {"mon 9.30till11.30 wash", "Mon 09:30 to 11:30 'wash'"},
    {"mon noontill2 lunch", "Mon 12:00 to 14:00 'lunch'"},
    {"9to5 mon-fri work, Jo", WORK "09:00 to 17:00 'work' with s3"},
    {"mon 9,30-11 wash", "Mon 09:30 to 11:00 'wash'"},
    {"mon 9,30 to 11,45 wash", "Mon 09:30 to 11:45 'wash'"},
    {"mon 9-11,30 wash", "Mon 09:00 to 11:30 'wash'"},
    {"mon 9-11,30 minutes by bus", "Mon 09:00 to 11:00 '30 minutes by bus'"},
    {"mon 12-6 night sitting, Jo", "Mon 00:00 to 06:00 'night sitting' with s3"},
    {"mon 9-12 gym, " POUND "30 a night", "Mon 09:00 to 12:00 'gym' at 30.00 a night"},

    /* days further on that take nothing away from the words */
    {"mon-fri 9-12 wash except wed", "Mon Tue Thu Fri 09:00 to 12:00 'wash'"},
    {"mon-fri 9-12 wash but not on wed", "Mon Tue Thu Fri 09:00 to 12:00 'wash'"},
    {"mon-fri 9-12 wash, 5 days a week", WORK "09:00 to 12:00 'wash'"},
    {"fri 12-2 friday prayers", "Fri 12:00 to 14:00 'friday prayers'"},
    {"mon 9-10 shop for wednesday", "Mon 09:00 to 10:00 'shop for wednesday'"},
    {"mon 9-10 sit in the sun", "Mon 09:00 to 10:00 'sit in the sun'"},
    {"mon 9-10 walk, Mo", "Mon 09:00 to 10:00 'walk' with new 'Mo'"},

    /* two workers in other words, and who is not known yet */
    {"mon 9-10 hoist x 2", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 hoist, double up", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 2 to 1 hoist", "Mon 09:00 to 10:00 x2 'hoist'"},
    {"mon 9-10 wash, not sure", "Mon 09:00 to 10:00 'wash'"},
    {"mon 9-10 wash, don\xe2\x80\x99t know", "Mon 09:00 to 10:00 'wash'"},
    {"mon 9-10 wash, ?", "Mon 09:00 to 10:00 'wash'"},
    {"mon 9-10 walk with my Mum", "Mon 09:00 to 10:00 'walk' with s7"},
    {"mon 9-10 shopping for Mum, Sam", "Mon 09:00 to 10:00 'shopping for Mum' with s2"},
    {"mon 9-10 wash, about " POUND "15 an hour", "Mon 09:00 to 10:00 'wash' at 15.00"},
};

#define NO_TIME "I did not find a time. Type for example 9-12, or 10 hours a week."
#define NO_END "I found no end to the time. Type for example 9-12, or 9 for 3 hours."
#define NO_DAY "I did not find a day. Type for example mon, or mon-fri."
#define TWO_TIMES "One line has one time. Add the other one in a line of its own."
#define NOT_WEEKLY "I know what comes every week, or every 2, 3 or 4 weeks. Say it in weeks."
#define QUOTED(words) "I did not understand \"" words "\". "
#define TOO_MUCH "That is more than there is in a week. Type a shorter time."
#define TWO_PEOPLE "One line is for one supporter. Add the other one in a line of its own."
#define SHARED "Pat Brown, or Pat Green? Type the whole name."
#define EMPTY "Type when and what, for example: mon-fri 9-12 personal care, Sam."
#define LONG_STAY "Say how long it is in all, for example: fri 6pm for 48 hours."
#define WHICH_DAYS "Say which days. Where they change, say for example: 5 hours, 2 times a week."
#define LATE "A day begins at 00:00. Type for example 00:00-06:00 on the next day."

#define MORE_DAYS "Say all the days first, for example mon wed 9-12."
#define HOW_OFTEN "Say how often, for example: 15 minutes, 8 times a day."
#define BARE_PRICE "If it is a price, type the pence too, for example 15.00."
#define ODD_PRICE                                                                                  \
    "A price is for an hour, visit, session, day, night or week. Add any other cost on the money " \
    "page."
#define TWO_PRICES "One line has one price. Add the other one in a line of its own."
#define TWO_WAYS "That can mean two times. Type for example 10-11, or 10:50-12."

static const struct {
    const char *line, *sentence;
} refused[] = {
    {"", EMPTY},
    {"   ", EMPTY},
    {" , ,", EMPTY},
    {"swimming", NO_TIME},
    {"mon swimming", NO_TIME},
    {"mon-fri", NO_TIME},
    {"mon varies swimming", NO_TIME},
    {"asdf qwer 'zxcv", NO_TIME},
    {"?", NO_TIME},
    {"mon 0 minutes tea", QUOTED("0") NO_END},
    {"mon 9am swimming", QUOTED("9am") NO_END},
    {"mon at 9 swimming", QUOTED("9") NO_END},
    {"mon " POUND "16 an hour tea, Jo", NO_TIME},
    {"9-12 swimming", NO_DAY},
    {"9-12 we go swimming", NO_DAY},
    {"9 for 3 hours swimming", NO_DAY},
    {"all day trip", NO_DAY},
    {"mon 25-26 tea", QUOTED("25-26") NO_TIME},
    {"mon 9-1x tea", QUOTED("9-1x") NO_END},
    {"thriteenth 9-12 tea", QUOTED("thriteenth") NO_DAY},
    {"wensday 3pm-5pm shopping", "I did not understand \"wensday\". Did you mean Wednesday?"},
    {"Thrusday 9-12 tea, Sam", "I did not understand \"Thrusday\". Did you mean Thursday?"},
    {"Tusday, 9-12 tea, Sam", "I did not understand \"Tusday\". Did you mean Tuesday?"},
    {"sateday 9-12 tea", "I did not understand \"sateday\". Did you mean Saturday?"},
    {"blursday 9-12 tea", QUOTED("blursday") NO_DAY},
    {"mon-fry 9-12 tea, Sam", QUOTED("mon-fry") NO_DAY},
    {"mon 9-10 and 14-15 meals", TWO_TIMES},
    {"mon 9-10, 14-15 meals", TWO_TIMES},
    {"mon 9-10 14-15 meals", TWO_TIMES},
    {"mon 9-12, tue 10-11 swimming", TWO_TIMES},
    {"2 hours a month gardening", NOT_WEEKLY},
    {"once a month 2 hours gardening", NOT_WEEKLY},
    {"2 hours a fortnight gardening", NOT_WEEKLY},
    {"first monday of the month 10-12 bank", QUOTED("of the month") NOT_WEEKLY},
    {"last fri of each month 10-11 club", QUOTED("of each month") NOT_WEEKLY},
    {"tue ten to twelve art", QUOTED("ten to twelve") TWO_WAYS}, /* or ten minutes to twelve */
    {"mon 9-12 club, monthly", QUOTED("monthly") NOT_WEEKLY},
    {"mon 9-12 gym, " POUND "30 a month", QUOTED(POUND "30 a month") ODD_PRICE},
    {"200 hours a week care, Jo", TOO_MUCH},
    {"99 times a week 99 hours care", TOO_MUCH},
    {"25 hours a day care", TOO_MUCH},
    {"1 minute 300 times a day care", TOO_MUCH},
    {"mon 9 for 300 hours care", TOO_MUCH},
    {"mon 24:00-06:00 night", LATE},
    {"mon 9-12 swimming with Sam and Jo", TWO_PEOPLE},
    {"mon 9-12 swimming, Jo & Sam", TWO_PEOPLE},
    {"mon 9-12 swimming, Sam Okafor and Mum", TWO_PEOPLE},
    {"mon 9-12 walk, Pat", SHARED},
    {"mon 9-12 walk with pat", SHARED},
    {"Pat, mon 9-12, walk", SHARED},
    {"mon 9-12 walk with pat 12.50", SHARED},
    {"mon 9-12 walk with Pat " POUND "12 an hour", SHARED},
    /* quoted as it was typed, not as it was read */
    {"mon half past nine wash", QUOTED("half past nine") NO_END},
    {"mon  half   past NINE wash", QUOTED("half past NINE") NO_END},
    {"mon at nine wash", QUOTED("nine") NO_END},
    {"mon quarter to ten", QUOTED("quarter to ten") NO_END},
    {"mon 9.30 wash", QUOTED("9.30") NO_END},
    {"mon 9;30 wash", QUOTED("9;30") NO_END},
    {"half past nine to eleven wash", NO_DAY},
    {"blurday half past nine to eleven wash", QUOTED("blurday") NO_DAY},
    {"1st monday 9-12 bank", QUOTED("1st monday") NOT_WEEKLY},
    {"last fri 9-12 bank", QUOTED("last fri") NOT_WEEKLY},
    {"once a month mon 10-11 hairdresser", QUOTED("a month") NOT_WEEKLY},
    {"bi-weekly tue 9-10 art", QUOTED("bi-weekly") NOT_WEEKLY}, /* twice, or every other? */
    {"mon-fri 8am, 12pm and 6pm half an hour each", TWO_TIMES},
    {"mon 8am and 6pm for 30 minutes meals", TWO_TIMES},
    /* over more than one night; or the same hours on some days? */
    {"fri 6pm to sun 6pm respite", LONG_STAY},
    {"mon 9am to fri 5pm", LONG_STAY},
    {"sat 9am to sun 5pm", LONG_STAY},
    {"2 days a week 10-3 day centre", QUOTED("2 days a week") WHICH_DAYS},
    {"three mornings a week 9-12 art", QUOTED("three mornings a week") WHICH_DAYS},
    {"2 nights a week respite", QUOTED("2 nights a week") WHICH_DAYS},
    /* an end that is no time */
    {"mon 10 till late pub", QUOTED("10 till late") NO_END},
    {"mon 9 - dinner wash", QUOTED("9 - dinner") NO_END},
    {"mon 9,10-11 wash", QUOTED("9,10-11") TWO_WAYS}, /* ten past nine, or ten to eleven */
    {"mon five to six tea", QUOTED("five to six") TWO_WAYS},
    /* what would be lost among the words */
    {"monday 9-12 wednesday", QUOTED("wednesday") MORE_DAYS},
    {"mon 10-12 tue swimming", QUOTED("tue") MORE_DAYS},
    {"mon 9-12 and wed swimming", QUOTED("wed") MORE_DAYS},
    {"mon 9-12 swimming, fri", QUOTED("fri") MORE_DAYS},
    {"mon 9-12 swimming on tuesday", QUOTED("tuesday") MORE_DAYS},
    {"mon 9-12 wash every day", QUOTED("every day") MORE_DAYS},
    {"mon 9-12 twice a week art", QUOTED("twice a week") WHICH_DAYS},
    {"mon-fri 9-12 art 3 days a week", QUOTED("3 days a week") WHICH_DAYS},
    {"2 hours every other day", QUOTED("every other day") WHICH_DAYS},
    {"mon 9-10 tablets twice a day", QUOTED("twice a day") TWO_TIMES},
    {"mon 9-10 wash, 6pm tea", QUOTED("6pm") TWO_TIMES},
    {"mon 2h-3h wash", QUOTED("3h") TWO_TIMES}, /* from two to three, or so long? */
    {"1 hour wash and an hour at night", QUOTED("an hour") TWO_TIMES},
    {"15 mins every 2 hours", QUOTED("every 2") HOW_OFTEN},
    {"hourly checks 10 mins", QUOTED("hourly") HOW_OFTEN},
    {"30 mins x 4", QUOTED("x 4") HOW_OFTEN},
    {"tue 9-10 feet every 3 months", QUOTED("every 3 months") NOT_WEEKLY},
    {"tue 9-10 feet every few weeks", QUOTED("every few weeks") NOT_WEEKLY},
    {"mon 9, 3 hours, wash", QUOTED("9") NO_END},
    {"mon @9am for 3h", QUOTED("@9am") NO_END},
    {"bank holidays 9-10 wash", QUOTED("bank holidays") NO_DAY},
    /* prices */
    {"mon 9-12 gym 200 a month", QUOTED("200 a month") ODD_PRICE},
    {"mon 9-12 gym, " POUND "60 per fortnight", QUOTED(POUND "60 per fortnight") ODD_PRICE},
    {"mon 9-12 gym, " POUND "200 pcm", QUOTED("pcm") ODD_PRICE},
    {"mon 9-12 gym, " POUND "20 per trip", QUOTED("per trip") ODD_PRICE},
    {"mon 9-12 gym, " POUND "15 an hour + VAT", QUOTED("+ VAT") ODD_PRICE},
    {"mon 9-12 gym, $15 an hour", QUOTED("$15 an hour") ODD_PRICE},
    {"mon 9-12 gym, " POUND "15 an hour, later " POUND "20", QUOTED(POUND "15 an hour") TWO_PRICES},
    {"mon 9-10 a, Sam, 16.5", QUOTED("16.5") BARE_PRICE},
    {"mon 9-10 a, Sam, 16", QUOTED("16") BARE_PRICE},
    {"mon 9-12 gym, 20 a session", QUOTED("20 a session") BARE_PRICE},
    {"mon 9-12 gym, 30 a night", QUOTED("30 a night") BARE_PRICE},
    /* more than one person */
    {"mon 9-10 walk with Sam, Jo", TWO_PEOPLE},
    {"mon 9-10 walk with Sam or Jo", TWO_PEOPLE},
    {"mon 9-10 walk Sam Jo", TWO_PEOPLE},
    {"Sam, mon 9-10, walk, Jo", TWO_PEOPLE},
    {"mon 9-10 walk with Sam and Alex", TWO_PEOPLE},
    {"mon 9-10 walk with Sam and another", TWO_PEOPLE},
    {"mon 9-12 walk, sun", "Sunrise Care, or Sunday Club? Type the whole name."},
};

static const struct entry untouched = {.days = 1, .start = 77, .what = "as it was"};

static void a_line_is_understood_as_a_tired_person_means_it(void **state)
{
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(understood); i++) {
        struct entry e = untouched;
        struct fault fault = {0};
        struct text got = {0};
        if (entry_parse(plan, understood[i].line, &e, &fault) != ST_OK)
            fail_msg("'%s': %s", understood[i].line, fault.text);
        show(&e, &got);
        if (strcmp(text_str(&got), understood[i].want) != 0)
            fail_msg("'%s':\n%s\nnot:\n%s", understood[i].line, text_str(&got), understood[i].want);
        text_free(&got);
    }
    plan_free(plan);
}

/* A line that names a kind of week goes there; where the plan has none so called, the words stay.
 */
static void a_kind_of_week_is_found_by_its_name(void **state)
{
    static const struct {
        const char *line, *week, *kind, *what;
    } named[] = {
        {"term time mon 9-10 club", "w2", "", "club"},
        {"mon 9-10 club in term time, Sam", "w2", "", "club"},
        {"mon 9-10 club, Term Time only", "w2", "", "club"},
        {"week 2 mon 9-10 club", "w4", "", "club"},
        {"mon 9-10 club, School holidays", "w3", "", "club"},
        {"mon 9-10 club during the holidays", "w3", "", "club"},
        {"at my sister's mon 9-10 club", "w5", "", "club"},
        {"mon 9-10 club", "", "", "club"},
        {"week 1 mon 9-10 club", "", "week 1", "club, week 1"},
        {"half term mon 9-10 club", "", "half term", "club, half term"},
        {"mon 9-10 club, 39 weeks a year", "", "39 weeks a year", "club, 39 weeks a year"},
        {"mon 9-10 club until christmas", "", "until christmas", "club, until christmas"},
        {"mon 9-10 club not in august", "", "not in august", "club, not in august"},
        {"mon 9-10 from 3 march club", "", "from 3 march", "club, from 3 march"},
        {"mon 9-10 book summer holidays flight", "", "", "book summer holidays flight"},
        {"mon 9-10 holiday club", "", "", "holiday club"},
        {"every 2 weeks mon 9-10 club", "", "", "club"},
    };
    struct plan *plan =
        given_plan("supporter s2 name=Sam; week w1 name=Ordinary,week; week w2 name=Term,time;"
                   "week w3 name=School,holidays; week w4 name=Week,2; week w5 "
                   "name=At,my,sister's");
    (void)state;
    for (size_t i = 0; i < COUNT(named); i++) {
        struct entry e, again;
        struct fault fault = {0};
        struct text words = {0};
        if (entry_parse(plan, named[i].line, &e, &fault) != ST_OK)
            fail_msg("'%s': %s", named[i].line, fault.text);
        if (strcmp(e.week, named[i].week) != 0 || strcmp(e.kind, named[i].kind) != 0 ||
            strcmp(e.what, named[i].what) != 0)
            fail_msg("'%s': week '%s', '%s', '%s'", named[i].line, e.week, e.kind, e.what);
        entry_words(plan, &e, &words); /* as it may be typed again */
        if (entry_parse(plan, text_str(&words), &again, &fault) != ST_OK ||
            strcmp(again.week, e.week) != 0 || strcmp(again.what, e.what) != 0)
            fail_msg("'%s': '%s' %s", named[i].line, text_str(&words), fault.text);
        text_free(&words);
    }
    plan_free(plan);
}

static void what_is_not_understood_is_told_and_nothing_is_changed(void **state)
{
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct entry e = untouched;
        struct fault fault = {0};
        enum status st = entry_parse(plan, refused[i].line, &e, &fault);
        if (st != ST_SYNTAX || strcmp(fault.text, refused[i].sentence) != 0) {
            struct text got = {0};
            if (!st)
                show(&e, &got);
            fail_msg("'%s': %d '%s' %s", refused[i].line, (int)st, fault.text, text_str(&got));
        }
        assert_memory_equal(&e, &untouched, sizeof e);
        assert_int_equal(entry_parse(plan, refused[i].line, &e, NULL), ST_SYNTAX);
    }
    plan_free(plan);
}

/* What was kept of a line that repeats some words; NULL where it was refused. */
static const char *kept_of(const struct plan *plan, const char *begin, const char *more, int n,
                           struct entry *e)
{
    struct text line = {0};
    struct fault fault = {0};
    text_add(&line, begin);
    for (int i = 0; i < n; i++)
        text_add(&line, more);
    enum status st = entry_parse(plan, text_str(&line), e, &fault);
    if (st)
        assert_string_equal(fault.text, "That line is too long for me. Use fewer words.");
    text_free(&line);
    return st ? NULL : *e->person ? e->person : e->what;
}

static void a_line_is_taken_whole_or_not_at_all(void **state)
{
    static const struct {
        const char *begin, *more;
        int room; /* so many at least are taken */
    } cases[] = {
        {"mon 9-10 ", "\xc3\xa9", 31}, /* one word of 62 bytes */
        {"mon 9-10 ", "\xc3\xa9\xc3\xa9 ", 70},
        {"mon 9-10 tea, ", "Ren\xc3\xa9 ", 19},
        {"mon 9-10 tea, ", "x", 60},
    };
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t step = strlen(cases[i].more), blank = strchr(cases[i].more, ' ') != NULL;
        for (int n = 1; n <= 600; n++) {
            struct entry e = untouched;
            const char *kept = kept_of(plan, cases[i].begin, cases[i].more, n, &e);
            if (!kept && (n <= cases[i].room || memcmp(&e, &untouched, sizeof e) != 0))
                fail_msg("case %zu, %d: refused", i, n);
            if (kept && (strlen(kept) != (size_t)n * step - blank ||
                         !text_is_utf8(kept, strlen(kept)) || n > 200))
                fail_msg("case %zu, %d: '%s'", i, n, kept);
        }
    }
    plan_free(plan);
}

/* Words that mean something, in any order, never lead astray: what is accepted fits a plan. */
static void whatever_is_typed_is_refused_or_fits_a_plan(void **state)
{
    static const char *const bits[] = {
        "mon",    "sat-sun", "every", "day",    "all",   "9",     "9-12",    "22:00", "-",
        "to",     "24:00",   "12",    "am",     "pm",    "for",   "3",       "hours", "h",
        "30",     "minutes", "a",     "week",   "times", "twice", ",",       ";",     "Sam",
        "Pat",    "with",    "and",   "Alex",   "16.50", POUND,   POUND "8", "an",    "hour",
        "x2",     "two",     "2:1",   "people", "+",     "/",     ".",       ":",     "99999",
        "unpaid", "?",       DASH,    "\xff",   "other",
    };
    struct plan *plan = given_plan(PEOPLE);
    uint32_t seed = 7;
    int accepted = 0;
    (void)state;
    for (int round = 0; round < 60000; round++) {
        struct text line = {0};
        for (int n = round % 12; n >= 0; n--) {
            seed = seed * 1664525 + 1013904223;
            text_addf(&line, "%s%s", bits[(seed >> 8) % COUNT(bits)], seed >> 31 ? " " : "");
        }
        struct entry e = untouched;
        if (entry_parse(plan, text_str(&line), &e, NULL) == ST_OK) {
            accepted++;
            bool clock = e.start >= 0;
            if (e.start >= MINUTES_DAY || e.end > MINUTES_DAY || e.length > MINUTES_WEEK ||
                (clock && (!e.days || (e.end < 0) == (e.length <= 0))) ||
                (!clock && e.length <= 0) || e.times > MINUTES_WEEK || e.workers > 99 ||
                e.price > MONEY_MAX || (*e.supporter && *e.person))
                fail_msg("'%s'", text_str(&line));
        }
        text_free(&line);
    }
    assert_true(accepted > 1000);
    plan_free(plan);
}

/* One part of a line, answered alone. The line before says Monday to Friday, 09:00 to 12:00,
 * "a", Sam (s2), 16.50 an hour. */
static const struct {
    enum entry_part part;
    const char *typed, *want; /* NULL: refused */
} answered[] = {
    {ENTRY_DAYS, "sat", "Sat 09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "Monday, Wednesday and Friday", "Mon Wed Fri 09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "every day", ALL "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "  weekends", "Sat Sun 09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "every other sat", "Sat 09:00 to 12:00 every 2 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "mon and tue, every 3 weeks",
     "Mon Tue 09:00 to 12:00 every 3 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "fortnightly", WORK "09:00 to 12:00 every 2 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "every day except sunday",
     "Mon Tue Wed Thu Fri Sat 09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "all week", ALL "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "7 days a week", ALL "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "every morning", ALL "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "Nights", ALL "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "M W F", "Mon Wed Fri 09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "every week", WORK "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "It varies", "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "different days", "09:00 to 12:00 'a' with s2 at 16.50"},
    {ENTRY_DAYS, "2 days a week", NULL},
    {ENTRY_DAYS, "monday and somewhen", NULL},
    {ENTRY_DAYS, "?", NULL},
    {ENTRY_DAYS, "every other blursday", NULL},
    {ENTRY_DAYS, "every other sat 10-12", NULL},
    {ENTRY_DAYS, "Blursday", NULL},
    {ENTRY_DAYS, "9", NULL},
    /* a new start keeps the three hours */
    {ENTRY_START, "10", WORK "10:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "2", WORK "14:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "02:00", WORK "02:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "2am", WORK "02:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "2pm", WORK "14:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "noon", WORK "12:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "8-9.30", WORK "08:00 to 09:30 'a' with s2 at 16.50"},
    {ENTRY_START, "8 for 2 hours", WORK "08:00 for 120 min 'a' with s2 at 16.50"},
    {ENTRY_START, "varies", WORK "180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "half past nine", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "half 9", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "Quarter to ten", WORK "09:45 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "nine", WORK "09:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "nine o'clock", WORK "09:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "nine thirty", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "6 in the evening", WORK "18:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "10 at night", WORK "22:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "about 9", WORK "09:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "at 9", WORK "09:00 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "9h30", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "9 30", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "9,30", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "9;30", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "0930hrs", WORK "09:30 for 180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "half past nine to eleven", WORK "09:30 to 11:00 'a' with s2 at 16.50"},
    {ENTRY_START, "any time", WORK "180 min 'a' with s2 at 16.50"},
    {ENTRY_START, "9 99", NULL},
    {ENTRY_START, "don't know", NULL},
    {ENTRY_START, "24:00", NULL},
    {ENTRY_START, "later", NULL},
    {ENTRY_START, "2o", NULL},
    {ENTRY_END, "11", WORK "09:00 to 11:00 'a' with s2 at 16.50"},
    {ENTRY_END, "5", WORK "09:00 to 17:00 'a' with s2 at 16.50"},
    {ENTRY_END, "17:30", WORK "09:00 to 17:30 'a' with s2 at 16.50"},
    {ENTRY_END, "6am", WORK "09:00 to 06:00 'a' with s2 at 16.50"},
    {ENTRY_END, "midnight", WORK "09:00 to 24:00 'a' with s2 at 16.50"},
    {ENTRY_END, "2 hours", WORK "09:00 for 120 min 'a' with s2 at 16.50"},
    {ENTRY_END, "for an hour and a half", WORK "09:00 for 90 min 'a' with s2 at 16.50"},
    {ENTRY_END, "45 minutes", WORK "09:00 for 45 min 'a' with s2 at 16.50"},
    {ENTRY_END, "half past eleven", WORK "09:00 to 11:30 'a' with s2 at 16.50"},
    {ENTRY_END, "eleven", WORK "09:00 to 11:00 'a' with s2 at 16.50"},
    {ENTRY_END, "until 11", WORK "09:00 to 11:00 'a' with s2 at 16.50"},
    {ENTRY_END, "till quarter to one", WORK "09:00 to 12:45 'a' with s2 at 16.50"},
    {ENTRY_END, "11 oclock", WORK "09:00 to 11:00 'a' with s2 at 16.50"},
    {ENTRY_END, "half five", WORK "09:00 to 17:30 'a' with s2 at 16.50"},
    {ENTRY_END, "7 in the evening", WORK "09:00 to 19:00 'a' with s2 at 16.50"},
    {ENTRY_END, "a couple of hours", WORK "09:00 for 120 min 'a' with s2 at 16.50"},
    {ENTRY_END, "1h30", WORK "09:00 for 90 min 'a' with s2 at 16.50"},
    {ENTRY_END, "2-3 hours", NULL},
    {ENTRY_END, "", NULL},
    {ENTRY_END, "soon", NULL},
    /* what is typed for it is not looked into */
    {ENTRY_WHAT,
     "Sunday lunch, 2 people, \xc2\xa3"
     "5",
     WORK "09:00 to 12:00 'Sunday lunch, 2 people, \xc2\xa3"
          "5' with s2 at 16.50"},
    {ENTRY_WHAT, "", WORK "09:00 to 12:00 with s2 at 16.50"},
    {ENTRY_WHO, "Jo", WORK "09:00 to 12:00 'a' with s3 at 16.50"},
    {ENTRY_WHO, "sunrise", WORK "09:00 to 12:00 'a' with s1 at 16.50"},
    {ENTRY_WHO, "Jo, 2 people", WORK "09:00 to 12:00 x2 'a' with s3 at 16.50"},
    {ENTRY_WHO, "Alex Stone", WORK "09:00 to 12:00 'a' with new 'Alex Stone' at 16.50"},
    {ENTRY_WHO, "Alex at the pool", WORK "09:00 to 12:00 'a' with new 'Alex at the pool' at 16.50"},
    {ENTRY_WHO, "Alex, or Robin", WORK "09:00 to 12:00 'a' with new 'Alex, or Robin' at 16.50"},
    {ENTRY_WHO, "Alex Stone.:", WORK "09:00 to 12:00 'a' with new 'Alex Stone' at 16.50"},
    {ENTRY_WHO, "- Sunri", WORK "09:00 to 12:00 'a' with s1 at 16.50"},
    {ENTRY_WHO, "- Alex", WORK "09:00 to 12:00 'a' with new 'Alex' at 16.50"},
    {ENTRY_WHO, "- Pat", NULL},
    {ENTRY_WHO, "nobody", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "Nobody.", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "no one", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "just me", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "on my own", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "my daughter Jo", WORK "09:00 to 12:00 'a' with s3 at 16.50"},
    {ENTRY_WHO, "don't know yet", NULL},
    {ENTRY_WHO, "?", NULL},
    {ENTRY_WHO, "no idea", NULL},
    {ENTRY_WHO, "", WORK "09:00 to 12:00 'a' at 16.50"},
    {ENTRY_WHO, "Pat", NULL},
    {ENTRY_WHO, "Sam and Jo", NULL},
    {ENTRY_PRICE, "12", WORK "09:00 to 12:00 'a' with s2 at 12.00"},
    {ENTRY_PRICE, "12.50 an hour", WORK "09:00 to 12:00 'a' with s2 at 12.50"},
    {ENTRY_PRICE, POUND "20 a visit", WORK "09:00 to 12:00 'a' with s2 at 20.00 a visit"},
    {ENTRY_PRICE, "77.95 per night", WORK "09:00 to 12:00 'a' with s2 at 77.95 a night"},
    {ENTRY_PRICE, "", WORK "09:00 to 12:00 'a' with s2"},
    {ENTRY_PRICE, "unpaid", WORK "09:00 to 12:00 'a' with s2 unpaid"},
    {ENTRY_PRICE, "14 quid", WORK "09:00 to 12:00 'a' with s2 at 14.00"},
    {ENTRY_PRICE, "50p an hour", WORK "09:00 to 12:00 'a' with s2 at 0.50"},
    {ENTRY_PRICE, "45 each time", WORK "09:00 to 12:00 'a' with s2 at 45.00 a visit"},
    {ENTRY_PRICE, "1,250.50 a week", WORK "09:00 to 12:00 'a' with s2 at 1250.50 a week"},
    {ENTRY_PRICE, "no charge", WORK "09:00 to 12:00 'a' with s2 unpaid"},
    {ENTRY_PRICE, "Nil", WORK "09:00 to 12:00 'a' with s2 unpaid"},
    {ENTRY_PRICE, "120 a month", NULL},
    {ENTRY_PRICE, "don't know", NULL},
    {ENTRY_PRICE, "about 14", NULL},
    {ENTRY_PRICE, "a lot", NULL},
    {ENTRY_PRICE, "12 or so", NULL},
};

/* Not only what would be right, but why this is not. */
static void a_price_by_the_month_is_told_what_a_price_is_for(void **state)
{
    static const char *const typed[] = {"200 a month", "60 per fortnight", "30 Monthly"};
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(typed); i++) {
        struct entry e = {.start = -1, .end = -1, .length = -1, .price = -1};
        struct fault fault = {0};
        assert_int_equal(entry_part_parse(plan, ENTRY_PRICE, typed[i], &e, &fault), ST_SYNTAX);
        assert_non_null(strstr(fault.text, ODD_PRICE));
    }
    plan_free(plan);
}

static void each_part_can_be_answered_alone(void **state)
{
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(answered); i++) {
        struct entry e, before;
        struct fault fault = {0};
        struct text got = {0};
        assert_int_equal(entry_parse(plan, "mon-fri 9-12 a, Sam, 16.50", &e, NULL), ST_OK);
        before = e;
        enum status st = entry_part_parse(plan, answered[i].part, answered[i].typed, &e, &fault);
        show(&e, &got);
        if ((st == ST_OK) != (answered[i].want != NULL) ||
            (st == ST_OK && strcmp(text_str(&got), answered[i].want) != 0))
            fail_msg("'%s': %s %s", answered[i].typed, text_str(&got), fault.text);
        if (st) {
            assert_memory_equal(&e, &before, sizeof e);
            assert_non_null(strstr(fault.text, answered[i].typed));
        }
        text_free(&got);
    }
    plan_free(plan);
}

/* A name is looked for as it is cut into words when it is typed. */
static void a_supporter_is_found_whatever_stands_in_the_name(void **state)
{
    static const char *const names[] = {"Smith, John",  "24-7 Care",    "1-1 Support; North",
                                        "Care 4 U Ltd", "Mon-Fri Club", "A. B. Carers",
                                        "Tea & Co.",    "Aid: Leeds"};
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        struct plan *plan = given_plan("supporter s1 name=Jo");
        struct entry e;
        assert_int_equal(plan_set(plan, F_SUPPORTER_NAME, "s2", names[i], PLAN_LAST, NULL), ST_OK);
        assert_int_equal(entry_parse(plan, "mon 9-10 tea, Jo", &e, NULL), ST_OK);
        if (entry_part_parse(plan, ENTRY_WHO, names[i], &e, NULL) != ST_OK ||
            strcmp(e.supporter, "s2") != 0 || *e.person)
            fail_msg("'%s': %s '%s'", names[i], e.supporter, e.person);
        plan_free(plan);
    }
}

static void days_alone_take_back_every_other_week(void **state)
{
    struct plan *plan = given_plan(PEOPLE);
    struct entry e;
    struct text got = {0};
    (void)state;
    assert_int_equal(entry_parse(plan, "every other sat 10-12 pub", &e, NULL), ST_OK);
    assert_int_equal(entry_part_parse(plan, ENTRY_DAYS, "sun", &e, NULL), ST_OK);
    show(&e, &got);
    assert_string_equal(text_str(&got), "Sun 10:00 to 12:00 'pub'");
    text_free(&got);
    plan_free(plan);
}

/* every 0: refused */
static const struct {
    const char *typed;
    int every;
} every_alone[] = {
    {"every week", 1},
    {"weekly", 1},
    {"1", 1},
    {"2", 2},
    {"two", 2},
    {"2 weeks", 2},
    {"every other week", 2},
    {"Other week", 2},
    {"fortnightly", 2},
    {"alternate weeks", 2},
    {"every 3rd week", 3},
    {"4 weeks", 4},
    {"52", 52},
    {"53", 0},
    {"0", 0},
    {"", 0},
    {"every other sat", 0},
    {"every month", 0},
    {"now and then", 0},
    {"every week, every 2 weeks", 0},
};

static void how_often_is_understood_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(every_alone); i++) {
        int got = 0;
        enum status st = entry_every_parse(every_alone[i].typed, &got);
        if (got != every_alone[i].every || (st == ST_OK) != (got > 0))
            fail_msg("'%s': status %d, every %d", every_alone[i].typed, (int)st, got);
    }
}

/* What is shown of a part can be typed for it, and means the same. */
static void each_part_is_shown_as_it_may_be_typed(void **state)
{
    struct plan *plan = given_plan(PEOPLE);
    (void)state;
    for (size_t i = 0; i < COUNT(understood); i++) {
        struct entry e;
        struct text want = {0};
        assert_int_equal(entry_parse(plan, understood[i].line, &e, NULL), ST_OK);
        assert_int_equal(entry_lacks(&e), ENTRY_PARTS);
        show(&e, &want);
        for (int part = 0; part < ENTRY_PARTS; part++) {
            struct text words = {0}, got = {0};
            struct fault fault = {0};
            struct entry again = e;
            entry_part_show(plan, (enum entry_part)part, &e, &words);
            if (entry_part_parse(plan, (enum entry_part)part, text_str(&words), &again, &fault))
                fail_msg("'%s', '%s': %s", understood[i].line, text_str(&words), fault.text);
            if (part == ENTRY_START) { /* it may say its length instead of its end */
                again.end = e.end;
                again.length = e.length;
            }
            show(&again, &got);
            if (strcmp(text_str(&got), text_str(&want)) != 0)
                fail_msg("'%s', '%s':\n%s\nnot:\n%s", understood[i].line, text_str(&words),
                         text_str(&got), text_str(&want));
            text_free(&words);
            text_free(&got);
        }
        text_free(&want);
    }
    plan_free(plan);
}

static const struct {
    const char *line;
    weekdays from, to; /* 0: refused */
} copies[] = {
    {"mon to tue-fri", 1, 0x1e},
    {"Monday to Tuesday", 1, 2},
    {"mon to tue, wed and thu", 1, 0x0e},
    {"sat TO sun", 0x20, 0x40},
    {"mon to weekends", 1, 0x60},
    {"mon to fri to sun", 1, 0x70}, /* from Friday to Sunday */
    {"mon to every day", 1, 0x7f},
    {"mon", 0, 0},
    {"mon to", 0, 0},
    {"to tue", 0, 0},
    {"mon tue to wed", 0, 0}, /* of which one? */
    {"mon-fri to sat", 0, 0},
    {"", 0, 0},
    {"tomorrow to the shops", 0, 0},
};

static void the_days_of_a_copy_are_one_and_some(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(copies); i++) {
        weekdays from = 0x55, to = 0x2a;
        enum status st = entry_copy_parse(copies[i].line, &from, &to);
        bool accept = copies[i].from != 0;
        if ((st == ST_OK) != accept || from != (accept ? copies[i].from : 0x55) ||
            to != (accept ? copies[i].to : 0x2a))
            fail_msg("'%s': %d, %x to %x", copies[i].line, (int)st, from, to);
    }
}

static void an_end_is_understood_by_its_start(void **state)
{
    static const struct {
        minutes start;
        const char *text;
        enum status st;
        minutes end;
    } rows[] = {
        {13 * 60, "4", ST_OK, 16 * 60},
        {22 * 60, "4", ST_OK, 4 * 60},
        {22 * 60, "4pm", ST_OK, 16 * 60},
        {9 * 60, "5", ST_OK, 17 * 60},
        {9 * 60, "half past ten", ST_OK, 10 * 60 + 30},
        {9 * 60, "until 11", ST_OK, 11 * 60},
        {9 * 60, "2 hours", ST_OK, 11 * 60},
        {22 * 60, "2 hours", ST_OK, 24 * 60},
        {22 * 60, "3 hours", ST_OK, 1 * 60},
        {20 * 60, "midnight", ST_OK, 24 * 60},
        {20 * 60, "24:00", ST_OK, 24 * 60},
        {2 * 60, "3", ST_OK, 3 * 60},
        /* What is shown means the same when it is typed. */
        {20 * 60, "12:00", ST_OK, 12 * 60},
        {20 * 60, "10:00", ST_OK, 10 * 60},
        {11 * 60, "10:00", ST_OK, 10 * 60},
        {13 * 60, "04:00", ST_OK, 4 * 60},
        {9 * 60, "00:00", ST_OK, 24 * 60},
        {20 * 60, "10", ST_OK, 22 * 60},
        {9 * 60, "48 hours", ST_RANGE, -1},
        {9 * 60, "later", ST_SYNTAX, -1},
        {9 * 60, "?", ST_SYNTAX, -1},
        {9 * 60, "", ST_SYNTAX, -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        minutes end = -1;
        enum status st = entry_end_parse(rows[i].start, rows[i].text, &end);
        if (st != rows[i].st || end != rows[i].end)
            fail_msg("from %d to '%s': status %d, %d", (int)rows[i].start, rows[i].text, (int)st,
                     (int)end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_is_understood_by_its_start),
        cmocka_unit_test(a_line_is_understood_as_a_tired_person_means_it),
        cmocka_unit_test(a_kind_of_week_is_found_by_its_name),
        cmocka_unit_test(what_is_not_understood_is_told_and_nothing_is_changed),
        cmocka_unit_test(a_line_is_taken_whole_or_not_at_all),
        cmocka_unit_test(whatever_is_typed_is_refused_or_fits_a_plan),
        cmocka_unit_test(a_price_by_the_month_is_told_what_a_price_is_for),
        cmocka_unit_test(each_part_can_be_answered_alone),
        cmocka_unit_test(a_supporter_is_found_whatever_stands_in_the_name),
        cmocka_unit_test(days_alone_take_back_every_other_week),
        cmocka_unit_test(how_often_is_understood_alone),
        cmocka_unit_test(each_part_is_shown_as_it_may_be_typed),
        cmocka_unit_test(the_days_of_a_copy_are_one_and_some),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}

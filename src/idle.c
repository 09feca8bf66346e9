#include "supportplan/idle.h"

#include "event_parts.h"

#define MINUTE 60
/* How long before it hides the person is told. */
#define WARNING 30

int idle_limit(const struct wizard *w)
{
    static const int limits[IDLE_COUNT] = {
        [IDLE_1] = 1 * MINUTE, [IDLE_5] = 5 * MINUTE, [IDLE_15] = 15 * MINUTE};
    bool usual = w->settings.idle == IDLE_USUAL;
    return usual && w->private ? 5 * MINUTE : limits[w->settings.idle];
}

int idle_next(const struct wizard *w, int seconds)
{
    int limit = idle_limit(w);
    if (limit == 0 || wizard_at(w)->kind == PLACE_HIDDEN)
        return 0;
    return seconds < limit - WARNING ? limit - WARNING : limit;
}

unsigned wizard_idle(struct wizard *w, int seconds)
{
    int limit = idle_limit(w);
    if (limit == 0 || seconds < limit - WARNING || wizard_at(w)->kind == PLACE_HIDDEN)
        return FX_NONE;
    if (seconds >= limit)
        return wizard_command(w, CMD_HIDE, "");
    event_begin(w);
    wizard_say(w, "%s",
               _("Nobody has typed for a while. The screen hides in 30 seconds. Any key "
                 "keeps it, and nothing is lost."));
    return event_finish(w);
}

/*
 * Which face shows the session, and going from one to the other until the person leaves.
 */
#ifndef SUPPORTPLAN_FACES_H
#define SUPPORTPLAN_FACES_H

#include "supportplan/errand.h"
#include "supportplan/settings.h"
#include "supportplan/tui.h"
#include "supportplan/whisper.h"

struct faces {
    struct errand *errand;     /**< borrowed */
    struct settings *settings; /**< as they are remembered; changed when the person changes them */
    struct tui_terminal terminal;
    bool color;             /**< colours are allowed */
    bool shell;             /**< a shell waits behind the program: it can be stopped */
    bool told;              /**< that settings can not be remembered was said */
    int idle_timer;         /**< its descriptor and one more; 0 before */
    int idle_seconds;       /**< when it goes off, so long nothing was done */
    struct whisper whisper; /**< while a passphrase is typed in plain lines */
    int ended;              /**< set to the number of the signal that ended it, or 0 */
};

/** Show the session in a mode, and in others as it goes, until the person leaves. */
void faces_run(struct faces *f, enum mode first);

#endif

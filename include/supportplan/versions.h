/*
 * Another version of the plan beside the one that is open: what an earlier session wrote and could
 * not save, or what another program saved meanwhile. The person sees in which facts they differ,
 * and chooses.
 */
#ifndef SUPPORTPLAN_VERSIONS_H
#define SUPPORTPLAN_VERSIONS_H

#include "supportplan/compare.h"
#include "supportplan/place.h"

struct wizard;

/** Where another version comes from. */
enum version_from {
    VERSION_NONE,
    VERSION_UNSAVED, /**< a session that stopped before all was saved */
    VERSION_FILE,    /**< the plan's file, which another program changed */
};

/** Room for when a version was written, with the longest name of a month. */
#define VERSION_WHEN 64

/** Another version. {0} is none. */
struct version {
    enum version_from from;
    struct plan *plan; /**< NULL: the plan as it is. Owned */
    struct draft *drafts;
    size_t draft_count;      /**< what was being typed. Owned, and their texts */
    char when[VERSION_WHEN]; /**< when it was last: "14:02 on 21 November 2026", or "" */
    char *kept;              /**< VERSION_FILE: where the person's own version is kept too. Owned */
    struct changes changes;  /**< in which facts it differs: versions_show() finds them */
    bool *theirs;            /**< VERSION_FILE: for each, whether the file's is chosen */
    bool sure;               /**< letting it go was asked for: the next page asks once more */
};

/** Free what it holds; {0} after. */
void version_free(struct version *version);
/**
 * Show another version to the person, who chooses. Takes it.
 * The effects that may follow: FX_BROUGHT, FX_LET_GO (VERSION_UNSAVED), FX_TAKE_ALL (VERSION_FILE).
 *
 * @return whether there was anything to choose; where not, it is freed and nothing is shown
 */
bool versions_show(struct wizard *w, struct version *version);

#endif

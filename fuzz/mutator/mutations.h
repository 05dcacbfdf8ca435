/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The mutations, by what they change. Each makes one change to a draft whose outline is fresh, and
 * tells whether it did: one that finds nothing to change leaves the draft alone.
 */
#ifndef FUZZ_MUTATOR_MUTATIONS_H
#define FUZZ_MUTATOR_MUTATIONS_H

#include "mutator/draft.h"

/* Words of the model (mutate_words.c). */
bool mutate_value(struct draft *draft);   /**< a value becomes another one that the model knows */
bool mutate_key(struct draft *draft);     /**< a key becomes that of a neighbour in the model */
bool mutate_insert(struct draft *draft);  /**< an object gets one member more */
bool mutate_message(struct draft *draft); /**< the whole message is made anew */

/* The tree (mutate_tree.c). */
bool mutate_remove(struct draft *draft);    /**< a member or item goes, with its comma */
bool mutate_repeat(struct draft *draft);    /**< a member or item comes twice, or many times */
bool mutate_copy(struct draft *draft);      /**< a value takes the place of another one */
bool mutate_swap(struct draft *draft);      /**< two values change places */
bool mutate_wrap(struct draft *draft);      /**< a value gets brackets or braces around it */
bool mutate_unwrap(struct draft *draft);    /**< a container becomes one of its values */
bool mutate_move_last(struct draft *draft); /**< a member or item goes to the end */

/* How things are written (mutate_spelling.c, mutate_text.c). */
bool mutate_number(struct draft *draft);   /**< a number in another form, or at a bound of a type */
bool mutate_space(struct draft *draft);    /**< white space between the tokens */
bool mutate_word(struct draft *draft);     /**< true, false, null, and what is nearly one of them */
bool mutate_bytes(struct draft *draft);    /**< a byte is changed, added or taken away */
bool mutate_cut(struct draft *draft);      /**< the text ends early, or goes on behind its end */
bool mutate_escape(struct draft *draft);   /**< a character of a string is spelt as an escape */
bool mutate_odd_text(struct draft *draft); /**< half surrogates, bad UTF-8, bad escapes */
bool mutate_length(struct draft *draft);   /**< a string grows or shrinks to a length at a bound */

/** Takes a value, or a member, from another text and puts it here. */
bool mutate_splice(struct draft *draft, struct snippet other);

#endif

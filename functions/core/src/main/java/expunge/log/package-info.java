/**
 * What may be logged: typed entries of ids, counts and states, written as one line of JSON each. An
 * identifier of a person has no field to stand in; what can't be expressed can't leak.
 */
@NullMarked
package expunge.log;

import org.jspecify.annotations.NullMarked;

/**
 * A file of customers becomes profiles: each row is looked up, planned once, and written once, in
 * one transaction with the check that nobody comes back who was deleted. Everything here may be
 * repeated, interrupted or done by two at once: the records decide who wins.
 */
@NullMarked
package expunge.imports;

import org.jspecify.annotations.NullMarked;

/**
 * The suppression list: keyed hashes of what deleted people were known by, so that an import can't
 * bring them back. From an entry nobody can read whom it is about, and without the key nobody can
 * tell whether it is about somebody they know.
 */
@NullMarked
package expunge.suppression;

import org.jspecify.annotations.NullMarked;

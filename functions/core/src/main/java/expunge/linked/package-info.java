/**
 * The records of other tables that belong to profiles: found by a key or an index, and deleted,
 * anonymized or detached as the dataset declares. Nothing here knows of files or tasks.
 */
@NullMarked
package expunge.linked;

import org.jspecify.annotations.NullMarked;

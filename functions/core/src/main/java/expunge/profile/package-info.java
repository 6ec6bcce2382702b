/**
 * The tables that people have: profiles are looked up by key, strongly consistent, and deleted by
 * key. Nothing here knows of files or tasks.
 */
@NullMarked
package expunge.profile;

import org.jspecify.annotations.NullMarked;

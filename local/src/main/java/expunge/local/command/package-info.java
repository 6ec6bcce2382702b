/** What people type: {@code ./expunge local}, {@code demo}, {@code worker}, {@code new-key}. */
@NullMarked
package expunge.local.command;

import org.jspecify.annotations.NullMarked;

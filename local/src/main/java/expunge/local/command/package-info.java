/** What people type: {@code ./expunge local}, {@code demo}, {@code worker} and so on. */
@NullMarked
package expunge.local.command;

import org.jspecify.annotations.NullMarked;

/**
 * The function behind the import queue: messages are translated into doorbells, the rest is core's
 * {@link expunge.work.Worker} with {@link expunge.imports.CustomerImports}.
 */
@NullMarked
package expunge.importworker;

import org.jspecify.annotations.NullMarked;

/**
 * What the compiler can't hold: which way imports run, and who alone may wait, know the time, draw
 * lots, reflect or read the environment. The gate reads the classes of every module.
 */
@NullMarked
package expunge.local.architecture;

import org.jspecify.annotations.NullMarked;

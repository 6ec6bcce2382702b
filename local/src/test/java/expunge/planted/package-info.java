/**
 * Classes that break rules of the architecture, placed where the gate takes them for classes of
 * core. They show that the gate can close.
 */
@NullMarked
package expunge.planted;

import org.jspecify.annotations.NullMarked;

/**
 * What a table's item holds, as far as rules ask: single values with their types. Tables are other
 * people's, so everything else of an item stays unknown here.
 */
@NullMarked
package expunge.item;

import org.jspecify.annotations.NullMarked;

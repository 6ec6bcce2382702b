/**
 * JSON that people write: read as it stands, with nothing passed over, so that what is wrong with
 * it can be told.
 */
@NullMarked
package expunge.json;

import org.jspecify.annotations.NullMarked;

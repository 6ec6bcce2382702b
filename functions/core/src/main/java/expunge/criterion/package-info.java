/**
 * The language in which people say whom they mean: conditions on a profile's own attributes, joined
 * by and, or and not. It means exactly what DynamoDB's filters mean, so that the table can do the
 * looking, and memory can check it.
 */
@NullMarked
package expunge.criterion;

import org.jspecify.annotations.NullMarked;

/**
 * The function that S3 calls when an object is created: the event is translated, the rest is core's
 * {@link expunge.intake.Intake}.
 */
@NullMarked
package expunge.fileintake;

import org.jspecify.annotations.NullMarked;

/**
 * What S3 does and its emulators don't: checking presigned URLs, and telling a function that an
 * object was created. A front before the emulator passes everything else through unchanged.
 */
@NullMarked
package expunge.local.s3;

import org.jspecify.annotations.NullMarked;

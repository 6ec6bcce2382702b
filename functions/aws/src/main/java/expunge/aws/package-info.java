/**
 * The core's ports on DynamoDB, S3 and SQS. Every answer that says who won stays true when the SDK
 * repeats a call whose first answer was lost; every failure of AWS becomes one of the core's two
 * kinds, with the operation, code and request id, but never AWS's own text.
 */
@NullMarked
package expunge.aws;

import org.jspecify.annotations.NullMarked;

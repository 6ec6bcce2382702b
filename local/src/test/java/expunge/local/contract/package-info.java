/**
 * The contracts of the ports, kept by the adapters on DynamoDB, S3 and SQS. One set of emulators
 * serves all of them.
 */
@NullMarked
package expunge.local.contract;

import org.jspecify.annotations.NullMarked;

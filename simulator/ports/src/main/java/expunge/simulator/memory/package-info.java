/**
 * The ports in memory, under the same conditions as the real stores: what DynamoDB, S3 and SQS
 * would refuse is refused here. They never fail on their own; faults are laid around them.
 */
@NullMarked
package expunge.simulator.memory;

import org.jspecify.annotations.NullMarked;

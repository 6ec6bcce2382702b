/**
 * How a function is called: what API Gateway, S3's notifications and Lambda's SQS poller do on AWS,
 * with the same events, the same retries and the same answers to failure. The functions cannot
 * tell.
 */
@NullMarked
package expunge.local.function;

import org.jspecify.annotations.NullMarked;

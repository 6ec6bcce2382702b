/**
 * The worker in a process of its own, under Lambda's runtime client, while everything around it
 * fails: processes are killed, DynamoDB is away, messages and events are lost. What each test asks
 * for in the end is the same: an exact balance, an exact report, and no bystander touched.
 */
@NullMarked
package expunge.local.fault;

import org.jspecify.annotations.NullMarked;

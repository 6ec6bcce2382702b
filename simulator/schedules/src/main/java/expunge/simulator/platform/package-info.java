/**
 * What stands around the functions in AWS: a queue that repeats, reorders and loses, a bucket that
 * tells of its objects at least once, instances that come and go, and other people's programs.
 */
@NullMarked
package expunge.simulator.platform;

import org.jspecify.annotations.NullMarked;

/**
 * What people do with a task: confirm, pause, resume, cancel and retry it. A call changes the state
 * and rings; what follows on the state is done by workers.
 */
@NullMarked
package expunge.control;

import org.jspecify.annotations.NullMarked;

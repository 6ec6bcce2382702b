package expunge.simulator.platform;

import expunge.simulator.scenario.Scenario.Call;
import expunge.task.TaskId;

/**
 * A call that somebody made.
 *
 * @param rows the number that is confirmed, where that is asked
 * @param done whether it was answered that it is done; false where no answer came (yet)
 * @param ended whether the task had ended when the answer came
 */
public record Asked(Call call, TaskId task, long rows, boolean done, boolean ended) {}

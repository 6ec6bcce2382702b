package expunge.httpapi;

import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.profile.ProfilePages;
import expunge.profile.ProfileStore;
import expunge.run.Scheduler;
import expunge.segment.SegmentStore;
import expunge.selection.Selection;
import expunge.suppression.Suppressions;
import expunge.task.Ringer;
import expunge.task.TaskStore;

/**
 * Everything that the API stands on.
 *
 * @param limits of the files of tasks that are made here, as intake has them
 */
public record HttpApiPorts(
    Access access,
    Datasets datasets,
    TaskStore tasks,
    ObjectStore objects,
    ProfileStore profiles,
    ProfilePages profilePages,
    Selection selection,
    Ringer ringer,
    Suppressions suppressions,
    SegmentStore segments,
    Limits limits,
    Scheduler scheduler,
    Log log) {}

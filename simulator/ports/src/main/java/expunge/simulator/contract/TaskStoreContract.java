package expunge.simulator.contract;

/** The promises of {@link expunge.task.TaskStore}. */
public abstract class TaskStoreContract
    implements TaskRecordContract,
        TaskListContract,
        IntakeContract,
        AcceptanceContract,
        TaskMoveContract,
        BatchPagesContract,
        LeaseContract,
        PlanContract,
        HandBackContract,
        CommitContract,
        CloseContract {}

package expunge.simulator.contract;

/** The promises of {@link expunge.task.TaskStore}. */
public abstract class TaskStoreContract
    implements TaskRecordContract,
        KeyedCallContract,
        TaskListContract,
        IntakeContract,
        AcceptanceContract,
        TaskMoveContract,
        UploadContract,
        UnsettledContract,
        BatchPagesContract,
        LeaseContract,
        PlanContract,
        HandBackContract,
        CommitContract,
        CloseContract {}

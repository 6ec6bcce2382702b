package expunge.simulator.fault;

/** What can go wrong between the platform's services, where no process is asked. */
public enum Mishap {
  /** A message is there twice. */
  MESSAGE_TWICE("message twice"),
  /** A message comes minutes late. */
  MESSAGE_LATE("message late"),
  /** A message never comes. */
  MESSAGE_LOST("message lost"),
  /** A message that is being worked on becomes visible to others. */
  VISIBILITY_EXPIRED("visibility expired"),
  /** A message was acknowledged, and comes again. */
  ACKNOWLEDGEMENT_LOST("acknowledgement lost"),
  /** Everything in the queue is gone. */
  QUEUE_PURGED("queue purged"),
  /** A message was received too often and lies with the dead letters. */
  DEAD_LETTER("dead letter"),
  /** The event of a file comes twice. */
  EVENT_TWICE("event twice"),
  /** The event of a file comes minutes late. */
  EVENT_LATE("event late"),
  /** The event of a file never comes, or the platform gave up repeating it. */
  EVENT_LOST("event lost"),
  /** The machine of a process is gone, at any moment. */
  INSTANCE_LOST("instance lost"),
  /** Another file is put under the same key. */
  SECOND_PUT("second put"),
  /** The object is removed, as far as S3 removes one that has versions. */
  OBJECT_REMOVED("object removed"),
  /** Another writer deletes a profile. */
  PROFILE_DELETED("profile deleted by another"),
  /** Another writer makes a profile (anew). */
  PROFILE_MADE("profile made by another"),
  /** Another writer changes an identifier of a profile, or what protects it. */
  PROFILE_CHANGED("profile changed by another"),
  /** Another writer writes records that are linked to profiles. */
  RECORD_WRITTEN("linked record by another"),
  /** An index answers what was true a moment ago. */
  INDEX_BEHIND("index behind"),
  /** A person is deleted for good: with an entry in the suppression list. */
  PERSON_FORGOTTEN("person deleted for good"),
  /** Nobody may join a segment any more. */
  SEGMENT_DISABLED("segment disabled");

  private final String label;

  Mishap(String label) {
    this.label = label;
  }

  /** Whether the platform has lost something for good, so that somebody has to look for it. */
  public boolean losesSomething() {
    return this == MESSAGE_LOST
        || this == QUEUE_PURGED
        || this == DEAD_LETTER
        || this == EVENT_LOST;
  }

  /** Whether a seed has few occasions for it, where the others have many. */
  boolean isOncePerSeed() {
    return switch (this) {
      case PROFILE_DELETED,
          PROFILE_MADE,
          PROFILE_CHANGED,
          RECORD_WRITTEN,
          INDEX_BEHIND,
          SECOND_PUT,
          PERSON_FORGOTTEN,
          SEGMENT_DISABLED ->
          true;
      default -> false;
    };
  }

  /** Its place, for names and for tables of counts. */
  @SuppressWarnings("EnumOrdinal") // nothing outlives a run but its seed
  public int number() {
    return ordinal();
  }

  /** As tables and traces show it. */
  public String label() {
    return label;
  }
}

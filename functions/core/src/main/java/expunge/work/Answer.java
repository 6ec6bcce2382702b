package expunge.work;

/** What to tell the queue about a message. */
public enum Answer {
  /** It has served; remove it. */
  ACKNOWLEDGE,
  /** Something is wrong; deliver it again later, and to the dead letters in the end. */
  FAULT
}

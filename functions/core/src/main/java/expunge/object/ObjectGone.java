package expunge.object;

import expunge.run.ExpungeException;

/** The version that was pinned is no longer in the bucket. Its content can't be had any more. */
public final class ObjectGone extends ExpungeException.Permanent {
  private static final long serialVersionUID = 1L;

  /** Without the key, which may hold anything. */
  public ObjectGone() {
    super("an object, or the version of it that was pinned, is gone", null);
  }
}

package expunge.simulator.platform;

/** One message of the queue. */
final class Message {
  private final long name;
  private final String body;
  private int receives;
  private boolean gone;

  Message(long name, String body) {
    this.name = name;
    this.body = body;
  }

  long name() {
    return name;
  }

  String body() {
    return body;
  }

  String id() {
    return Long.toHexString(name);
  }

  /** Counts one more receive, and answers which it is, from 1. */
  int receive() {
    return ++receives;
  }

  int receives() {
    return receives;
  }

  void remove() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }
}

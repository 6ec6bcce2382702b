package expunge.local;

/** A port that another program holds; the message is one sentence that a user can act on. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortTakenException(Ports.Service service, int port) {
    super(
        "Port %d, meant for %s, is taken: free it, choose another with %s, or let all be chosen with --ports auto."
            .formatted(port, service, service.option()));
  }
}

package expunge.local.emulator;

import java.net.URI;

/** A service that is running and answers on 127.0.0.1 alone. */
public interface Emulator extends AutoCloseable {
  /** Where SDK clients find it; without a path. */
  URI endpoint();

  /** Stops it and frees its port; what it held in memory is gone. A second call does nothing. */
  @Override
  void close();
}

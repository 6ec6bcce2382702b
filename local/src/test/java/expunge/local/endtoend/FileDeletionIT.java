package expunge.local.endtoend;

import java.util.Optional;

class FileDeletionIT extends FileDeletionSuite {
  @Override
  Stack start() {
    return Stack.start(Optional.empty(), 2);
  }
}

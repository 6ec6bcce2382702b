package expunge.simulator.files;

import expunge.file.Layout;
import expunge.file.Problem;
import expunge.file.ReadSlice;
import expunge.file.Slice;
import java.util.List;

/** What became of reading a file; there is nothing else that may. */
sealed interface Reading {
  /** Read to its end. */
  record Accepted(Layout layout, List<ReadSlice> slices) implements Reading {
    public Accepted {
      slices = List.copyOf(slices);
    }

    List<Slice> cuts() {
      return slices.stream().map(ReadSlice::slice).toList();
    }
  }

  /** Refused; nobody is deleted. */
  record Refused(Problem problem) implements Reading {}

  /** The stream ended early or failed. */
  record Lost() implements Reading {}
}

package expunge.simulator.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import expunge.file.UnacceptableFile;
import java.io.IOException;

/**
 * Any bytes with any options, limits and deliveries. Without a fuzzer it reads the inputs in {@code
 * FileReaderFuzzTestInputs} alone, which show what once was, or could be, misread.
 */
class FileReaderFuzzTest {
  @FuzzTest
  void intakeAndWorkerSeeTheSameRowsAndNothingThatIsNotInTheFile(byte[] input)
      throws IOException, UnacceptableFile {
    FileOracle.check(FuzzedFile.of(input));
  }
}

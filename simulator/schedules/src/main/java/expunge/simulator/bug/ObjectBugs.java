package expunge.simulator.bug;

import expunge.object.ListedVersion;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import expunge.simulator.platform.World;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files that are not read as they were pinned, and reports of other parts than were named. */
final class ObjectBugs {
  private ObjectBugs() {}

  /** Reads whatever lies under the key now. */
  static final class ReadsTheNewest extends PassingObjects {
    ReadsTheNewest(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public InputStream open(ObjectVersion version) {
      return super.open(newest(version));
    }

    @Override
    public byte[] read(ObjectVersion version, long start, int length) {
      return super.read(newest(version), start, length);
    }

    private ObjectVersion newest(ObjectVersion version) {
      return describe(version.key(), Optional.empty())
          .map(StoredObject::version)
          .orElseThrow(ObjectGone::new);
    }
  }

  /** Takes in the newest version, whichever the event tells of. */
  static final class IgnoresTheVersion extends PassingObjects {
    IgnoresTheVersion(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public Optional<StoredObject> describe(String key, Optional<String> versionId) {
      return super.describe(key, Optional.empty());
    }
  }

  /** Does not see the marks of deletions. */
  static final class TakesWhatWasRemoved extends PassingObjects {
    TakesWhatWasRemoved(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
      return super.list(prefix, after, limit).stream()
          .filter(listed -> !listed.isDeletion())
          .toList();
    }
  }

  /** Joins every part that lies there. */
  static final class JoinsAllParts extends PassingObjects {
    private final World world;

    JoinsAllParts(ObjectStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public void join(String key, String contentType, byte[] head, List<String> parts) {
      String folder = key.substring(0, key.lastIndexOf('/')) + "/parts/";
      super.join(key, contentType, head, List.copyOf(world.objects().keys(folder)));
    }
  }

  /** Asks for one byte less than the range has, and makes it up. */
  static final class OneByteShort extends PassingObjects {
    OneByteShort(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public byte[] read(ObjectVersion version, long start, int length) {
      byte[] bytes = super.read(version, start, Math.max(1, length - 1));
      return Arrays.copyOf(bytes, bytes.length - 1);
    }
  }

  /** Takes a connection that breaks for the end of the file, and fills it up with blank lines. */
  static final class FillsUpWhatIsCut extends PassingObjects {
    FillsUpWhatIsCut(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public InputStream open(ObjectVersion version) {
      InputStream bytes = super.open(version);
      long size = describe(version.key(), version.versionId()).orElseThrow().bytes();
      return new InputStream() {
        private boolean cut;
        private long given;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          try {
            if (!cut) {
              return counted(bytes.read(target, offset, length));
            }
          } catch (IOException broken) {
            cut = true;
          }
          target[offset] = '\n';
          return given == size ? -1 : counted(1);
        }

        private int counted(int count) {
          given += count;
          return count;
        }
      };
    }
  }

  /** Tells of a file at its beginning alone. */
  static final class NotesOnce extends PassingObjects {
    NotesOnce(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public boolean replace(String key, String contentType, byte[] content, Optional<String> eTag) {
      return eTag.isPresent() || super.replace(key, contentType, content, eTag);
    }
  }
}
